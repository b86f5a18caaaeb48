"""Is this paper one of ours, and is it still what was signed? Only of one's own organisation."""

import re
from dataclasses import dataclass

from naast.agreements.models import Copy
from naast.agreements.policies import copies as policies
from naast.agreements.queries.copies import lightly, text_of
from naast.organisations.actors import Actor

SHORTEST, LONGEST = 12, 64
MOST = 10
HEXADECIMAL = re.compile(rf"[0-9a-f]{{{SHORTEST},{LONGEST}}}")


@dataclass(frozen=True, slots=True)
class Verified:
    """One copy with this checksum; `is_intact`: its text is still the one that was signed. `is_file`: it was
    found by a PDF that we made."""

    copy: Copy
    is_intact: bool
    is_file: bool


def by_file(actor: Actor, pdf_checksum: str) -> list[Verified]:
    """The copy of which we made exactly this PDF; empty when there is none here."""
    rows = lightly(policies.visible_to(actor)).filter(issued__pdf_checksum=pdf_checksum)
    return _verified(list(rows.order_by("id").distinct()[:MOST]), is_file=True)


def by_words(actor: Actor, typed: str) -> list[Verified]:
    """The copies whose text has a checksum that begins so: several when everybody gets the same words.
    Empty for what is no checksum."""
    start = cleaned(typed)
    if start is None:
        return []
    # Not `startswith`: an index over the checksum answers this in every collation.
    rows = lightly(policies.visible_to(actor)).filter(checksum__gte=start, checksum__lt=start + "g")
    return _verified(list(rows.order_by("checksum", "id")[:MOST]), is_file=False)


def cleaned(typed: str) -> str | None:
    """What somebody typed as hexadecimal, without spaces; None when it is too short or something else."""
    joined = "".join(typed.split()).lower()
    return joined if HEXADECIMAL.fullmatch(joined) else None


def _verified(copies: list[Copy], *, is_file: bool) -> list[Verified]:
    return [Verified(copy, text_of(copy).is_intact, is_file) for copy in copies]
