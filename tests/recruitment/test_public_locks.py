"""The outside of this room, touched twice at the same moment."""

import pytest
from django.db import transaction

from naast.organisations.actors import Actor
from naast.programmes.models import Programme
from naast.recruitment.inputs import NewApplication
from naast.recruitment.models import Application, Referral, Tally
from naast.recruitment.services import arrivals, referrals, tallies
from tests.at_once import at_once
from tests.conftest import Cast
from tests.factories import ProgrammeFactory
from tests.recruitment.test_referrals import referred

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def _apply(cast: Cast, programme: Programme, sent_as: str) -> Application:
    return arrivals.apply(
        actor=Actor.visitor(cast.here, reason="public page"),
        new=NewApplication(
            programme_id=programme.pk, given_name="Fatima", email="f@test.example", sent_as=sent_as
        ),
    )


def test_a_double_click_makes_one_application(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here)

    made = at_once(lambda: _apply(cast, programme, "een"), lambda: _apply(cast, programme, "een"))

    assert {each.pk for each in made if isinstance(each, Application)} == {
        Application.objects.get().pk
    }


def test_two_forms_of_one_person_at_once_make_one_application(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here)

    at_once(lambda: _apply(cast, programme, "een"), lambda: _apply(cast, programme, "twee"))

    assert Application.objects.get().questions.count() == 1


def test_a_referrer_is_told_once(cast: Cast) -> None:
    referral = referred(cast, tells="arrived")
    amal = cast.actor("amal")

    def tell() -> object:
        with transaction.atomic():
            return referrals.tell_referrer(actor=amal, application=referral.application)

    assert sorted(str(each) for each in at_once(tell, tell)) == ["", "in_contact"]
    assert Referral.objects.get().told == "in_contact"


def test_no_answer_is_lost_in_the_count(cast: Cast) -> None:
    amal = cast.actor("amal")

    def count() -> object:
        return tallies.count(actor=amal, answers={"age_group": "26_45"})

    at_once(count, count, count)

    assert Tally.objects.get().number == 3
