"""Can this person start in this programme? One gate, computed from what is known and never stored (S0-44).

Everything here is pure: rows come prefetched, what other rooms know comes as `Known` (evidence.gather). Adding
something that is in place never makes anybody less ready: of everything that speaks for a condition, what holds
longest counts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.programmes.evidence import Evidence, Extra, Known, Terms
from naast.programmes.kinds import RULES
from naast.programmes.models import Engagement, EntryCondition, Kind, Override, Programme

# Days before the end on which somebody is warned (spec/peers 5.6).
WARNINGS = (60, 14)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that must be in place: since when it is and until when, or who does the next step.

    `key` names it for good («coach», or the id of a condition). `lapsed_on`: the last day on which it was in
    place, for what ended. `override`: somebody let it wait, with a reason and their name.
    """

    code: str
    label: Text
    in_place: bool
    since: date | None = None
    who: Text = ""
    is_required: bool = True
    condition_id: UUID | None = None
    until: date | None = None
    lapsed_on: date | None = None
    own_route: str = ""
    staff_route: str = ""
    override: Override | None = None

    @property
    def key(self) -> str:
        """What an override names."""
        return str(self.condition_id) if self.condition_id else self.code

    def days_left(self, today: date) -> int | None:
        """Days until the end, when it ends within the first warning; None otherwise."""
        if not self.in_place or self.until is None:
            return None
        left = (self.until - today).days
        return left if left <= WARNINGS[0] else None


def readiness(
    programme: Programme,
    engagement: Engagement | None,
    known: Known,
    overrides: Iterable[Override] = (),
) -> list[Item]:
    """Everything that must be in place before the first contact (S0-44, S0-45, S1-98, S1-33, S1-114).

    `engagement` None: the person does not take part yet. No queries when the parts of the programme and
    the tests of the engagement are prefetched (`queries.with_everything`).
    """
    items = [
        _takes_part(engagement),
        _honest_name(engagement),
        *(_condition(each, engagement, known) for each in programme.entryconditions.all()),
        *_extras(engagement, known),
        _coach(programme),
        _on_call(programme),
    ]
    return _with_overrides(items, overrides, known.today)


def is_ready(items: Iterable[Item]) -> bool:
    """Whether nothing that is required is missing."""
    return not missing(items)


def missing(items: Iterable[Item]) -> list[Item]:
    """What is required and not in place, also where somebody let it wait."""
    return [item for item in items if item.is_required and not item.in_place]


def in_the_way(items: Iterable[Item]) -> list[Item]:
    """The gate: what keeps a match or a shift from starting. Empty: it may start (S0-44)."""
    return [item for item in missing(items) if item.override is None]


def let_through(items: Iterable[Item]) -> list[Item]:
    """What is missing and was let wait by somebody with a reason: stays visible."""
    return [item for item in missing(items) if item.override is not None]


def ends_soon(items: Iterable[Item], today: date) -> list[Item]:
    """What is in place and ends within the first warning, soonest first."""
    soon = [item for item in items if item.days_left(today) is not None]
    return sorted(soon, key=lambda item: item.until or today)


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


def _condition(condition: EntryCondition, engagement: Engagement | None, known: Known) -> Item:
    terms = known.terms.get(condition.pk, Terms())
    best = best_evidence(condition, engagement, known)
    holds = best is not None and (best.until is None or best.until >= known.today)
    return Item(
        code=condition.kind,
        label=condition.name,
        in_place=holds,
        since=best.since if best is not None else None,
        until=best.until if best is not None and holds else None,
        lapsed_on=best.until if best is not None and not holds else None,
        who=condition.who_arranges,
        is_required=condition.is_required,
        condition_id=condition.pk,
        own_route=terms.own_route,
        staff_route=terms.staff_route,
    )


def best_evidence(
    condition: EntryCondition, engagement: Engagement | None, known: Known
) -> Evidence | None:
    """Of everything that speaks for this condition, what holds longest; None when nothing does."""
    if engagement is None:
        return None
    by_hand = _by_hand(condition, engagement, known)
    found = (*known.about(engagement.person_id, condition.pk), *([by_hand] if by_hand else ()))
    begun = [each for each in found if each.since <= known.today]
    return max(begun, key=lambda each: (each.until or date.max, each.since), default=None)


def _by_hand(condition: EntryCondition, engagement: Engagement, known: Known) -> Evidence | None:
    """The day that a coordinator wrote down, as long as the terms of the condition let it count."""
    written = engagement.conditions_met.get(str(condition.pk))
    if not written:
        return None
    since, terms = date.fromisoformat(written), known.terms.get(condition.pk, Terms())
    if terms.not_before is not None and since < terms.not_before:
        return Evidence(condition.pk, since, terms.not_before - timedelta(days=1))
    if terms.valid_months is None:
        return Evidence(condition.pk, since)
    return Evidence(condition.pk, since, since + relativedelta(months=terms.valid_months))


def _extras(engagement: Engagement | None, known: Known) -> list[Item]:
    rows: Sequence[Extra] = known.extras.get(engagement.person_id, ()) if engagement else ()
    return [
        Item(
            code=row.code,
            label=row.label,
            in_place=row.in_place,
            since=row.since,
            until=row.until if row.in_place else None,
            lapsed_on=None if row.in_place else row.until,
            who=row.who,
            is_required=row.is_required,
            own_route=row.own_route,
            staff_route=row.staff_route,
        )
        for row in rows
    ]


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


def _with_overrides(items: list[Item], overrides: Iterable[Override], today: date) -> list[Item]:
    """Where somebody let something wait: the newest word counts, on the days on which it holds."""
    waits = {each.item: each for each in overrides if each.holds_on(today)}
    return [
        replace(item, override=waits[item.key]) if not item.in_place and item.key in waits else item
        for item in items
    ]
