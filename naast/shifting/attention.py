"""What this room puts on the coordinator's desk: tasks that shifted, and yearly looks at the work."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from naast.companionship.models import Match
from naast.core import clock
from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.programmes.models import Programme
from naast.shifting.models import TaskShift
from naast.shifting.quarters import Quarter
from naast.shifting.queries import shifts as queries
from naast.shifting.queries import work
from naast.shifting.states import ShiftState

# Rows of one kind at most: the desk shows a day, not a year.
MOST = 30
# Told of this often in three months, it begins to be a habit.
A_HABIT = 3
ANSWER_WITHIN = timedelta(days=7)
# Without a day to talk on, somebody asks after two weeks whether the talk took place.
TALK_WITHIN = timedelta(days=14)


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """Everything of this room for a coordinator's day; the number of queries is constant.

    `there`: the names of `signs` that exist; the others cost no query.
    """
    if not actor.is_coordinator:
        return []
    return [item for name, kind in KINDS.items() if name in there for item in kind(actor, now)]


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    if not actor.is_coordinator:
        return {}
    return {name: rows(actor, now) for name, rows in SIGNS.items()}


def _to_settle(actor: Actor, now: datetime) -> QuerySet[TaskShift]:
    """What was noticed, talks whose day came, and questions a volunteer didn't answer for a week."""
    talked = Q(talk_on__lte=localdate(now)) | Q(
        talk_on__isnull=True, state_since__lt=now - TALK_WITHIN
    )
    return queries.to_settle(actor).filter(
        Q(state=ShiftState.NOTICED)
        | Q(state=ShiftState.TALKING) & talked
        | Q(state=ShiftState.ASKED, state_since__lt=now - ANSWER_WITHIN)
    )


