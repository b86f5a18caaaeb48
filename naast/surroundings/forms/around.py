"""Who does what, drawn maps, and to which help somebody found their way."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.inputs import DayField
from naast.surroundings.inputs import LedInput, LineInput, MapInput, PersonInput
from naast.surroundings.models import AroundLine, Category, LedToHelp, MapPerson, NetworkMap

LONGEST = 2000


class PastDate(forms.DateField):
    """A day that is not still to come."""

    def clean(self, value: Any) -> Any:
        """Not a day to come."""
        day = super().clean(value)
        if day is not None and day > clock.today():
            raise forms.ValidationError(_("Choose today or a day that is past."))
        return day


def _words(label: object, *, help_text: object = "", rows: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label,  # type: ignore[arg-type]  # a lazy translation
        help_text=help_text,  # type: ignore[arg-type]  # idem
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class LineForm(forms.Form):
    """Somebody around a participant, told by them."""

    who = forms.CharField(
        label=_("Who"),
        help_text=_("A first name, or what you call them: my daughter, the nurse of the morning."),
        max_length=120,
    )
    category = forms.ChoiceField(label=_("What kind of help"), choices=Category)
    does = forms.CharField(label=_("What they do"), max_length=300)
    when = forms.CharField(
        label=_("When"), help_text=_("Such as: every morning."), max_length=120, required=False
    )
    phone = forms.CharField(label=_("Phone"), max_length=30, required=False)
    since_on = DayField(label=_("Since"), required=False)
    until_on = DayField(label=_("Until"), required=False)
    is_shared = forms.BooleanField(label=_("Volunteers may see this line too"), required=False)

    def clean(self) -> dict[str, Any]:
        """The last day comes after the first."""
        data = super().clean() or {}
        since, until = data.get("since_on"), data.get("until_on")
        if since and until and until < since:
            self.add_error("until_on", _("The last day comes after the first."))
        return data

    def line(self) -> LineInput:
        """What was typed, as the service wants it."""
        return LineInput(**self.cleaned_data)


def line_initial(line: AroundLine) -> dict[str, Any]:
    """The form of a line that stands."""
    return {name: getattr(line, name) for name in LineForm.base_fields}


class LedForm(forms.Form):
    """To which help, when, and whether it worked out."""

    service = forms.CharField(label=_("Which help or service"), max_length=120)
    led_on = PastDate(label=_("When"), initial=clock.today)
    outcome = forms.ChoiceField(label=_("Did it work out?"), choices=LedToHelp.Outcome)
    words = _words(_("In a few words"))

    def led(self) -> LedInput:
        """What was typed, as the service wants it."""
        return LedInput(**self.cleaned_data)


def led_initial(led: LedToHelp) -> dict[str, Any]:
    """The form of one that stands."""
    return {name: getattr(led, name) for name in LedForm.base_fields}


class MapForm(forms.Form):
    """A map drawn together: the yes to keep it, and the talk around it."""

    moment = forms.ChoiceField(label=_("Moment"), choices=NetworkMap.Moment)
    drawn_on = PastDate(label=_("Drawn together on"), initial=clock.today)
    agreed_how = forms.ChoiceField(
        label=_("The participant agrees that we keep it. How did they say so?"),
        choices=NetworkMap.How,
    )
    own_strength = _words(_("What goes well by myself?"))
    own_solutions = _words(
        _("What can I, or people around me, do about it?"),
        help_text=_("Talk about this before you look for a volunteer."),
    )
    wish = _words(_("Whom would I like to see more?"))

    def drawn(self) -> MapInput:
        """What was typed, as the service wants it."""
        names = MapForm.base_fields
        return MapInput(**{name: self.cleaned_data[name] for name in names})


class NewMapForm(MapForm):
    """The same for a new map, with the people of an earlier one when there is one."""

    def __init__(self, *args: Any, earlier: NetworkMap | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if earlier is not None:
            self.fields["copies"] = forms.BooleanField(
                label=_("Begin with the people of the last map"), required=False, initial=True
            )

    def copies(self) -> bool:
        """Whether the people of the last map come along."""
        return bool(self.cleaned_data.get("copies"))


def map_initial(network_map: NetworkMap) -> dict[str, Any]:
    """The form of a map that stands."""
    return {name: getattr(network_map, name) for name in MapForm.base_fields}


class MapPersonForm(forms.Form):
    """Somebody on the map."""

    name = forms.CharField(label=_("Name, or what you call them"), max_length=80)
    ring = forms.TypedChoiceField(
        label=_("How near"), choices=MapPerson.Ring, coerce=int, widget=forms.RadioSelect
    )
    category = forms.ChoiceField(label=_("What kind of help"), choices=Category)
    means = forms.CharField(label=_("What they mean to me"), max_length=300, required=False)

    def person(self) -> PersonInput:
        """What was typed, as the service wants it."""
        return PersonInput(**self.cleaned_data)
