"""The words of a version in one language, and its clauses as they were written. Pure."""

from collections.abc import Iterable

from naast.agreements.contents import Clause, clause_from
from naast.agreements.models import VersionText

LAST_RESORT = "nl"


def wording(texts: Iterable[VersionText], language: str, house_language: str) -> VersionText:
    """The words in this language, or else those of the house, or else Dutch, or else what there is: one
    language, never a mix. Raises LookupError for a version without words."""
    there = {text.language: text for text in texts}
    if not there:
        raise LookupError("a version without words")
    wanted = (language[:2], house_language[:2], LAST_RESORT, *there)
    return next(there[each] for each in wanted if each in there)


def clauses_of(text: VersionText) -> list[Clause]:
    """The clauses of a text as they were written."""
    return [clause_from(kept) for kept in text.clauses]
