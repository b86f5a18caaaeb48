"""Reads of notes: for staff what they may see, for the candidate what is meant for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext_lazy

from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.recruitment.guide import AGREED_AFTER_LOSS, PROMPTS, WHY
from naast.recruitment.models import Application, Note, Talk
from naast.recruitment.policies import notes as policies

# A coordinator's own line about what may look like an interest (S0-11); kept as a note.
CONFLICT = "conflict"
ABOUT_CONFLICT = gettext_lazy("On a possible conflict of interest")


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One note as it is read."""

    note: Note
    text: Text
    about: Text
    by: str
    can_change: bool


@dataclass(frozen=True, slots=True)
class NotesPanel:
    """What `recruitment/_notes.html` shows on the page of an application."""

    lines: list[NoteLine]
    can_write: bool


def notes_panel(actor: Actor, application: Application) -> NotesPanel:
    """The notes of an application that this actor may read, newest first; one query, and one for who
    may write."""
    rows = policies.visible_to(actor).filter(application=application).order_by("-id")
    may_write = bool(policies.can_write(actor, application))
    return NotesPanel(
        lines=[
            _line(note, can_change=may_write and _is_mine(actor, note))
            for note in rows.select_related("author__user")
        ],
        can_write=may_write,
    )


def _is_mine(actor: Actor, note: Note) -> bool:
    return note.author_id is not None and note.author_id == actor.membership_id


def _line(note: Note, *, can_change: bool) -> NoteLine:
    prompt = PROMPTS.get(note.prompt)
    keeps_no_words = prompt is not None and prompt.keeps_no_words
    return NoteLine(
        note=note,
        text=AGREED_AFTER_LOSS.get(note.text, "") if keeps_no_words else note.text,
        about=ABOUT_CONFLICT if note.prompt == CONFLICT else prompt.asks if prompt else "",
        by=note.author.user.name if note.author else "",
        can_change=can_change,
    )


def own_notes(application: Application) -> list[NoteLine]:
    """What the candidate reads on their own page, oldest first: `recruitment/_own_notes.html`."""
    rows = policies.shown_to_candidate(application).select_related("author__user")
    return [_line(note, can_change=False) for note in rows]


def get_note(actor: Actor, application_id: UUID, note_id: UUID) -> Note | None:
    """One note that this actor may read, or None."""
    return (
        policies.visible_to(actor)
        .select_related("application")
        .filter(pk=note_id, application_id=application_id)
        .first()
    )


def mine_by_prompt(actor: Actor, application: Application, talk: Talk | None) -> dict[str, Note]:
    """The prompts of the guide → what this actor noted there, in this talk or in none."""
    if actor.membership_id is None:
        return {}
    rows = Note.objects.filter(
        organisation_id=actor.organisation_id,
        application=application,
        talk=talk,
        author_id=actor.membership_id,
    ).exclude(prompt="")
    return _by_prompt(rows)


def told_why(actor: Actor, application: Application, *, but: Iterable[Note] = ()) -> list[Note]:
    """What somebody told in talks about «why with us», oldest first, as far as this actor may read it;
    without what stands on their application by now, and without `but` (S1-204)."""
    rows = policies.visible_to(actor).filter(application=application, prompt=WHY.code)
    others = rows.exclude(pk__in=[note.pk for note in but]).order_by("id")
    return [note for note in others if note.text != application.why_here]


def _by_prompt(rows: Iterable[Note]) -> dict[str, Note]:
    return {note.prompt: note for note in rows}


def conflict_note(actor: Actor, application: Application) -> Note | None:
    """What a coordinator wrote about a possible conflict of interest, when this actor may read it."""
    rows = policies.visible_to(actor).filter(application=application, prompt=CONFLICT)
    return rows.order_by("-id").first()
