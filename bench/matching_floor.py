"""A shortlist over many volunteers against a plain NumPy scoring of the same arrays, as a ratio."""

import gc
import random
import statistics
import time
from collections.abc import Callable
from functools import partial
from math import radians

import numpy as np
from numpy.typing import NDArray

from naast.matching.bits import Bits
from naast.matching.columns import KIND_BITS, STYLE_BITS
from naast.matching.pool import Pool
from naast.matching.shortlist import LIMIT, shortlist
from naast.matching.soft import DEFAULT_WEIGHTS
from naast.matching.terms import Kind, Missing, Style, Volunteer, Weight, Wish, part_of_week

SEED = 20_26
PEOPLE = 10_000
RUNS = 60

LANGUAGES = ("nl", "fr", "en", "ar", "tr", "pl", "es", "uk")
TAGS = tuple(f"tag-{number}" for number in range(80))
EXPERIENCES = tuple(f"experience-{number}" for number in range(12))
TASKS = tuple(f"task-{number}" for number in range(20))
THEMES = ("grief", "newcomers", "dementia", "paperwork")
GENDERS = ("woman", "man", "other")
ALLERGENS = ("cat", "dog", "dust")

Numbers = NDArray[np.float32]


def _maybe(chance: random.Random) -> bool | None:
    return chance.choice((None, True, True, True, False))


def _some(chance: random.Random, words: tuple[str, ...], most: int) -> frozenset[str]:
    return frozenset(chance.sample(words, chance.randint(0, most)))


def _free(chance: random.Random) -> int:
    week = [part_of_week(day, part) for day in range(7) for part in range(3)]
    return sum(chance.sample(week, chance.randint(0, 8)))


def _volunteer(chance: random.Random, number: int) -> Volunteer:
    missing = (Missing("training", "Basics", arrangeable=chance.random() < 0.6),)
    return Volunteer(
        id=f"volunteer-{number:06}",
        latitude=chance.gauss(51.05, 0.06),
        longitude=chance.gauss(3.72, 0.09),
        postcode=str(chance.randint(9000, 9060)),
        max_km=chance.choice((None, 5.0, 10.0, 15.0, 25.0)),
        rather_not_nearby=chance.random() < 0.05,
        languages={
            code: chance.choice((None, 1, 2, 3, 3))
            for code in ("nl", *chance.sample(LANGUAGES[1:], chance.randint(0, 2)))
        },
        gender=chance.choice(("", *GENDERS)),
        gender_asked=_some(chance, GENDERS, 1) if chance.random() < 0.1 else frozenset(),
        free=_free(chance),
        smokes=_maybe(chance),
        accepts_smoking=_maybe(chance),
        accepts_pets=_maybe(chance),
        climbs_stairs=_maybe(chance),
        allergies=chance.choice((None, frozenset(), frozenset({"cat"}))),
        matches_now=chance.randint(0, 2),
        matches_agreed=chance.choice((None, 1, 2, 3)),
        weight_allowed=chance.choice((None, *Weight)),
        missing=missing if chance.random() < 0.2 else (),
        consent=chance.choice((True, True, True, None, False)),
        kinds=frozenset(chance.sample(tuple(Kind), chance.randint(0, 2))),
        rhythm_min=chance.choice((None, 1.0, 2.0)),
        rhythm_max=chance.choice((None, 2.0, 4.0, 8.0)),
        term_months=chance.choice((None, 6.0, 12.0, 24.0)),
        closeness=chance.randint(0, 3),
        interests=_some(chance, TAGS, 8),
        dislikes=_some(chance, TAGS, 4),
        experience=_some(chance, EXPERIENCES, 2),
        experience_allowed=chance.random() < 0.7,
        styles=frozenset(chance.sample(tuple(Style), chance.randint(0, 2))),
        common_ground={"grief": "Lost a parent in this house"} if chance.random() < 0.3 else {},
        refuses=_some(chance, TASKS, 2),
        waiting_days=chance.randint(0, 400),
    )


def random_pool(people: int = PEOPLE) -> Pool:
    """The same invented volunteers every time."""
    chance = random.Random(SEED)
    return Pool.build([_volunteer(chance, number) for number in range(people)])


