"""What a text gets by itself, and what it may not lack, where it is used (S0-41, S1-57). Pure."""

from collections.abc import Iterable
from datetime import date

from naast.agreements.contents import Clause, Part
from naast.agreements.models import DocumentKind, LegalForm
from naast.agreements.values import Source
from naast.law import clauses as law
from naast.law.clauses import LegalClause, Needed, Situation
from naast.programmes.models import Engagement


def situation(source: Source, engagement: Engagement | None = None) -> Situation:
    """What holds where the text is used. Without an engagement it is read as a text about volunteering; a text
    for the whole organisation is as careful as its most careful programme could ask."""
    house, about, programme = source.organisation, source.about, source.programme
    volunteers = engagement is None or engagement.is_volunteering
    is_de_facto = about is not None and about.legal_form == LegalForm.DE_FACTO
    flags = {
        law.VOLUNTEERING if volunteers else law.NOT_VOLUNTEERING,
        law.DE_FACTO if is_de_facto else law.LEGAL_PERSON,
    }
    if house.is_under_welfare_decree:
        flags.add(law.DECREE)
    if programme is None or programme.takes_extra_care:
        flags.add(law.EXTRA_CARE)
    if programme is not None and programme.contact_with_minors:
        flags.add(law.MINORS)
    return Situation(house.country, frozenset(flags))


def with_compulsory(
    clauses: Iterable[Clause], *, kind: str, where: Situation, language: str, day: date
) -> list[Clause]:
    """The clauses with those that appear by themselves, each in its place."""
    found = list(clauses)
    for row in law.compulsory(kind, where, day):
        found.insert(_place(found, row), _clause(row, kind, language))
    return found


def _clause(row: LegalClause, kind: str, language: str) -> Clause:
    return Clause(
        code=row.code,
        heading=row.headings[language],
        text=row.texts[language],
        part=row.part if kind == DocumentKind.AGREEMENT else "",
        is_compulsory=True,
        source=row.source,
    )


def _place(clauses: list[Clause], row: LegalClause) -> int:
    """Behind the first of `after` that is there; in front when it has none; otherwise at the end of its part."""
    codes = [clause.code for clause in clauses]
    if not row.after:
        return 0
    behind = next((codes.index(code) for code in row.after if code in codes), None)
    if behind is not None:
        return behind + 1
    same_part = [place for place, clause in enumerate(clauses) if clause.part == row.part]
    if same_part:
        return same_part[-1] + 1
    return 0 if row.part == Part.PRACTICAL else len(clauses)


def lacking(
    codes: Iterable[str], *, kind: str, where: Situation, day: date
) -> list[tuple[Needed, list[str]]]:
    """(what asks for it, the codes of clauses that a text with these codes lacks)."""
    there = set(codes)
    rows = law.needed(kind, where, day)
    missing = ((row, [code for code in row.codes if code not in there]) for row in rows)
    return [(row, absent) for row, absent in missing if absent]


def kept_codes(*, kind: str, where: Situation, day: date) -> dict[str, Needed]:
    """Code → what asks for it: clauses that may be worded anew and not left out. Advice stops nobody."""
    rows = law.needed(kind, where, day)
    return {code: row for row in rows if not row.is_advice for code in row.codes}
