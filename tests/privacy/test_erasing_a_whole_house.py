"""After an erasure nothing about somebody is found anywhere: the filled house of the demo, a mark in every text
about one person, and then the whole database and every file."""

import json
from collections.abc import Iterator
from zipfile import ZipFile

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoDbBlocker

from naast.companionship.models import Match, Visit
from naast.desk.demo import build as demo
from naast.desk.demo.houses import HOUSES
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.people.models import Note, Person
from naast.people.services.words import find_again
from naast.privacy import mentions
from naast.privacy.errors import Hindrance
from naast.privacy.queries.somebody import somebody
from naast.privacy.services import erasing
from naast.privacy.services.exporting import export
from tests.privacy.planting import Planted, everything, marks_in, plant, standing

FEW = settings(
    max_examples=3,
    deadline=None,
    derandomize=True,
    # A smaller number is no simpler person.
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
# Somebody nobody else is called.
GIVEN, FAMILY, EMAIL, PHONE = "Zqabel", "Zqorvald", "zqabel@zqorvald.example", "+32470998877"


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Organisation]:
    """Two houses of the demo, once for this file; what a test does with it is taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        for each in (HOUSES[0], HOUSES[2]):
            demo._build_house(each)
        yield Organisation.objects.get(slug=HOUSES[0].slug)
        transaction.set_rollback(True)


@pytest.fixture
def nothing_in_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Matches of the demo go on: here only the erasing itself is looked at."""
    nothing: list[Hindrance] = []
    monkeypatch.setattr(erasing, "in_the_way", lambda *_who: nothing)


def somebody_of_the_demo(number: int) -> Person:
    people = Person.objects.filter(erased_on__isnull=True).order_by("pk")
    return people[number % people.count()]


def rename(person: Person) -> None:
    person.given_name, person.family_name = GIVEN, FAMILY
    person.email, person.phone, person.sort_name = EMAIL, PHONE, "zqorvald zqabel"
    person.save()
    find_again(person)


@pytest.mark.django_db
@pytest.mark.usefixtures("house", "nothing_in_the_way")
@FEW
@given(number=st.integers(min_value=0, max_value=10_000))
def test_what_was_planted_is_handed_out_and_then_found_nowhere(number: int) -> None:
    with transaction.atomic():
        person = somebody_of_the_demo(number)
        planted = plant(somebody(person))
        stands = standing(planted)
        with export(person) as file, ZipFile(file) as copy:
            rows = json.loads(copy.read("data.json"))["rows"]
        told = marks_in([json.dumps(rows)])
        assert {mark for mark in stands if planted[mark].way.shown} == told

        erasure = erasing.erase(actor=_actor(person), person_id=person.pk)
        mentions.take_out(erasure.pk)
        left = marks_in(everything())
        assert [str(planted[mark]) for mark in left if not planted[mark].may_stay] == []
        _is_plenty(planted)
        transaction.set_rollback(True)


def _is_plenty(planted: dict[str, Planted]) -> None:
    """Otherwise this test would look at nothing."""
    assert len({each.place.model for each in planted.values()}) >= 3


def _actor(person: Person) -> Actor:
    return Actor.system(person.organisation, reason="test")


@pytest.mark.django_db
@pytest.mark.usefixtures("nothing_in_the_way")
def test_a_name_an_address_and_a_phone_are_taken_out_of_the_texts_of_others(
    house: Organisation,
) -> None:
    person = Person.objects.filter(organisation=house).order_by("pk")[0]
    rename(person)
    note = Note.objects.filter(organisation=house).exclude(person=person).first()
    assert note is not None
    note.text = (
        f"Met {GIVEN} {FAMILY} gebeld op 0470 99 88 77, schrijft vanaf {EMAIL}. {FAMILY}, {GIVEN}."
    )
    note.save()
    erasure = erasing.erase(actor=_actor(person), person_id=person.pk)
    mentions.take_out(erasure.pk)
    note.refresh_from_db()
    assert note.text.count("[") == 4
    texts = " ".join(everything()).casefold()
    assert not [word for word in (GIVEN, FAMILY, EMAIL, PHONE) if word.casefold() in texts]


@pytest.mark.django_db
@pytest.mark.usefixtures("nothing_in_the_way")
def test_somebody_who_was_erased_is_a_shell_that_still_counts(house: Organisation) -> None:
    visit = Visit.objects.filter(organisation=house).select_related("match__volunteer").first()
    assert visit is not None
    person = visit.match.volunteer
    counted = (
        Match.objects.filter(organisation=house).count(),
        Visit.objects.filter(organisation=house).count(),
    )
    erasing.erase(actor=_actor(person), person_id=person.pk)
    person.refresh_from_db()
    assert person.erased_on is not None
    assert person.family_name == ""
    assert counted == (
        Match.objects.filter(organisation=house).count(),
        Visit.objects.filter(organisation=house).count(),
    )
