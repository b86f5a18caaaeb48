"""From one volunteer to the wishes where this person could mean something."""

import pytest

from naast.matching.places import places
from naast.matching.reasons import Reason
from naast.matching.shortlist import Word, shortlist
from naast.matching.terms import Weight
from tests.matching.cast import NAMES, bea, pool_of, wish


@pytest.mark.covers("S1-105")
def test_a_volunteer_sees_possible_places_and_why_others_are_not() -> None:
    wishes = [
        wish(id="recent", waiting_days=2),
        wish(id="heavy", weight=Weight.HEAVY, languages={"pl": 1}),
        wish(id="long", waiting_days=80),
        wish(id="vague", waiting_days=90, consent=None),
        wish(id="cooking", tasks=frozenset({"cook"})),
    ]
    found = places(bea(refuses=frozenset({"cook"})), wishes, names=NAMES)
    assert [(place.wish_id, place.word) for place in found.places] == [
        ("long", Word.GOOD_TO_TRY),
        ("recent", Word.GOOD_TO_TRY),
        ("vague", Word.TALK_FIRST),
    ]
    assert found.excluded == {
        "heavy": ("weight_not_allowed", "language"),
        "cooking": ("task_refused",),
    }


def test_a_place_says_the_same_as_the_shortlist() -> None:
    asked = wish(styles=frozenset(), closeness=1)
    volunteer = bea(matches_now=1)
    (place,) = places(volunteer, [asked], names=NAMES).places
    (candidate,) = shortlist(asked, pool_of(volunteer)).candidates
    assert (place.word, place.reasons, place.points, place.still_to_ask) == (
        candidate.word,
        candidate.reasons,
        candidate.points,
        candidate.still_to_ask,
    )


def test_each_wish_is_weighed_by_its_own_programme() -> None:
    wishes = [wish(id="by interests"), wish(id="by language")]
    weights = {"by interests": {"interests": 1.0}, "by language": {"language": 1.0}}
    found = places(bea(interests=frozenset({"cars"})), wishes, weights, NAMES)
    words = {place.wish_id: place.word for place in found.places}
    assert words == {"by interests": Word.TALK_FIRST, "by language": Word.GOOD_TO_TRY}
    reasons = {place.wish_id: place.reasons for place in found.places}
    assert Reason("shared_language", {"names": ("Dutch",)}) in reasons["by language"]


def test_no_wishes_are_no_places() -> None:
    assert places(bea(), []).places == ()
