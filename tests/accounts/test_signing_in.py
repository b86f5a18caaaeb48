"""Signing in: a code by mail, a password, a second step, the cast of the demo."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from pytest_django.fixtures import Settings

from naast.accounts.models import User
from naast.organisations.models import Function
from tests.conftest import Cast
from tests.factories import member

CODE = re.compile(r"^\s*([A-Z0-9]{4}-[A-Z0-9]{4})\s*$", re.MULTILINE)


def test_a_volunteer_signs_in_with_a_code_from_the_mail(cast: Cast) -> None:
    client = Client()

    client.post("/accounts/login/code/", {"email": cast.bea.user.email.upper()})
    code = CODE.search(str(mail.outbox[0].body))
    assert code is not None, mail.outbox[0].body
    response = client.post("/accounts/login/code/confirm/", {"code": code.group(1)})

    assert response.status_code == 302
    assert client.get("/").headers["Location"] == "/o/hier/volunteer/"


def test_an_unknown_address_gets_the_same_answer_as_a_known_one(cast: Cast) -> None:
    known = Client().post("/accounts/login/code/", {"email": cast.bea.user.email})
    unknown = Client().post("/accounts/login/code/", {"email": "niemand@test.example"})

    assert (known.status_code, known.headers["Location"]) == (
        unknown.status_code,
        unknown.headers["Location"],
    )


def test_a_password_works_as_well(cast: Cast) -> None:
    cast.amal.user.set_password("een lang en goed wachtwoord")
    cast.amal.user.save()
    client = Client()

    client.post(
        "/accounts/login/",
        {"login": cast.amal.user.email, "password": "een lang en goed wachtwoord"},
    )

    assert client.get("/").headers["Location"] == "/o/hier/today/"


def test_nobody_opens_an_account_alone(db: None) -> None:
    Client().post("/accounts/signup/", {"email": "nieuw@test.example", "password1": "x" * 20})

    assert not User.objects.filter(email="nieuw@test.example").exists()


@pytest.fixture
def strict(cast: Cast) -> Cast:
    """An organisation that asks its staff for a second step."""
    cast.here.requires_second_factor = True
    cast.here.save()
    return cast


def test_staff_without_a_second_step_are_sent_to_choose_one(strict: Cast) -> None:
    response = strict.client("amal").get(strict.url("today/"))

    assert (response.status_code, response.headers["Location"]) == (302, "/accounts/2fa/")


def test_volunteers_need_no_second_step(strict: Cast) -> None:
    assert strict.client("bea").get(strict.url("volunteer/")).status_code == 200


def test_staff_with_a_second_step_get_in(strict: Cast) -> None:
    Authenticator.objects.create(user=strict.amal.user, type=Authenticator.Type.TOTP, data={})

    assert strict.client("amal").get(strict.url("today/")).status_code == 200


def test_recovery_codes_alone_are_no_second_step(strict: Cast) -> None:
    Authenticator.objects.create(
        user=strict.amal.user, type=Authenticator.Type.RECOVERY_CODES, data={}
    )

    assert strict.client("amal").get(strict.url("today/")).status_code == 302


def test_new_organisations_ask_their_staff_for_a_second_step() -> None:
    from naast.organisations.models import Organisation  # noqa: PLC0415 -- only the default counts

    assert Organisation().requires_second_factor is True


def test_the_cast_can_be_entered_in_the_demo_alone(cast: Cast, settings: Settings) -> None:
    member(cast.here, Function.VOLUNTEER, name="Demo", email="iemand@demo.example")
    data = {"email": "iemand@demo.example"}

    assert Client().post("/me/demo/sign-in/", data).status_code == 404

    settings.DEMO = True
    client = Client()
    assert client.post("/me/demo/sign-in/", data).status_code == 303
    assert client.get("/").headers["Location"] == "/o/hier/volunteer/"
    assert Client().post("/me/demo/sign-in/", {"email": cast.amal.user.email}).status_code == 404


def test_the_sign_in_page_shows_the_cast_in_the_demo_alone(db: None, settings: Settings) -> None:
    assert b"Buddyhuis De Brug" not in Client().get("/accounts/login/").content

    settings.DEMO = True
    assert b"Buddyhuis De Brug" in Client().get("/accounts/login/").content


def test_pages_speak_the_language_somebody_chose(cast: Cast) -> None:
    client = cast.client("bea")

    assert b'lang="nl"' in client.get(cast.url("volunteer/")).content
    client.post("/me/language/", {"language": "fr"})
    assert b'lang="fr"' in client.get(cast.url("volunteer/")).content
    assert client.post("/me/language/", {"language": "xx"}).status_code == 422


def test_somebody_in_two_organisations_chooses_where_to_go(cast: Cast) -> None:
    from naast.organisations.services import add_member  # noqa: PLC0415 -- used once

    add_member(
        actor=cast.actor("chris"), user=cast.bea.user, functions=frozenset({Function.COORDINATOR})
    )

    page = cast.client("bea").get("/").content.decode()

    assert "/o/hier/volunteer/" in page
    assert "/o/elders/today/" in page
