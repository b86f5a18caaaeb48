"""The demo's part of needs and limits: what was handed on, what is stuck, what was asked of us, and a letter to
management; all invented."""

from datetime import timedelta
from uuid import UUID

from naast.companionship.models import Match
from naast.companionship.states import LIVING_STATES
from naast.core import clock
from naast.desk.demo.season import Season
from naast.needs.inputs import (
    AnswerInput,
    AskInput,
    CarerInput,
    EndInput,
    FavourInput,
    LimitInput,
    LookInput,
    NeedInput,
    ObstacleInput,
    PolicyInput,
    StuckInput,
)
from naast.needs.models import Limit, Need, Obstacle
from naast.needs.rules import Quarter
from naast.needs.services import care, letters, limits, obstacles
from naast.needs.services.register import note_need
from naast.needs.states import AnswerKind, Load, Theme, Wish
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import Person
from naast.programmes.models import Programme
from naast.signals.models import Signal
from naast.signals.states import Kind, LimitReason, OfferSide, Path

LIMITS = (
    (LimitReason.CARE, "Hulp bij het wassen, elke ochtend.", "Thuiszorg Zonderzorgen"),
    (LimitReason.MONEY, "Een stapel aanmaningen.", "Dienst Schuldhulp"),
    (LimitReason.TREATMENT, "Slaapt niet sinds het overlijden.", "Praathuis De Draad"),
    (LimitReason.MEDICINES, "De pillen voor de week klaarzetten.", "Thuisverpleging Op Stap"),
)
OBSTACLES = (
    (Wish.PLEAD, "Loket Omweg", "De premie voor verwarming", 21),
    (Wish.COME_ALONG, "Woondienst", "Een gesprek over de wachtlijst", 40),
    (Wish.KNOW, "Vervoersdienst", "Een rit twee weken vooraf vragen", 14),
    (Wish.TAKE_OVER, "De verhuurder", "Schimmel in de slaapkamer", 60),
)
# Theme, words, how often in which of the last quarters.
NEEDS = (
    (Theme.TRANSPORT, "Geen bus meer na zes uur.", (2, 3, 5, 4)),
    (Theme.LONELINESS, "Wil elke dag een stem horen.", (3, 2, 4, 6)),
    (Theme.CARE_LATE, "Acht weken wachten op thuiszorg.", (0, 1, 2, 3)),
    (Theme.DIGITAL, "De afspraak kan alleen online.", (1, 0, 2, 1)),
)
OFFER = (OfferSide.FITS, OfferSide.AFFORDABLE, OfferSide.MISSING)


def fill(season: Season, active: list[Person]) -> None:
    """A little in every state. The first match is that of somebody of the cast, whose page then has life."""
    actor = season.as_member(season.staff[0], Function.COORDINATOR)
    rows = Match.objects.filter(
        organisation_id=actor.organisation_id, state__in=LIVING_STATES, volunteer__in=active
    ).exclude(volunteer_id=actor.person_id)
    matches = list(rows.select_related("volunteer").order_by("-volunteer__user_id", "pk")[:6])
    matches.sort(key=lambda match: match.volunteer.user_id is None)
    if not matches:
        return
    _limits(season, actor, matches)
    _obstacles(season, actor, matches)
    _care(season, actor, matches)
    _register(season, actor, matches)
    _letters(season, actor)


def _limits(season: Season, actor: Actor, matches: list[Match]) -> None:
    """One of each: asked, stuck with its next step, taken up, and nobody asked yet; the last from a signal."""
    for number, (reason, words, service) in enumerate(LIMITS):
        match = matches[number % len(matches)]
        signal = _signal(actor, Kind.LIMIT) if number == len(LIMITS) - 1 else None
        given = LimitInput(
            reason, words, signal_id=signal.pk if signal else None, match_id=match.pk
        )
        limit = limits.note_limit(actor=actor, given=given)
        if number == len(LIMITS) - 1:
            continue
        _ask(season, actor, limit, service, 10 + 12 * number)
        if number == 1:
            _stick(season, actor, limit)
        elif number == 2:
            ending = EndInput("De eerste afspraak is maandag.", "Maandag praat er iemand mee.")
            limits.end_limit(actor=actor, limit_id=limit.pk, step="answer", given=ending)


def _signal(actor: Actor, kind: Kind) -> Signal | None:
    """One that a volunteer told, and for which nothing was set in motion."""
    told = Signal.objects.filter(
        organisation_id=actor.organisation_id,
        kind=kind,
        path=Path.DAILY,
        colleague__isnull=True,
        limit__isnull=True,
        favour__isnull=True,
    )
    return told.exclude(reporter_id=actor.person_id).first()


def _ask(season: Season, actor: Actor, limit: Limit, service: str, days: int) -> None:
    given = AskInput(
        service=service,
        asked_on=season.ago(days),
        answer_due_on=season.ago(days - 14),
        agreed="yes",
        for_volunteer=f"We hebben {service} gevraagd. Jij hoeft dit niet te doen.",
        contact="Onthaal",
    )
    limits.ask_service(actor=actor, limit_id=limit.pk, given=given)


