"""What two reviews found: the own door, goodbye, a group that stops, who is in no group, whose follow-ups."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine

from naast.audit.models import Event
from naast.core.drafts import keep
from naast.core.models import Draft
from naast.intervision import anonymity, attention
from naast.intervision.errors import NotOfHere
from naast.intervision.inputs import QuestionNote
from naast.intervision.models import AgreedAction, EthicsQuestion, Evening, FollowUp, Series
from naast.intervision.policies import series as policies
from naast.intervision.queries import evenings as queries
from naast.intervision.queries import series as series_queries
from naast.intervision.queries import talks as talk_queries
from naast.intervision.queries.names import traces_in
from naast.intervision.services import nightly, questions
from naast.intervision.services import series as services
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import VolunteerProfile
from naast.programmes.models import Programme
from tests.conftest import Cast
from tests.factories import EngagementFactory, PersonFactory, VolunteerFactory, actor_of, member
from tests.meeting_evenings import (
    ActionFactory,
    EthicsFactory,
    EveningFactory,
    FollowUpFactory,
    MemberFactory,
    QuestionFactory,
    at,
    duty_for,
    group_of,
    on,
)


@pytest.fixture(autouse=True)
def march() -> Iterator[None]:
    with time_machine.travel(at(2), tick=False):
        yield


@pytest.fixture
def series(cast: Cast) -> Series:
    return group_of(cast)


@pytest.fixture
def evening(series: Series) -> Evening:
    made: Evening = EveningFactory(series=series, starts_at=at(10))
    return made


def goodbye(cast: Cast, name: str) -> None:
    rows = VolunteerProfile.objects.filter(person=cast.person_id(name))
    assert rows.update(status=VolunteerProfile.Status.FORMER)


@pytest.mark.parametrize("rest", ["sign-off/", "come/", "question/", "place/"])
def test_a_coordinator_outside_the_group_finds_no_own_door(
    cast: Cast, evening: Evening, rest: str
) -> None:
    url = cast.url(f"mine/evenings/{evening.pk}/{rest}")
    assert cast.client("amal").post(url, {"text": "Hoe zeg ik nee?"}).status_code == 404


def test_one_house_that_fails_does_not_stop_the_night(
    cast: Cast, evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_given: Any) -> int:
        raise RuntimeError

    monkeypatch.setitem(nightly.JOBS, "evenings planned", fails)
    assert nightly.run(at(3))["evenings announced"] == 2


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_that_can_not_be_meant_comes_back(cast: Cast, series: Series, day: str) -> None:
    url = cast.url(f"prepare/evenings/{series.pk}/new-evening/")
    data = {"kind": "evening", "day": day, "hour": "19:30", "minutes": "120"}
    response = cast.client("amal").post(url, data)
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["day"])


def test_a_coach_reads_follow_ups_of_the_programmes_they_coach(cast: Cast, series: Series) -> None:
    works = member(cast.here, Function.COACH, name="Coach Hier")
    coach = actor_of(works)
    row = FollowUpFactory(series=series)
    assert not policies.follow_ups_visible_to(coach).exists()
    assert not policies.can_follow_up(coach, row)
    Programme.objects.filter(pk=duty_for(series).programme_id).update(coach=works)
    assert policies.follow_ups_visible_to(coach).get() == row
    assert policies.can_follow_up(coach, row)


def test_who_looked_at_a_follow_up_is_kept(cast: Cast, series: Series) -> None:
    row = FollowUpFactory(series=series)
    assert (
        cast.client("amal").get(cast.url(f"prepare/evenings/missed/{row.pk}/")).status_code == 200
    )
    assert Event.objects.get(is_view=True, kind="series.absence-viewed").target_id == row.person_id


def test_who_said_goodbye_is_invited_no_more(cast: Cast, evening: Evening) -> None:
    goodbye(cast, "bea")
    assert nightly.run(at(3))["evenings announced"] == 1
    assert not policies.own_membership(cast.actor("bea")).exists()
    assert [row.person.pk for row in queries.table_of(evening)] == [cast.person_id("nele")]


def test_a_group_that_stops_calls_off_what_people_were_invited_to(
    series: Series, coordinator: Actor
) -> None:
    touched = EveningFactory(series=series, starts_at=at(20))
    QuestionFactory(evening=touched)
    FollowUpFactory(series=series)
    services.end_series(actor=coordinator, series_id=series.pk)
    touched.refresh_from_db()
    assert touched.cancelled_at is not None
    assert Message.objects.filter(kind="evening.changed").count() == 2
    assert not FollowUp.objects.exists()


def test_what_nobody_ticked_off_goes_after_two_years_and_an_answer_after_five(
    cast: Cast, evening: Evening
) -> None:
    ActionFactory(evening=evening)
    EthicsFactory(organisation=cast.here, discussed_on=on(1))
    waits = EthicsFactory(organisation=cast.here)
    nightly.run(at(10) + timedelta(days=700))
    assert (AgreedAction.objects.count(), EthicsQuestion.objects.count()) == (1, 2)
    nightly.run(at(10) + timedelta(days=740))
    assert AgreedAction.objects.count() == 0
    nightly.run(at(10) + timedelta(days=5 * 366))
    assert EthicsQuestion.objects.get() == waits


def test_a_volunteer_learns_from_the_check_nothing_about_who_is_here(
    cast: Cast, volunteer: Actor
) -> None:
    VolunteerFactory(
        organisation=cast.here,
        person=PersonFactory(organisation=cast.here, given_name="Jasmijn", family_name="Peeters"),
    )
    there, absent = (
        traces_in(volunteer, f"Ik dronk thee met {name}.") for name in ("Jasmijn", "Zebedeus")
    )
    assert (there.perhaps, absent.perhaps) == (("Jasmijn",), ("Zebedeus",))


def test_a_place_or_an_everyday_word_is_no_name() -> None:
    assert anonymity.may_be_names("Wij gingen naar Gent en het OCMW met een Roos en met Piet.") == {
        "piet"
    }


@pytest.mark.covers("S1-188")
def test_who_is_in_no_group_of_a_duty_programme_is_added_with_one_tap(
    cast: Cast, series: Series, coordinator: Actor
) -> None:
    person = VolunteerFactory(organisation=cast.here).person
    duty_for(series, person)
    (item,) = attention.items(coordinator, now=at(2), there={"intervision.groupless"})
    page = cast.url(f"prepare/evenings/{series.pk}/members/")
    assert item.url == page
    assert cast.client("amal").get(page).context["not_yet"] == [person]
    assert cast.client("amal").post(f"{page}{person.pk}/join/").status_code == 303
    assert series_queries.not_in_a_group_yet(coordinator, series) == []
    assert attention.items(coordinator, now=at(2), there={"intervision.groupless"}) == []


def test_who_left_on_the_way_or_paused_is_not_asked_into_a_group(
    cast: Cast, series: Series, coordinator: Actor
) -> None:
    paused = VolunteerFactory(organisation=cast.here, status="paused").person
    part = duty_for(series, paused)
    EngagementFactory(
        organisation=cast.here,
        programme=part.programme,
        person=VolunteerFactory(organisation=cast.here).person,
        started_on=on(1) - timedelta(days=10),
        ended_on=on(1),
    )
    assert not series_queries.without_group(coordinator).exists()
    assert not series_queries.without_group(cast.actor("bea")).exists()


@pytest.mark.covers("S2-30")
def test_the_leader_brings_in_for_somebody_without_an_account(
    cast: Cast, series: Series, evening: Evening, volunteer: Actor
) -> None:
    person = VolunteerFactory(organisation=cast.here).person
    MemberFactory(series=series, person=person)
    url = cast.url(f"mine/evenings/{evening.pk}/lead/brought/")
    data = {"person": str(person.pk), "text": "Hoe zeg ik nee?"}
    assert cast.client("bea").post(url, data).status_code == 303
    assert cast.client("bea").post(url, {"person": str(person.pk)}).status_code == 303
    kinds = evening.questions.filter(asker=person).order_by("id").values_list("kind", flat=True)
    assert list(kinds) == ["question", "experience"]
    refused = cast.client("bea").post(url, data | {"text": "Mevr. D. is boos"})
    assert (refused.status_code, list(refused.context["brought"].errors)) == (422, ["text"])
    # Nele has an account: she brings in her own.
    with pytest.raises(NotOfHere):
        questions.bring_in_for(
            actor=volunteer,
            evening_id=evening.pk,
            person_id=cast.person_id("nele"),
            note=QuestionNote(text="Hoe zeg ik nee?"),
        )


def test_a_question_on_the_agenda_of_another_evening_stays_there(
    series: Series, evening: Evening
) -> None:
    other = EveningFactory(series=series, starts_at=at(20))
    asked = EthicsFactory(organisation=series.organisation, evening=other)
    assert list(talk_queries.waiting_for(evening)) == []
    assert list(talk_queries.waiting_for(other)) == [asked]
    Evening.objects.filter(pk=other.pk).update(closed_on=on(20))
    assert list(talk_queries.waiting_for(evening)) == [asked]


def test_a_draft_of_a_question_comes_back_and_goes_once_it_is_sent(
    cast: Cast, evening: Evening
) -> None:
    user, url = cast.nele.user, cast.url(f"mine/evenings/{evening.pk}/question/")
    key = f"question:{evening.pk}:{cast.here.pk}"
    keep(user.pk, key, {"text": "Hoe zeg ik"})
    assert cast.client("nele").get(url).context["saved"] == {"text": "Hoe zeg ik"}
    assert cast.client("nele").post(url, {"text": "Hoe zeg ik nee?"}).status_code == 303
    assert not Draft.objects.filter(key=key).exists()
