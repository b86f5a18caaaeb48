"""Rows of needs and limits for tests. Names are invented."""

from datetime import date, timedelta
from typing import Any

from naast.companionship.models import Match, MatchState
from naast.core import clock
from naast.needs.inputs import (
    AskInput,
    CarerInput,
    EndInput,
    FavourInput,
    LimitInput,
    NeedInput,
    ObstacleInput,
    PolicyInput,
    StuckInput,
)
from naast.needs.models import Carer, Favour, Limit, Need, Obstacle, PolicyLetter, PolicySignal
from naast.needs.services import care, letters, limits, obstacles
from naast.needs.services.register import note_need
from naast.needs.states import Theme, Wish
from naast.organisations.models import Function, Membership
from naast.signals.models import Signal
from naast.signals.states import LimitReason, Path
from tests.companionship.pair import pair
from tests.conftest import Cast
from tests.factories import member
from tests.signalling import SignalFactory

FOR_BEA = "We hebben de thuiszorg gevraagd. Jij hoeft dit niet te doen."


def match_of(cast: Cast) -> Match:
    """Bea stands beside Piet; Nele is his professional."""
    return pair(cast, MatchState.RUNNING)


def told(cast: Cast, kind: str, **fields: Any) -> Signal:
    """Bea told something of every day, about Piet."""
    values: dict[str, Any] = {
        "organisation": cast.here,
        "kind": kind,
        "path": Path.DAILY,
        "reporter_id": cast.person_id("bea"),
        "about_id": cast.person_id("piet"),
    }
    return SignalFactory(**(values | fields))


def limit_of(cast: Cast, match: Match | None = None, **fields: Any) -> Limit:
    """A limit that Bea reached, and for which nobody was asked yet."""
    match = match or match_of(cast)
    values: dict[str, Any] = {"reason": LimitReason.CARE.value, "match_id": match.pk}
    return limits.note_limit(actor=cast.actor("amal"), given=LimitInput(**(values | fields)))


def asking(**fields: Any) -> AskInput:
    """The home care was asked today, and answers within two weeks."""
    values: dict[str, Any] = {
        "service": "Thuiszorg Zonderzorgen",
        "asked_on": clock.today(),
        "answer_due_on": clock.today() + timedelta(days=14),
        "agreed": "yes",
        "for_volunteer": FOR_BEA,
    }
    return AskInput(**(values | fields))


def asked(cast: Cast, limit: Limit | None = None, **fields: Any) -> Limit:
    """Somebody was asked."""
    limit = limit or limit_of(cast)
    return limits.ask_service(actor=cast.actor("amal"), limit_id=limit.pk, given=asking(**fields))


def holding_up(**fields: Any) -> StuckInput:
    """A waiting list; next week we turn to the head of the service."""
    values: dict[str, Any] = {
        "why": "waiting_list",
        "escalate_to": "Het diensthoofd, 000 00 00 00",
        "escalation": "Of er een noodplaats is.",
        "escalate_on": clock.today() + timedelta(days=7),
        "for_volunteer": "Er is een wachtlijst. Wij bellen volgende week verder.",
    }
    return StuckInput(**(values | fields))


def stuck(cast: Cast, limit: Limit | None = None, **fields: Any) -> Limit:
    """It is stuck."""
    limit = limit or asked(cast)
    return limits.note_stuck(
        actor=cast.actor("amal"), limit_id=limit.pk, given=holding_up(**fields)
    )


def ended(cast: Cast, limit: Limit, step: str = "answer", **fields: Any) -> Limit:
    """What came of it."""
    values = {"outcome": "Ze starten maandag.", "for_volunteer": "Maandag komt er iemand."}
    return limits.end_limit(
        actor=cast.actor("amal"), limit_id=limit.pk, step=step, given=EndInput(**(values | fields))
    )


def hindrance(**fields: Any) -> ObstacleInput:
    """A desk that sends somebody away time and again."""
    values: dict[str, Any] = {
        "wish": Wish.COME_ALONG.value,
        "agency": "Loket Omweg",
        "subject": "De aanvraag van de premie",
        "words": "Drie keer teruggestuurd om hetzelfde papier.",
        "days_lost": 12,
    }
    return ObstacleInput(**(values | fields))


def asked_us(cast: Cast, **fields: Any) -> Obstacle:
    """Bea asks us to come along."""
    return obstacles.ask_us(actor=cast.actor("bea"), given=hindrance(**fields))


def carer_of(cast: Cast, **fields: Any) -> Carer:
    """The sister of Piet has too much to carry."""
    values: dict[str, Any] = {
        "person_id": cast.person_id("piet"),
        "who": "zijn zus",
        "words": "Slaapt slecht en durft niet weg.",
        "offered": "Een vrijwilliger op dinsdag, zodat zij kan gaan zwemmen.",
        "look_back_on": clock.today() + timedelta(weeks=6),
    }
    return care.note_carer(actor=cast.actor("amal"), given=CarerInput(**(values | fields)))


def favour_of(cast: Cast, match: Match | None = None, **fields: Any) -> Favour:
    """A favour was tried through Bea."""
    match = match or match_of(cast)
    values: dict[str, Any] = {
        "words": "Of ik een goed woordje wilde doen.",
        "tried_on": clock.today(),
        "match_id": match.pk,
    }
    return care.note_favour(actor=cast.actor("amal"), given=FavourInput(**(values | fields)))


def need_of(cast: Cast, theme: str = Theme.MONEY, *, on: date | None = None, **fields: Any) -> Need:
    """A line in the register, told by Bea."""
    need = note_need(actor=cast.actor("amal"), given=NeedInput(theme=theme, **fields))
    need.told_by_id = cast.person_id("bea")
    need.noted_on = on or need.noted_on
    need.save()
    return need


def policy_of(cast: Cast, *needs: Need, **fields: Any) -> PolicySignal:
    """Something for management, leaning on these lines."""
    values: dict[str, Any] = {
        "title": "Vervoer naar de dokter",
        "theme": Theme.TRANSPORT.value,
        "sees": "Mensen missen hun afspraak omdat niemand hen brengt.",
        "asks": "Een overeenkomst met de mindermobielencentrale.",
        "need_ids": frozenset(need.pk for need in needs),
    }
    return letters.write_policy(actor=cast.actor("amal"), given=PolicyInput(**(values | fields)))


def sent(cast: Cast, *policies: PolicySignal) -> PolicyLetter:
    """The letter of last quarter, with these (or with one)."""
    if not policies:
        policy_of(cast)
    day = clock.today() + timedelta(days=42)
    given = letters.LetterInput(answer_due_on=day, opening="Dag bestuur.")
    return letters.send_letter(actor=cast.actor("amal"), given=given)


def manager(cast: Cast, name: str = "Bob Bestuur") -> Membership:
    """Somebody of the board."""
    return member(cast.here, Function.BOARD, name=name)