def _stick(season: Season, actor: Actor, limit: Limit) -> None:
    given = StuckInput(
        why="waiting_list",
        escalate_to="Het diensthoofd van de schuldhulp, 000 00 00 00",
        escalation="Of een eerste gesprek kan, ook zonder dossier.",
        escalate_on=season.today,
        for_volunteer="Er is een wachtlijst. Wij bellen het diensthoofd.",
        theme=Theme.MONEY.value,
    )
    limits.note_stuck(actor=actor, limit_id=limit.pk, given=given)


def _obstacles(season: Season, actor: Actor, matches: list[Match]) -> None:
    """One waits for our answer, one was promised, one is only told, and one is done."""
    made: list[Obstacle] = []
    for number, (wish, agency, subject, days) in enumerate(OBSTACLES):
        match = matches[0 if number < 2 else number % len(matches)]
        volunteer = season.as_person(match.volunteer, Function.VOLUNTEER)
        given = ObstacleInput(wish, agency, subject, days_lost=days, match_id=match.pk)
        made.append(obstacles.ask_us(actor=volunteer, given=given))
    promise = AnswerInput(
        "We gaan samen. Ik bel je maandag.", season.staff[0].pk, season.today + timedelta(days=2)
    )
    for row in (made[1], made[3]):
        obstacles.answer(actor=actor, obstacle_id=row.pk, step="promise", given=promise)
    done = AnswerInput("De verhuurder komt kijken. Jij bent er vanaf.")
    obstacles.answer(actor=actor, obstacle_id=made[3].pk, step="done", given=done)


def _care(season: Season, actor: Actor, matches: list[Match]) -> None:
    """Two carers, one looked back on; two favours, one with its talk."""
    for number, match in enumerate(matches[:2]):
        given = CarerInput(
            person_id=match.participant_id,
            words="Zorgt al jaren elke nacht, en slaapt slecht.",
            offered="Een vrijwilliger op dinsdag, zodat er een vrije middag is.",
            look_back_on=season.today + timedelta(weeks=6),
            who="de dochter" if number else "de buurvrouw",
        )
        carer = care.note_carer(actor=actor, given=given)
        if number:
            look = LookInput(Load.LIGHTER, "Ze gaat weer zwemmen.")
            care.look_back(actor=actor, carer_id=carer.pk, given=look)
        favour = care.note_favour(
            actor=actor,
            given=FavourInput(
                words="Of ik een goed woordje wilde doen voor een grotere kamer.",
                tried_on=season.ago(3 + number),
                match_id=match.pk,
            ),
        )
        if number:
            day = season.today + timedelta(days=4)
            care.plan_talk(actor=actor, favour_id=favour.pk, planned_on=day)


def _register(season: Season, actor: Actor, matches: list[Match]) -> None:
    """A year of needs: days lie in four quarters, and some are about our own offer."""
    quarters = Quarter.of(season.today).last(4)
    programme: Programme = season.programmes[0]
    volunteers = [match.volunteer_id for match in matches]
    count = 0
    for theme, words, numbers in NEEDS:
        for quarter, number in zip(quarters, numbers, strict=True):
            for _each in range(number):
                aspect = OFFER[count % len(OFFER)] if count % 4 == 0 else ""
                given = NeedInput(theme, words, aspect=aspect, programme_id=programme.pk)
                need = note_need(actor=actor, given=given)
                day = min(quarter.first_day + timedelta(days=count % 80), season.today)
                Need.objects.filter(pk=need.pk).update(
                    noted_on=day,
                    # Written down that day: the same words a moment ago would be a second tap.
                    created_at=clock.morning(day - timedelta(days=1)),
                    told_by=volunteers[count % len(volunteers)],
                )
                count += 1


def _letters(season: Season, actor: Actor) -> None:
    """The letter of last quarter with one answer and one that waits; and something for the next one."""
    for title, theme, sees, asks in (
        (
            "Vervoer na zes uur",
            Theme.TRANSPORT,
            "Mensen blijven weg van het avondeten, omdat er geen bus meer is.",
            "Een afspraak met de vervoersdienst voor twee avonden in de week.",
        ),
        (
            "Wachten op thuiszorg",
            Theme.CARE_LATE,
            "Vrijwilligers doen wat de thuiszorg zou doen, omdat die niet komt.",
            "Praat met de dienst over een wachttijd van hoogstens twee weken.",
        ),
    ):
        needs = _leaning(actor, theme)
        letters.write_policy(actor=actor, given=PolicyInput(title, theme, sees, asks, needs))
    due = season.today + timedelta(days=30)
    letter = letters.send_letter(
        actor=actor, given=letters.LetterInput(due, "Dit horen vrijwilligers het vaakst.")
    )
    first = letter.signals.order_by("id")[0]
    letters.answer_policy(
        actor=actor,
        policy_id=first.pk,
        kind=AnswerKind.YES,
        words="We sluiten een afspraak voor dinsdag en vrijdag. Dank om dit te zeggen.",
    )
    given = PolicyInput(
        "Een loket zonder scherm",
        Theme.DIGITAL,
        "Afspraken kunnen alleen nog online.",
        "Hou één telefoonlijn open, en zeg dat op elke brief.",
        _leaning(actor, Theme.DIGITAL),
    )
    letters.write_policy(actor=actor, given=given)


def _leaning(actor: Actor, theme: str) -> frozenset[UUID]:
    rows = Need.objects.filter(organisation_id=actor.organisation_id, theme=theme)
    return frozenset(rows.values_list("pk", flat=True)[:4])
