"""What somebody completed: by a session, or elsewhere."""

from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import StateConflict
from naast.learning.inputs import Done
from naast.learning.models import Completion, LearningWish, Seat, Session
from naast.learning.policies import courses as course_policies
from naast.learning.policies import records as policies
from naast.organisations.actors import Actor
from naast.people.api import lock_person
from naast.people.models import Person


def record_presence(actor: Actor, session: Session, seat: Seat) -> Completion:
    """Somebody was there: the course counts as done on that day. Twice is once. Call it with the session
    locked."""
    done_on = localdate(session.starts_at)
    completion, is_new = Completion.objects.get_or_create(
        session=session,
        person_id=seat.person_id,
        defaults={
            "organisation_id": actor.organisation_id,
            "course": session.course,
            "done_on": done_on,
            "valid_until": session.course.valid_until(done_on),
            "minutes": session.minutes,
            "package_id": session.package_id,
        },
    )
    if is_new:
        log.record(
            "completion.recorded",
            actor=actor,
            target=completion,
            changes={"course": str(completion.course_id), "session": str(session.pk)},
        )
    return completion


def take_back_presence(actor: Actor, session: Session, seat: Seat) -> None:
    """It was a wrong tap: they were not there. Call it with the session locked."""
    for completion in Completion.objects.filter(session=session, person_id=seat.person_id):
        log.record("completion.taken-back", actor=actor, target=completion)
        completion.delete()


@transaction.atomic
def note_done(*, actor: Actor, person_id: UUID, done: Done) -> Completion:
    """Somebody did a course elsewhere, online or on the job (S0-20). Of a certificate is kept that it was
    seen, by whom and when.

    Raises Person.DoesNotExist, Course.DoesNotExist, NotAllowed, or StateConflict for a day still to come.
    """
    person = lock_person(actor, person_id)
    policies.can_note(actor, person).require()
    course = course_policies.visible_to(actor).select_related("refresher_of").get(pk=done.course_id)
    if done.done_on > clock.today():
        raise StateConflict(_("This day is still to come."))
    completion = Completion.objects.create(
        organisation_id=actor.organisation_id,
        person=person,
        course=course,
        done_on=done.done_on,
        valid_until=course.valid_until(done.done_on),
        minutes=course.minutes if done.minutes is None else done.minutes,
        provider=done.provider.strip() or course.provider,
        cost=done.cost,
        **_seen(actor, is_seen=done.is_seen),
    )
    log.record(
        "completion.noted",
        actor=actor,
        target=completion,
        changes={"course": str(course.pk), "person": str(person.pk)},
    )
    return completion


@transaction.atomic
def note_certificate_seen(*, actor: Actor, completion_id: UUID) -> Completion:
    """The certificate of a course elsewhere was shown; the paper itself is not kept. Twice is once. Raises
    Completion.DoesNotExist or NotAllowed."""
    completion = _lock(actor, completion_id)
    if completion.certificate_seen_on is None:
        for name, value in _seen(actor, is_seen=True).items():
            setattr(completion, name, value)
        completion.save(update_fields=["certificate_seen_on", "certificate_seen_by"])
        log.record("completion.certificate-seen", actor=actor, target=completion)
    return completion


@transaction.atomic
def remove_completion(*, actor: Actor, completion_id: UUID) -> None:
    """It was written down by mistake. What a session shows is put right there. Raises
    Completion.DoesNotExist, NotAllowed or StateConflict."""
    completion = _lock(actor, completion_id)
    if completion.session_id is not None:
        raise StateConflict(_("This comes from a session: put it right on its list."))
    log.record(
        "completion.removed",
        actor=actor,
        target=completion,
        changes={"course": str(completion.course_id), "person": str(completion.person_id)},
    )
    completion.delete()


@transaction.atomic
def choose_how(*, actor: Actor, likes: str, forms: list[str]) -> LearningWish:
    """How I like to learn (S1-202). Raises Person.DoesNotExist for an account that is nobody here."""
    person = Person.objects.get(Q(pk=actor.person_id), organisation_id=actor.organisation_id)
    wish, _new = LearningWish.objects.update_or_create(
        person=person,
        defaults={"organisation_id": actor.organisation_id, "likes": likes, "forms": forms},
    )
    log.record("learning.wish-chosen", actor=actor, target=wish)
    return wish


def _lock(actor: Actor, completion_id: UUID) -> Completion:
    rows = policies.visible_to(actor).select_for_update(of=("self",)).select_related("person")
    completion = rows.get(pk=completion_id)
    policies.can_note(actor, completion.person).require()
    return completion


def _seen(actor: Actor, *, is_seen: bool) -> dict[str, object]:
    if not is_seen:
        return {"certificate_seen_on": None, "certificate_seen_by_id": None}
    return {"certificate_seen_on": clock.today(), "certificate_seen_by_id": actor.membership_id}
