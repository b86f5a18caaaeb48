"""The pages of questions about data: of staff, and everybody's own."""

from http import HTTPStatus

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.core.ids import uuid7
from naast.organisations.actors import Actor
from naast.organisations.models import Membership
from naast.people.models import Person
from naast.people.services.words import find_again
from naast.privacy.models import Erasure, RightsRequest
from naast.privacy.policies import rights as policies
from naast.privacy.states import RequestKind
from tests.asking_rights import asked, known
from tests.conftest import Cast
from tests.factories import EngagementFactory, PersonFactory


@pytest.fixture
def bea(cast: Cast) -> Person:
    return Person.objects.get(pk=cast.person_id("bea"))


def test_somebody_asks_on_their_own_page_and_takes_it_back(cast: Cast, bea: Person) -> None:
    client, url = cast.client("bea"), cast.url("mine/data/")
    assert client.get(url).status_code == HTTPStatus.OK
    assert client.post(url, {}).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert client.post(url, {"kind": "objection", "words": "Geen post."}).status_code == 303
    request = RightsRequest.objects.get(person=bea)
    assert list(client.get(url).context["rows"]) == [request]
    assert client.post(f"{url}{request.pk}/take-back/").status_code == HTTPStatus.SEE_OTHER
    request.refresh_from_db()
    assert not request.is_open


def test_a_volunteer_and_a_professional_take_their_own_copy(cast: Cast) -> None:
    for name in ("bea", "piet", "nele"):
        answer = cast.client(name).get(cast.url("mine/data/copy.zip"))
        assert answer.status_code == HTTPStatus.OK
        assert b"".join(answer)[:2] == b"PK"


def test_a_colleague_who_is_in_no_list_takes_a_copy_and_asks(cast: Cast) -> None:
    Membership.objects.filter(pk=cast.nele.pk).update(person_id=None)
    client, url = cast.client("nele"), cast.url("mine/data/")
    assert client.get(url).status_code == HTTPStatus.OK
    assert b"".join(client.get(f"{url}copy.zip"))[:2] == b"PK"
    for page in ("looks/", "yeses/"):
        assert client.get(f"{url}{page}").status_code == HTTPStatus.OK
    for _twice in range(2):
        assert client.post(url, {"kind": "erasure", "words": ""}).status_code == 303
    request = RightsRequest.objects.get()
    assert request.person is not None
    assert request.person.user == cast.nele.user
    assert list(client.get(url).context["rows"]) == [request]


def test_who_reads_along_takes_no_copy(coordinator: Actor, bea: Person) -> None:
    along = coordinator.reading_along(uuid7())
    assert not policies.can_hand_out(along, bea)


def test_staff_write_down_a_question_and_answer_it(cast: Cast, bea: Person) -> None:
    client = cast.client("amal")
    find_again(bea)
    found = client.get(cast.url("privacy/requests/who/?q=Buddy")).context["found"]
    assert found == [bea]
    new = {"kind": "access", "asked_on": "2020-01-05", "how": "by_mail", "words": ""}
    made = client.post(cast.url(f"privacy/requests/new/{bea.pk}/"), new)
    page = made["Location"]
    assert client.get(page).context["is_late"]
    assert client.post(f"{page}known/", {}).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert client.get(f"{page}copy.zip").status_code == HTTPStatus.SEE_OTHER
    assert client.post(f"{page}known/", {"identity": "known"}).status_code == 303
    assert b"".join(client.get(f"{page}copy.zip"))[:2] == b"PK"
    assert client.post(f"{page}more-time/", {"why": "Veel."}).status_code == 422
    assert client.post(f"{page}answer/", {"outcome": "done", "words": ""}).status_code == 422
    assert client.post(f"{page}answer/", {"outcome": "done", "words": "Zie."}).status_code == 303
    listed = client.get(cast.url("privacy/requests/?state=answered")).context["page"].rows
    assert [row.answer for row in listed] == ["Zie."]


def test_somebody_of_whom_we_find_nothing(cast: Cast) -> None:
    url = cast.url("privacy/requests/new/")
    new = {"kind": "access", "asked_on": "2020-01-05", "how": "on_paper", "who": "Iemand"}
    made = cast.client("amal").post(url, new)
    assert cast.client("amal").get(made["Location"]).status_code == HTTPStatus.OK


def test_the_mark_is_set_and_lifted_on_the_page(
    cast: Cast, coordinator: Actor, bea: Person
) -> None:
    request = known(coordinator, bea, RequestKind.RESTRICTION)
    url = cast.url(f"privacy/requests/{request.pk}/not-used/")
    cast.client("amal").post(url, {"on": "yes"})
    bea.refresh_from_db()
    assert bea.restricted_on is not None
    cast.client("amal").post(url, {})
    bea.refresh_from_db()
    assert bea.restricted_on is None


def test_erasing_shows_first_what_goes_and_asks_twice(
    cast: Cast, coordinator: Actor, bea: Person
) -> None:
    request = known(coordinator, bea, RequestKind.ERASURE)
    client, url = cast.client("amal"), cast.url(f"privacy/requests/{request.pk}/erase/")
    assert client.get(url).context["dry_run"].goes > 0
    assert client.post(url, {"has_read": "on"}).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not Erasure.objects.exists()
    sure = {"has_read": "on", "cannot_come_back": "on"}
    assert client.post(url, sure).status_code == HTTPStatus.SEE_OTHER
    # Tapped twice: it is done, and the page says so.
    assert client.post(url, sure).status_code == HTTPStatus.SEE_OTHER
    assert Erasure.objects.get().request == request
    assert client.get(cast.url(f"privacy/requests/{request.pk}/")).status_code == HTTPStatus.OK
    assert client.get(url).status_code == HTTPStatus.NOT_FOUND
    assert client.get(cast.url(f"people/volunteers/{bea.pk}/")).status_code == HTTPStatus.NOT_FOUND
    assert client.get(cast.url("people/volunteers/")).context["page"].rows == []


def test_what_comes_first_stands_on_the_page(cast: Cast, coordinator: Actor, bea: Person) -> None:
    EngagementFactory(organisation=cast.here, person=bea)
    request = known(coordinator, bea, RequestKind.ERASURE)
    url = cast.url(f"privacy/requests/{request.pk}/erase/")
    sure = {"has_read": "on", "cannot_come_back": "on"}
    answer = cast.client("amal").post(url, sure)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert len(answer.context["first"]) == 1


def test_the_list_costs_the_same_for_one_and_three(
    cast: Cast, coordinator: Actor, bea: Person
) -> None:
    def queries_for(people: int) -> int:
        for _each in range(people):
            asked(coordinator, PersonFactory(organisation=cast.here), "access")
        client = cast.client("amal")
        with CaptureQueriesContext(connection) as queries:
            client.get(cast.url("privacy/requests/"))
            client.get(cast.url("privacy/"))
        return len(queries)

    assert queries_for(1) == queries_for(2)
