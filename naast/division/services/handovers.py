"""Who stands in when a volunteer can't come, and what they should know (S1-103, S1-116)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.audit import log
from naast.companionship.models import Match, MatchStep
from naast.companionship.services.steps import locked
from naast.core import clock
from naast.core.errors import DomainError
from naast.division import rules
from naast.division.errors import WordsMissing
from naast.division.models import HandOver, StandIn
from naast.division.policies import handovers as policies
from naast.division.policies import matches as match_policies
from naast.division.queries.handovers import LONGEST_AWAY, may_stand_in, stand_in_of
from naast.division.services.telling import tell_each
from naast.organisations.actors import Actor
from naast.people.models import Person


@transaction.atomic
def name_stand_in(*, actor: Actor, match_id: UUID, person_id: UUID | None) -> StandIn | None:
    """Agree beforehand who takes over in this match; None takes the name away.

    Raises Match.DoesNotExist, NotAllowed, or DomainError for somebody who does not take part in its programme.
    """
    match = locked(match_policies.visible_to(actor), match_id)
    match_policies.can_arrange(actor, match).require()
    if person_id is None:
        StandIn.objects.filter(match=match).delete()
        log.record("match.stand-in-taken-away", actor=actor, target=match)
        return None
    person = _volunteer_of(match, person_id)
    named, _made = StandIn.objects.update_or_create(
        match=match,
        defaults={
            "organisation_id": match.organisation_id,
            "person": person,
            "named_by_id": actor.membership_id,
        },
    )
    log.record("match.stand-in-named", actor=actor, target=match)
    return named


def _volunteer_of(match: Match, person_id: UUID) -> Person:
    person = may_stand_in(match).filter(pk=person_id).select_related("user").first()
    if person is None:
        raise DomainError(_("Choose somebody who takes part in this programme."))
    return person


@dataclass(frozen=True, slots=True)
class TakingOver:
    """Who takes over: a volunteer, or the professional (`by_staff`), or nobody has to. None of these: a stand-in,
    whom the coordinator still has to find."""

    person_id: UUID | None = None
    by_staff: bool = False
    nobody_needed: bool = False


@transaction.atomic
def write_note(*, actor: Actor, step_id: UUID, until_on: date, note: str) -> HandOver:
    """The volunteer writes what somebody who takes over should know, until when. The stand-in named beforehand
    reads it at once; otherwise a coordinator finds somebody.

    Raises MatchStep.DoesNotExist, NotAllowed, WordsMissing in the pattern «owner» without a note, or DomainError
    for a day that is past.
    """
    step, match = _lock(actor, step_id)
    match_policies.can_say_as(actor, match, match_policies.VOLUNTEER).require()
    _require_note(match, note)
    _require_to_come(until_on)
    hand_over = _of_step(step)
    before = (hand_over.note, hand_over.until_on, hand_over.stand_in_id)
    hand_over.note, hand_over.until_on = note.strip(), until_on
    named = None if hand_over.is_arranged else stand_in_of(match)
    if named is not None:
        hand_over.stand_in = named.person
    hand_over.save()
    log.record("hand-over.written", actor=actor, target=hand_over)
    if before != (hand_over.note, hand_over.until_on, hand_over.stand_in_id):
        _tell_stand_in(actor, hand_over)
    return hand_over


@transaction.atomic
def arrange(*, actor: Actor, step_id: UUID, until_on: date, who: TakingOver) -> HandOver:
    """Say who takes over: the professional says «I do» or «a stand-in, please», a coordinator chooses.

    Raises MatchStep.DoesNotExist, NotAllowed, or DomainError for a day that is past or somebody who does not take
    part in the programme.
    """
    step, match = _lock(actor, step_id)
    is_professional = match_policies.side_of(actor, match) == match_policies.PROFESSIONAL
    if not is_professional or who.person_id is not None:
        match_policies.can_arrange(actor, match).require()
    _require_to_come(until_on)
    hand_over = _of_step(step)
    before = hand_over.stand_in_id
    hand_over.until_on = until_on
    hand_over.stand_in = _volunteer_of(match, who.person_id) if who.person_id else None
    hand_over.taken_by_id = actor.membership_id if who.by_staff else None
    hand_over.nobody_needed = who.nobody_needed
    hand_over.stand_in_asked = not hand_over.is_arranged
    hand_over.save()
    log.record("hand-over.arranged", actor=actor, target=hand_over)
    if hand_over.stand_in_id != before:
        _tell_stand_in(actor, hand_over)
    return hand_over


def _lock(actor: Actor, step_id: UUID) -> tuple[MatchStep, Match]:
    step = policies.steps_visible_to(actor).get(pk=step_id)
    # The match, so that volunteer and professional who write at once queue.
    return step, locked(match_policies.visible_to(actor), step.match_id)


def _of_step(step: MatchStep) -> HandOver:
    found = HandOver.objects.select_related("stand_in__user").filter(step=step).first()
    return found or HandOver(
        organisation_id=step.organisation_id, match_id=step.match_id, step=step
    )


def _require_note(match: Match, note: str) -> None:
    if rules.rules_of(rules.pattern_of(match)).note_is_compulsory and not note.strip():
        raise WordsMissing(
            _("Write down what somebody who takes over should know: a few words are enough."),
            field="note",
        )


def _require_to_come(day: date) -> None:
    if day < clock.today():
        raise DomainError(_("Choose today or a day that is still to come."))
    if day > clock.today() + LONGEST_AWAY:
        raise DomainError(_("Half a year at most. Away for longer? Talk about it together."))


def _tell_stand_in(actor: Actor, hand_over: HandOver) -> None:
    person = hand_over.stand_in
    if person is None or person.user is None:
        return
    tell_each(
        actor,
        [person.user],
        kind="division.stand-in",
        subject=gettext_lazy("Can you stand in?"),
        body=gettext_lazy(
            "A volunteer can’t come, and you would stand in. Naast tells for whom, and what is good to know."
        ),
        url=actor.url("division:stand_in_note", hand_over_id=hand_over.pk),
    )
