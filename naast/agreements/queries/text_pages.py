"""What the pages of texts show: the list, one document, a draft with what comes by itself, a version to read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from naast.agreements import drafting
from naast.agreements.compulsory import kept_codes, situation, with_compulsory
from naast.agreements.contents import Clause
from naast.agreements.filling import PLACEHOLDERS
from naast.agreements.models import Document, DocumentKind, Version, VersionText
from naast.agreements.queries import documents as queries
from naast.agreements.queries.sources import Sources
from naast.agreements.texts import ready_clauses
from naast.agreements.wording import clauses_of
from naast.core.text import Text
from naast.law import clauses as law
from naast.organisations.actors import Actor
from naast.programmes.models import Programme

# What each kind is good for, for whoever chooses.
PURPOSES: Mapping[str, Text] = {
    DocumentKind.INFORMATION: _("The five things that everybody hears before the start."),
    DocumentKind.AGREEMENT: _(
        "What we agree with one volunteer: practical, and what can and cannot."
    ),
    DocumentKind.SECRECY: _("The ABC of discretion and professional secrecy."),
    DocumentKind.CHARTER: _("What we stand for, in articles, signed by everybody."),
    DocumentKind.HOUSE_RULES: _("Where it can rub between volunteers and staff, said in time."),
    DocumentKind.PROMISES: _("What the organisation promises, and what it asks in return."),
    DocumentKind.DO_DONT: _("What to do and what not, made from the tasks of the programme."),
    DocumentKind.ROLE_VOLUNTEER: _("What a volunteer may expect, and what not."),
    DocumentKind.ROLE_PARTICIPANT: _("What a participant may expect, and what not."),
    DocumentKind.MANDATE: _("What a volunteer may decide, made from the programme."),
}
MOST_OWN = 60


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of text in one place: the document there, or the one of the house that holds instead."""

    kind: str
    label: Text
    purpose: Text
    document: Document | None = None
    is_of_house: bool = False
    published: Version | None = None
    has_draft: bool = False
    own_texts: int = 0


def papers(actor: Actor, programme: Programme | None) -> list[Line]:
    """Every kind of text and how it stands, then the texts of one’s own. At most five queries."""
    place = programme.pk if programme else None
    own = list(queries.listed(actor, place))
    house = list(queries.listed(actor, None)) if programme else []
    counts = {} if programme else queries.own_texts(actor)
    lines = [_line(kind, own, house, counts) for kind in DocumentKind if kind in PURPOSES]
    others = [row for row in own if row.kind == DocumentKind.OTHER][:MOST_OWN]
    return lines + [_of_document(row, row.name, "") for row in others]


def _line(
    kind: DocumentKind, own: list[Document], house: list[Document], counts: Mapping[str, int]
) -> Line:
    here = next((row for row in own if row.kind == kind), None)
    there = next((row for row in house if row.kind == kind), None)
    document = here or there
    if document is None:
        return Line(kind, kind.label, PURPOSES[kind], own_texts=counts.get(kind, 0))
    return _of_document(
        document, kind.label, PURPOSES[kind], is_of_house=here is None, count=counts.get(kind, 0)
    )


def _of_document(
    document: Document, label: Text, purpose: Text, *, is_of_house: bool = False, count: int = 0
) -> Line:
    published, draft = versions_of(document)
    return Line(
        document.kind,
        label,
        purpose,
        document,
        is_of_house,
        published[0] if published else None,
        draft is not None,
        count,
    )


def versions_of(document: Document) -> tuple[list[Version], Version | None]:
    """The published versions, newest first, and the draft. No query when they are at hand."""
    rows = list(document.versions.all())
    published = [row for row in rows if row.published_on is not None]
    return published, next((row for row in rows if row.published_on is None), None)


@dataclass(frozen=True, slots=True)
class DraftClause:
    """One clause of a draft: locked when it comes by itself, kept when the law asks for it."""

    clause: Clause
    is_kept: bool
    certainty: Text
    is_empty: bool
    is_first: bool
    is_last: bool


@dataclass(frozen=True, slots=True)
class Editor:
    """A draft in one language, with everything its page shows."""

    draft: Version
    text: VersionText
    languages: list[str]
    clauses: list[DraftClause]
    problems: list[drafting.Problem]
    ready: list[tuple[str, str]]
    is_law_known: bool


def editor(draft: Version, text: VersionText, day: date) -> Editor:
    """The draft as its writer sees it: own clauses, and between them what comes by itself."""
    document = draft.document
    source = Sources(draft.organisation_id, day).of(document.programme_id)
    where = situation(source)
    own = clauses_of(text)
    complete = with_compulsory(
        own, kind=document.kind, where=where, language=text.language, day=day
    )
    kept = kept_codes(kind=document.kind, where=where, day=day)
    sure = {row.code: row.certainty for row in law.compulsory(document.kind, where, day)}
    codes = [clause.code for clause in own]
    # A clause moves within its part.
    last = {clause.part: clause.code for clause in own}
    first = {clause.part: clause.code for clause in reversed(own)}
    texts = [
        drafting.Wording(each.language, each.title, tuple(clauses_of(each)))
        for each in draft.texts.all()
    ]
    return Editor(
        draft=draft,
        text=text,
        languages=[each.language for each in texts],
        clauses=[
            DraftClause(
                clause,
                is_kept=not clause.is_compulsory and clause.code in kept,
                certainty=sure.get(clause.code, "") if clause.is_compulsory else "",
                is_empty=not (clause.heading.strip() and clause.text.strip()),
                is_first=clause.code == first.get(clause.part),
                is_last=clause.code == last.get(clause.part),
            )
            for clause in complete
        ],
        problems=drafting.problems(document.kind, texts, where=where, day=day),
        ready=[
            (line.code, line.headings[text.language])
            for line in ready_clauses(document.kind)
            if line.code not in codes
        ],
        is_law_known=law.is_known(source.organisation.country, day),
    )


def placeholders() -> list[tuple[str, Text, bool]]:
    """(name between braces, what is filled in there, whether it may be empty), for the writer."""
    return [(f"{{{code}}}", it.label, it.is_optional) for code, it in PLACEHOLDERS.items()]
