"""What stands around the participants of an invented house: who does what, drawn maps, own words, early checks,
an own rhythm, and a line for who is on duty next. Plainly invented."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from dateutil.relativedelta import relativedelta
from django.db.models import F

from naast.companionship.models import DutyLine, Match, MatchState, Visit
from naast.companionship.services import rhythm
from naast.companionship.services.rhythm import Line
from naast.desk.demo.season import Season
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import Person
from naast.surroundings.inputs import (
    CheckAnswers,
    LedInput,
    LineInput,
    MapInput,
    PersonInput,
    Words,
)
from naast.surroundings.models import MatchCheck, Outcome, Saying
from naast.surroundings.services import around, asking, checks, maps

HOW_MANY: Final = 4
LINES: Final = (
    LineInput("Mijn dochter", "informal", "kookt en doet de was", "op zondag", is_shared=True),
    LineInput("De buurvrouw", "friends", "brengt de krant binnen", "elke ochtend", is_shared=True),
    LineInput("De thuisverpleging", "professionals", "helpt bij het wassen", "elke ochtend"),
    LineInput("Ikzelf", "self", "doe mijn eigen boodschappen", "twee keer per week"),
)
PEOPLE: Final = (
    PersonInput("Ikzelf", 1, "self", "mijn tuin, mijn boodschappen"),
    PersonInput("Mijn dochter", 1, "informal", "altijd daar"),
    PersonInput("De buurvrouw", 2, "friends", "een babbel over de haag"),
    PersonInput("Mijn broer", 3, "friends", "we bellen te weinig"),
    PersonInput("De verpleegster", 2, "professionals", "weet hoe ik het graag heb"),
)
LATER: Final = PersonInput("Mijn vrijwilliger", 2, "volunteers", "brengt de buitenwereld mee")
SAID: Final = (
    "Ik kijk ernaar uit, elke week. Het mag gerust wat langer duren.",
    "Het gaat goed. Soms is het wat stil, en dat is ook goed.",
)
ANSWER: Final = "Dat horen we graag. We vragen of een half uur langer lukt."
FINE: Final = CheckAnswers("yes", at_ease=5, wants_alike=4, often="good", keeps_to_it=5)
DOUBT: Final = CheckAnswers(
    "doubt", at_ease=3, wants_alike=2, often="little", words="Ik had gehoopt op meer wandelen."
)


def fill(season: Season, volunteers: list[Person]) -> None:
    """A little in every state; the cast first, so that their own pages have life."""
    desk = _desk(season)
    living = list(
        Match.objects.filter(
            organisation_id=desk.organisation_id,
            state__in=(MatchState.RUNNING, MatchState.TRIAL),
            started_on__isnull=False,
        )
        .select_related("participant", "volunteer", "professional", "programme")
        .order_by(
            F("participant__user_id").asc(nulls_last=True),
            F("volunteer__user_id").asc(nulls_last=True),
            "pk",
        )[: 2 * HOW_MANY]
    )
    for number, match in enumerate(_one_a_participant(living)):
        _around(season, desk, match, number)
        _say(season, desk, match, number)
        _ask(season, desk, match, number)
    for match in living[:2]:
        _rhythm(desk, match)
    _duty(season, living)


def _desk(season: Season) -> Actor:
    boss = season.staff[0]
    return season.as_member(boss, Function.COORDINATOR)


def _one_a_participant(matches: Iterable[Match]) -> list[Match]:
    seen: dict[object, Match] = {}
    for match in matches:
        seen.setdefault(match.participant_id, match)
    return list(seen.values())[:HOW_MANY]


def _around(season: Season, desk: Actor, match: Match, number: int) -> None:
    person = match.participant
    for line in LINES:
        since = season.today - relativedelta(months=18 - number)
        around.write_line(actor=desk, person_id=person.pk, line=replace(line, since_on=since))
    if number % 2 == 0:
        around.share(actor=desk, person_id=person.pk, is_shared=True)
        led = LedInput("Zitdag van de sociale dienst", season.ago(20), "worked", "Samen geraakt.")
        around.write_led(actor=desk, person_id=person.pk, led=led)
    if number == HOW_MANY - 1:
        around.rather_no_map(actor=desk, person_id=person.pk)
        return
    drawn = MapInput(
        moment="start",
        drawn_on=season.today - relativedelta(months=7),
        agreed_how="in_person",
        own_strength="Ik doe mijn eigen boodschappen en ik kook graag.",
        own_solutions="Mijn buurvrouw wil wel eens meewandelen.",
        wish="Mijn broer, die ik al lang niet zag.",
    )
    first = maps.begin_map(actor=desk, person_id=person.pk, drawn=drawn)
    for one in PEOPLE:
        maps.put_on_map(actor=desk, map_id=first.pk, person=one)
    if number % 2 == 0:
        again = replace(drawn, moment="half_year", drawn_on=season.ago(20))
        second = maps.begin_map(actor=desk, person_id=person.pk, drawn=again, copied_from=first.pk)
        maps.put_on_map(actor=desk, map_id=second.pk, person=LATER)


def _say(season: Season, desk: Actor, match: Match, number: int) -> None:
    audience = "professional" if number % 2 == 0 else "coordinator"
    how = "paper" if number % 2 else "phone"
    for place, text in enumerate(SAID):
        saying = asking.say_for(
            actor=desk,
            person_id=match.participant_id,
            words=Words(text, audience=audience, how=how),
        )
        if place == 0:
            asking.answer(actor=desk, saying_id=saying.pk, text=ANSWER)
    Saying.objects.create(
        organisation_id=match.organisation_id,
        person=match.participant,
        invited_on=season.ago(2),
    )


def _ask(season: Season, desk: Actor, match: Match, number: int) -> None:
    milestone = match.milestones.filter(kind="early_check").first()
    for side, answers in (("volunteer", FINE), ("participant", DOUBT)):
        check = MatchCheck.objects.create(
            organisation_id=match.organisation_id,
            match=match,
            milestone=milestone,
            side=side,
            person=getattr(match, side),
            asked_on=season.ago(6),
        )
        if number:
            told = replace(answers, how="phone")
            checks.fill_in(actor=desk, check_id=check.pk, answers=told)
    if number < 2:
        asking.switch_outcome(actor=desk, programme_id=match.programme_id, is_on=True)
        Outcome.objects.create(
            organisation_id=match.organisation_id,
            match=match,
            person=match.participant,
            moment=Outcome.Moment.START,
            asked_on=season.ago(3),
        )


def _rhythm(desk: Actor, match: Match) -> None:
    lines = (Line("visit", 1, "week", "thuis, bij de koffie"), Line("call", 2, "week", "kort"))
    changed = rhythm.write_lines(actor=desk, match_id=match.pk, lines=lines)
    rhythm.agree(
        actor=desk,
        match_id=match.pk,
        side="participant",
        version=changed.rhythm_version,
        how="told",
    )


def _duty(season: Season, matches: list[Match]) -> None:
    """Two lines for professionals, one of them read; written as a visit of some days ago told them."""
    backed = [match for match in matches if match.professional is not None][:2]
    for number, match in enumerate(backed):
        visit = Visit.objects.filter(match=match).order_by("-visited_on").first()
        if visit is None or match.professional is None:
            continue
        DutyLine.objects.create(
            organisation_id=match.organisation_id,
            visit=visit,
            match=match,
            to=match.professional,
            text="We zijn terug. De boodschappen staan nog in de gang.",
            read_at=season.moment(season.today, 9) if number else None,
            read_by=match.professional if number else None,
        )
