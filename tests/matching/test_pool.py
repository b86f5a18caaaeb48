"""The pool keeps what a volunteer told, whichever way it was filled."""

import subprocess
import sys

import numpy as np
import pytest

from naast.matching.bits import Bits
from naast.matching.pool import Pool
from naast.matching.shortlist import shortlist
from naast.matching.terms import Volunteer, Wish, part_of_week
from naast.matching.vocabulary import Vocabulary
from tests.matching.cast import bea, pool_of, wish


def test_columns_left_out_are_unknown_for_everybody() -> None:
    built = Pool.build([Volunteer(id="a"), Volunteer(id="b")])
    straight = Pool.from_columns(Vocabulary(), ["a", "b"], {})
    asked = wish()
    assert shortlist(asked, built) == shortlist(asked, straight)


def test_a_pool_straight_from_columns_says_the_same() -> None:
    built = pool_of(bea(), bea(id="chris", closeness=1))
    names = ("latitude", "longitude", "levels", "free", "term", "interests", "consent")
    columns = {name: getattr(built, name) for name in names}
    straight = Pool.from_columns(built.vocabulary, built.ids, columns)
    full = {name: getattr(built, name) for name in vars(built) if name not in OWN}
    assert shortlist(wish(), Pool.from_columns(built.vocabulary, built.ids, full)) == shortlist(
        wish(), built
    )
    assert straight.term.tolist() == [12, 12]
    assert np.isnan(straight.max_km).all()


OWN = {"vocabulary", "ids", "position", "languages_known"}


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"score": [1]}, "no column"),
        ({"term": [1, 2]}, "1 values"),
        ({"interests": [1]}, "Bits"),
        ({"interests": Bits.empty(2)}, "Bits"),
    ],
)
def test_columns_that_do_not_fit_are_refused(columns: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Pool.from_columns(Vocabulary(), ["a"], columns)


def test_sets_of_more_than_eight_words_keep_their_members() -> None:
    words = [f"w{number}" for number in range(20)]
    index = {word: place for place, word in enumerate(words)}
    bits = Bits.of_sets([set(words[:3]), set(words[7:18]), set()], index)
    assert bits.among(words, index) == [words[:3], words[7:18], []]
    assert bits.shared(["w2", "w7", "w17", "unheard of"], index).tolist() == [1, 2, 0]
    assert bits.known.tolist() == [True, True, False]


def test_parts_of_the_week_have_their_own_bit() -> None:
    bits = {part_of_week(day, part) for day in range(7) for part in range(3)}
    assert sorted(bits) == [1 << place for place in range(21)]
    with pytest.raises(ValueError, match="part of the week"):
        part_of_week(7, 0)


def test_more_genders_and_languages_than_anybody_expects() -> None:
    people = [
        Volunteer(id=str(number), gender=f"g{number}", languages={f"l{number}": 3})
        for number in range(12)
    ]
    asked = Wish(id="w", gender_asked=frozenset({"g11"}), languages={"l11": 3, "l3": 1})
    found = shortlist(asked, Pool.build(people))
    assert [candidate.volunteer_id for candidate in found.candidates] == ["11"]


def test_the_engine_needs_no_django_apps() -> None:
    code = "import naast.matching.places, naast.matching.wording; import django.apps as d; "
    code += "assert not d.apps.ready"
    subprocess.run([sys.executable, "-c", code], check=True)
