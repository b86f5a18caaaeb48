"""Which promises of the organisation stand in a text, one by one. Pure."""

from dataclasses import dataclass

from naast.agreements.contents import Content

# Clauses of our own text that are no promises of the organisation (texts/promises.toml): those of the
# volunteer, and how we look back.
NOT_OURS = frozenset({"your_promises", "kept"})


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise: a code that stays the same as long as the text does, and its words."""

    code: str
    words: str


def promises_in(content: Content) -> list[Promise]:
    """Each bullet is a promise; a clause without bullets is one as a whole."""
    found: list[Promise] = []
    for clause in content.clauses:
        if clause.code in NOT_OURS:
            continue
        bullets = [line for kind, lines in clause.blocks if kind == "ul" for line in lines]
        if not bullets:
            found.append(Promise(clause.code, f"{clause.heading}: {clause.text}"))
        found += [Promise(f"{clause.code}-{at}", line) for at, line in enumerate(bullets, start=1)]
    return found
