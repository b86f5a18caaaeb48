"""Can this person start in this programme? One gate, computed from what is known and never stored (S0-44).

Everything here is pure: rows come prefetched, what other rooms know comes as `Known` (evidence.gather). Adding
something that is in place never makes anybody less ready: of everything that speaks for a condition, what holds
longest counts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.law import ages
from naast.people.models import VolunteerProfile
from naast.programmes.evidence import Evidence, Extra, Known, Terms
from naast.programmes.kinds import RULES
from naast.programmes.models import Engagement, EntryCondition, Kind, Override, Programme

# Days before the end on which somebody is warned (spec/peers 5.6).
WARNINGS = (60, 14)
# Somebody misses something that never was in place; nothing that is in place ends (`look_from`).
LONG_AGO, NEVER = date(2000, 1, 1), date(9999, 12, 31)
NO_TERMS = Terms()
# From this age on no law asks how old a volunteer is.
GROWN_UP = 18


class TakingPart(Protocol):
    """What the conditions read of an engagement, or of a row of a list of them."""

    @property
    def person_id(self) -> UUID: ...

    @property
    def conditions_met(self) -> Mapping[str, str]: ...


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that must be in place: since when it is and until when, or who does the next step.

    `key` names it for good («coach», or the id of a condition). `lapsed_on`: the last day on which it was in
    place, for what ended. `override`: somebody let it wait, with a reason and their name. `may_wait` False:
    nobody can, because it is the law or a no: not taking part at all, being too young, five questions with a
    no among the answers, a check that was seen and is not in order, and who paused or said goodbye.
    `is_private`: the law asks it of this person, so only coordinators and the person read it. `by_hand` False:
    the proof stands on a page of its own (evidence.Terms).
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
    may_wait: bool = True
    is_private: bool = False
    by_hand: bool = True

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
    """Everything that must be in place before the first contact (S0-44, S0-45, S1-98, S1-33, S1-114). The
    conditions stand in the programme's own order, so that training may come before the agreement (S1-186).

    `engagement` None: the person does not take part yet. No queries when the parts of the programme, the
    person with their card, and the tests of the engagement are read already (`queries.for_readiness`).
    """
    items = [
        _takes_part(engagement),
        _honest_name(engagement),
        *(condition_item(each, engagement, known) for each in programme.entryconditions.all()),
        *(extra_items(engagement.person_id, known, programme.pk) if engagement is not None else ()),
        *_of_the_person(programme, engagement, known.today),
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


def can_be_let_wait(items: Iterable[Item]) -> list[Item]:
    """What is in the way and may wait, when a coordinator gives a reason."""
    return [item for item in in_the_way(items) if item.may_wait]


def lapsed(items: Iterable[Item]) -> list[Item]:
    """What is required, was in place and ended."""
    return [item for item in missing(items) if item.lapsed_on is not None]


def ends_soon(items: Iterable[Item], today: date) -> list[Item]:
    """What is in place and ends within the first warning, soonest first."""
    soon = [item for item in items if item.days_left(today) is not None]
    return sorted(soon, key=lambda item: item.until or today)


def look_from(items: Iterable[Item], today: date) -> date:
    """From which day on somebody has to look at this: the first warning before the first thing ends. When
    something never was in place that is always; when nothing misses or ends, never."""
    required = [item for item in items if item.is_required]
    ends = [end for item in required if (end := item.until or item.lapsed_on) is not None]
    first = min(ends) - timedelta(days=WARNINGS[0]) if ends else NEVER
    return first if first <= today or is_ready(required) else LONG_AGO


def _takes_part(engagement: Engagement | None) -> Item:
    is_open = engagement is not None and engagement.ended_on is None
    return Item(
        code="engagement",
        label=_("Takes part in this programme"),
        in_place=is_open,
        since=engagement.started_on if engagement is not None and is_open else None,
        who=_("coordinator"),
        may_wait=False,
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
            "test",
            label,
            in_place=passed,
            since=newest.tested_on if newest else None,
            who=who,
            may_wait=newest is None,
        )
    rule = RULES[Kind(engagement.kind)]
    is_said = not (rule.steering and not engagement.steered_by) and not (
        rule.needs_end and engagement.until_on is None
    )
    return Item("terms", _("Who steers, and until when"), in_place=is_said, who=who)


def condition_item(condition: EntryCondition, who: TakingPart | None, known: Known) -> Item:
    """One condition of the programme, for somebody who takes part in it or not yet (None)."""
    terms = known.terms.get(condition.pk, NO_TERMS)
    best = best_evidence(condition, who, known)
    is_stopped = who is not None and (who.person_id, condition.pk) in known.stops
    is_current = best is not None and (best.until is None or best.until >= known.today)
    holds = is_current and not is_stopped
    return Item(
        code=condition.kind,
        label=condition.name,
        in_place=holds,
        since=best.since if best is not None else None,
        until=best.until if best is not None and holds else None,
        lapsed_on=best.until if best is not None and not is_current else None,
        who=condition.who_arranges,
        is_required=condition.is_required,
        condition_id=condition.pk,
        own_route=terms.own_route,
        staff_route=terms.staff_route,
        may_wait=not is_stopped,
        by_hand=terms.by_hand,
    )


def best_evidence(
    condition: EntryCondition, who: TakingPart | None, known: Known
) -> Evidence | None:
    """Of everything that speaks for this condition, what holds longest; None when nothing does."""
    if who is None:
        return None
    by_hand = _by_hand(condition, who, known)
    found = (*known.about(who.person_id, condition.pk), *([by_hand] if by_hand else ()))
    begun = [each for each in found if each.since <= known.today]
    if len(begun) < 2:  # the usual case, for hundreds of people on a shortlist
        return begun[0] if begun else None
    return max(begun, key=lambda each: (each.until or date.max, each.since), default=None)


def _by_hand(condition: EntryCondition, who: TakingPart, known: Known) -> Evidence | None:
    """The day that a coordinator wrote down, as long as the terms of the condition let it count."""
    written = who.conditions_met.get(str(condition.pk))
    if not written:
        return None
    since, terms = date.fromisoformat(written), known.terms.get(condition.pk, NO_TERMS)
    if terms.not_before is not None and since < terms.not_before:
        return Evidence(condition.pk, since, terms.not_before - timedelta(days=1))
    if terms.valid_months is None:
        return Evidence(condition.pk, since)
    return Evidence(condition.pk, since, since + relativedelta(months=terms.valid_months))


def extra_items(person_id: UUID, known: Known, programme_id: UUID) -> list[Item]:
    """What the law asks of this person, in this programme or whichever it is."""
    rows = known.extras.get(person_id, ())
    return [_extra(row) for row in rows if row.programme_id in (None, programme_id)]


def _extra(row: Extra) -> Item:
    return Item(
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
        may_wait=row.may_wait,
        is_private=True,
    )


def _of_the_person(programme: Programme, engagement: Engagement | None, today: date) -> list[Item]:
    """Where they stand as a volunteer, age, and how long somebody wants to do this: of who takes part alone."""
    if engagement is None:
        return []
    card = getattr(engagement.person, "volunteer", None)
    items = standing_items(card)
    items += age_items(programme, engagement.person.birth_on, today)
    if engagement.kind == Kind.VOLUNTEERING and card is not None:
        items += term_items(programme, card.term_months)
    return items


def standing_items(card: VolunteerProfile | None) -> list[Item]:
    """Who has a volunteer's card and is not active on it starts nowhere: who pauses comes back first, who said
    goodbye starts again first, who is still getting to know us begins first. Each is one step on the card, so
    it never waits. Nothing for who is active, and for who takes part without such a card."""
    if card is None or card.status == VolunteerProfile.Status.ACTIVE:
        return []
    label, who = _("Active volunteer"), _("coordinator")
    return [Item("standing", label, in_place=False, who=who, may_wait=False)]


def age_items(programme: Programme, birth_on: date | None, today: date) -> list[Item]:
    """Old enough for this programme and by the law of the country, where the day of birth is known. Too young
    never waits. Where the law sets a condition (15 in Belgium) a person asks: what they heard is the reason
    with which it may wait. Reads the organisation of the programme (`queries.for_readiness` brings it)."""
    if birth_on is None:
        return []
    age = ages.age_on(birth_on, today)
    rule = ages.rule(programme.organisation.country, today) if age < GROWN_UP else None
    least = max(programme.minimum_age or 0, rule.lowest if rule is not None else 0)
    items = []
    if programme.minimum_age is not None or age < least:
        label = _("At least %(age)s years old") % {"age": least}
        items.append(Item("age", label, in_place=age >= least, may_wait=False))
    if rule is not None and rule.lowest <= age < rule.free_from:
        says, who = rule.sentence("with_condition"), _("coordinator")
        items.append(Item("age_asked", says, in_place=False, who=who))
    return items


def term_items(programme: Programme, months: int | None) -> list[Item]:
    """Wants to stay as long as this programme asks of everybody (S1-114), where it asks something."""
    if not programme.minimum_months:
        return []
    label = _("Wants to do this for at least %(months)s months") % {
        "months": programme.minimum_months
    }
    agreed = months is not None and months >= programme.minimum_months
    return [
        Item("term", label, in_place=agreed, who=_("the volunteer"), own_route="people:about_me")
    ]


def _coach(programme: Programme) -> Item:
    """A coach who left is no coach."""
    return Item(
        code="coach",
        label=_("A coach for the volunteer"),
        in_place=programme.coach is not None and programme.coach.ended_on is None,
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
        replace(item, override=waits[item.key])
        if not item.in_place and item.may_wait and item.key in waits
        else item
        for item in items
    ]
