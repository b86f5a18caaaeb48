"""Writing notes about a candidate, each for its audience; and what the candidate adds."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core.errors import DomainError
from naast.organisations.actors import Actor
from naast.recruitment.guide import PROMPTS, WHY
from naast.recruitment.models import Application, Audience, Note, Talk
from naast.recruitment.policies import notes as policies
from naast.recruitment.queries import applications
from naast.recruitment.queries import notes as queries


class NothingWritten(DomainError):
    """A note needs at least a word."""


@dataclass(frozen=True, slots=True)
class Written:
    """The text of a note and who may read it."""

    text: str
    audience: str = Audience.AUTHOR


@transaction.atomic
def write_note(
    *, actor: Actor, application_id: UUID, written: Written, talk_id: UUID | None = None
) -> Note:
    """Add a note. Raises Application.DoesNotExist, NotAllowed or NothingWritten."""
    application = applications.lock_application(actor, application_id)
    policies.can_write(actor, application).require()
    if not written.text.strip():
        raise NothingWritten(_("Write a few words first."))
    return _add(actor, application, written, talk=_talk(application, talk_id))


@transaction.atomic
def change_note(*, actor: Actor, note_id: UUID, written: Written) -> None:
    """Change one's own note or its audience; an emptied one is taken away.

    Raises Note.DoesNotExist or NotAllowed.
    """
    note = (
        policies.visible_to(actor)
        .select_related("application")
        .select_for_update(of=("self",), no_key=True)
        .get(pk=note_id)
    )
    policies.can_change(actor, note).require()
    _put(actor, note, written)


@transaction.atomic
def keep_guide(
    *,
    actor: Actor,
    application_id: UUID,
    talk_id: UUID | None,
    written: Mapping[str, Written],
) -> None:
    """Keep what was noted beside the prompts of the guide: one note a prompt, of this writer and talk.
    Emptied ones go away; nothing is compulsory; saving twice is the same as once.

    Raises Application.DoesNotExist, Talk.DoesNotExist or NotAllowed.
    """
    application = applications.lock_application(actor, application_id)
    policies.can_write(actor, application).require()
    talk = _talk(application, talk_id)
    there = queries.mine_by_prompt(actor, application, talk)
    if WHY.code in written:
        _keep_why(application, there.get(WHY.code), written[WHY.code])
    for code in PROMPTS:
        if code not in written:
            continue
        if code in there:
            _put(actor, there[code], written[code])
        elif written[code].text.strip():
            _add(actor, application, written[code], talk=talk, prompt=code)


@transaction.atomic
def add_own_note(*, actor: Actor, application_id: UUID, text: str) -> Note:
    """The candidate adds something to what is noted; whoever talks with them reads it.

    Raises Application.DoesNotExist, NotAllowed or NothingWritten.
    """
    application = applications.lock_any(actor, application_id)
    policies.can_add_own(actor, application).require()
    if not text.strip():
        raise NothingWritten(_("Write a few words first."))
    note = Note.objects.create(
        organisation_id=actor.organisation_id,
        application=application,
        is_by_candidate=True,
        audience=Audience.CANDIDATE,
        text=text.strip(),
    )
    log.record("note.added-by-candidate", actor=actor, target=application)
    return note


def keep_conflict_note(*, actor: Actor, application: Application, text: str) -> None:
    """What a coordinator noted about a possible conflict of interest (S0-11): one note, for coordinators.
    The application is locked and may be moved by this actor."""
    written = Written(text=text, audience=Audience.AUTHOR)
    there = queries.conflict_note(actor, application)
    if there is not None:
        _put(actor, there, written)
    elif text.strip():
        _add(actor, application, written, talk=None, prompt=queries.CONFLICT)


def _keep_why(application: Application, before: Note | None, written: Written) -> None:
    """The first answer to «why with us» stays with the application, where the note is for more than its
    author (S1-204). What the candidate wrote themselves never changes; what came from this note does."""
    shared = written.text.strip() if written.audience in policies.SHARED else ""
    came_from_here = before is not None and before.text == application.why_here
    if (came_from_here or not application.why_here) and application.why_here != shared:
        application.why_here = shared
        application.save(update_fields=["why_here"])


def _talk(application: Application, talk_id: UUID | None) -> Talk | None:
    return Talk.objects.get(application=application, pk=talk_id) if talk_id else None


def _add(
    actor: Actor,
    application: Application,
    written: Written,
    *,
    talk: Talk | None,
    prompt: str = "",
) -> Note:
    note = Note.objects.create(
        organisation_id=actor.organisation_id,
        application=application,
        talk=talk,
        author_id=actor.membership_id,
        audience=written.audience,
        prompt=prompt,
        text=written.text.strip(),
    )
    log.record(
        "note.written",
        actor=actor,
        target=application,
        changes={"note": str(note.pk), "audience": note.audience},
    )
    return note


def _put(actor: Actor, note: Note, written: Written) -> None:
    """The new text and audience; unchanged leaves no line in the history, empty takes it away."""
    text = written.text.strip()
    if (text, written.audience) == (note.text, note.audience):
        return
    kind = "note.changed" if text else "note.taken-away"
    log.record(
        kind,
        actor=actor,
        target=note.application,
        changes={"note": str(note.pk), "audience": written.audience},
    )
    if not text:
        note.delete()
        return
    note.text, note.audience = text, written.audience
    note.save(update_fields=["text", "audience"])
