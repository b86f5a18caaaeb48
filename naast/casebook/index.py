"""By which words and codes a case or a sheet is found (pure): two columns, the same in every database."""

from collections.abc import Iterable, Mapping

from naast.people.names import plain


def words_of(texts: Iterable[str]) -> str:
    """The texts in plain letters."""
    return " ".join(plain(text) for text in texts)


def codes_of(lists: Mapping[str, Iterable[str]]) -> str:
    """Each code of each list as «#themes:money#»."""
    return "".join(tag(name, code) for name, codes in lists.items() for code in codes)


def tag(name: str, code: str) -> str:
    """How a code of one list stands in the column."""
    return f"#{name}:{code}#"


def sought(text: str) -> list[str]:
    """The first six words that somebody looks for, in plain letters."""
    return plain(text).split()[:6]
