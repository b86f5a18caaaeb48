"""The cast: Amal coordinates here, Bea volunteers here, Nele is a professional here, Piet is a participant
here, Chris coordinates elsewhere, Dee has an account and no membership."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from pytest_django.fixtures import Settings

from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership, Organisation
from naast.programmes import evidence
from tests.factories import (
    OrganisationFactory,
    ParticipantFactory,
    UserFactory,
    VolunteerFactory,
    actor_of,
    member,
)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Tests marked `postgres` need two connections and real row locks."""
    if item.get_closest_marker("postgres") and connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL")


@pytest.fixture(autouse=True)
def files_of_this_test(settings: Settings, tmp_path: Path) -> None:
    """Uploads of a test stay in its own folder."""
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No room above knows anything of the conditions of a start: what a page costs without them."""
    monkeypatch.setattr(evidence, "_sources", [])


@dataclass
class Cast:
    """Everybody, by first name."""

    here: Organisation
    elsewhere: Organisation
    amal: Membership
    bea: Membership
    nele: Membership
    piet: Membership
    chris: Membership

    def actor(self, name: str) -> Actor:
        """The actor of one of the cast."""
        return actor_of(getattr(self, name))

    def client(self, name: str) -> Client:
        """A browser in which one of the cast is signed in."""
        client = Client()
        client.force_login(getattr(self, name).user)
        return client

    def person_id(self, name: str) -> UUID:
        """The person behind one of the cast."""
        found: UUID | None = getattr(self, name).person_id
        if found is None:
            raise LookupError(name)
        return found

    def url(self, path: str) -> str:
        """An address in the organisation of the cast."""
        return f"/o/{self.here.slug}/{path}"


def make_cast() -> Cast:
    """Two organisations and the people in them, as new rows."""
    here, elsewhere = OrganisationFactory(slug="hier"), OrganisationFactory(slug="elders")
    cast = Cast(
        here=here,
        elsewhere=elsewhere,
        amal=member(here, Function.COORDINATOR, name="Amal Coördineert"),
        bea=member(here, Function.VOLUNTEER, name="Bea Buddy"),
        nele=member(here, Function.PROFESSIONAL, name="Nele Beroeps"),
        piet=member(here, Function.PARTICIPANT, name="Piet Deelnemer"),
        chris=member(elsewhere, Function.COORDINATOR, name="Chris Elders"),
    )
    VolunteerFactory(
        organisation=here, person_id=cast.bea.person_id, person=None, sort_name="buddy bea"
    )
    ParticipantFactory(
        organisation=here,
        person_id=cast.piet.person_id,
        person=None,
        sort_name="deelnemer piet",
        professional=cast.nele,
    )
    UserFactory(name="Dee Niemand", email="dee@test.example")
    return cast


@pytest.fixture
def cast(db: None) -> Cast:
    """Two organisations and the people in them."""
    return make_cast()


@pytest.fixture
def coordinator(cast: Cast) -> Actor:
    """Amal."""
    return cast.actor("amal")


@pytest.fixture
def volunteer(cast: Cast) -> Actor:
    """Bea."""
    return cast.actor("bea")


@pytest.fixture
def professional(cast: Cast) -> Actor:
    """Nele."""
    return cast.actor("nele")


@pytest.fixture
def participant(cast: Cast) -> Actor:
    """Piet."""
    return cast.actor("piet")


@pytest.fixture
def stranger(cast: Cast) -> Actor:
    """Chris, who coordinates another organisation."""
    return cast.actor("chris")
