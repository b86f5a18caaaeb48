"""The other way round: where one volunteer could mean something, and why somebody is left out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from naast.matching.hard import exclude, exclusions
from naast.matching.pairs import Pairs
from naast.matching.pool import Pool
from naast.matching.reasons import Closeup, Reason, points_of, reasons_for, still_to_ask
from naast.matching.shortlist import WORDS, Word, words
from naast.matching.soft import DEFAULT_WEIGHTS, fit
from naast.matching.terms import Volunteer, Wish
from naast.matching.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Place:
    """One wish where this volunteer could start, in words only."""

    wish_id: str
    word: Word
    reasons: tuple[Reason, ...]
    points: tuple[Reason, ...]
    still_to_ask: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """What is possible for one volunteer, and per wish that is not: the codes that say why."""

    places: tuple[Place, ...]
    excluded: Mapping[str, tuple[str, ...]]


def places(
    volunteer: Volunteer,
    wishes: Iterable[Wish],
    weights: Mapping[str, Mapping[str, float]] | None = None,
    names: Mapping[str, str] | None = None,
) -> Places:
    """Possible places for one volunteer over many wishes and programmes (S1-105).

    The same checks and words as `shortlist`. `weights` are per wish id, because each wish has its
    programme; `names` are the words people read for ids. In a group of the same word the wish that
    waits longest comes first. Meant for up to some hundreds of wishes.
    """
    pool = Pool.build([volunteer], Vocabulary.collect([volunteer], names))
    found: list[tuple[int, int, str, Place]] = []
    excluded: dict[str, tuple[str, ...]] = {}
    for wish in wishes:
        pairs = Pairs(wish, pool)
        left_out = exclude(pairs)
        if not left_out.passes[0]:
            excluded[wish.id] = left_out.codes(0)
            continue
        word, place = _place(pairs, (weights or {}).get(wish.id, DEFAULT_WEIGHTS))
        found.append((word, -wish.waiting_days, wish.id, place))
    found.sort(key=lambda entry: entry[:3])
    return Places(places=tuple(entry[3] for entry in found), excluded=excluded)


def _place(pairs: Pairs, weights: Mapping[str, float]) -> tuple[int, Place]:
    fitting = fit(pairs, weights)
    closeup = Closeup(pairs, fitting, weights)
    word = int(words(pairs, fitting)[0])
    return word, Place(
        wish_id=pairs.wish.id,
        word=WORDS[word],
        reasons=reasons_for(closeup, 0),
        points=points_of(closeup, 0),
        still_to_ask=still_to_ask(pairs)[0],
    )


def why_not(wish: Wish, pool: Pool, volunteer_id: str) -> tuple[Reason, ...]:
    """Every reason why this volunteer is left out, ready for `wording`; empty when possible.

    Raises KeyError when the volunteer is not in the pool.
    """
    alone = pool.take(np.array([pool.position[volunteer_id]], dtype=np.intp))
    pairs = Pairs(wish, alone)
    return tuple(_why(code, pairs) for code in exclusions(wish, alone).codes(0))


def _why(code: str, pairs: Pairs) -> Reason:
    pool = pairs.pool
    if code == "too_far":
        return Reason(code, {"km": round(float(pairs.distance[0]), 1)})
    if code == "load_full":
        now, agreed = int(pool.matches_now[0]), int(pool.matches_agreed[0])
        return Reason(code, {"now": now, "agreed": agreed})
    if code == "not_ready":
        items = pool.missing.get(pool.ids[0], ())
        names = tuple(item.name for item in items if item.name and not item.arrangeable)
        return Reason(code, {"names": names})
    return Reason(code)