def _shifts(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    """One line a match, however many things shifted there (S1-89)."""
    waiting = _to_settle(actor, now)
    first = waiting.order_by("match_id").values("match_id").distinct()[:MOST]
    rows = queries.with_people(
        waiting.filter(match_id__in=list(first.values_list("match_id", flat=True)))
    )
    by_match: dict[UUID, list[TaskShift]] = defaultdict(list)
    for shift in rows.order_by("first_on", "id"):
        by_match[shift.match_id].append(shift)
    times = queries.times_of(rows, localdate(now) - queries.SEEN_IN)
    for shifts in by_match.values():
        yield _shift_item(actor, shifts, times)


def _shift_item(actor: Actor, shifts: list[TaskShift], times: dict[UUID, int]) -> AttentionItem:
    shift = max(shifts, key=lambda each: times[each.pk])
    match, count = shift.match, times[shift.pk]
    url = actor.url("shifting:match", match_id=match.pk)
    if len(shifts) == 1:
        url = actor.url("shifting:shift", shift_id=shift.pk)
    is_habit = count >= A_HABIT or shift.state != ShiftState.NOTICED
    return AttentionItem(
        kind="task-shift",
        subject_id=match.pk,
        name=match.volunteer.name,
        sentence=_sentence(shift, count, len(shifts) - 1),
        since=clock.morning(shift.first_on),
        urgency=Urgency.THIS_WEEK if is_habit else Urgency.GOOD_TO_KNOW,
        url=url,
        action=_("Settle it"),
        owner_id=match.coach_id or match.programme.coordinator_id,
    )


def _sentence(shift: TaskShift, count: int, others: int) -> str:
    values = {
        "volunteer": shift.match.volunteer.first_name,
        "participant": shift.match.participant.first_name,
        "what": shift.words,
        "count": count,
    }
    if shift.state == ShiftState.ASKED:
        words = _("%(volunteer)s was asked whether «%(what)s» fits, and has not answered yet.")
    elif shift.state == ShiftState.TALKING:
        words = _("Talk with %(volunteer)s about «%(what)s»: how do they see it?")
    elif shift.is_added or not count:
        words = _("A new task for %(volunteer)s and %(participant)s: «%(what)s».")
    else:
        words = ngettext(
            "%(volunteer)s did something with %(participant)s that was not agreed: «%(what)s», once in three months.",
            "%(volunteer)s did something with %(participant)s that was not agreed: «%(what)s», %(count)s times in three months.",
            count,
        )
    sentence = words % values
    if others:
        more = ngettext("And %(count)s other thing.", "And %(count)s other things.", others)
        sentence += " " + more % {"count": others}
    return sentence


def _to_look_back_on(actor: Actor, now: datetime) -> QuerySet[TaskShift]:
    return queries.to_look_back_on(actor, localdate(now))


def _looks_back(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    """Three months after something was settled: how is it now?"""
    rows = queries.with_people(_to_look_back_on(actor, now))
    for shift in rows.order_by("look_back_on", "id")[:MOST]:
        match: Match = shift.match
        yield AttentionItem(
            kind="task-shift-look-back",
            subject_id=shift.pk,
            name=match.volunteer.name,
            sentence=_("Three months ago you settled «%(what)s» with %(volunteer)s. How is it now?")
            % {"what": shift.words, "volunteer": match.volunteer.first_name},
            since=clock.morning(shift.look_back_on or localdate(now)),
            urgency=Urgency.THIS_WEEK,
            url=actor.url("shifting:look_back", shift_id=shift.pk),
            action=_("Look back"),
            owner_id=match.coach_id or match.programme.coordinator_id,
        )


def _quarter(now: datetime) -> Quarter:
    return Quarter.of(localdate(now)).previous


def _without_look(actor: Actor, now: datetime) -> QuerySet[Programme]:
    """Until somebody looked, or the next quarter takes its place: nothing disappears unseen."""
    return work.not_looked_at(actor, _quarter(now))


def _quarters(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    quarter = _quarter(now)
    for programme in _without_look(actor, now).order_by("name")[:MOST]:
        yield _about_programme(
            actor,
            programme,
            "task-quarter",
            _(
                "%(programme)s: lay what was agreed and what was done from %(months)s beside each other."
            )
            % {"programme": programme.name, "months": quarter.months},
            since=clock.morning(quarter.next.starts_on),
            url=actor.url(
                "shifting:programme_quarter", programme_id=programme.pk, quarter=quarter.code
            ),
        )


def _unasked(actor: Actor, now: datetime) -> QuerySet[Programme]:
    return work.unasked(actor, localdate(now))


def _places(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    """A task of volunteers of which nobody asked whether it takes the place of paid work (S1-177)."""
    for programme in _unasked(actor, now).order_by("name")[:MOST]:
        yield _about_programme(
            actor,
            programme,
            "task-place",
            _(
                "%(programme)s: do the tasks of volunteers take the place of paid work? Ask it once a year."
            )
            % {"programme": programme.name},
            since=programme.created_at,
        )


def _untalked(actor: Actor, now: datetime) -> QuerySet[Programme]:
    return work.not_talked(actor, localdate(now))


def _talks(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    """Once a year: who does the relational work, and do paid and unpaid people do the same (S1-90, S1-109)?"""
    for programme in _untalked(actor, now).order_by("name")[:MOST]:
        yield _about_programme(
            actor,
            programme,
            "task-team-talk",
            _("%(programme)s: talk with the team about who does which sort of work.")
            % {"programme": programme.name},
            since=programme.created_at,
        )


def _about_programme(
    actor: Actor,
    programme: Programme,
    kind: str,
    sentence: Text,
    *,
    since: datetime,
    url: str = "",
) -> AttentionItem:
    return AttentionItem(
        kind=kind,
        subject_id=programme.pk,
        name=programme.name,
        sentence=sentence,
        since=since,
        urgency=Urgency.GOOD_TO_KNOW,
        url=url or actor.url("shifting:programme", programme_id=programme.pk),
        action=_("Look"),
        owner_id=programme.coordinator_id,
    )


KINDS: dict[str, Callable[[Actor, datetime], Iterator[AttentionItem]]] = {
    "shifting.shifts": _shifts,
    "shifting.look-back": _looks_back,
    "shifting.quarters": _quarters,
    "shifting.places": _places,
    "shifting.talks": _talks,
}
SIGNS: dict[str, Callable[[Actor, datetime], QuerySet[Any, Any]]] = {
    "shifting.shifts": _to_settle,
    "shifting.look-back": _to_look_back_on,
    "shifting.quarters": _without_look,
    "shifting.places": _unasked,
    "shifting.talks": _untalked,
}
