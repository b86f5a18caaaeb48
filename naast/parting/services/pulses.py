"""Writes about a finger on the pulse (S3-14)."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from naast.audit import log
from naast.companionship.models import MatchState
from naast.core import clock
from naast.core.errors import DomainError, Incomplete, StateConflict
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.organisations.queries import colleagues
from naast.organisations.taps import same_words
from naast.parting.inputs import NewPulse
from naast.parting.models import Pulse, PulseContact
from naast.parting.policies import closings
from naast.parting.policies import pulses as policies
from naast.people.api import volunteers_visible_to
from naast.people.models import Person, VolunteerProfile

LONGEST_LINE = 200
KEEPERS = (Function.PROFESSIONAL, Function.COACH, Function.COORDINATOR)


@transaction.atomic
def start_pulse(*, actor: Actor, match_id: UUID, new: NewPulse) -> Pulse:
    """Agree on a light contact after a match has ended, with the participant's yes.

    Raises Match.DoesNotExist, NotAllowed, StateConflict while the match goes on or another contact is open, or
    Incomplete.
    """
    match = closings.matches_visible_to(actor).select_related("participant").get(pk=match_id)
    policies.can_start(actor, match.participant).require()
    if match.state != MatchState.ENDED:
        raise StateConflict(
            _("This is for after the end. While a match goes on, visits are told there.")
        )
    _check(actor, new)
    # Two coordinators may agree on it at once: the lock makes them queue.
    Person.objects.select_for_update(no_key=True).get(pk=match.participant_id)
    if Pulse.objects.filter(participant_id=match.participant_id, ended_on__isnull=True).exists():
        raise StateConflict(_("Somebody keeps in touch already."))
    pulse = Pulse.objects.create(
        organisation_id=match.organisation_id,
        match=match,
        participant_id=match.participant_id,
        volunteer_id=new.volunteer_id,
        colleague_id=new.colleague_id,
        every_weeks=new.every_weeks,
        started_on=clock.today(),
        until_on=new.until_on,
        consent_on=new.consent_on,
        consent_how=new.consent_how,
    )
    log.record(
        "pulse.started",
        actor=actor,
        target=pulse,
        changes={"participant": str(pulse.participant_id), "until": new.until_on.isoformat()},
    )
    return pulse


def _check(actor: Actor, new: NewPulse) -> None:
    missing = {}
    if (new.volunteer_id is None) == (new.colleague_id is None):
        missing["who"] = _("Choose who keeps in touch: one volunteer or one colleague.")
    elif not _is_there(actor, new):
        missing["who"] = _("This person is not with us any more. Choose again.")
    if new.until_on <= clock.today():
        missing["until_on"] = _("Choose a day that is still to come: it ends by itself.")
    if new.consent_on > clock.today():
        missing["consent_on"] = _("The yes comes first.")
    if missing:
        raise Incomplete(missing)


def _is_there(actor: Actor, new: NewPulse) -> bool:
    if new.volunteer_id is not None:
        volunteers = volunteers_visible_to(actor).filter(person_id=new.volunteer_id)
        return volunteers.exclude(status=VolunteerProfile.Status.FORMER).exists()
    return any(each.pk == new.colleague_id for each in colleagues(actor, *KEEPERS))


@transaction.atomic
def note_contact(*, actor: Actor, pulse_id: UUID, contact_on: date, line: str) -> PulseContact:
    """One contact, in one line. Raises Pulse.DoesNotExist, NotAllowed or Incomplete."""
    pulse = _reachable(actor).select_for_update(of=("self",), no_key=True).get(pk=pulse_id)
    policies.can_note(actor, pulse).require()
    missing = {}
    if not pulse.started_on <= contact_on <= clock.today():
        missing["contact_on"] = _("Choose a day between the start and today.")
    if not line.strip():
        missing["line"] = _("Write one line.")
    elif len(line.strip()) > LONGEST_LINE:
        missing["line"] = _("One line is enough: at most 200 characters.")
    if missing:
        raise Incomplete(missing)
    there = pulse.contacts.filter(contact_on=contact_on, user_id=actor.user_id)
    before = same_words(there, line=line)
    if before is not None:
        return before  # a second tap
    contact = PulseContact.objects.create(
        organisation_id=pulse.organisation_id,
        pulse=pulse,
        contact_on=contact_on,
        line=line.strip(),
        user_id=actor.user_id,
    )
    pulse.last_contact_on = max(contact_on, pulse.last_contact_on or contact_on)
    pulse.save(update_fields=["last_contact_on"])
    log.record("pulse.contact-noted", actor=actor, target=pulse)
    return contact


def _reachable(actor: Actor) -> QuerySet[Pulse]:
    return policies.visible_to(actor) | policies.kept_by(actor, day=clock.today())


@transaction.atomic
def stop_by_participant(*, actor: Actor, pulse_id: UUID) -> Pulse:
    """The participant takes their yes back; no reason is asked, and nobody rings again. Raises
    Pulse.DoesNotExist."""
    pulse = policies.about_me(actor).select_for_update(of=("self",)).get(pk=pulse_id)
    return _end(actor, pulse, by_participant=True)


@transaction.atomic
def stop(*, actor: Actor, pulse_id: UUID) -> Pulse:
    """A coordinator ends it before the day, for instance because the participant said so by phone. Raises
    Pulse.DoesNotExist or StateConflict."""
    rows = policies.visible_to(actor) if actor.is_coordinator else Pulse.objects.none()
    pulse = rows.select_for_update(of=("self",)).get(pk=pulse_id)
    if pulse.ended_on is not None:
        raise StateConflict(_("This contact has ended."))
    return _end(actor, pulse, by_participant=False)


def _end(actor: Actor, pulse: Pulse, *, by_participant: bool) -> Pulse:
    pulse.ended_on, pulse.stopped_by_participant = clock.today(), by_participant
    if by_participant:
        # Who said stop is not rung once more to ask how it is.
        pulse.last_answer = Pulse.LastAnswer.ALL_WELL
    pulse.save(update_fields=["ended_on", "stopped_by_participant", "last_answer"])
    log.record("pulse.ended", actor=actor, target=pulse, changes={"by_participant": by_participant})
    return pulse


@transaction.atomic
def answer_last_question(*, actor: Actor, pulse_id: UUID, answer: str, words: str = "") -> Pulse:
    """What the participant said at the end: good like this, a new wish, or not reached. Raises
    Pulse.DoesNotExist, StateConflict, or DomainError for an unknown answer."""
    rows = policies.visible_to(actor) if actor.is_coordinator else Pulse.objects.none()
    pulse = rows.select_for_update(of=("self",)).get(pk=pulse_id)
    if pulse.ended_on is None or pulse.last_answer:
        raise StateConflict(_("The last question is asked once, at the end."))
    if answer not in Pulse.LastAnswer.values:
        raise DomainError(_("Choose one of the answers."))
    pulse.last_answer, pulse.last_words = answer, words.strip()
    pulse.save(update_fields=["last_answer", "last_words"])
    log.record("pulse.last-question", actor=actor, target=pulse, changes={"answer": answer})
    return pulse


def end_of_the_day(actor: Actor, *, day: date) -> int:
    """Those whose last day is over end by themselves; the last question waits on the desk. Returns how many."""
    rows = Pulse.objects.filter(
        organisation_id=actor.organisation_id, ended_on__isnull=True, until_on__lt=day
    )
    done = 0
    for pulse in rows.order_by("pk"):
        with transaction.atomic():
            pulse.ended_on = pulse.until_on
            pulse.save(update_fields=["ended_on"])
            log.record("pulse.ended", actor=actor, target=pulse, changes={"by_itself": True})
            done += 1
    return done
