"""Who may read and write what is noted about a candidate: list and object side by side.

The author always; a coordinator everything; whoever talks with the candidate what is for the team or for
the candidate; the candidate, behind their own link, what is for the candidate."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.recruitment.models import Application, Audience, Note
from naast.recruitment.policies import applications

SHARED = (Audience.TEAM, Audience.CANDIDATE)


def visible_to(actor: Actor) -> QuerySet[Note]:
    """The notes this actor may read; all others are as absent."""
    notes = Note.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return notes
    if actor.membership_id is None:
        return notes.none()
    shared = Q(audience__in=SHARED, application__in=applications.visible_to(actor))
    return notes.filter(Q(author_id=actor.membership_id) | shared)


def can_read(actor: Actor, note: Note) -> Decision:
    """The same for one note."""
    if note.organisation_id != actor.organisation_id:
        return deny(_("This note belongs to another organisation."))
    if actor.is_coordinator:
        return ALLOW
    if actor.membership_id is not None and note.author_id == actor.membership_id:
        return ALLOW
    if note.audience not in SHARED:
        return deny(_("Who wrote this keeps it between themselves and the coordinator."))
    return applications.can_talk(actor, note.application)


def shown_to_candidate(application: Application) -> QuerySet[Note]:
    """What the candidate reads on their own page: what is meant for them, and what they wrote."""
    return Note.objects.filter(
        organisation_id=application.organisation_id,
        application=application,
        audience=Audience.CANDIDATE,
    )


def can_write(actor: Actor, application: Application) -> Decision:
    """Adding a note: whoever talks with the candidate."""
    return applications.can_talk(actor, application)


def can_change(actor: Actor, note: Note) -> Decision:
    """Changing a note or taking it away: its author alone, as long as they talk with the candidate."""
    if note.author_id is None or note.author_id != actor.membership_id:
        return deny(_("Only who wrote a note changes it."))
    return applications.can_talk(actor, note.application)


def can_add_own(actor: Actor, application: Application) -> Decision:
    """The candidate's own addition, behind their own link."""
    if application.organisation_id != actor.organisation_id:
        return deny(_("This application belongs to another organisation."))
    if not applications.is_candidate(actor):
        return deny(_("Only the candidate writes here."))
    return ALLOW
