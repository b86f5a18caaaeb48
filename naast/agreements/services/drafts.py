"""Writes about the words of a draft: clauses that are added, worded anew, moved and left out, in each language.

A clause stands in every language or in none, so that a text never mixes them; what is not written yet in one of
them is empty, and stops publishing.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.agreements import drafting
from naast.agreements.compulsory import kept_codes, situation
from naast.agreements.contents import Clause
from naast.agreements.models import Document, DocumentKind, Version, VersionText
from naast.agreements.policies import documents as policies
from naast.agreements.queries import documents as queries
from naast.agreements.queries.sources import Sources
from naast.agreements.texts import default_text, ready_clauses
from naast.agreements.wording import clauses_of
from naast.audit import log
from naast.core import clock
from naast.core.errors import StateConflict
from naast.law.clauses import Situation
from naast.organisations.actors import Actor


@transaction.atomic
def start_draft(*, actor: Actor, document_id: UUID) -> Version:
    """A draft with the words of the newest version; the one that is there when somebody started already.
    Raises NotAllowed or Document.DoesNotExist."""
    document = locked(actor, document_id)
    newest = document.versions.prefetch_related("texts").order_by("-number")[0]
    if newest.published_on is None:
        return newest
    draft = Version.objects.create(
        organisation_id=document.organisation_id, document=document, number=newest.number + 1
    )
    VersionText.objects.bulk_create(
        VersionText(
            organisation_id=draft.organisation_id,
            version=draft,
            language=text.language,
            title=text.title,
            clauses=text.clauses,
        )
        for text in newest.texts.all()
    )
    log.record("text.draft-started", actor=actor, target=document)
    return draft


@transaction.atomic
def discard_draft(*, actor: Actor, document_id: UUID) -> None:
    """Throw a draft away; the published words stay. A document that was never published goes with it. Raises
    NotAllowed, Document.DoesNotExist or StateConflict."""
    document = locked(actor, document_id)
    draft_of(document).delete()
    log.record("text.draft-discarded", actor=actor, target=document)
    if not document.versions.exists():
        document.delete()


@transaction.atomic
def change_title(*, actor: Actor, document_id: UUID, language: str, title: str) -> None:
    """The title in one language. Raises NotAllowed, Document.DoesNotExist, StateConflict or
    VersionText.DoesNotExist."""
    document = locked(actor, document_id)
    text = draft_of(document).texts.get(language=language)
    text.title = title
    text.save(update_fields=["title"])
    log.record("text.changed", actor=actor, target=document, changes={"title": language})


@transaction.atomic
def add_clause(*, actor: Actor, document_id: UUID, language: str, clause: Clause) -> str:
    """A clause of one’s own, at the end of its part; the other languages get it to be written. Answers with
    its code. Raises NotAllowed, Document.DoesNotExist, StateConflict or VersionText.DoesNotExist."""
    document = locked(actor, document_id)
    draft = draft_of(document)
    codes = [each.code for text in draft.texts.all() for each in clauses_of(text)]
    code = drafting.new_code(codes)
    draft.texts.get(language=language)
    for text in draft.texts.all():
        is_here = text.language == language
        words = (clause.heading, clause.text) if is_here else ("", "")
        _keep(text, drafting.with_clause(clauses_of(text), Clause(code, *words, clause.part)))
    log.record("text.changed", actor=actor, target=document, changes={"added": code})
    return code


@transaction.atomic
def add_ready_clause(*, actor: Actor, document_id: UUID, code: str) -> None:
    """One of our ready clauses, in every language of the draft (S1-119). Raises NotAllowed,
    Document.DoesNotExist, StateConflict, or KeyError for one that isn’t offered here or stands there
    already."""
    document = locked(actor, document_id)
    ready = {line.code: line for line in ready_clauses(document.kind)}[code]
    is_agreement = document.kind == DocumentKind.AGREEMENT

    def change(clauses: list[Clause], text: VersionText) -> list[Clause]:
        if code in {each.code for each in clauses}:
            raise KeyError(code)
        said = ready.in_language(text.language)
        part = said.part if is_agreement else ""
        return drafting.with_clause(clauses, Clause(code, said.heading, said.text, part))

    _change_all(document, change)
    log.record("text.changed", actor=actor, target=document, changes={"added": code})


@transaction.atomic
def change_clause(*, actor: Actor, document_id: UUID, language: str, clause: Clause) -> None:
    """New words for one clause in one language. Raises NotAllowed, Document.DoesNotExist, StateConflict,
    VersionText.DoesNotExist or KeyError."""
    document = locked(actor, document_id)
    text = draft_of(document).texts.get(language=language)
    rows = drafting.worded(clauses_of(text), clause.code, heading=clause.heading, text=clause.text)
    _keep(text, rows)
    log.record("text.changed", actor=actor, target=document, changes={"clause": clause.code})


@transaction.atomic
def move_clause(*, actor: Actor, document_id: UUID, code: str, by: int) -> None:
    """A clause a place earlier (-1) or later (1), in every language. Raises NotAllowed,
    Document.DoesNotExist, StateConflict or KeyError."""
    document = locked(actor, document_id)
    _change_all(document, lambda clauses, _text: drafting.moved(clauses, code, by=by))
    log.record("text.changed", actor=actor, target=document, changes={"moved": code})


@transaction.atomic
def remove_clause(*, actor: Actor, document_id: UUID, code: str) -> None:
    """Leave a clause out, in every language. Raises NotAllowed, Document.DoesNotExist, KeyError, or
    StateConflict for one that the law asks."""
    document = locked(actor, document_id)
    needed = kept_codes(kind=document.kind, where=where_used(document), day=clock.today())
    if code in needed:
        raise StateConflict(
            _("The law asks for this clause: you can word it anew, and not leave it out.")
        )
    _change_all(document, lambda clauses, _text: drafting.without(clauses, code))
    log.record("text.changed", actor=actor, target=document, changes={"removed": code})


@transaction.atomic
def add_language(*, actor: Actor, document_id: UUID, language: str) -> None:
    """Another language for the draft: our own words where we have them, the rest to be written. Raises
    NotAllowed, Document.DoesNotExist or StateConflict."""
    document = locked(actor, document_id)
    draft = draft_of(document)
    texts = list(draft.texts.all())
    if language in {text.language for text in texts}:
        raise StateConflict(_("This language is there already."))
    known = drafting.known_words(document.kind, language)
    ours = default_text(document.kind)
    VersionText.objects.create(
        organisation_id=draft.organisation_id,
        version=draft,
        language=language,
        title=ours.titles[language] if ours else "",
        clauses=[
            asdict(Clause(it.code, *_said(known.get(it.code)), it.part))
            for it in clauses_of(texts[0])
        ],
    )
    log.record("text.changed", actor=actor, target=document, changes={"language": language})


def _said(clause: Clause | None) -> tuple[str, str]:
    return (clause.heading, clause.text) if clause else ("", "")


@transaction.atomic
def drop_language(*, actor: Actor, document_id: UUID, language: str) -> None:
    """Leave a language out of the draft; the last one stays. Raises NotAllowed, Document.DoesNotExist,
    StateConflict or VersionText.DoesNotExist."""
    document = locked(actor, document_id)
    draft = draft_of(document)
    if draft.texts.count() == 1:
        raise StateConflict(_("This is the only language of this text."))
    draft.texts.get(language=language).delete()
    log.record("text.changed", actor=actor, target=document, changes={"dropped": language})


def locked(actor: Actor, document_id: UUID) -> Document:
    """The document, locked and open to change by this actor. Raises NotAllowed or Document.DoesNotExist."""
    document = queries.lock_document(actor, document_id)
    policies.can_change(actor, document).require()
    return document


def draft_of(document: Document) -> Version:
    """The draft of a locked document, with its texts. Raises StateConflict."""
    try:
        return queries.draft_of(document)
    except Version.DoesNotExist as error:
        raise StateConflict(_("There is no draft of this text any more.")) from error


def where_used(document: Document) -> Situation:
    """What holds where this document is used."""
    sources = Sources(document.organisation_id, clock.today())
    return situation(sources.of(document.programme_id))


def _change_all(
    document: Document, change: Callable[[list[Clause], VersionText], list[Clause]]
) -> None:
    for text in draft_of(document).texts.all():
        _keep(text, change(clauses_of(text), text))


def _keep(text: VersionText, clauses: Sequence[Clause]) -> None:
    text.clauses = [asdict(clause) for clause in clauses]
    text.save(update_fields=["clauses"])
