"""Who could stand beside this participant, and why: three words, reasons and open questions."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from naast.matching.columns import UNKNOWN
from naast.matching.hard import exclude
from naast.matching.pairs import Pairs
from naast.matching.pool import Pool
from naast.matching.reasons import Closeup, Reason, points_of, reasons_for, still_to_ask
from naast.matching.soft import DEFAULT_WEIGHTS, Fit, fit
from naast.matching.terms import Wish


class Word(StrEnum):
    """The whole answer about one pair. There is no figure behind it that anybody may see (B13.3)."""

    GOOD_TO_TRY = "good_to_try"
    POSSIBLE = "possible"
    TALK_FIRST = "talk_first"


WORDS = tuple(Word)

# Design choices, not research: not yet tried on real lists, to be looked at again
# with the yearly look of B13.4.
GOOD_FROM = 0.7
POSSIBLE_FROM = 0.45
# With less than half of the weight known, a word would be a guess.
KNOWN_FROM = 0.5
# Fits that differ by less than a step are the same fit: then who waits longest goes first.
STEPS = 20
LIMIT = 12
_LONGEST_WAIT = 1 << 20


@dataclass(frozen=True, slots=True)
class Candidate:
    """One volunteer whom the coordinator could propose, in words only."""

    volunteer_id: str
    word: Word
    reasons: tuple[Reason, ...]
    points: tuple[Reason, ...]
    still_to_ask: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Shortlist:
    """The answer to one wish.

    `excluded` counts volunteers per code of `HARD_CHECKS` (one volunteer may count under several).
    `blocked_by` names what the request itself lacks; then there are no candidates.
    `more` is the number of possible volunteers that the limit left out.
    """

    candidates: tuple[Candidate, ...]
    excluded: Mapping[str, int]
    blocked_by: tuple[str, ...]
    more: int


def words(pairs: Pairs, fitting: Fit) -> NDArray[np.uint8]:
    """Per pair the place of its word in `WORDS`.

    Talk first when the fit is thin or mostly unknown, when something must be arranged or agreed
    first, and when the volunteer's term is open: those pairs end early (B12).
    """
    pool = pairs.pool
    talk = ~(fitting.value >= np.float32(POSSIBLE_FROM))
    talk |= fitting.known < np.float32(KNOWN_FROM)
    talk |= np.isnan(pool.term)
    talk |= pool.to_arrange
    talk |= pool.moving_soon
    talk |= pool.consent == UNKNOWN
    if pairs.wish.consent is None:
        talk |= True
    good = fitting.value >= np.float32(GOOD_FROM)
    return np.where(talk, np.uint8(2), (~good).view(np.uint8))


def request_blocks(wish: Wish) -> tuple[str, ...]:
    """What the request itself lacks: a clear no to consent, no coach, no fallback (B13.1)."""
    lacks = {
        "no_consent": wish.consent is False,
        "needs_coach_or_fallback": wish.has_coach is False or wish.has_fallback is False,
    }
    return tuple(code for code, lacking in lacks.items() if lacking)


def _chosen(
    pairs: Pairs, fitting: Fit, passes: NDArray[np.bool_], limit: int
) -> tuple[NDArray[np.intp], NDArray[np.uint8]]:
    """The rows to show and their words: best words first, then fit in coarse steps, then waiting."""
    rows = np.flatnonzero(passes)
    word = words(pairs, fitting)[rows]
    step = np.rint(np.nan_to_num(1 - fitting.value[rows], nan=1.0) * np.float32(STEPS))
    waiting = _LONGEST_WAIT - 1 - np.minimum(pairs.pool.waiting_days[rows], _LONGEST_WAIT - 1)
    key = (word.astype(np.int64) * (STEPS + 1) + step.astype(np.int64)) * _LONGEST_WAIT + waiting
    if len(rows) > limit:
        within = np.flatnonzero(key <= np.partition(key, limit - 1)[limit - 1])
        ids = pairs.pool.ids
        order = sorted(within.tolist(), key=lambda place: (key[place], ids[rows[place]]))
        kept = np.array(order[:limit], dtype=np.intp)
        rows, word = rows[kept], word[kept]
    return rows, word


def shortlist(
    wish: Wish,
    pool: Pool,
    weights: Mapping[str, float] = DEFAULT_WEIGHTS,
    limit: int = LIMIT,
) -> Shortlist:
    """Volunteers to consider for this wish, at most `limit` (B13).

    The order says nothing about people. Candidates stand in groups by their word; inside a group
    whoever waits longest comes first, then the id decides. The fit only settles who is among the
    first `limit`, in coarse steps, and is never part of the answer. The coordinator chooses.

    `weights` are the programme's, per part of `soft.PARTS`; a part left out counts for nothing.
    Raises ValueError for an unknown part, a negative weight or a limit below one.
    """
    if limit < 1:
        raise ValueError("a shortlist needs room for at least one person")
    pairs = Pairs(wish, pool)
    excluded = exclude(pairs)
    fitting = fit(pairs, weights)
    rows, word = _chosen(pairs, fitting, excluded.passes, limit)
    return Shortlist(
        candidates=_candidates(pairs, fitting, weights, rows, word),
        excluded=excluded.counts,
        blocked_by=request_blocks(wish),
        more=int(np.count_nonzero(excluded.passes)) - len(rows),
    )


def _candidates(
    pairs: Pairs,
    fitting: Fit,
    weights: Mapping[str, float],
    rows: NDArray[np.intp],
    word: NDArray[np.uint8],
) -> tuple[Candidate, ...]:
    few = Pairs(pairs.wish, pairs.pool.take(rows))
    closeup = Closeup(few, fitting.take(rows), weights)
    waiting = few.pool.waiting_days.tolist()
    places = word.tolist()
    questions = still_to_ask(few)
    order = sorted(
        range(len(rows)), key=lambda row: (places[row], -waiting[row], few.pool.ids[row])
    )
    return tuple(
        Candidate(
            volunteer_id=few.pool.ids[row],
            word=WORDS[places[row]],
            reasons=reasons_for(closeup, row),
            points=points_of(closeup, row),
            still_to_ask=questions[row],
        )
        for row in order
    )