def full_wish() -> Wish:
    """A wish that uses every check and every part."""
    return Wish(
        id="wish",
        people=frozenset({"participant"}),
        latitude=51.05,
        longitude=3.72,
        postcode="9000",
        max_km=12.0,
        languages={"nl": 2, "tr": 2},
        gender="woman",
        gender_asked=frozenset({"woman", "other"}),
        free=sum(part_of_week(day, part) for day in range(5) for part in (0, 1)),
        home_has_smoker=True,
        no_smoker=True,
        home_has_pets=True,
        allergens=frozenset({"cat"}),
        allergies=frozenset({"dust"}),
        stairs=True,
        avoid=frozenset({"volunteer-000003"}),
        ended_with=frozenset({"volunteer-000004"}),
        kind=Kind.ALLY,
        rhythm=4.0,
        term_months=12.0,
        closeness=2,
        interests=frozenset(TAGS[:6]),
        dislikes=frozenset(TAGS[40:44]),
        experience=frozenset(EXPERIENCES[:2]),
        styles=frozenset({Style.TALK, Style.DO}),
        theme="grief",
        weight=Weight.MEDIUM,
        tasks=frozenset(TASKS[:2]),
        consent=True,
        has_coach=True,
        has_fallback=True,
    )


def easy_wish() -> Wish:
    """A wish that excludes few people, as most first wishes do."""
    return Wish(
        id="easy",
        latitude=51.05,
        longitude=3.72,
        languages={"nl": 1},
        rhythm=2.0,
        term_months=6.0,
        interests=frozenset(TAGS[:4]),
        consent=True,
    )


# -- the floor: what anybody would write by hand for these arrays, without words or reasons -------


