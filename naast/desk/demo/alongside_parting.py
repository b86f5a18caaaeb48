"""The demo's part of parting: ends of matches, calls afterwards, light contacts, goodbyes in every state; all
invented."""

from datetime import timedelta
from uuid import UUID

from naast.companionship.models import Match, MatchState
from naast.companionship.states import OPEN_STATES
from naast.core import clock
from naast.desk.demo.season import Season
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.parting.inputs import (
    Earlier,
    Goodbye,
    Grounds,
    NewPulse,
    OwnWish,
    PartingTalk,
    SeenInput,
    TalkInput,
)
from naast.parting.models import Away, Heard, OnwardGoal, Parting
from naast.parting.services import care, closings, goodbye, grounds, partings, pulses
from naast.parting.states import PartingKind, Side, TalkOutcome
from naast.people.models import Person

BROUGHT = {
    Side.PARTICIPANT: "Ik durf weer alleen naar de markt. En ik heb iemand om een kaartje te sturen.",
    Side.VOLUNTEER: "Ik leerde traag te zijn. Dat neem ik mee.",
}
NEXT = {Side.PARTICIPANT: "new_wish", Side.VOLUNTEER: "another_match"}
NEXT_WORDS = {
    Side.PARTICIPANT: "Leren werken met mijn nieuwe telefoon.",
    Side.VOLUNTEER: "Na de zomer, liefst weer iemand die graag buiten is.",
}
VALUE = "We luisteren eerst, en vullen niets in voor een ander."
WISHES = (
    OwnWish(
        reasons=("grown_work",), reason_words="Ik begin in de bakkerij om de hoek.", come_back=True
    ),
    OwnWish(reasons=("life_changed",), better=("hours",), better_words="Avonden lukten nooit."),
    OwnWish(reasons=("grown_study",), reason_words="Ik start de opleiding zorgkundige."),
)


def fill(season: Season, active: list[Person]) -> None:
    """A little in every state, so that every page has something to show."""
    boss = season.staff[0]
    actor = season.as_member(boss, Function.COORDINATOR)
    _closings(season, actor)
    _afterwards(season, actor, active)
    _goodbyes(season, actor, active)
    _not_seen(season, active)


def _closings(season: Season, actor: Actor) -> None:
    """Of the matches that wind down: one talked through, one planned, the rest still to plan."""
    winding = Match.objects.filter(
        organisation_id=actor.organisation_id, state=MatchState.WINDING_DOWN
    ).order_by("pk")
    for number, match in enumerate(winding[:2]):
        is_talked = number == 0
        for side in Side:
            talk = TalkInput(
                outcome=TalkOutcome.TALKED if is_talked else TalkOutcome.PLANNED,
                talk_on=season.ago(2 if is_talked else -4),
                brought=BROUGHT[side] if is_talked else "",
                next=NEXT[side] if is_talked else "",
                next_words=NEXT_WORDS[side] if is_talked else "",
            )
            closings.write_talk(actor=actor, match_id=match.pk, side=side, talk=talk)
        if is_talked:
            closings.arrange(
                actor=actor,
                match_id=match.pk,
                checks={"keys": "done", "papers": "not_needed"},
                stay_in_touch="Een kaartje met Nieuwjaar, meer hoeft niet.",
                wants_together=True,
                together_on=season.ago(-6),
            )


def _afterwards(season: Season, actor: Actor, active: list[Person]) -> None:
    """Calls after the matches that ended, and two light contacts: by somebody of the cast, and by a colleague."""
    ended = list(
        Match.objects.filter(organisation_id=actor.organisation_id, state=MatchState.ENDED)
        .select_related("participant", "volunteer")
        .order_by("pk")[:3]
    )
    for match in ended:
        care.plan_calls(actor, match)
    match_of_cast = _ended_match_of_cast(season, active)
    keepers: list[tuple[Match, UUID | None]] = [(match, None) for match in ended[:1]]
    if match_of_cast is not None:
        keepers.append((match_of_cast, season.of(Function.PROFESSIONAL).pk))
    for match, colleague_id in keepers:
        new = NewPulse(
            volunteer_id=None if colleague_id else _of_cast(active).pk,
            colleague_id=colleague_id,
            every_weeks=4,
            until_on=season.ago(-120),
            consent_on=season.ago(5),
            consent_how="by_phone",
        )
        pulse = pulses.start_pulse(actor=actor, match_id=match.pk, new=new)
        pulses.note_contact(
            actor=actor,
            pulse_id=pulse.pk,
            contact_on=season.today,
            line="Alles goed. Ging dinsdag weer kaarten.",
        )


def _of_cast(active: list[Person]) -> Person:
    """Somebody who signs in, or the first."""
    return next((person for person in active if person.user_id is not None), active[0])


