"""Writes of notes about people."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import retention
from naast.core.errors import NotAllowed, StateConflict
from naast.organisations.actors import Actor
from naast.people import policies, queries
from naast.people.models import Note


@transaction.atomic
def write_note(*, actor: Actor, person_id: UUID, text: str, audience: str) -> Note:
    """Write a note for an audience (models.Audience). Raises Person.DoesNotExist or NotAllowed."""
    person = queries.get_person(actor, person_id)
    policies.can_write_note(actor, person).require()
    if actor.membership_id is None:
        raise NotAllowed  # can_write_note said so already; this narrows the type
    note = Note.objects.create(
        organisation_id=person.organisation_id,
        person=person,
        author_id=actor.membership_id,
        audience=audience,
        text=text,
    )
    log.record(
        "person.note-written",
        actor=actor,
        target=person,
        changes={"note": str(note.pk), "audience": audience},
    )
    return note


@transaction.atomic
def erase_note(*, actor: Actor, note_id: UUID) -> None:
    """Erase a confidential note for good. Raises Note.DoesNotExist, NotAllowed, or
    StateConflict while a legal hold stands on who it is about."""
    note = policies.notes_visible_to(actor).select_for_update(of=("self",)).get(pk=note_id)
    policies.can_erase_note(actor, note).require()
    if retention.is_held(note.organisation_id, note.person_id):
        raise StateConflict(_("Nothing about this person may be erased for now."))
    log.record(
        "person.note-erased", actor=actor, target=note.person, changes={"note": str(note.pk)}
    )
    note.delete()
