"""Forms about a yes to pictures, what was shown, and a letter about attendance."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.inputs import DayField
from naast.people.models import Consent
from naast.privacy.models import AttendanceLetter, PhotoUse
from naast.privacy.services.attendance import Asked
from naast.privacy.services.photos import NewYes

LONGEST = 300


class PhotoForm(forms.Form):
    """A yes to one use of pictures."""

    use = forms.ChoiceField(
        label=_("What do you say yes to?"), choices=PhotoUse.choices, widget=forms.RadioSelect
    )
    kind_of_picture = forms.CharField(
        label=_("Which kind of picture?"),
        max_length=LONGEST,
        required=False,
        help_text=_("For example: together with others, not my face close by."),
    )
    until_on = DayField(
        label=_("Until when?"),
        required=False,
        widget=forms.DateInput,
        help_text=_("Leave it empty when it may stay. You take it back whenever you like."),
    )
    said_with = forms.CharField(
        label=_("Who said it together with you?"),
        max_length=LONGEST,
        required=False,
        help_text=_("Only for who is too young to say it alone: a parent, for example."),
    )
    how = forms.ChoiceField(label=_("How was it said?"), choices=Consent.How.choices)

    def __init__(self, *args: Any, is_own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_own:
            del self.fields["how"]

    def new(self) -> NewYes:
        """What was typed, as the service wants it."""
        data = self.cleaned_data
        return NewYes(
            use=data["use"],
            how=data.get("how", Consent.How.ON_SCREEN),
            kind_of_picture=data["kind_of_picture"],
            until_on=data["until_on"],
            said_with=data["said_with"],
        )


class PublishedForm(forms.Form):
    """Where a picture was shown."""

    where = forms.CharField(
        label=_("Where was it shown?"),
        max_length=LONGEST,
        help_text=_("So that it is found again: the page, the number of the newsletter."),
    )
    published_on = DayField(label=_("Since when?"), widget=forms.DateInput)


class UseForm(forms.Form):
    """Which uses of pictures the list shows."""

    use = forms.ChoiceField(
        label=_("For what"), choices=[("", _("All")), *PhotoUse.choices], required=False
    )

    def chosen(self) -> str:
        """The use, or nothing."""
        return str(self.cleaned_data.get("use", "")) if self.is_valid() else ""


class PurposeForm(forms.Form):
    """Which purposes the register shows."""

    purpose = forms.ChoiceField(
        label=_("For what"), choices=[("", _("All")), *Consent.Purpose.choices], required=False
    )

    def chosen(self) -> str:
        """The purpose, or nothing."""
        return str(self.cleaned_data.get("purpose", "")) if self.is_valid() else ""


class AttendanceForm(forms.Form):
    """A letter about when somebody was here: asked by the volunteer in writing."""

    for_whom = forms.CharField(
        label=_("For whom do you want it?"),
        max_length=LONGEST,
        help_text=_("Only so that you and we know why it was made. It is not in the letter."),
    )
    from_on = DayField(label=_("From"), widget=forms.DateInput)
    until_on = DayField(label=_("Until"), widget=forms.DateInput)
    how = forms.ChoiceField(
        label=_("How did the volunteer ask it?"),
        choices=[
            (AttendanceLetter.How.ON_PAPER, AttendanceLetter.How.ON_PAPER.label),
            (AttendanceLetter.How.BY_MAIL, AttendanceLetter.How.BY_MAIL.label),
        ],
        widget=forms.RadioSelect,
    )
    asked_on = DayField(label=_("On which day?"), widget=forms.DateInput)

    def __init__(self, *args: Any, is_own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_own:
            del self.fields["how"], self.fields["asked_on"]

    def asked(self) -> Asked:
        """What was typed, as the service wants it."""
        data = self.cleaned_data
        return Asked(
            for_whom=data["for_whom"],
            from_on=data["from_on"],
            until_on=data["until_on"],
            how=data.get("how", AttendanceLetter.How.ON_SCREEN),
            asked_on=data.get("asked_on") or clock.today(),
        )