def _ended_match_of_cast(season: Season, active: list[Person]) -> Match | None:
    """A match of last year of the participant of the cast."""
    participant = (
        Person.objects.filter(
            organisation_id=season.actor.organisation_id,
            user__isnull=False,
            participant__isnull=False,
            volunteer__isnull=True,
        )
        .order_by("pk")
        .first()
    )
    if participant is None or len(active) < 2:
        return None
    return Match.objects.create(
        organisation_id=season.actor.organisation_id,
        programme=season.programmes[0],
        participant=participant,
        volunteer=active[-1],
        state=MatchState.ENDED,
        state_since=season.moment(season.ago(90)),
        coach=season.staff[0],
        professional=season.staff[-1],
        started_on=season.ago(400),
        ended_on=season.ago(90),
        end_reason="agreed_end",
        end_initiative="both",
        closing_talk_on=season.ago(91),
    )


def _goodbyes(season: Season, actor: Actor, active: list[Person]) -> None:
    """Own wishes, one of them said goodbye to; and two talks on our initiative."""
    busy = Match.objects.filter(
        organisation_id=actor.organisation_id, state__in=OPEN_STATES
    ).values_list("volunteer_id", flat=True)
    taken = set(busy)
    free = [
        person for person in reversed(active) if person.user_id is None and person.pk not in taken
    ]
    for number, (person, wish) in enumerate(zip(free, WISHES, strict=False)):
        kind = PartingKind.OWN_WISH
        parting = partings.open_parting(actor=actor, person_id=person.pk, kind=kind)
        partings.write_down(actor=actor, parting_id=parting.pk, wish=wish)
        if number:
            talk = PartingTalk(talk_on=season.ago(3), words="Warm gesprek, met taart.")
            partings.note_talk(actor=actor, parting_id=parting.pk, talk=talk)
        if number == len(WISHES) - 1:
            goodbye.say_goodbye(
                actor=actor,
                parting_id=parting.pk,
                goodbye=Goodbye(thanks="Voor alle dinsdagen, en voor je geduld."),
                takes_over_id=season.staff[0].pk,
            )
    for number, person in enumerate(free[len(WISHES) : len(WISHES) + 2]):
        _on_our_initiative(season, actor, person, is_shared=bool(number))


def _on_our_initiative(season: Season, actor: Actor, person: Person, *, is_shared: bool) -> Parting:
    """Half written and only heard; or read by the volunteer and talked about, so that a colleague looks along."""
    parting = partings.open_parting(actor=actor, person_id=person.pk, kind=PartingKind.ORGANISATION)
    given = Grounds(grounds=("guidance",), value=VALUE)
    grounds.name_grounds(actor=actor, parting_id=parting.pk, given=given)
    for days in (70, 35):
        earlier = Earlier(
            kind="talk" if days > 40 else "paper",
            taken_on=season.ago(days),
            words="Afgesproken om na elk bezoek even te bellen.",
            heard=Heard.WRITTEN_DOWN,
            own_view="Ik vind dat ik dat zelf wel kan inschatten.",
        )
        grounds.add_earlier(actor=actor, parting_id=parting.pk, earlier=earlier)
    seen = SeenInput(
        seen_on=season.ago(12),
        is_first_hand=is_shared,
        seen_by="De verpleegkundige van dienst",
        facts="Gaf tijdens het bezoek raad over medicatie, na twee keer vragen om dat niet te doen.",
    )
    grounds.add_seen(actor=actor, parting_id=parting.pk, seen=seen)
    if is_shared:
        grounds.share(actor=actor, parting_id=parting.pk)
        # Read a few days before the talk.
        read = clock.morning(season.ago(4))
        Parting.objects.filter(pk=parting.pk).update(state_since=read)
        grounds.write_view(actor=actor, parting_id=parting.pk, words="Ik wilde alleen helpen.")
        talk = PartingTalk(
            talk_on=season.ago(1),
            words="Rustig gesprek van een uur.",
            reaction="Ziet dat het botst.",
        )
        partings.note_talk(actor=actor, parting_id=parting.pk, talk=talk)
    return parting


def _not_seen(season: Season, active: list[Person]) -> None:
    """Somebody of the cast is asked how they are, and says where they are heading; two others are away longer."""
    owned = {"organisation_id": season.actor.organisation_id}
    cast = _of_cast(active)
    others = [person for person in active if person.user_id is None][:2]
    for person, days in zip((cast, *others), (190, 345, 380), strict=False):
        Away.objects.create(
            **owned,
            person=person,
            seen_on=season.today - timedelta(days=days),
            asked_on=season.ago(days - 184),
        )
    OnwardGoal.objects.create(
        **owned, person=cast, kind="work", words="In een school werken.", noted_on=season.ago(30)
    )
