"""Short jobs: one tap to come, one tap not to."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.outreach.errors import JobFull, ReasonMissing
from naast.outreach.inputs import JobPlan
from naast.outreach.models import JobTaker, ShortJob
from naast.outreach.policies import jobs as policies
from naast.outreach.queries import jobs as queries
from naast.outreach.services import jobs
from naast.people.models import Person, VolunteerProfile
from naast.people.services.words import find_again
from naast.programmes.errors import StillNeeded
from tests.conftest import Cast
from tests.factories import VolunteerFactory
from tests.outreaching import JobFactory
from tests.programmes.ready import bea, programme_with, takes_part, write_down

FORM = {
    "title": "Soep maken",
    "day": "2030-05-01",
    "hour": "10:00",
    "minutes": "90",
    "place": "De keuken",
    "places": "2",
}


def full(job: ShortJob) -> None:
    """Somebody for each place."""
    for _place in range(job.places):
        person = VolunteerFactory(organisation=job.organisation).person
        JobTaker.objects.create(organisation=job.organisation, job=job, person=person)


@pytest.mark.covers("S1-72")
def test_a_volunteer_takes_a_short_job_in_one_tap_and_leaves_it_in_one(cast: Cast) -> None:
    job = JobFactory(organisation=cast.here)
    client = cast.client("bea")
    (shown,) = client.get(cast.url("short-jobs/")).context["jobs"]
    assert (shown.pk, shown.taken, shown.is_mine) == (job.pk, 0, False)
    for _twice in range(2):
        assert client.post(cast.url(f"short-jobs/{job.pk}/take/")).status_code == 303
    assert job.takers.get().person_id == cast.bea.person_id
    (shown,) = client.get(cast.url("short-jobs/")).context["jobs"]
    assert (shown.taken, shown.is_mine) == (1, True)
    for _twice in range(2):
        assert client.post(cast.url(f"short-jobs/{job.pk}/leave/")).status_code == 303
    assert not JobTaker.objects.exists()


@pytest.mark.covers("S1-72")
def test_a_coordinator_puts_a_volunteer_who_calls_on_a_job_and_off_again(cast: Cast) -> None:
    job = JobFactory(organisation=cast.here, until_on=clock.today() - timedelta(days=1))
    for name in ("bea", "piet"):
        find_again(Person.objects.get(pk=cast.person_id(name)))
    client, url = cast.client("amal"), cast.url(f"recruiting/short-jobs/{job.pk}/")
    assert client.get(url).context["found"] == []
    assert client.get(f"{url}?q=piet").context["found"] == []
    (bea,) = client.get(f"{url}?q=bea").context["found"]
    person_url = f"{url}people/{bea.pk}/"
    for _twice in range(2):
        assert client.post(person_url).status_code == 303
    assert job.takers.get().person_id == cast.bea.person_id
    assert client.get(f"{url}?q=bea").context["found"] == []
    for _twice in range(2):
        assert client.post(f"{person_url}off/").status_code == 303
    assert not job.takers.exists()


def test_the_coordinator_keeps_to_the_places_and_to_who_volunteers_here(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    job = JobFactory(organisation=cast.here)
    begun = JobFactory(organisation=cast.here, starts_at=clock.now())
    bea = cast.person_id("bea")
    with pytest.raises(VolunteerProfile.DoesNotExist):
        jobs.put_on_job(actor=coordinator, short_job_id=job.pk, person_id=cast.person_id("piet"))
    full(job)
    with pytest.raises(JobFull):
        jobs.put_on_job(actor=coordinator, short_job_id=job.pk, person_id=bea)
    for actor, which in ((volunteer, job), (coordinator, begun)):
        with pytest.raises(NotAllowed):
            jobs.put_on_job(actor=actor, short_job_id=which.pk, person_id=bea)
        with pytest.raises(NotAllowed):
            jobs.take_off_job(actor=actor, short_job_id=which.pk, person_id=bea)
    answer = cast.client("amal").post(
        cast.url(f"recruiting/short-jobs/{job.pk}/people/{bea}/"), follow=True
    )
    assert len(list(answer.context["messages"])) == 1
    assert job.takers.count() == job.places


def test_looking_for_a_volunteer_costs_the_same_for_one_and_three(cast: Cast) -> None:
    job, client = JobFactory(organisation=cast.here), cast.client("amal")

    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            page = client.get(cast.url(f"recruiting/short-jobs/{job.pk}/?q=zoe"))
        assert page.context["found"]
        return len(captured)

    def zoe() -> None:
        find_again(VolunteerFactory(organisation=cast.here, person__given_name="Zoë").person)

    zoe()
    cost()
    first = cost()
    for _more in range(2):
        zoe()
    assert cost() == first
    assert first <= 12


def test_a_full_job_says_so(cast: Cast, volunteer: Actor) -> None:
    job = JobFactory(organisation=cast.here)
    full(job)
    with pytest.raises(JobFull):
        jobs.take_job(actor=volunteer, short_job_id=job.pk)
    response = cast.client("bea").post(cast.url(f"short-jobs/{job.pk}/take/"))
    assert response.status_code == 303
    assert job.takers.count() == 2


@pytest.mark.parametrize(
    "fields",
    [
        {"starts_at": clock.now() - timedelta(hours=1)},
        {"until_on": clock.today() - timedelta(days=2)},
    ],
)
def test_it_can_be_too_late(cast: Cast, volunteer: Actor, fields: dict[str, object]) -> None:
    job = JobFactory(organisation=cast.here, **fields)
    with pytest.raises(NotAllowed):
        jobs.take_job(actor=volunteer, short_job_id=job.pk)


def test_who_may_take_and_leave(
    cast: Cast, coordinator: Actor, volunteer: Actor, participant: Actor, stranger: Actor
) -> None:
    job, now = JobFactory(organisation=cast.here), clock.now()
    cancelled = JobFactory(organisation=cast.here, cancelled_at=now)
    begun = JobFactory(organisation=cast.here, starts_at=now)
    assert policies.can_take(volunteer, job, now=now)
    for actor in (coordinator, participant, stranger):
        assert not policies.can_take(actor, job, now=now)
    assert not policies.can_take(volunteer, cancelled, now=now)
    assert not policies.can_leave(volunteer, begun, now=now)
    assert not policies.can_leave(stranger, job, now=now)
    assert set(policies.visible_to(volunteer)) == {job, begun}
    assert not policies.visible_to(participant).exists()
    assert not policies.visible_to(stranger).exists()
    with pytest.raises(NotAllowed):
        jobs.cancel_job(actor=volunteer, short_job_id=job.pk)
    with pytest.raises(NotAllowed):
        jobs.plan_job(actor=volunteer, plan=JobPlan(title="x", starts_at=now, place="y"))


def test_the_coordinator_sees_who_comes_and_volunteers_don_t(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    job = JobFactory(organisation=cast.here)
    jobs.take_job(actor=volunteer, short_job_id=job.pk)
    page = cast.client("amal").get(cast.url(f"recruiting/short-jobs/{job.pk}/"))
    assert [taker.person_id for taker in page.context["takers"]] == [cast.bea.person_id]
    assert not queries.takers_of(volunteer, job).exists()


def test_who_comes_hears_of_another_moment_and_of_calling_off(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    job = JobFactory(organisation=cast.here)
    jobs.take_job(actor=volunteer, short_job_id=job.pk)
    same = JobPlan(title="Soep", starts_at=job.starts_at, place=job.place, places=3)
    jobs.change_job(actor=coordinator, short_job_id=job.pk, plan=same)
    assert not Message.objects.exists()
    later = JobPlan(title="Soep", starts_at=job.starts_at + timedelta(hours=1), place=job.place)
    jobs.change_job(actor=coordinator, short_job_id=job.pk, plan=later)
    for _twice in range(2):
        jobs.cancel_job(actor=coordinator, short_job_id=job.pk)
    assert Message.objects.filter(user=cast.bea.user).count() == 2
    with pytest.raises(StateConflict):
        jobs.change_job(actor=coordinator, short_job_id=job.pk, plan=later)


def test_a_job_needs_somebody(coordinator: Actor) -> None:
    plan = JobPlan(title="x", starts_at=clock.now(), place="y", places=0)
    with pytest.raises(ReasonMissing):
        jobs.plan_job(actor=coordinator, plan=plan)


def test_a_coordinator_puts_a_job_on_the_board_and_past_ones_fade(cast: Cast) -> None:
    client, base = cast.client("amal"), cast.url("recruiting/short-jobs/")
    made = client.post(f"{base}new/", FORM)
    job = ShortJob.objects.get()
    assert made["Location"] == f"{base}{job.pk}/"
    assert client.post(f"{base}new/", {**FORM, "hour": ""}).status_code == 422
    assert client.post(f"{base}{job.pk}/change/", {**FORM, "places": "5"}).status_code == 303
    past = JobFactory(organisation=cast.here, starts_at=clock.now() - timedelta(days=1))
    assert client.get(base).context["rows"].rows == [job]
    assert client.get(f"{base}?show=past").context["rows"].rows == [past]
    assert client.post(f"{base}{job.pk}/cancel/").status_code == 303
    assert cast.client("bea").get(cast.url("short-jobs/")).context["jobs"] == []


@pytest.mark.parametrize(
    ("who", "path"), [("amal", "recruiting/short-jobs/"), ("bea", "short-jobs/")]
)
def test_the_board_costs_the_same_for_one_job_and_three(cast: Cast, who: str, path: str) -> None:
    client = cast.client(who)

    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(cast.url(path)).status_code == 200
        return len(captured)

    full(JobFactory(organisation=cast.here))
    cost()
    first = cost()
    for _more in range(2):
        full(JobFactory(organisation=cast.here))
    assert cost() == first
    assert first <= 12


@pytest.mark.covers("S0-44")
def test_a_job_of_a_programme_is_a_shift_for_who_is_ready(cast: Cast, coordinator: Actor) -> None:
    programme = programme_with(cast, "training")
    job = JobFactory(organisation=cast.here, programme=programme)
    engagement = takes_part(programme, bea(cast))
    with pytest.raises(StillNeeded):
        jobs.take_job(actor=cast.actor("bea"), short_job_id=job.pk)
    with pytest.raises(StillNeeded):
        jobs.put_on_job(actor=coordinator, short_job_id=job.pk, person_id=engagement.person_id)
    assert cast.client("bea").post(cast.url(f"short-jobs/{job.pk}/take/")).status_code == 303
    assert not JobTaker.objects.exists()
    write_down(engagement)
    jobs.take_job(actor=cast.actor("bea"), short_job_id=job.pk)
