"""What a candidate told by phone: contact details and what a referrer may hear, written down for them."""

import pytest
from django.test import Client

from naast.messaging.models import Message
from naast.recruitment import links
from naast.recruitment.models import Application, Referral
from tests.conftest import Cast
from tests.recruitment.test_referrals import referred
from tests.recruitment.way import candidate


def contact_of(application: Application, **changes: str) -> dict[str, str]:
    """The form as it is shown, with what changes."""
    return {
        "given_name": application.given_name,
        "email": application.email,
        "language": application.language,
        **changes,
    }


def test_a_coordinator_corrects_how_we_reach_somebody(cast: Cast) -> None:
    application = candidate(cast)
    amal, address = cast.client("amal"), cast.url(f"candidates/{application.pk}/contact-details/")
    assert address in amal.get(cast.url(f"candidates/{application.pk}/")).content.decode()
    sent = contact_of(
        application, family_name="Peeters", language="fr", phone="0470 12 34 56", prefers_phone="on"
    )

    assert amal.post(address, sent).status_code == 303

    application.refresh_from_db()
    assert (application.family_name, application.language, application.prefers_phone) == (
        "Peeters",
        "fr",
        True,
    )
    assert application.phone
    assert application.sort_name.startswith("peeters")
    assert amal.post(address, contact_of(application, email="", phone="")).status_code == 422


def test_a_new_address_gets_a_new_link_and_the_old_one_stops_working(cast: Cast) -> None:
    application = candidate(cast)
    before = links.link_of(application, cast.here.slug)
    assert Client().get(before).status_code == 200

    cast.client("amal").post(
        cast.url(f"candidates/{application.pk}/contact-details/"),
        contact_of(application, email="nieuw@test.example"),
    )

    application.refresh_from_db()
    assert Client().get(before).status_code == 404
    assert Client().get(links.link_of(application, cast.here.slug)).status_code == 200
    assert Message.objects.get(kind="own-link.again").to_address == "nieuw@test.example"


@pytest.mark.covers("S1-17")
def test_what_a_referrer_may_hear_is_noted_as_the_candidate_told_it(cast: Cast) -> None:
    referral = referred(cast, coordinator=cast.amal)
    amal = cast.client("amal")
    home = cast.url(f"candidates/{referral.application_id}/")
    address = f"{home}referrer/"
    assert address in amal.get(home).content.decode()

    assert amal.post(address, {"tells": "everything"}).status_code == 422
    assert amal.post(address, {"tells": "arrived"}).status_code == 303

    referral.refresh_from_db()
    assert (referral.tells, referral.told) == (Referral.Tells.ARRIVED, "in_contact")
    alone = candidate(cast)
    assert amal.get(cast.url(f"candidates/{alone.pk}/referrer/")).status_code == 404


def test_a_participant_who_is_no_volunteer_yet_has_a_link_to_their_file(cast: Cast) -> None:
    piet, bea = cast.person_id("piet"), cast.person_id("bea")
    amal = cast.client("amal")
    for person, where in ((piet, f"participants/{piet}/"), (bea, f"volunteers/{bea}/")):
        application = candidate(cast, person_id=person)
        page = amal.get(cast.url(f"candidates/{application.pk}/"))
        link = page.context["person_page"].url
        assert link.endswith(where)
        assert link in page.content.decode()
        assert amal.get(link).status_code == 200
