"""Input about people who help now and then."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.inputs import DayField
from naast.outreach.inputs import HelperNote
from naast.outreach.models import Helper
from naast.people.forms.why import THEY_CAN_READ, WHAT_TO_CALL_THEM
from naast.people.models import Person
from naast.recruitment.forms.fields import ReachField, own_languages


class HelperForm(forms.Form):
    """A name, one way to reach them, what they do."""

    name = forms.CharField(label=_("Name"), max_length=120, help_text=WHAT_TO_CALL_THEM)
    reach = ReachField(
        label=_("Phone or e-mail"), help_text=_("One is enough: the one they like best.")
    )
    language = forms.ChoiceField(
        label=_("We write in"), widget=forms.RadioSelect, help_text=THEY_CAN_READ
    )
    what = forms.CharField(label=_("What they help with"), max_length=200)
    rhythm = forms.ChoiceField(
        label=_("How often"), choices=Helper.Rhythm, widget=forms.RadioSelect, initial="once"
    )
    is_own_initiative = forms.BooleanField(
        label=_("Their own initiative: we only give information"),
        help_text=_("Then there is no agreement with us, and our insurance does not hold."),
        required=False,
    )
    day = DayField(label=_("Day on which they help"), required=False)
    is_insured = forms.BooleanField(label=_("Insured that day"), required=False, initial=True)

    def __init__(self, *args: Any, country: str, is_new: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = own_languages()  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["reach"].country = country  # type: ignore[attr-defined]  # a ReachField
        if not is_new:
            del self.fields["day"]
            del self.fields["is_insured"]

    def note(self) -> HelperNote:
        """What the service takes in."""
        data = dict(self.cleaned_data)
        way, reached = data.pop("reach")
        day, is_insured = data.pop("day", None), data.pop("is_insured", False)
        days = ((day, is_insured),) if day else ()
        return HelperNote(**data, **{way: reached}, days=days)


def initial_of(helper: Helper) -> dict[str, object]:
    """A helper as the form shows them."""
    names = ("name", "language", "what", "rhythm", "is_own_initiative")
    shown: dict[str, object] = {name: getattr(helper, name) for name in names}
    return {**shown, "reach": helper.email or helper.phone}


class DayForm(forms.Form):
    """One more day."""

    day = DayField(label=_("Day"), initial=clock.today)
    what = forms.CharField(label=_("What they did"), max_length=200, required=False)
    is_insured = forms.BooleanField(label=_("Insured that day"), required=False, initial=True)


class SameForm(forms.Form):
    """Who somebody may be already: one of the list, or somebody new."""

    NEW = "new"
    person = forms.ChoiceField(label=_("Is this somebody we know?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, same: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(person.pk), _recognised(person)) for person in same]
        choices.append((self.NEW, str(_("Nobody of these: somebody new"))))
        self.fields["person"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField

    def person_id(self) -> UUID | None:
        """The person of the list, or None for somebody new; only after `is_valid()`."""
        chosen = self.cleaned_data["person"]
        return None if chosen == self.NEW else UUID(chosen)


def _recognised(person: Person) -> str:
    """Enough of somebody on the list to recognise them."""
    return " · ".join(part for part in (person.name, person.email, person.phone) if part)


class FilterForm(forms.Form):
    """Finding somebody."""

    name = forms.CharField(label=_("Name"), max_length=80, required=False)
    rhythm = forms.ChoiceField(label=_("How often"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rhythm"].choices = [("", _("All")), *Helper.Rhythm.choices]  # type: ignore[attr-defined]  # a ChoiceField
