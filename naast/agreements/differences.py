"""The difference between two versions, clause by clause and word by word. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from naast.agreements.contents import Clause

# A word with the space behind it, so that words that went and came stay apart.
WORDS = re.compile(r"\S+\s*|\s+")


class Change(StrEnum):
    """What happened to a clause, or to some words."""

    SAME = "same"
    NEW = "new"
    GONE = "gone"
    WORDED = "worded"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stayed, came or went."""

    change: Change
    words: str


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """One clause in both versions: its heading now (or before, when it went), and its lines as runs."""

    change: Change
    heading: list[Run]
    lines: list[list[Run]]


def compare(before: Sequence[Clause], after: Sequence[Clause]) -> list[ClauseChange]:
    """Every clause of the newer version in its order, each clause that went where it stood."""
    old = {clause.code: clause for clause in before}
    new = {clause.code: clause for clause in after}
    stayed = [clause.code for clause in after if clause.code in old]
    was = [clause.code for clause in before if clause.code in new]
    still = _longest_common(was, stayed)
    found = [_one(old.get(clause.code), clause, clause.code in still) for clause in after]
    for place, clause in enumerate(before):
        if clause.code not in new:
            found.insert(min(place, len(found)), _gone(clause))
    return found


def _longest_common(was: Sequence[str], stayed: Sequence[str]) -> set[str]:
    """The clauses that keep their order; the others were moved."""
    matcher = SequenceMatcher(None, was, stayed, autojunk=False)
    return {
        code
        for block in matcher.get_matching_blocks()
        for code in was[block.a : block.a + block.size]
    }


def _one(old: Clause | None, new: Clause, keeps_its_place: bool) -> ClauseChange:
    if old is None:
        return ClauseChange(
            Change.NEW,
            [Run(Change.NEW, new.heading)],
            [[Run(Change.NEW, line)] for line in new.text.splitlines()],
        )
    if (old.heading, old.text) != (new.heading, new.text):
        change = Change.WORDED
    else:
        change = Change.SAME if keeps_its_place else Change.MOVED
    return ClauseChange(change, runs(old.heading, new.heading), _lines(old.text, new.text))


def _gone(clause: Clause) -> ClauseChange:
    return ClauseChange(
        Change.GONE,
        [Run(Change.GONE, clause.heading)],
        [[Run(Change.GONE, line)] for line in clause.text.splitlines()],
    )


def _lines(old: str, new: str) -> list[list[Run]]:
    """Line beside line; a line that has no counterpart came or went as a whole."""
    before, after = old.splitlines(), new.splitlines()
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    found: list[list[Run]] = []
    for _kind, a1, a2, b1, b2 in matcher.get_opcodes():
        both = min(a2 - a1, b2 - b1)
        pairs = zip(before[a1 : a1 + both], after[b1 : b1 + both], strict=True)
        found += [runs(was, now) for was, now in pairs]
        found += [[Run(Change.GONE, line)] for line in before[a1 + both : a2]]
        found += [[Run(Change.NEW, line)] for line in after[b1 + both : b2]]
    return found


def runs(old: str, new: str) -> list[Run]:
    """Words that stayed, went and came, in reading order; the spaces stand in the runs."""
    before, after = WORDS.findall(old), WORDS.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    found: list[Run] = []
    for kind, a1, a2, b1, b2 in matcher.get_opcodes():
        if kind == "equal":
            found.append(Run(Change.SAME, "".join(after[b1:b2])))
            continue
        went, came = "".join(before[a1:a2]), "".join(after[b1:b2])
        found += [Run(Change.GONE, went)] if went else []
        found += [Run(Change.NEW, came)] if came else []
    return found
