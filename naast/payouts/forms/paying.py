"""Days, reasons and a name under a receipt."""

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.core.inputs import DayField
from naast.expenses.forms.iban import IbanField


class NewBatchForm(forms.Form):
    """When the bank pays."""

    pay_on = DayField(
        label=_("On which day does the bank pay?"),
        help_text=_("Today or later. On a day on which banks are closed, it is the next one."),
    )


class ConfirmForm(forms.Form):
    """The day on the account."""

    paid_on = DayField(
        label=_("On which day did the money leave the account?"),
        help_text=_("As it stands on the statement of your bank."),
    )


class CancelForm(forms.Form):
    """Why the bank did not take it."""

    reason = forms.CharField(
        label=_("Why not?"),
        max_length=300,
        help_text=_("In a few words, without names. For example: the bank did not take the file."),
    )


class ReceiptForm(forms.Form):
    """When the money is given."""

    given_on = DayField(label=_("On which day do you give it?"))


class SignedForm(forms.Form):
    """The day beside the signature on paper."""

    signed_on = DayField(label=_("Signed on"))


class OwnNameForm(forms.Form):
    """One's own name, as a signature."""

    name = forms.CharField(
        label=_("Your first name and family name"),
        max_length=250,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=_("With your name you sign that you got this money."),
    )


class AccountForm(forms.Form):
    """Where somebody is paid, as they told it."""

    holder = forms.CharField(label=_("Name on the account"), max_length=70)
    iban = IbanField(label=_("Account number (IBAN)"))
