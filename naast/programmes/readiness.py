"""Can this person start in this programme? Computed from what is known, never stored."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.programmes.kinds import RULES
from naast.programmes.models import Engagement, EntryCondition, Kind, Programme


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that must be in place: since when it is, or who sees to it."""

    code: str
    label: Text
    in_place: bool
    since: date | None = None
    who: Text = ""
    is_required: bool = True
    condition_id: UUID | None = None


def readiness(programme: Programme, engagement: Engagement | None) -> list[Item]:
    """Everything that must be in place before the first contact (S0-44, S0-45, S1-98, S1-33).

    `engagement` None: the person does not take part yet. No queries when the parts of the programme and
    the tests of the engagement are prefetched.
    """
    return [
        _takes_part(engagement),
        _honest_name(engagement),
        *(_condition(each, engagement) for each in programme.entryconditions.all()),
        _coach(programme),
        _on_call(programme),
    ]


def is_ready(items: Iterable[Item]) -> bool:
    """Whether nothing that is required is missing."""
    return not missing(items)


def missing(items: Iterable[Item]) -> list[Item]:
    """What is required and not in place."""
    return [item for item in items if item.is_required and not item.in_place]


def _takes_part(engagement: Engagement | None) -> Item:
    is_open = engagement is not None and engagement.ended_on is None
    return Item(
        code="engagement",
        label=_("Takes part in this programme"),
        in_place=is_open,
        since=engagement.started_on if engagement is not None and is_open else None,
        who=_("coordinator"),
    )


def _honest_name(engagement: Engagement | None) -> Item:
    """Volunteering needs the five questions; another kind needs to say who steers and until when."""
    label, who = _("The five questions of the volunteer law"), _("coordinator")
    if engagement is None:
        return Item("test", label, in_place=False, who=who)
    if engagement.kind == Kind.VOLUNTEERING:
        newest = next(iter(engagement.tests.all()), None)
        passed = newest is not None and newest.passed
        return Item(
            "test", label, in_place=passed, since=newest.tested_on if newest else None, who=who
        )
    rule = RULES[Kind(engagement.kind)]
    is_said = not (rule.steering and not engagement.steered_by) and not (
        rule.needs_end and engagement.until_on is None
    )
    return Item("terms", _("Who steers, and until when"), in_place=is_said, who=who)


def _condition(condition: EntryCondition, engagement: Engagement | None) -> Item:
    met = engagement.conditions_met.get(str(condition.pk)) if engagement else None
    return Item(
        code=condition.kind,
        label=condition.name,
        in_place=met is not None,
        since=date.fromisoformat(met) if met else None,
        who=condition.who_arranges,
        is_required=condition.is_required,
        condition_id=condition.pk,
    )


def _coach(programme: Programme) -> Item:
    return Item(
        code="coach",
        label=_("A coach for the volunteer"),
        in_place=programme.coach_id is not None,
        who=_("coordinator"),
    )


def _on_call(programme: Programme) -> Item:
    lines = programme.oncalllines.all()
    return Item(
        code="on_call",
        label=_("Somebody who answers at every hour, with a number"),
        in_place=bool(lines) and all(line.phone for line in lines),
        who=_("coordinator"),
    )
