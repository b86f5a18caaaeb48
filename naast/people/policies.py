"""Who may know, read and change what about people. Lists and single people side by side."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import Audience, Note, ParticipantProfile, Person, VolunteerProfile


def looks_after_all(actor: Actor) -> bool:
    """Coordinators, coaches and the system know everybody in their organisation. Administrators look after the
    software, not after people: they read along in a staff session, with a reason (ADR 0021)."""
    return actor.is_coordinator or actor.has(Function.COACH)


def visible_to(actor: Actor) -> QuerySet[Person]:
    """The people this actor may know: everybody for those who look after all; for a professional the
    participants they are responsible for; for everyone themselves. Anybody else is a 404, and so is the shell
    of who was erased."""
    people = Person.objects.filter(organisation_id=actor.organisation_id, erased_on__isnull=True)
    if looks_after_all(actor):
        return people
    known = Q(pk=actor.person_id)
    if actor.has(Function.PROFESSIONAL) and actor.membership_id is not None:
        known |= Q(participant__professional_id=actor.membership_id)
    return people.filter(known)


def volunteers_visible_to(actor: Actor) -> QuerySet[VolunteerProfile]:
    """The volunteer's cards this actor may open."""
    volunteers = VolunteerProfile.objects.filter(
        organisation_id=actor.organisation_id, person__erased_on__isnull=True
    )
    if looks_after_all(actor):
        return volunteers
    return volunteers.filter(Q(person_id=actor.person_id))


def participants_visible_to(actor: Actor) -> QuerySet[ParticipantProfile]:
    """The participant's files this actor may open."""
    participants = ParticipantProfile.objects.filter(
        organisation_id=actor.organisation_id, person__erased_on__isnull=True
    )
    if looks_after_all(actor):
        return participants
    known = Q(person_id=actor.person_id)
    if actor.has(Function.PROFESSIONAL) and actor.membership_id is not None:
        known |= Q(professional_id=actor.membership_id)
    return participants.filter(known)


def notes_visible_to(actor: Actor) -> QuerySet[Note]:
    """The notes this actor may read: their own always; as coordinator all; as coach or as the
    person's professional those for the team; as the person those that are also for them."""
    notes = Note.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return notes
    readable = Q(author_id=actor.membership_id)
    shared = [Audience.TEAM, Audience.PERSON]
    if actor.has(Function.COACH):
        readable |= Q(audience__in=shared)
    if actor.has(Function.PROFESSIONAL) and actor.membership_id is not None:
        readable |= Q(audience__in=shared, person__participant__professional_id=actor.membership_id)
    if actor.person_id is not None:
        readable |= Q(audience=Audience.PERSON, person_id=actor.person_id)
    return notes.filter(readable)


def can_read_note(actor: Actor, note: Note) -> Decision:
    """One note: the same answer as `notes_visible_to`."""
    if not notes_visible_to(actor).filter(pk=note.pk).exists():
        return deny(_("This note is not for you."))
    return ALLOW


def can_erase_note(actor: Actor, note: Note) -> Decision:
    """A confidential note is there to think aloud: who wrote it and coordinators may erase it (S1-221)."""
    can_read_note(actor, note).require()
    if note.audience != Audience.COORDINATOR:
        return deny(_("Others read this note as well, so it stays."))
    return ALLOW


def is_own(actor: Actor, person: Person) -> bool:
    """Whether the actor is this person."""
    return actor.organisation_id == person.organisation_id and actor.person_id == person.pk


def is_professional_of(actor: Actor, person: Person) -> bool:
    """Whether the actor is the professional with final responsibility for this participant."""
    profile = getattr(person, "participant", None)
    return (
        actor.has(Function.PROFESSIONAL)
        and actor.membership_id is not None
        and profile is not None
        and profile.professional_id == actor.membership_id
    )


def can_create(actor: Actor) -> Decision:
    """Putting somebody on the list."""
    if not looks_after_all(actor):
        return deny(_("Only a coordinator can add people."))
    return ALLOW


def can_edit(actor: Actor, person: Person) -> Decision:
    """Everything about somebody, on behalf of the organisation."""
    if person.organisation_id != actor.organisation_id:
        return deny(_("This person belongs to another organisation."))
    if not looks_after_all(actor):
        return deny(_("Only a coordinator can change this."))
    return ALLOW


def can_change_own(actor: Actor, person: Person) -> Decision:
    """What people say about themselves: they themselves, or staff on their behalf."""
    if person.organisation_id != actor.organisation_id:
        return deny(_("This person belongs to another organisation."))
    if not (is_own(actor, person) or looks_after_all(actor)):
        return deny(_("Only the person and the coordinator can change this."))
    return ALLOW


def can_choose_support(actor: Actor, person: Person, *, is_together: bool) -> Decision:
    """What helps somebody is chosen by the person; staff write it down after choosing together (S1-27)."""
    can_change_own(actor, person).require()
    if not (is_own(actor, person) or is_together):
        return deny(_("The person chooses this. Say on which day you chose it together."))
    return ALLOW


def can_take_step(actor: Actor, person: Person, by: frozenset[str]) -> Decision:
    """A step in somebody's status: `by` says whether staff, the person, or both may take it."""
    can_change_own(actor, person).require()
    if not looks_after_all(actor) and "self" not in by:
        return deny(_("Ask the coordinator to do this with you."))
    return ALLOW


def can_write_note(actor: Actor, person: Person) -> Decision:
    """Staff around a person write notes about them."""
    if person.organisation_id != actor.organisation_id:
        return deny(_("This person belongs to another organisation."))
    if actor.membership_id is None:
        return deny(_("A note needs somebody who wrote it."))
    if not (looks_after_all(actor) or is_professional_of(actor, person)):
        return deny(_("Only the coordinator and the professional write notes here."))
    return ALLOW


def can_read_file(actor: Actor, person: Person) -> Decision:
    """A participant's file: staff who look after all, their professional, and the participant."""
    if person.organisation_id != actor.organisation_id:
        return deny(_("This person belongs to another organisation."))
    if not (looks_after_all(actor) or is_professional_of(actor, person) or is_own(actor, person)):
        return deny(_("This file is not yours to read."))
    return ALLOW
