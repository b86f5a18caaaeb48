"""What this room asks attention for on the desk: only what a person has to do, the most urgent few."""

from collections.abc import Callable, Container, Iterator
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from naast.companionship.models import Match
from naast.core import clock
from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.parting.absence import INACTIVE_AFTER
from naast.parting.models import Parting
from naast.parting.queries import away, closings, partings, pulses

MOST = 30


def _names(match: Match) -> dict[str, object]:
    return {"volunteer": match.volunteer.first_name, "participant": match.participant.first_name}


def _of_match(
    actor: Actor, match: Match, kind: str, words: Text, *, urgency: Urgency
) -> AttentionItem:
    return AttentionItem(
        kind=kind,
        subject_id=match.pk,
        name=match.volunteer.name,
        sentence=str(words) % _names(match),
        since=match.state_since,
        urgency=urgency,
        url=actor.url("parting:closing", match_id=match.pk),
        action=_("Open"),
        owner_id=match.coach_id or match.programme.coordinator_id,
    )


def _who_died(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    words = _(
        "The match of %(volunteer)s and %(participant)s ended because somebody died: say who, so that the right one is called."
    )
    rows = closings.without_name_of_who_died(actor, now=now).order_by("state_since", "id")
    for match in rows[:MOST]:
        yield _of_match(actor, match, "parting-who-died", words, urgency=Urgency.NOW)


def _without_plan(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    words = _("%(volunteer)s and %(participant)s work towards the end: plan a talk with each.")
    for match in closings.without_plan(actor).order_by("state_since", "id")[:MOST]:
        yield _of_match(actor, match, "parting-plan", words, urgency=Urgency.THIS_WEEK)


def _without_talk(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    words = _("%(volunteer)s and %(participant)s have ended: one of them was not heard yet.")
    rows = closings.without_talk(actor, now=now).order_by("state_since", "id")
    for match in rows[:MOST]:
        yield _of_match(actor, match, "parting-not-heard", words, urgency=Urgency.THIS_WEEK)


def _talks(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    day = localdate(now)
    for talk in closings.talks_to_hold(actor, day=day).order_by("talk_on", "id")[:MOST]:
        match = talk.closing.match
        person = match.participant if talk.side == "participant" else match.volunteer
        yield AttentionItem(
            kind="parting-closing-talk",
            subject_id=talk.pk,
            name=person.name,
            sentence=_("%(name)s: the closing talk was planned. Write down what was said.")
            % {"name": person.first_name},
            since=clock.among_moments(talk.talk_on or day),
            urgency=Urgency.THIS_WEEK,
            url=actor.url("parting:closing_talk", match_id=match.pk, side=talk.side),
            action=_("Write down"),
            owner_id=match.coach_id or match.programme.coordinator_id,
        )


def _care(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    for call in closings.care_due(actor, day=localdate(now)).order_by("due_on", "id")[:MOST]:
        person = call.person
        yield AttentionItem(
            kind="parting-aftercare",
            subject_id=call.pk,
            name=person.name,
            sentence=_("Call %(name)s after the end of a match: %(why)s")
            % {"name": person.first_name, "why": call.get_kind_display()},
            since=clock.among_moments(call.due_on),
            urgency=Urgency.NOW if call.kind == "debrief" else Urgency.THIS_WEEK,
            url=actor.url("parting:care", care_id=call.pk),
            action=_("Call"),
            owner_id=call.match.coach_id or call.match.programme.coordinator_id,
        )


def _last_questions(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    for pulse in pulses.with_last_question(actor).order_by("ended_on", "id")[:MOST]:
        yield AttentionItem(
            kind="parting-last-question",
            subject_id=pulse.pk,
            name=pulse.participant.name,
            sentence=_("%(name)s: the light contact has ended. Ask the last question.")
            % {"name": pulse.participant.first_name},
            since=clock.among_moments(pulse.ended_on or localdate(now)),
            urgency=Urgency.THIS_WEEK,
            url=actor.url("parting:pulse", pulse_id=pulse.pk),
            action=_("Ask"),
        )


def _silent_pulses(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    day = localdate(now)
    for pulse in pulses.silent(actor, day=day).order_by("started_on", "id")[:MOST]:
        yield AttentionItem(
            kind="parting-pulse-silent",
            subject_id=pulse.pk,
            name=pulse.participant.name,
            sentence=_("%(name)s: no light contact was written down for a while.")
            % {"name": pulse.participant.first_name},
            since=clock.among_moments(pulse.last_contact_on or pulse.started_on),
            urgency=Urgency.GOOD_TO_KNOW,
            url=actor.url("parting:pulse", pulse_id=pulse.pk),
            action=_("Look"),
        )


def _of_person(
    actor: Actor, parting: Parting, kind: str, words: Text, *, urgency: Urgency
) -> AttentionItem:
    return AttentionItem(
        kind=kind,
        subject_id=parting.pk,
        name=parting.person.name,
        sentence=str(words) % {"name": parting.person.first_name},
        since=parting.state_since,
        urgency=urgency,
        url=actor.url("parting:parting", parting_id=parting.pk),
        action=_("Open"),
    )


def _partings(
    kind: str,
    rows: Callable[[Actor, datetime], QuerySet[Parting]],
    words: Callable[[], str],
    urgency: Urgency,
) -> Callable[[Actor, datetime], Iterator[AttentionItem]]:
    def items_of(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
        found = rows(actor, now).select_related("person").order_by("state_since", "id")
        for parting in found[:MOST]:
            yield _of_person(actor, parting, kind, words(), urgency=urgency)

    return items_of


def _absent(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    day = localdate(now)
    rows = away.to_talk_with(actor, day=day).select_related("person")
    for row in rows.order_by("seen_on", "id")[:MOST]:
        is_a_year = row.seen_on + INACTIVE_AFTER <= day
        words = (
            _("%(name)s was not there for a year: decide together how it goes on.")
            if is_a_year
            else _("%(name)s was not there for eleven months: offer a talk.")
        )
        yield AttentionItem(
            kind="parting-away",
            subject_id=row.pk,
            name=row.person.name,
            sentence=words % {"name": row.person.first_name},
            since=clock.among_moments(row.seen_on),
            urgency=Urgency.THIS_WEEK if is_a_year else Urgency.GOOD_TO_KNOW,
            url=actor.url("parting:one_away", away_id=row.pk),
            action=_("Call"),
        )


KINDS: dict[str, Callable[[Actor, datetime], Iterator[AttentionItem]]] = {
    "parting.who-died": _who_died,
    "parting.without-plan": _without_plan,
    "parting.without-talk": _without_talk,
    "parting.closing-talks": _talks,
    "parting.care": _care,
    "parting.last-questions": _last_questions,
    "parting.silent-pulses": _silent_pulses,
    "parting.wishes": _partings(
        "parting-wish",
        lambda actor, now: partings.waits_for_talk(actor),
        lambda: _("%(name)s may stop as a volunteer: plan a talk."),
        Urgency.NOW,
    ),
    "parting.talks": _partings(
        "parting-talk",
        lambda actor, now: partings.talks_to_hold(actor, day=localdate(now)),
        lambda: _("%(name)s: the talk about the goodbye was planned. Write down what was said."),
        Urgency.THIS_WEEK,
    ),
    "parting.second": _partings(
        "parting-second",
        lambda actor, now: partings.waits_for_second(actor),
        lambda: _("A colleague asks somebody to look along at the goodbye of %(name)s."),
        Urgency.NOW,
    ),
    "parting.decided": _partings(
        "parting-decided",
        lambda actor, now: partings.decided(actor),
        lambda: _("%(name)s: two colleagues decided to part. Say goodbye well."),
        Urgency.NOW,
    ),
    "parting.away": _absent,
}


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    if not actor.is_coordinator:
        return {}
    day = localdate(now)
    rows: dict[str, QuerySet[Any, Any]] = {
        "parting.who-died": closings.without_name_of_who_died(actor, now=now),
        "parting.without-plan": closings.without_plan(actor),
        "parting.without-talk": closings.without_talk(actor, now=now),
        "parting.closing-talks": closings.talks_to_hold(actor, day=day),
        "parting.care": closings.care_due(actor, day=day),
        "parting.last-questions": pulses.with_last_question(actor),
        "parting.silent-pulses": pulses.silent(actor, day=day),
        "parting.wishes": partings.waits_for_talk(actor),
        "parting.talks": partings.talks_to_hold(actor, day=day),
        "parting.second": partings.waits_for_second(actor),
        "parting.decided": partings.decided(actor),
        "parting.away": away.to_talk_with(actor, day=day),
    }
    return rows


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """Everything of this room that asks for the actor's attention, in a constant number of queries; at most
    thirty of a kind, and for coordinators only."""
    if not actor.is_coordinator:
        return []
    return [item for kind, read in KINDS.items() if kind in there for item in read(actor, now)]
