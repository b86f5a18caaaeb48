"""Forms around a person: notes, consents, days away, what helps, hats, household."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.core.careful import Careful
from naast.core.inputs import DayField
from naast.people.forms.fields import WordsField, chosen_from, long_text
from naast.people.models import Audience, Consent
from naast.people.terms import SUPPORT_WISHES

# A note is no file: who knows that everything is written down holds back (S2-20).
LONGEST_NOTE = 1_000


class NoteForm(Careful):
    """A short note with its readers."""

    careful_fields = ("text",)

    text = forms.CharField(
        label=_("Note"),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_(
            "Facts, in words you could read aloud to the person. Keep it short: some 150 words at most."
        ),
    )
    audience = forms.ChoiceField(
        label=_("Who may read this"), choices=Audience.choices, widget=forms.RadioSelect
    )


class ConsentForm(forms.Form):
    """A yes, with its date and how it was given."""

    purpose = forms.ChoiceField(
        label=_("For what"), choices=Consent.Purpose.choices, widget=forms.RadioSelect
    )
    how = forms.ChoiceField(label=_("How"), choices=Consent.How.choices)
    given_on = DayField(label=_("Said yes on"), widget=forms.DateInput)


class PrivateWordsForm(forms.Form):
    """Words that are kept for matching alone, after a yes (S3-10)."""

    names = WordsField(label=_("In a few words"), required=False, help_text=_("Words with commas between them. Only used to find a match; nobody else sees them."))  # fmt: skip


class ExceptionForm(forms.Form):
    """Days on which the usual week does not hold."""

    from_on = DayField(label=_("From"), widget=forms.DateInput)
    until_on = DayField(label=_("Until"), widget=forms.DateInput)
    note = forms.CharField(
        label=_("Note"),
        max_length=200,
        required=False,
        help_text=_("Who plans with you reads this."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("from_on"), cleaned.get("until_on")
        if first and last and last < first:
            self.add_error("until_on", str(_("The last day comes after the first.")))
        return cleaned


class SupportForm(forms.Form):
    """What helps me; chosen by the person, or together with them (S1-27)."""

    wishes = chosen_from(SUPPORT_WISHES, _("What helps me"))
    words = long_text(_("In my own words"))
    together_on = DayField(
        label=_("We chose this together on"),
        widget=forms.DateInput,
        help_text=_("The person chooses; you write it down."),
    )

    def __init__(self, *args: Any, is_own: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if is_own:
            del self.fields["together_on"]


class HatForm(forms.Form):
    """A new hat. Who wears the other one already says what they expect (S1-251)."""

    changed_on = DayField(label=_("From"), widget=forms.DateInput)
    expects = forms.CharField(
        label=_("What the person expects"),
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    we_expect = forms.CharField(
        label=_("What we expect"), max_length=5_000, widget=forms.Textarea(attrs={"rows": 4})
    )
    is_also_staff = forms.BooleanField(label=_("Is also paid by this organisation"), required=False)
    staff_note = long_text(_("How the volunteering differs from the job"))

    def __init__(self, *args: Any, hat: str, is_change: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not is_change:
            del self.fields["expects"], self.fields["we_expect"]
        if hat != "volunteer":
            del self.fields["is_also_staff"], self.fields["staff_note"]
