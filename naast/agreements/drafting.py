"""Working on a draft: lists of clauses that change, and what still stops a text from being published. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from operator import itemgetter

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from naast.agreements.compulsory import lacking
from naast.agreements.contents import Clause
from naast.agreements.contents import checksum_of as checksum_of_json
from naast.agreements.filling import unknown_in
from naast.agreements.texts import LANGUAGES, default_text, ready_clauses
from naast.core.text import Text
from naast.law.clauses import Situation

OWN = "own"


@dataclass(frozen=True, slots=True)
class Wording:
    """A text in one language, as it stands in a draft."""

    language: str
    title: str
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is still to do before publishing, and where: a clause in a language. Advice stops nobody."""

    sentence: Text
    language: str = ""
    code: str = ""
    source: str = ""
    certainty: Text = ""
    is_advice: bool = False


def checksum_of(wordings: Iterable[Wording]) -> str:
    """A checksum of all the words of a draft: whoever publishes it publishes what they read."""
    rows = sorted((asdict(each) for each in wordings), key=itemgetter("language"))
    return checksum_of_json({"wordings": rows})


def new_code(codes: Iterable[str]) -> str:
    """A code for a clause of one’s own: «own-1», «own-2»…"""
    used = set(codes)
    return next(
        code for code in (f"{OWN}-{n}" for n in range(1, len(used) + 2)) if code not in used
    )


def moved(clauses: Sequence[Clause], code: str, *, by: int) -> list[Clause]:
    """The clauses with this one a place earlier (-1) or later (1) in its part; at the edge nothing changes.
    Raises KeyError."""
    rows = list(clauses)
    place = place_of(rows, code)
    there = place + by
    if 0 <= there < len(rows) and rows[there].part == rows[place].part:
        rows.insert(there, rows.pop(place))
    return rows


def without(clauses: Sequence[Clause], code: str) -> list[Clause]:
    """The clauses except this one. Raises KeyError."""
    rows = list(clauses)
    del rows[place_of(rows, code)]
    return rows


def worded(clauses: Sequence[Clause], code: str, *, heading: str, text: str) -> list[Clause]:
    """The clauses with new words for this one. Raises KeyError."""
    rows = list(clauses)
    place = place_of(rows, code)
    rows[place] = replace(rows[place], heading=heading, text=text)
    return rows


def with_clause(clauses: Sequence[Clause], clause: Clause) -> list[Clause]:
    """The clauses with a new one: at the end of its part."""
    rows = list(clauses)
    same = [place for place, each in enumerate(rows) if each.part == clause.part]
    rows.insert(same[-1] + 1 if same else len(rows), clause)
    return rows


def place_of(clauses: Sequence[Clause], code: str) -> int:
    """Where this clause stands. Raises KeyError."""
    places = {clause.code: place for place, clause in enumerate(clauses)}
    return places[code]


def known_words(kind: str, language: str) -> dict[str, Clause]:
    """Code → our own words in this language, to start a translation with."""
    text = default_text(kind)
    rows = [*(text.clauses if text else ()), *ready_clauses(kind)]
    return {row.code: row.in_language(language) for row in rows}


def problems(
    kind: str, wordings: Iterable[Wording], *, where: Situation, day: date
) -> list[Problem]:
    """Everything that is still to do, with advice at the end. Nothing but advice: it can be published."""
    wordings = list(wordings)
    if not wordings or not any(each.clauses for each in wordings):
        return [Problem(_("There is nothing to read yet. Write a clause first."))]
    found = [problem for each in wordings for problem in _in_one(each)]
    codes = [clause.code for clause in wordings[0].clauses]
    asked = lacking(codes, kind=kind, where=where, day=day)
    headings = _headings(kind)
    for row, absent in asked:
        found.append(
            Problem(
                _now("This is still missing: %(clauses)s.")
                % {"clauses": ", ".join(headings.get(code, code) for code in absent)},
                source=row.source,
                certainty=row.certainty,
                is_advice=row.is_advice,
            )
        )
    return sorted(found, key=lambda problem: problem.is_advice)


def _in_one(wording: Wording) -> list[Problem]:
    """What is still to write, and typing errors in names, in one language."""
    found = []
    spoken = dict(settings.LANGUAGES).get(wording.language, wording.language)
    if not wording.title.strip():
        found.append(
            Problem(
                _now("Write the title in %(language)s.") % {"language": spoken}, wording.language
            )
        )
    for clause in wording.clauses:
        if not clause.heading.strip() or not clause.text.strip():
            sentence = _now("Write “%(clause)s” in %(language)s.") % {
                "clause": clause.heading or clause.code,
                "language": spoken,
            }
            found.append(Problem(sentence, wording.language, clause.code))
        unknown = unknown_in(f"{clause.heading}\n{clause.text}")
        if unknown:
            sentence = _now("We don’t know %(names)s, in “%(clause)s”.") % {
                "names": ", ".join(f"{{{name}}}" for name in sorted(unknown)),
                "clause": clause.heading or clause.code,
            }
            found.append(Problem(sentence, wording.language, clause.code))
    return found


def _headings(kind: str) -> Mapping[str, str]:
    """Code → heading of our own text, in the language of the page."""
    spoken = (get_language() or "")[:2]
    language = spoken if spoken in LANGUAGES else LANGUAGES[0]
    return {code: clause.heading for code, clause in known_words(kind, language).items()}
