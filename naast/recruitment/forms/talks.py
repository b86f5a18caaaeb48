"""Inviting to a talk, planning and moving it; and the candidate's choice of a moment."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from naast.core.inputs import DayField
from naast.core.public_forms import PublicForm
from naast.organisations.choices import ColleagueField
from naast.organisations.models import Membership
from naast.recruitment.models import Talk, TalkOption
from naast.recruitment.services.talk_letters import said
from naast.recruitment.services.talks import MOST_MOMENTS, Plan

HOW_LONG = (
    (30, _("half an hour")),
    (45, _("three quarters of an hour")),
    (60, _("an hour")),
    (90, _("an hour and a half")),
    (120, _("two hours")),
    (240, _("half a day")),
)
CALL_ME = "call"


def _day(label: Any, *, required: bool = False) -> forms.DateField:
    return DayField(label=label, required=required)


def _hour(*, required: bool = False) -> forms.TimeField:
    return forms.TimeField(
        label=_("Hour"),
        required=required,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )


class TalkForm(forms.Form):
    """What for, with whom, where and how long."""

    kind = forms.ChoiceField(
        label=_("What for"),
        choices=Talk.Kind.choices,
        initial=Talk.Kind.FIRST,
        widget=forms.RadioSelect,
    )
    host = ColleagueField(label=_("Who leads it"), queryset=Membership.objects.none())
    where = forms.CharField(
        label=_("Where"),
        max_length=200,
        help_text=_(
            "So that somebody who was never here finds it: the street, the door, the bell."
        ),
    )
    minutes = forms.TypedChoiceField(
        label=_("How long, about"), choices=HOW_LONG, coerce=int, initial=60
    )

    def __init__(self, *args: Any, hosts: QuerySet[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["host"].queryset = hosts  # type: ignore[attr-defined]  # a ModelChoiceField

    def moments(self) -> Iterator[datetime]:
        """The moments that were filled in."""
        raise NotImplementedError

    def plan(self) -> Plan:
        """What was filled in, as the services want it."""
        data = self.cleaned_data
        return Plan(
            kind=data["kind"],
            host_id=data["host"].pk,
            where=data["where"],
            minutes=data["minutes"],
            moments=tuple(self.moments()),
        )


def _moment(form: forms.Form, day_field: str, hour_field: str) -> datetime | None:
    """Day and hour as one moment in Brussels, with an error beside the field for half of one, and for
    the hour that doesn't exist or comes twice in the nights that the clock changes."""
    day: date | None = form.cleaned_data.get(day_field)
    hour: time | None = form.cleaned_data.get(hour_field)
    if day is None and hour is None:
        return None
    if day is None or hour is None:
        missing = day_field if day is None else hour_field
        if missing not in form.errors:
            form.add_error(missing, _now("Fill in the day and the hour."))
        return None
    both = datetime.combine(day, hour)
    zone = timezone.get_current_timezone()
    first, second = both.replace(tzinfo=zone, fold=0), both.replace(tzinfo=zone, fold=1)
    if first.utcoffset() != second.utcoffset():
        form.add_error(hour_field, _now("That night the clock changes. Choose another hour."))
        return None
    return first


class InviteForm(TalkForm):
    """An invitation with up to five moments to choose from."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, MOST_MOMENTS + 1):
            label = _now("Moment %(number)s") % {"number": number}
            self.fields[f"day_{number}"] = _day(label, required=number == 1)
            self.fields[f"hour_{number}"] = _hour(required=number == 1)
        self.found: list[datetime] = []

    @property
    def pairs(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The fields of each moment."""
        numbers = range(1, MOST_MOMENTS + 1)
        return [(self[f"day_{number}"], self[f"hour_{number}"]) for number in numbers]

    def clean(self) -> dict[str, Any]:
        """Each moment whole or empty."""
        data = super().clean() or {}
        found = [
            _moment(self, f"day_{number}", f"hour_{number}")
            for number in range(1, MOST_MOMENTS + 1)
        ]
        self.found = [moment for moment in found if moment is not None]
        return data

    def moments(self) -> Iterator[datetime]:
        """The moments that were filled in."""
        return iter(self.found)


class AgreedForm(TalkForm):
    """One moment that was agreed in a call."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"] = _day(_now("Day"), required=True)
        self.fields["hour"] = _hour(required=True)
        self.found: datetime | None = None

    def clean(self) -> dict[str, Any]:
        """One whole moment."""
        data = super().clean() or {}
        self.found = _moment(self, "day", "hour")
        return data

    def moments(self) -> Iterator[datetime]:
        """The moment that was agreed."""
        return iter([self.found] if self.found else [])


class MoveForm(forms.Form):
    """Another moment for a talk, and perhaps another place."""

    day = _day(_("Day"), required=True)
    hour = _hour(required=True)
    where = forms.CharField(label=_("Where"), max_length=200)

    def clean(self) -> dict[str, Any]:
        """One whole moment."""
        data = super().clean() or {}
        data["starts_at"] = _moment(self, "day", "hour")
        return data


def initial_move(talk: Talk) -> dict[str, Any]:
    """The talk as it stands now."""
    local = timezone.localtime(talk.starts_at) if talk.starts_at else None
    return {
        "where": talk.where,
        "day": local.date() if local else None,
        "hour": local.time() if local else None,
    }


class ChooseForm(PublicForm):
    """The candidate chooses a moment, or asks to be called."""

    moment = forms.ChoiceField(label=_("Which moment suits you?"), widget=forms.RadioSelect)
    brings_along = forms.CharField(
        label=_("I bring somebody along"),
        help_text=_("For example: my sister, my counsellor. You need not bring anybody."),
        max_length=120,
        required=False,
    )

    def __init__(self, *args: Any, options: list[TalkOption], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["moment"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            *((str(option.pk), said(option.starts_at)) for option in options),
            (CALL_ME, _("None of these suits me: please call me")),
        ]
        self.fields["moment"].error_messages["invalid_choice"] = _(
            "This moment is gone. Choose another one, or ask us to call you."
        )

    @property
    def option_id(self) -> UUID | None:
        """The moment that was chosen; None for «please call me»."""
        chosen: str = self.cleaned_data["moment"]
        return None if chosen == CALL_ME else UUID(chosen)
