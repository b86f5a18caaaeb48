"""Input about carers, and about favours tried through a volunteer."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.inputs import DayField, NamedField
from naast.needs.forms.fields import choose_from, id_of, text, theme_field
from naast.needs.inputs import CarerInput, FavourInput, LookInput
from naast.needs.queries import rows as queries
from naast.needs.rules import LOOK_BACK_WEEKS, TALK_WITHIN
from naast.needs.states import Load
from naast.people.models import Person
from naast.surroundings.models import AroundLine


class LineField(forms.ModelChoiceField):  # type: ignore[type-arg]  # stubs want an argument, Django has none
    """Somebody who stands around the participant."""

    def label_from_instance(self, obj: AroundLine) -> str:
        """Who it is, as it was written down."""
        return str(obj.who)


class CarerForm(forms.Form):
    """Who carries too much, and what we offer."""

    line = LineField(
        label=_("Somebody around them"),
        queryset=AroundLine.objects.none(),
        required=False,
        empty_label=_("Somebody else"),
    )
    relative = NamedField(
        label=_("Somebody in the same home"),
        queryset=Person.objects.none(),
        required=False,
        empty_label=_("Somebody else"),
    )
    who = forms.CharField(
        label=_("Or in a few words"),
        max_length=160,
        required=False,
        help_text=_("«His sister», «the neighbour on the second floor». No name is needed."),
    )
    words = text(_("What weighs"), rows=3)
    offered = text(
        _("What we offered"),
        rows=2,
        help_text=_("A talk, a volunteer for some hours, a service that takes over for a while."),
    )
    look_back_on = DayField(label=_("When we look back"))
    theme = theme_field(required=False)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        day = clock.today() + timedelta(weeks=LOOK_BACK_WEEKS)
        kwargs["initial"] = {"look_back_on": day, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        choose_from(self, "line", queries.lines_around(person))
        choose_from(self, "relative", queries.relatives_of(person))

    def carer(self, *, person_id: UUID, signal_id: UUID | None) -> CarerInput:
        """What a valid form holds."""
        data = self.cleaned_data
        given = {name: value for name, value in data.items() if name not in ("line", "relative")}
        return CarerInput(
            **given,
            person_id=person_id,
            signal_id=signal_id,
            line_id=id_of(data, "line"),
            relative_id=id_of(data, "relative"),
        )


class LookForm(forms.Form):
    """How it goes with the carer now."""

    load = forms.ChoiceField(
        label=_("How does it go now?"), choices=Load.choices, widget=forms.RadioSelect
    )
    after = text(_("In a few words"), required=False, rows=2)
    offered = text(_("What we offer from now on, if it changes"), required=False, rows=2)
    again_on = DayField(
        label=_("Look back once more on"),
        required=False,
        help_text=_("Leave it empty when it is enough."),
    )

    def look(self) -> LookInput:
        """What a valid form holds."""
        return LookInput(**self.cleaned_data)


class FavourForm(forms.Form):
    """What was tried through a volunteer."""

    tried_on = DayField(label=_("On which day"))
    words = text(
        _("What was tried"),
        required=False,
        help_text=_("The volunteer reads this: it happened to them, and it is no fault of theirs."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"tried_on": clock.today(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)

    def favour(self, *, signal_id: UUID | None, match_id: UUID | None) -> FavourInput:
        """What a valid form holds."""
        return FavourInput(**self.cleaned_data, signal_id=signal_id, match_id=match_id)


class TalkForm(forms.Form):
    """When we talk about it."""

    planned_on = DayField(label=_("When we talk"))
    place = forms.CharField(label=_("Where and at what hour"), max_length=160, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        soon = clock.today() + TALK_WITHIN / 2
        kwargs["initial"] = {"planned_on": soon, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
