"""Vocabularies, the week, names of languages, and where places lie."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from naast.people import place_list, places, terms
from naast.people.models import Place
from naast.people.names import phone_words, typed_words


@given(st.sets(st.integers(0, 20)))
def test_a_week_and_its_mask_say_the_same(parts: set[int]) -> None:
    assert terms.parts_of(terms.mask_of(parts)) == sorted(parts)


def test_a_part_of_the_week_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="21"):
        terms.mask_of([21])


def test_a_week_in_a_sentence() -> None:
    with translation.override("en"):
        assert terms.week_sentence(terms.mask_of([4, 12])) == "Tuesday afternoon, Friday morning"
        assert terms.week_sentence(terms.mask_of([0, 1, 2])) == "Monday all day"
        assert terms.week_sentence(None) == ""


def test_languages_are_named_for_the_reader() -> None:
    with translation.override("nl"):
        assert terms.language_name("fr") == "Frans"
        assert [code for code, _name in terms.language_choices()[:3]] == ["nl", "fr", "en"]
    with translation.override("fr"):
        assert terms.language_name("nl") == "Néerlandais"
    assert terms.language_name("zzz") == "Zzz"
    names = [name for _code, name in terms.language_choices()]
    assert len(set(names)) == len(names)


def test_phones_are_found_as_people_type_them() -> None:
    assert phone_words("+32475123456") == {"32475123456", "0475123456"}
    assert phone_words("12") == set()
    assert typed_words("0475 12.34") == ["04751234"]
    assert typed_words("Bea 9000") == ["9000", "bea"]


@pytest.fixture
def belgium(db: None) -> None:
    place_list.load("BE")


@pytest.mark.usefixtures("belgium")
def test_places_are_found_under_all_their_names_and_loading_again_changes_nothing() -> None:
    known = Place.objects.count()
    assert place_list.load("BE") == known
    assert place_list.load("BE", again=True) == known
    for name in ("Mechelen", "Malines", "MECHELEN (2800)"):
        north, east = places.locate(country="BE", place=name) or (0.0, 0.0)
        assert (round(north, 1), round(east, 1)) == (51.0, 4.5)
    assert places.locate(country="BE", place="St-Niklaas") == places.locate(
        country="BE", place="Sint Niklaas"
    )
    assert places.locate(country="NL", place="Mechelen") is None
    assert places.locate(country="BE", place="9000") is None


@pytest.mark.usefixtures("belgium")
def test_many_places_cost_one_query(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(1):  # type: ignore[operator]  # a fixture of pytest-django
        found = places.locate_many("BE", {"Gent", "Aalst", "Nergenshuizen"})
    assert set(found) == {"Gent", "Aalst"}


def test_distance_as_the_crow_flies() -> None:
    ghent, antwerp = (51.05, 3.717), (51.217, 4.4)
    assert 50 < places.kilometres(ghent, antwerp) < 52
    assert places.kilometres(ghent, ghent) == 0


def test_the_command_says_what_is_known(db: None) -> None:
    out = StringIO()
    call_command("load_places", country="NL", stdout=out)
    assert out.getvalue().startswith("NL: ")
    assert Place.objects.filter(country="NL").count() > 1000
    assert not Place.objects.filter(country="BE").exists()
