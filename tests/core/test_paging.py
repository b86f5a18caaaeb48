"""Pages by key: every row once, whichever way one walks."""

import pytest
from django.db.models import QuerySet
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from pytest_django.fixtures import DjangoAssertNumQueries

from naast.core.paging import Page, keyset_page
from naast.people.models import Person
from tests.conftest import Cast
from tests.factories import OrganisationFactory, PersonFactory

KEYS = ("sort_name", "id")


def _walk(rows: QuerySet[Person], start: str, direction: str, size: int) -> list[str]:
    seen: list[str] = []
    params = QueryDict(start)
    while True:
        page = keyset_page(rows, params=params, fields=KEYS, size=size)
        names = [str(row.pk) for row in page.rows]
        seen = seen + names if direction == "next" else names + seen
        onward = getattr(page, direction)
        if not onward:
            return seen
        params = QueryDict(onward.lstrip("?"))


class EveryRowOnce(TestCase):
    """A law for any number of rows, equal names included."""

    @given(names=st.lists(st.sampled_from("abc"), max_size=9), size=st.integers(1, 4))
    def test_forwards_and_back_show_the_same_rows(self, names: list[str], size: int) -> None:
        organisation = OrganisationFactory()
        for name in names:
            PersonFactory(organisation=organisation, family_name=name, given_name="x")
        rows = Person.objects.filter(organisation=organisation)
        expected = [str(row.pk) for row in rows.order_by(*KEYS)]

        forwards = _walk(rows, "", "next", size)

        assert forwards == expected


# A name with a NUL in it, and an id that could be one.
NUL = "YQBiHzAwMDAwMDAwLTAwMDAtMDAwMC0wMDAwLTAwMDAwMDAwMDAwMA"


@pytest.mark.parametrize("place", ["", "%%%", "YR9i", "eA", NUL])
@pytest.mark.parametrize("fields", [KEYS, ("id",)])
def test_a_broken_place_in_the_address_shows_the_first_page(
    cast: Cast, place: str, fields: tuple[str, ...]
) -> None:
    rows = Person.objects.filter(organisation=cast.here).order_by(*fields)

    page = keyset_page(rows, params=QueryDict(f"after={place}"), fields=fields, size=2)

    assert page.rows == list(rows[:2])
    assert page.previous == ""


def test_newest_first_goes_back_in_time_and_forth_again(cast: Cast) -> None:
    rows = Person.objects.filter(organisation=cast.here)
    newest = list(rows.order_by("-id"))

    def at(place: str) -> Page[Person]:
        params = QueryDict(place.lstrip("?"))
        return keyset_page(rows, params=params, fields=("id",), size=2, newest_first=True)

    first = at("")
    second = at(first.next)
    assert (first.rows, second.rows) == (newest[:2], newest[2:4])
    assert at(second.previous).rows == first.rows


def test_the_way_back_leads_to_where_one_was(cast: Cast) -> None:
    rows = Person.objects.filter(organisation=cast.here)
    first = keyset_page(rows, params=QueryDict("q=x"), fields=KEYS, size=2)
    second = keyset_page(rows, params=QueryDict(first.next[1:]), fields=KEYS, size=2)

    again = keyset_page(rows, params=QueryDict(second.previous[1:]), fields=KEYS, size=2)

    assert again.rows == first.rows
    assert "q=x" in second.previous
    assert again.previous == ""


@pytest.mark.parametrize("size", [1, 3])
def test_a_page_is_one_query(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries, size: int
) -> None:
    with django_assert_num_queries(1):
        keyset_page(Person.objects.all(), params=QueryDict(""), fields=KEYS, size=size)
