"""Words that a coordinator read and changed: what they left in braces is filled in, for each reader."""

from collections.abc import Mapping

from naast.messaging import texts
from naast.messaging.texts import Kind, Words
from naast.organisations.models import Organisation


def filled_in(
    house: Organisation, kind: Kind, words: Words | None, values: Mapping[str, str]
) -> Words | None:
    """The words as one reader gets them; None stays None: the usual words. Raises
    texts.UnknownPlaceholder for braces that nobody can fill in."""
    if words is None:
        return None
    texts.check(kind, words)
    return texts.fill(words, {"organisation": house.name, "phone": house.phone, **values})
