"""A word of thanks: who may give it, that it arrives the same day, and that it counts nowhere."""

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.appreciation import home
from naast.appreciation.errors import TooMany
from naast.appreciation.models import DaysToRemember, Thanks
from naast.appreciation.queries.thanks import get_thankable, quiet_teams
from naast.appreciation.services.thanks import choose_days, thank
from naast.companionship.models import MatchState
from naast.core import clock
from naast.core.errors import NotAllowed
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.people.models import Person
from tests.conftest import Cast
from tests.factories import MatchFactory, VolunteerFactory
from tests.thanking import ThanksFactory

pytestmark = pytest.mark.django_db


def _bea(cast: Cast) -> Person:
    person = Person.objects.get(pk=cast.person_id("bea"))
    VolunteerFactory.create(organisation=cast.here, person=person) if not hasattr(
        person, "volunteer"
    ) else None
    return person


@pytest.mark.covers("S1-223")
def test_one_tap_reaches_the_volunteer_the_same_day(
    cast: Cast, django_capture_on_commit_callbacks: object
) -> None:
    bea = _bea(cast)
    MatchFactory(
        organisation=cast.here, volunteer=bea, professional=cast.nele, state=MatchState.RUNNING
    )

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]  # the fixture
        answer = cast.client("nele").post(cast.url(f"thanks/{bea.pk}/"))

    assert answer.status_code == 303
    given = Thanks.objects.get()
    assert (given.person_id, given.given_by_id, given.given_on) == (
        bea.pk,
        cast.nele.pk,
        clock.today(),
    )
    told = Message.objects.get(user=cast.bea.user)
    assert told.url == cast.url("mine/thanks/")
    assert len(mail.outbox) == 1
    assert not set(cast.nele.user.name.split()) & set(told.subject.split())
    asks = home.asks(cast.actor("bea"), "volunteer", now=clock.now())
    assert cast.nele.user.name in str(asks[0].sentence)

    cast.client("bea").get(cast.url("mine/thanks/"))
    assert home.asks(cast.actor("bea"), "volunteer", now=clock.now()) == []


@pytest.mark.covers("S3-21")
def test_what_it_meant_arrives_in_the_words_of_who_saw_it(cast: Cast) -> None:
    bea = _bea(cast)
    said = {"words": "ZE BLEEF TOT ZE SLIEP"}

    cast.client("amal").post(cast.url(f"thanks/{bea.pk}/"), said)

    assert said["words"] in cast.client("bea").get(cast.url("mine/thanks/")).content.decode()


def test_a_second_empty_tap_asks_for_words_and_words_are_welcome(cast: Cast) -> None:
    bea, amal = _bea(cast), cast.actor("amal")
    thank(actor=amal, person_id=bea.pk)

    with pytest.raises(TooMany):
        thank(actor=amal, person_id=bea.pk)
    thank(actor=amal, person_id=bea.pk, words="VOOR DE SOEP")

    assert Thanks.objects.count() == 2


def test_a_professional_thanks_those_beside_their_participants_only(cast: Cast) -> None:
    bea = _bea(cast)

    assert get_thankable(cast.actor("nele"), bea.pk) is None
    with pytest.raises(Person.DoesNotExist):
        thank(actor=cast.actor("nele"), person_id=bea.pk)
    assert cast.client("nele").get(cast.url(f"thanks/{bea.pk}/")).status_code == 404
    assert get_thankable(cast.actor("chris"), bea.pk) is None


def test_nobody_thanks_themselves_and_the_house_thanks_nobody(cast: Cast) -> None:
    bea = _bea(cast)
    VolunteerFactory(organisation=cast.here, person=Person.objects.get(pk=cast.person_id("amal")))

    assert get_thankable(cast.actor("amal"), cast.person_id("amal")) is None
    with pytest.raises(NotAllowed):
        thank(actor=Actor.system(cast.here, reason="test"), person_id=bea.pk)


def test_who_has_no_account_gets_a_letter_and_who_prefers_paper_nothing(cast: Cast) -> None:
    by_letter = VolunteerFactory(organisation=cast.here).person
    on_paper = VolunteerFactory(organisation=cast.here).person
    Person.objects.filter(pk=by_letter.pk).update(email="els@test.example")
    Person.objects.filter(pk=on_paper.pk).update(email="jan@test.example", prefers_paper=True)

    for person in (by_letter, on_paper):
        thank(actor=cast.actor("amal"), person_id=person.pk, words="VOOR DE KAART")

    letter = Message.objects.get()
    assert letter.to_address == "els@test.example"
    assert "VOOR DE KAART" in letter.body


def test_a_team_that_thanked_nobody_for_two_months_is_named_once(cast: Cast) -> None:
    today = clock.today()
    match = MatchFactory(
        organisation=cast.here,
        state=MatchState.RUNNING,
        started_on=today.replace(year=today.year - 1),
    )

    assert list(quiet_teams(cast.here.pk, day=today)) == [match.programme]
    ThanksFactory(person=match.volunteer, given_by=cast.amal, programme=match.programme)
    assert list(quiet_teams(cast.here.pk, day=today)) == []


def test_days_are_chosen_by_the_person_or_written_down_for_them(cast: Cast) -> None:
    bea = _bea(cast)

    choose_days(actor=cast.actor("bea"), person_id=bea.pk, birthday=True, anniversary=False)
    choose_days(actor=cast.actor("amal"), person_id=bea.pk, birthday=False, anniversary=True)

    chosen = DaysToRemember.objects.get(person=bea)
    assert (chosen.birthday, chosen.anniversary) == (False, True)
    with pytest.raises(Person.DoesNotExist):
        choose_days(actor=cast.actor("piet"), person_id=bea.pk, birthday=True, anniversary=True)


@pytest.mark.parametrize("page", ["alongside/thanks/", "mine/thanks/"])
def test_a_page_of_thanks_costs_the_same_however_many(cast: Cast, page: str) -> None:
    bea, login = _bea(cast), "amal" if "alongside" in page else "bea"
    client = cast.client(login)

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(cast.url(page)).status_code == 200
        return len(queries)

    ThanksFactory(person=bea, given_by=cast.amal, words="EEN")
    cost()
    one = cost()
    for _ in range(2):
        ThanksFactory(person=bea, given_by=cast.nele, words="MEER")
    Thanks.objects.update(seen_at=clock.now())
    assert cost() == one


def test_a_second_tap_on_the_same_words_thanks_once(cast: Cast) -> None:
    bea = _bea(cast)
    for _tap in range(2):
        thank(actor=cast.actor("amal"), person_id=bea.pk, words="JE BLEEF RUSTIG")
    thank(actor=cast.actor("amal"), person_id=bea.pk, words="EN JE ZONG")

    assert Thanks.objects.count() == 2
    assert Message.objects.filter(user=cast.bea.user).count() == 2
