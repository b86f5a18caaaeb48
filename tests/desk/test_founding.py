"""naast organisation create, and the demo."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from naast.companionship.models import Match, Request
from naast.desk.demo import build as demo
from naast.organisations.models import Membership, Organisation
from naast.people.models import Person, Place
from naast.people.place_list import COUNTRIES
from naast.programmes.models import Programme


@pytest.fixture
def places(db: None) -> None:
    """A list of places that needs no reading."""
    Place.objects.bulk_create(
        Place(country=country, key="ergens", name="Ergens", latitude=51.0, longitude=4.0)
        for country in COUNTRIES
    )


def _create(slug: str, **options: str) -> str:
    out = StringIO()
    given = {"name": "De Kade", "country": "BE", "language": "fr"} | options
    words = [f"--{name.replace('_', '-')}={value}" for name, value in given.items()]
    call_command("organisation", "create", slug, *words, stdout=out)
    return out.getvalue()


def test_an_organisation_comes_with_a_coordinator_and_a_programme(places: None) -> None:
    out = _create("de-kade", preset="ward", coordinator_email="An@Test.example")

    organisation = Organisation.objects.get(slug="de-kade")
    membership = Membership.objects.get(organisation=organisation)
    programme = Programme.objects.get(organisation=organisation)
    assert organisation.is_under_welfare_decree
    assert membership.user.email == "an@test.example"
    assert set(membership.roles.values_list("function", flat=True)) == {
        "coordinator",
        "administrator",
    }
    assert Person.objects.get(pk=membership.person_id).user == membership.user
    assert (programme.preset, programme.coordinator) == ("ward", membership)
    assert "/o/de-kade/today/" in out


@pytest.mark.parametrize(
    ("slug", "options"),
    [("de kade", {}), ("de-kade", {"coordinator_email": "geen adres"}), ("bestaat", {})],
)
def test_a_wrong_word_is_one_sentence_and_changes_nothing(
    places: None, slug: str, options: dict[str, str]
) -> None:
    _create("bestaat")
    before = Organisation.objects.count()

    with pytest.raises(CommandError) as refused:
        _create(slug, **options)

    assert refused.value.returncode == 2
    assert Organisation.objects.count() == before


def _told() -> list[tuple[object, ...]]:
    matches = Match.objects.order_by("started_on", "participant__sort_name", "volunteer__sort_name")
    return list(
        matches.values_list(
            "state", "started_on", "participant__sort_name", "volunteer__sort_name", "last_visit_on"
        )
    )


@pytest.mark.django_db
def test_the_same_seed_gives_the_same_demo_and_every_list_has_life() -> None:
    assert demo.build() is True
    first = _told()

    assert Organisation.objects.count() == 3
    assert Request.objects.filter(status="waiting").exists()
    assert {state for state, *_rest in first} >= {"proposed", "running", "trial", "ended", "paused"}
    assert demo.build() is False
    assert _told() == first


@pytest.mark.django_db
def test_a_second_machine_tells_the_same_stories() -> None:
    from django.db import transaction  # noqa: PLC0415 -- only this test takes a step back

    stories = []
    for _machine in range(2):
        with transaction.atomic():
            demo.build()
            stories.append(_told())
            transaction.set_rollback(True)

    assert stories[0] == stories[1]
