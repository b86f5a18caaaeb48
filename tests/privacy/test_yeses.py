"""One page with every yes: what happens when it is taken back stands there first, and then it happens."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.appreciation.models import DaysToRemember, Picture, Post
from naast.appreciation.services.thanks import choose_days
from naast.appreciation.states import PostState
from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.organisations.actors import Actor
from naast.people.api import give_consent, set_topics
from naast.people.models import Consent, Person, PersonTopic
from naast.privacy import consequences
from naast.privacy.models import PhotoUse, PhotoYes
from naast.privacy.queries import yeses as queries
from naast.privacy.services import yeses as services
from tests.conftest import Cast
from tests.guarding import photo_yes


@pytest.fixture
def bea(cast: Cast) -> Person:
    return Person.objects.get(pk=cast.person_id("bea"))


def _card(bea: Person) -> Post:
    card = Post.objects.create(
        organisation_id=bea.organisation_id,
        person=bea,
        kind=Post.Kind.STORY,
        title="Soep",
        words="Samen soep gemaakt.",
        picture_words="Een pan",
        state=PostState.SHOWN,
        offered_on=clock.today(),
        until_on=clock.today(),
    )
    Picture.objects.create(organisation_id=bea.organisation_id, post=card, jpeg=b"x")
    return card


def _all(volunteer: Actor, bea: Person) -> None:
    give_consent(
        actor=volunteer, person_id=bea.pk, purpose=Consent.Purpose.LIVED_EXPERIENCE, how="on_screen"
    )
    choose_days(actor=volunteer, person_id=bea.pk, birthday=True, anniversary=True)
    photo_yes(volunteer, bea)
    _card(bea)


def test_every_purpose_says_what_happens_when_it_is_taken_back() -> None:
    assert set(consequences.OF_CONSENT) == set(Consent.Purpose)
    assert all(consequences.of_photo(use) for use in PhotoUse)


def test_all_of_them_stand_on_one_page_and_each_can_be_taken_back(
    cast: Cast, volunteer: Actor, bea: Person
) -> None:
    _all(volunteer, bea)
    found = queries.standing(volunteer, bea)
    assert {each.source for each in found} == {
        queries.CONSENT,
        queries.BIRTHDAY,
        queries.ANNIVERSARY,
        queries.PHOTO,
        queries.CARD,
    }
    client = cast.client("bea")
    for each in found:
        url = cast.url(f"mine/data/yeses/{each.source}/{each.pk}/")
        assert client.get(url).context["yes"].consequences == each.consequences
        assert each.consequences
        assert client.post(url).status_code == 303
        assert client.get(url).status_code == 404
    assert queries.standing(volunteer, bea) == []
    assert not Picture.objects.exists()
    assert Post.objects.get().words == ""
    assert PhotoYes.objects.get().withdrawn_on == clock.today()
    days = DaysToRemember.objects.get()
    assert (days.birthday, days.anniversary) == (False, False)


def test_what_was_kept_because_of_a_yes_goes_with_it(
    cast: Cast, volunteer: Actor, bea: Person
) -> None:
    consent = give_consent(
        actor=volunteer, person_id=bea.pk, purpose=Consent.Purpose.LIVED_EXPERIENCE, how="on_screen"
    )
    set_topics(actor=volunteer, person_id=bea.pk, kind="experience", stance="lived", names=["Rouw"])
    services.take_back(actor=volunteer, person=bea, source=queries.CONSENT, pk=consent.pk)
    assert not PersonTopic.objects.filter(person=bea).exists()
    with pytest.raises(StateConflict):
        services.take_back(actor=volunteer, person=bea, source=queries.CONSENT, pk=consent.pk)


def test_nobody_takes_back_the_yes_of_somebody_else(
    cast: Cast, volunteer: Actor, bea: Person
) -> None:
    photo = photo_yes(volunteer, bea)
    for name in ("piet", "nele", "chris"):
        with pytest.raises(NotAllowed):
            queries.standing(cast.actor(name), bea)
    url = cast.url(f"mine/data/yeses/photo/{photo.pk}/")
    assert cast.client("piet").post(url).status_code == 404
    photo.refresh_from_db()
    assert photo.withdrawn_on is None


def test_the_register_filters_by_purpose_and_shows_only_coordinators(
    cast: Cast, coordinator: Actor, volunteer: Actor, stranger: Actor, bea: Person
) -> None:
    for purpose in (Consent.Purpose.LIVED_EXPERIENCE, Consent.Purpose.OWN_CRITERIA):
        give_consent(actor=coordinator, person_id=bea.pk, purpose=purpose, how="in_person")
    assert queries.register(coordinator).count() == 2
    assert queries.register(coordinator, purpose=Consent.Purpose.OWN_CRITERIA).count() == 1
    assert not queries.register(coordinator, is_over=True).exists()
    assert not queries.register(stranger).exists()
    assert queries.register(volunteer).count() == 2
    page = cast.client("amal").get(cast.url("privacy/consents/?purpose=own_criteria"))
    assert len(page.context["page"].rows) == 1
    assert cast.client("bea").get(cast.url("privacy/consents/")).status_code == 404


def test_the_register_asks_as_many_queries_for_three_as_for_one(
    cast: Cast, coordinator: Actor, bea: Person
) -> None:
    counts, client = [], cast.client("amal")
    purposes = iter(Consent.Purpose)
    for number in (1, 2):
        for purpose in [next(purposes) for _each in range(number)]:
            give_consent(actor=coordinator, person_id=bea.pk, purpose=purpose, how="in_person")
        with CaptureQueriesContext(connection) as seen:
            client.get(cast.url("privacy/consents/"))
        counts.append(len(seen))
    assert counts[0] == counts[1]
