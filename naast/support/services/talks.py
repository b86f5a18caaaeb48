"""Writes about talks: planning, writing down, calling off, the volunteer's own words, what was agreed."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.belonging.services.wishes import heard
from naast.core import clock
from naast.core.errors import Incomplete, NotAllowed, StateConflict
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.organisations.queries import colleagues
from naast.people.models import Person
from naast.support import guides
from naast.support.inputs import Agreed, TalkInput, TalkPlan
from naast.support.models import Action, CheckIn, Talk
from naast.support.policies import talks as policies
from naast.support.policies import volunteers as people_policies
from naast.support.rhythm import INCIDENT_WITHIN
from naast.support.services import telling
from naast.support.services.plans import touch
from naast.support.states import TalkKind

# A talk may be written down long after; further back is a mistake in the year.
LONGEST_BACK = timedelta(days=366)
LONGEST_AHEAD = timedelta(days=731)


@transaction.atomic
def plan_talk(*, actor: Actor, person_id: UUID, given: TalkPlan) -> Talk:
    """Plan a talk, or begin to write down one that took place (S1-269). After something hard it is within two
    weeks. Raises Person.DoesNotExist, NotAllowed or Incomplete."""
    person = people_policies.guided_by(actor).select_related("user").get(pk=person_id)
    people_policies.can_guide_by_name(actor, person).require()
    _check_day(given.kind, given.planned_on)
    return _planned(actor, person, given)


@transaction.atomic
def plan_talk_led_by(*, actor: Actor, leader_id: UUID, person_id: UUID, given: TalkPlan) -> Talk:
    """A talk that a coordinator leads, because a room above decided that somebody talks with this volunteer
    (S0-15). The caller looks whether the actor may decide that; the history names the actor. Raises
    Person.DoesNotExist, NotAllowed for a leader who coordinates nothing here, or Incomplete."""
    person = Person.objects.select_related("user").get(
        organisation_id=actor.organisation_id, pk=person_id, volunteer__isnull=False
    )
    if not colleagues(actor, Function.COORDINATOR).filter(pk=leader_id).exists():
        raise NotAllowed(_("A coordinator leads this talk."))
    _check_day(given.kind, given.planned_on)
    return _planned(actor, person, given, led_by_id=leader_id)


def _planned(
    actor: Actor, person: Person, given: TalkPlan, *, led_by_id: UUID | None = None
) -> Talk:
    leader_id = led_by_id or actor.membership_id
    if leader_id is None:
        raise NotAllowed  # the policy said so already; this narrows the type
    # A second tap waits here, and finds the talk of the first.
    Person.objects.select_for_update(of=("self",), no_key=True).get(pk=person.pk)
    same = Talk.objects.filter(
        person=person, kind=given.kind, planned_on=given.planned_on, led_by_id=leader_id
    )
    before = same.filter(held_on__isnull=True, cancelled_on__isnull=True).first()
    if before is not None:
        return before
    talk = Talk.objects.create(
        organisation_id=actor.organisation_id,
        person=person,
        kind=given.kind,
        planned_on=given.planned_on,
        place=given.place.strip(),
        with_whom=given.with_whom.strip(),
        led_by_id=leader_id,
    )
    log.record("support.talk-planned", actor=actor, target=person, changes={"talk": str(talk.pk)})
    if given.planned_on > clock.today():
        _tell(actor, talk, telling.PLANNED)
    return talk


def _check_day(kind: str, day: date) -> None:
    today = clock.today()
    if not today - LONGEST_BACK <= day <= today + LONGEST_AHEAD:
        raise Incomplete({"planned_on": _("Look at the year: this day is far away.")})
    if kind == TalkKind.INCIDENT and day > today + INCIDENT_WITHIN:
        raise Incomplete(
            {"planned_on": _("After something hard, talk within two weeks: choose an earlier day.")}
        )


def _tell(actor: Actor, talk: Talk, words: tuple[Text, Text]) -> None:
    url = actor.url("support:my_talk", talk_id=talk.pk)
    telling.tell_volunteer(actor, talk.person, words, kind="support.talk", url=url)


def _locked(actor: Actor, talk_id: UUID) -> Talk:
    talk = policies.visible_to(actor).select_for_update(of=("self",), no_key=True).get(pk=talk_id)
    policies.can_write(actor, talk).require()
    if talk.cancelled_on is not None:
        raise StateConflict(_("This talk was called off."))
    return talk


@transaction.atomic
def move_talk(*, actor: Actor, talk_id: UUID, planned_on: date, place: str = "") -> Talk:
    """Another day. Raises Talk.DoesNotExist, NotAllowed, StateConflict or Incomplete."""
    talk = _locked(actor, talk_id)
    if talk.held_on is not None:
        raise StateConflict(_("This talk took place already."))
    _check_day(talk.kind, planned_on)
    talk.planned_on, talk.place = planned_on, place.strip()
    talk.save(update_fields=["planned_on", "place"])
    log.record("support.talk-moved", actor=actor, target=talk.person)
    _tell(actor, talk, telling.PLANNED)
    return talk


@transaction.atomic
def cancel_talk(*, actor: Actor, talk_id: UUID) -> Talk:
    """It does not go on. Raises Talk.DoesNotExist, NotAllowed or StateConflict."""
    talk = _locked(actor, talk_id)
    if talk.held_on is not None:
        raise StateConflict(_("This talk took place already."))
    talk.cancelled_on = clock.today()
    talk.save(update_fields=["cancelled_on"])
    log.record("support.talk-cancelled", actor=actor, target=talk.person)
    _tell(actor, talk, telling.CALLED_OFF)
    return talk


@transaction.atomic
def let_go_of(*, actor: Actor, person: Person) -> None:
    """Somebody said goodbye: talks still to come are called off, and nobody is asked to ring them. Without a message;
    part of the transaction of the goodbye. A talk that was planned before today may still be written down."""
    coming = Talk.objects.select_for_update(of=("self",), no_key=True).filter(
        person=person,
        held_on__isnull=True,
        cancelled_on__isnull=True,
        planned_on__gte=clock.today(),
    )
    for talk in coming.order_by("pk"):
        talk.cancelled_on = clock.today()
        talk.save(update_fields=["cancelled_on"])
        log.record("support.talk-cancelled", actor=actor, target=person)
    CheckIn.objects.filter(person=person, answered_on__isnull=True).delete()
    CheckIn.objects.filter(person=person, asks_a_call=True).update(asks_a_call=False)


@transaction.atomic
def write_talk(*, actor: Actor, talk_id: UUID, given: TalkInput) -> Talk:
    """Write down what was said and agreed; the volunteer is told, reads all of it and may answer. It opens with
    what we appreciate; how somebody wants to grow may stay open (S1-263). Raises Talk.DoesNotExist, NotAllowed,
    StateConflict or Incomplete."""
    talk = _locked(actor, talk_id)
    _check(talk, given)
    before = (talk.appreciation, talk.growth, talk.blocks)
    talk.held_on = given.held_on
    talk.appreciation, talk.growth = given.appreciation.strip(), given.growth.strip()
    talk.blocks = {code: text.strip() for code, text in given.blocks.items() if text.strip()}
    if before != (talk.appreciation, talk.growth, talk.blocks):
        # The yes was to what stood there: to other words it is asked again.
        talk.team_may_read = None
    talk.save(update_fields=["held_on", "appreciation", "growth", "blocks", "team_may_read"])
    _agree(talk, given.actions)
    CheckIn.objects.filter(person=talk.person, asks_a_call=True).update(asks_a_call=False)
    touch(talk.person)
    heard([talk.person_id], day=given.held_on)
    log.record("support.talk-held", actor=actor, target=talk.person, changes={"talk": str(talk.pk)})
    _tell(actor, talk, telling.WRITTEN)
    if given.next_on is not None:
        _planned(actor, talk.person, TalkPlan(given.next_kind or talk.kind, given.next_on))
    return talk


def _check(talk: Talk, given: TalkInput) -> None:
    wrong = {}
    today = clock.today()
    if not today - LONGEST_BACK <= given.held_on <= today:
        wrong["held_on"] = _("Choose today or a day in the past year.")
    if not given.appreciation.strip():
        wrong["appreciation"] = _("Begin with what you appreciate: one sentence is enough.")
    blocks = guides.guide_of(talk.kind).blocks
    asks_will = any(block.code == guides.WILL for block in blocks)
    if asks_will and given.actions and not given.blocks.get(guides.WILL, "").strip():
        wrong[f"block_{guides.WILL}"] = _("You agreed something: write what they want to do.")
    if talk.kind == TalkKind.THRESHOLD and not given.actions and not talk.actions.exists():
        wrong["what_1"] = _("Agree one next step, however small, and by when.")
    if given.next_on is not None and given.next_on <= today:
        wrong["next_on"] = _("Choose a day that is still to come.")
    if wrong:
        raise Incomplete(wrong)


def _agree(talk: Talk, actions: tuple[Agreed, ...]) -> None:
    """What was agreed in this talk already is not agreed twice: a second tap sends it all again."""
    there = {(row.who, row.what, row.due_on) for row in talk.actions.all()}
    Action.objects.bulk_create(
        Action(
            organisation_id=talk.organisation_id,
            talk=talk,
            person_id=talk.person_id,
            who=each.who,
            what=each.what.strip(),
            due_on=each.due_on,
        )
        for each in actions
        if (each.who, each.what.strip(), each.due_on) not in there
    )


@transaction.atomic
def add_own_words(*, actor: Actor, talk_id: UUID, words: str, team_may_read: bool | None) -> Talk:
    """The volunteer adds how they see it, and says whether the team may read the talk. Raises Talk.DoesNotExist
    or StateConflict."""
    talk = policies.own(actor).select_for_update(of=("self",), no_key=True).get(pk=talk_id)
    if talk.held_on is None:
        raise StateConflict(_("This talk is still to come."))
    talk.own_words, talk.own_words_on = words.strip(), clock.today()
    talk.team_may_read = team_may_read
    talk.save(update_fields=["own_words", "own_words_on", "team_may_read"])
    log.record("support.talk-answered", actor=actor, target=talk)
    return talk


@transaction.atomic
def tick_action(*, actor: Actor, action_id: UUID) -> Action:
    """It is done. Raises Action.DoesNotExist, NotAllowed or StateConflict."""
    action = policies.actions_visible_to(actor).select_for_update(of=("self",)).get(pk=action_id)
    policies.can_tick(actor, action).require()
    if action.done_on is not None:
        raise StateConflict(_("This was done already."))
    action.done_on = clock.today()
    action.save(update_fields=["done_on"])
    log.record("support.action-done", actor=actor, target=action)
    return action