def _count(rows: NDArray[np.uint8], words: frozenset[str], places: dict[str, int]) -> Numbers:
    mask = np.zeros(rows.shape[0], dtype=np.uint8)
    for word in words:
        if word in places:
            mask[places[word] // 8] |= 1 << places[word] % 8
    touched = np.flatnonzero(mask)
    shared: Numbers = np.bitwise_count(rows[touched] & mask[touched, None]).sum(
        axis=0, dtype=np.float32
    )
    return shared


def _kilometres(wish: Wish, pool: Pool) -> Numbers:
    latitude = np.float32(radians(wish.latitude or 0))
    longitude = np.float32(radians(wish.longitude or 0))
    half = (
        np.sin((pool.latitude - latitude) / 2) ** 2
        + np.cos(latitude) * np.cos(pool.latitude) * np.sin((pool.longitude - longitude) / 2) ** 2
    )
    distance: Numbers = np.float32(12742) * np.arcsin(np.sqrt(half))
    return distance


def _masks(wish: Wish, pool: Pool, kilometres: Numbers) -> NDArray[np.bool_]:
    words = pool.vocabulary
    ok: NDArray[np.bool_] = (pool.consent != 0) & ~pool.blocked
    ok &= (pool.matches_now < pool.matches_agreed) | (pool.matches_agreed < 0)
    ok &= ~(kilometres > np.fmin(pool.max_km, wish.max_km or np.float32(np.inf)))
    ok &= ~(pool.rather_not_nearby & (kilometres < wish.near_km))
    speaks = ~pool.languages_known
    for code, level in wish.languages.items():
        levels = pool.levels[words.language_places[code]]
        speaks |= (levels >= level) | (levels < 0)
    ok &= speaks
    if wish.free:
        ok &= ((pool.free & np.uint32(wish.free)) != 0) | (pool.free == 0)
    if wish.weight:
        ok &= (pool.weight_allowed >= wish.weight) | (pool.weight_allowed == 0)
    if wish.gender_asked:
        asked = np.uint16(words.gender_bits(wish.gender_asked))
        ok &= ((pool.gender & asked) != 0) | (pool.gender == 0)
        own = np.uint16(words.gender_bits({wish.gender}))
        ok &= ((pool.gender_asked & own) != 0) | (pool.gender_asked == 0)
    if wish.home_has_smoker:
        ok &= (pool.accepts_smoking != 0) & (pool.smokes != 1)
        ok &= (pool.accepts_pets != 0) & (pool.climbs_stairs != 0)
        ok &= _count(pool.allergies.rows, wish.allergens, words.allergen_places) == 0
    if wish.tasks:
        ok &= _count(pool.refuses.rows, wish.tasks, words.task_places) == 0
    return ok


def _share(own: Bits, asked: frozenset[str], places: dict[str, int], most: int) -> Numbers:
    share = np.minimum(_count(own.rows, asked, places), np.float32(most)) / np.float32(most)
    return np.where(own.known, share, np.float32(np.nan))


def _expectations(wish: Wish, pool: Pool) -> Numbers:
    nan, rhythm = np.float32(np.nan), np.float32(wish.rhythm or 1)
    parts = [
        np.minimum(np.minimum(pool.rhythm_max / rhythm, rhythm / pool.rhythm_min), 1),
        np.minimum(pool.term / np.float32(wish.term_months or 1), 1),
    ]
    if wish.kind:
        fits = (pool.kinds & KIND_BITS[wish.kind]) != 0
        parts.append(np.where(pool.kinds == 0, nan, fits.astype(np.float32)))
        apart = np.abs(pool.closeness.astype(np.float32) - wish.closeness)
        parts.append(np.where(pool.closeness == 0, nan, 1 - apart / 2))
    told = np.stack(parts)
    known = ~np.isnan(told)
    mean: Numbers = np.where(known, told, 0).sum(axis=0) / known.sum(axis=0, dtype=np.float32)
    return mean


def _parts(wish: Wish, pool: Pool, kilometres: Numbers) -> dict[str, Numbers]:
    words, nan = pool.vocabulary, np.float32(np.nan)
    best = np.max(
        [pool.levels[words.language_places[code]] for code in wish.languages], axis=0
    ).astype(np.float32)
    limit = np.fmin(pool.max_km, wish.max_km or np.float32(np.inf))
    limit = np.where(np.isinf(limit), np.float32(15), limit)
    near = np.maximum(1 - kilometres / limit, 0)
    parts = {
        "expectations": _expectations(wish, pool),
        "interests": _share(pool.interests, wish.interests, words.tag_places, 3),
        "language": np.where(best > 0, best / 3, nan),
        "nearness": np.where(pool.rather_not_nearby, nan, near),
    }
    if wish.styles:
        parts["dislikes"] = _share(pool.dislikes, wish.dislikes, words.tag_places, 2)
        parts["experience"] = _share(pool.experience, wish.experience, words.experience_places, 2)
        parts["theme"] = _share(pool.themes, frozenset({wish.theme}), words.theme_places, 1)
        mask = np.uint8(sum(STYLE_BITS[style] for style in wish.styles))
        shared = np.bitwise_count(pool.styles & mask) / np.float32(len(wish.styles))
        parts["style"] = np.where(pool.styles == 0, nan, shared)
    return parts


def floor(wish: Wish, pool: Pool) -> NDArray[np.intp]:
    """The plainest scoring: masks, a weighted sum over the known parts, and a sort."""
    with np.errstate(all="ignore"):
        kilometres = _kilometres(wish, pool)
        ok = _masks(wish, pool, kilometres)
        parts = _parts(wish, pool, kilometres)
        values = np.stack(list(parts.values()))
        weights = np.array([DEFAULT_WEIGHTS[code] for code in parts], dtype=np.float32)[:, None]
        known = ~np.isnan(values)
        score = (np.where(known, values, 0) * weights).sum(axis=0) / (known * weights).sum(axis=0)
        score = np.where(ok, score, -1)
    return np.argsort(-score)[:LIMIT]


# -- the measure ----------------------------------------------------------------------------------


def _seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def compare(wish: Wish, pool: Pool, runs: int = RUNS) -> dict[str, float]:
    """Median times in milliseconds and their ratio, both sides in turn so that noise is shared."""
    ours, bare = partial(shortlist, wish, pool), partial(floor, wish, pool)
    ours(), bare()
    gc.collect()
    times = [(_seconds(ours), _seconds(bare)) for _run in range(runs)]
    mine = statistics.median(mine for mine, _floor in times)
    plain = statistics.median(plain for _mine, plain in times)
    return {"shortlist_ms": mine * 1000, "floor_ms": plain * 1000, "ratio": mine / plain}


def measure(people: int = PEOPLE) -> dict[str, float]:
    """Prints what it found and returns the ratios: `full` uses every check, `easy` few."""
    start = time.perf_counter()
    pool = random_pool(people)
    print(f"pool of {people:,} made and built in {time.perf_counter() - start:.2f} s")
    ratios = {}
    for name, wish in (("full", full_wish()), ("easy", easy_wish())):
        found = compare(wish, pool)
        ratios[name] = found["ratio"]
        print(
            f"{name:>5}: shortlist {found['shortlist_ms']:.2f} ms, "
            f"floor {found['floor_ms']:.2f} ms, ratio {found['ratio']:.2f}"
        )
    return ratios


if __name__ == "__main__":
    measure()
