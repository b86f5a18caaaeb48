"""The log of obstacles, and what a volunteer asks of us there: answered with a term (S2-25, S3-19)."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.companionship.models import Match
from naast.core import clock
from naast.core.errors import Incomplete, NotAllowed
from naast.core.working_days import add_working_days
from naast.messaging.services import tell_members
from naast.needs.inputs import AnswerInput, ObstacleInput
from naast.needs.models import Obstacle
from naast.needs.policies import rows as policies
from naast.needs.queries import rows as queries
from naast.needs.rules import PROMISED_WORKING_DAYS
from naast.needs.services import telling
from naast.needs.services.register import Origin, lock_signal, only_theme, register
from naast.needs.services.taps import just_noted
from naast.needs.states import (
    ASKING_WISHES,
    DONE,
    OBSTACLE,
    PROMISE,
    ObstacleState,
    Source,
    Theme,
    Wish,
)
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Organisation
from naast.organisations.queries import colleagues
from naast.people.models import Person
from naast.signals.models import Signal

FURTHEST = timedelta(days=366)
MOST_DAYS = 1000


@transaction.atomic
def ask_us(*, actor: Actor, given: ObstacleInput) -> Obstacle:
    """A volunteer tells what an agency made hard, or asks us to speak up, to come along or to take over: the answer
    is promised within two working days. Telling the same twice on a day is telling it once. Raises NotAllowed,
    Match.DoesNotExist or Incomplete."""
    policies.can_ask_us(actor).require()
    if actor.person_id is None:
        raise NotAllowed  # the policy said so already; this narrows the type
    _check(given)
    match = _match_of(actor, given)
    # A second tap waits here, and finds the first.
    Person.objects.select_for_update(of=("self",), no_key=True).get(pk=actor.person_id)
    same = Obstacle.objects.filter(
        told_by_id=actor.person_id,
        noted_on=clock.today(),
        wish=given.wish,
        agency=given.agency.strip(),
        subject=given.subject.strip(),
    ).first()
    if same is not None:
        return same
    return _made(actor, given, match, None, actor.person_id)


@transaction.atomic
def note_obstacle(*, actor: Actor, given: ObstacleInput) -> Obstacle:
    """A coordinator writes it down, from a signal (once for each) or from a talk. Raises NotAllowed,
    Signal.DoesNotExist, Match.DoesNotExist or Incomplete."""
    policies.can_follow_up(actor).require()
    signal = lock_signal(actor, given.signal_id)
    before = Obstacle.objects.filter(signal=signal).first() if signal is not None else None
    if before is not None:
        return before
    _check(given)
    match = _match_of(actor, given)
    if match is None and signal is not None:
        match = signal.match
    if signal is not None:
        told_by_id = signal.reporter_id
    else:
        same = Obstacle.objects.filter(signal__isnull=True, match=match, wish=given.wish)
        said = {"agency": given.agency, "subject": given.subject, "words": given.words}
        before = just_noted(actor, same, said)
        if before is not None:
            return before
        told_by_id = match.volunteer_id if match is not None else None
    return _made(actor, given, match, signal, told_by_id)


def _check(given: ObstacleInput) -> None:
    wrong = {}
    if given.wish not in Wish.values:
        wrong["wish"] = _("Choose what you ask of us.")
    if not given.agency.strip():
        wrong["agency"] = _("Name the agency, the service or the desk.")
    if not given.subject.strip():
        wrong["subject"] = _("Write in a few words what it is about.")
    if given.days_lost is not None and not 0 <= given.days_lost <= MOST_DAYS:
        wrong["days_lost"] = _("Choose a number of days between 0 and 1000.")
    if given.theme and given.theme not in Theme.values:
        wrong["theme"] = _("Choose one of the themes.")
    if wrong:
        raise Incomplete(wrong)


def _match_of(actor: Actor, given: ObstacleInput) -> Match | None:
    if given.match_id is None:
        return None
    return policies.matches_to_name(actor).get(pk=given.match_id)


def _made(
    actor: Actor,
    given: ObstacleInput,
    match: Match | None,
    signal: Signal | None,
    told_by_id: UUID | None,
) -> Obstacle:
    asks = given.wish in ASKING_WISHES
    row = Obstacle(
        organisation_id=actor.organisation_id,
        signal=signal,
        match=match,
        told_by_id=told_by_id,
        noted_by_id=actor.membership_id if signal is not None or actor.is_coordinator else None,
        agency=given.agency.strip(),
        subject=given.subject.strip(),
        words=given.words.strip(),
        days_lost=given.days_lost,
        noted_on=clock.today(),
        wish=given.wish,
        state=ObstacleState.ASKED if asks else ObstacleState.LOGGED,
        state_since=clock.now(),
        answer_due_on=_promised(actor) if asks else None,
    )
    if given.theme:
        programme_id = match.programme_id if match is not None else None
        origin = Origin(Source.OBSTACLE, signal, told_by_id, programme_id)
        row.need = register(actor, origin, only_theme(given.theme))
    row.save()
    log.record("obstacle.noted", actor=actor, target=row, changes={"wish": given.wish})
    if asks:
        _ask_colleagues(actor, row, match)
    return row


def _promised(actor: Actor) -> date:
    house = Organisation.objects.only("country").get(pk=actor.organisation_id)
    return add_working_days(clock.today(), PROMISED_WORKING_DAYS, house.country)


def _ask_colleagues(actor: Actor, row: Obstacle, match: Match | None) -> None:
    """The coach of the match, when that is a coordinator; otherwise some coordinators."""
    members = telling.coordinators(actor)
    coach = [each for each in members if match is not None and each.pk == match.coach_id]
    url = actor.url("needs:obstacle", obstacle_id=row.pk)
    tell_members(actor, coach or members, telling.ASKED, kind="needs.asked", url=url)


@transaction.atomic
def answer(*, actor: Actor, obstacle_id: UUID, step: str, given: AnswerInput) -> Obstacle:
    """We do it (who, and when), we help in another way, or it is done; the volunteer reads the words. Raises
    Obstacle.DoesNotExist, NotAllowed, StateConflict or Incomplete, KeyError for an unknown step."""
    rows = policies.obstacles_visible_to(actor).select_related("told_by__user")
    row = rows.select_for_update(of=("self",)).get(pk=obstacle_id)
    policies.can_change(actor, row).require()
    target = OBSTACLE.target(step, source=row.state)
    _check_answer(actor, step, given)
    row.state, row.state_since = target, clock.now()
    row.answered_on = row.answered_on or clock.today()
    row.answer = given.answer.strip() or row.answer
    if step == PROMISE:
        row.done_by_id, row.do_on = given.done_by_id, given.do_on
    else:
        row.closed_on = clock.today()
    row.save()
    log.record(f"obstacle.{step}", actor=actor, target=row, changes={"state": target})
    telling.tell_person(actor, row.told_by, telling.ANSWERED, kind="needs.answered")
    if step == PROMISE:
        _tell_helper(actor, row)
    return row


def _tell_helper(actor: Actor, row: Obstacle) -> None:
    """Only coordinators open the page; others are told by their colleague, in person."""
    helper = colleagues(actor, Function.COORDINATOR).filter(pk__in=[row.done_by_id])
    url = actor.url("needs:obstacle", obstacle_id=row.pk)
    tell_members(actor, helper, telling.YOURS, kind="needs.yours", url=url)


def _check_answer(actor: Actor, step: str, given: AnswerInput) -> None:
    wrong = {}
    if step != DONE and not given.answer.strip():
        wrong["answer"] = _("Write what the volunteer can count on.")
    if step == PROMISE:
        today = clock.today()
        if given.do_on is None or not today <= given.do_on <= today + FURTHEST:
            wrong["do_on"] = _("Choose the day on which it happens.")
        if not queries.staff(actor).filter(pk__in=[given.done_by_id]).exists():
            wrong["done_by"] = _("Choose who does it.")
    if wrong:
        raise Incomplete(wrong)
