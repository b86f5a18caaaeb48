"""What happens by itself: invitations once each, gentle follow-up of absence, erasing after ninety days."""

from collections.abc import Iterator
from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core import serializers
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.core.errors import NotAllowed
from naast.intervision import attention, models
from naast.intervision.errors import SomethingMissing
from naast.intervision.inputs import QuestionNote
from naast.intervision.models import Evening, FollowUp, LearningQuestion, Series
from naast.intervision.policies import series as policies
from naast.intervision.queries import series as series_queries
from naast.intervision.services import follow_up, nightly, questions, telling
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.people.models import Person
from tests.conftest import Cast
from tests.factories import PersonFactory, VolunteerFactory
from tests.meeting_evenings import (
    ActionFactory,
    EveningFactory,
    FollowUpFactory,
    MemberFactory,
    PresenceFactory,
    PromiseFactory,
    SeriesFactory,
    at,
    duty_for,
    group_of,
    on,
)

SECRET = "Hoe zeg ik dat ik niet elke dag kan bellen?"


@pytest.fixture(autouse=True)
def march() -> Iterator[None]:
    with time_machine.travel(at(3, 3), tick=False):
        yield


def test_the_group_is_invited_a_week_before_and_the_day_before_once_each(cast: Cast) -> None:
    EveningFactory(series=group_of(cast), starts_at=at(10))
    assert nightly.run(at(3, 3))["evenings announced"] == 2
    assert nightly.run(at(3, 3))["evenings announced"] == 0
    assert nightly.run(at(4, 3))["evenings announced"] == 0
    assert nightly.run(at(9, 3))["evenings announced"] == 2
    told = Message.objects.filter(kind="evening.reminder")
    assert {message.subject for message in told} == {"terugkomavond"}
    assert told.count() == 4


def test_who_signed_off_left_or_wants_paper_gets_no_mail(cast: Cast) -> None:
    evening = EveningFactory(series=group_of(cast), starts_at=at(10))
    PresenceFactory(
        evening=evening, person=None, person_id=cast.person_id("bea"), state="signed_off"
    )
    Person.objects.filter(pk=cast.person_id("nele")).update(prefers_paper=True)
    MemberFactory(series=evening.series, left_on=on(1))
    MemberFactory(
        series=evening.series,
        person=PersonFactory(organisation=cast.here, email="geen.account@test.example"),
    )
    assert nightly.run(at(3, 3))["evenings announced"] == 1
    assert Message.objects.get(kind="evening.reminder").to_address == "geen.account@test.example"


def test_an_evening_that_moved_is_told_anew_and_a_cancelled_one_not(cast: Cast) -> None:
    evening = EveningFactory(series=group_of(cast), starts_at=at(10), rhythm_on=on(10))
    nightly.run(at(3, 3))
    Evening.objects.filter(pk=evening.pk).update(starts_at=at(11))
    assert nightly.run(at(4, 3))["evenings announced"] == 2
    Evening.objects.filter(pk=evening.pk).update(starts_at=at(12), cancelled_at=at(3))
    assert nightly.run(at(5, 3))["evenings announced"] == 0


def test_inviting_three_costs_as_much_as_inviting_one(cast: Cast) -> None:
    counts = []
    for number in (1, 3):
        series = SeriesFactory(organisation=cast.here)
        for _each in range(number):
            person = PersonFactory(organisation=cast.here, email=f"{_each}.{number}@test.example")
            MemberFactory(series=series, person=person)
        evening = EveningFactory(series=series, starts_at=at(10))
        actor = Actor.system(cast.here, reason="test")
        with CaptureQueriesContext(
            connection,
        ) as seen:
            nightly._invite_group(actor, cast.here, telling.INVITATION, 7, evening.pk)
        counts.append(len(seen))
    assert counts[0] == counts[1]


def everything() -> str:
    """The whole room as a dump shows it: what is encrypted in the clear."""
    kept = StringIO()
    for name in models.__all__:
        kept.write(serializers.serialize("json", getattr(models, name).objects.all()))
    kept.write(serializers.serialize("json", Message.objects.all()))
    return kept.getvalue()


@pytest.mark.covers("S1-143")
def test_ninety_days_after_the_evening_nothing_of_the_question_is_left_but_its_theme(
    cast: Cast, volunteer: Actor
) -> None:
    evening = EveningFactory(series=group_of(cast), starts_at=at(10))
    questions.ask_question(
        actor=volunteer, evening_id=evening.pk, note=QuestionNote(text=SECRET, theme="limits")
    )
    PresenceFactory(
        evening=evening,
        person=None,
        person_id=cast.person_id("nele"),
        state="signed_off",
        words="Ik moet naar de dokter",
    )
    soon = at(10) + timedelta(days=89)
    assert nightly.run(soon)["learning questions erased"] == 0
    assert SECRET in everything()
    late = at(10) + timedelta(days=91)
    assert nightly.run(late)["learning questions erased"] == 1
    left = everything()
    assert SECRET not in left
    assert "dokter" not in left
    evening.refresh_from_db()
    assert (evening.themes, LearningQuestion.objects.count()) == (["limits"], 0)
    # That somebody could not come stays: attendance is kept.
    assert evening.presences.get().state == "signed_off"
    assert nightly.run(late)["learning questions erased"] == 0


def test_what_is_done_or_talked_over_goes_after_a_year(cast: Cast) -> None:
    series = group_of(cast)
    evening = EveningFactory(series=series, starts_at=at(10))
    done = ActionFactory(evening=evening, done_on=on(1))
    waits = ActionFactory(evening=evening)
    FollowUpFactory(series=series, talked_on=on(1), outcome="comes_again")
    nightly.run(at(3) + timedelta(days=370))
    assert not type(done).objects.filter(pk=done.pk).exists()
    assert type(waits).objects.filter(pk=waits.pk).exists()
    assert not FollowUp.objects.exists()


def held(series: Series, day: int, month: int, person: Person, state: str) -> Evening:
    evening: Evening = EveningFactory(
        series=series, starts_at=at(day, month=month), closed_on=on(day, month)
    )
    PresenceFactory(evening=evening, person=person, state=state)
    return evening


@pytest.fixture
def person(cast: Cast) -> Person:
    made: Person = VolunteerFactory(organisation=cast.here).person
    return made


@pytest.fixture
def series(cast: Cast, person: Person) -> Series:
    """A group that is part of a programme, in which this person takes part."""
    made: Series = SeriesFactory(organisation=cast.here, missed_in_a_row=3, missed_months=4)
    MemberFactory(series=made, person=person)
    duty_for(made, person)
    return made


@pytest.mark.covers("S1-188")
def test_who_missed_three_in_a_row_is_asked_how_they_are_once(
    series: Series, person: Person, coordinator: Actor
) -> None:
    held(series, 6, 1, person, "came")
    held(series, 3, 2, person, "absent")
    held(series, 10, 2, person, "signed_off")
    assert follow_up.notice_absent(series=series, day=on(11, 2)) == 0
    held(series, 17, 2, person, "absent")
    assert follow_up.notice_absent(series=series, day=on(18, 2)) == 1
    assert nightly.run(at(3, 3))["people missed"] == 0
    row = FollowUp.objects.get()
    assert (row.person, row.reason) == (person, "in_a_row")
    items = attention.items(coordinator, now=at(3, 3))
    assert [item.subject_id for item in items if item.kind == "intervision.missed"] == [row.pk]


def test_after_talking_only_what_comes_later_counts(
    series: Series, person: Person, coordinator: Actor
) -> None:
    for day in (3, 10, 17):
        held(series, day, 2, person, "absent")
    follow_up.notice_absent(series=series, day=on(18, 2))
    row = FollowUp.objects.get()
    follow_up.note_talked(
        actor=coordinator, follow_up_id=row.pk, talked_on=on(20, 2), outcome="takes_time"
    )
    held(series, 24, 2, person, "absent")
    assert follow_up.notice_absent(series=series, day=on(25, 2)) == 0
    # Only a choice of words is kept: no field for what was said.
    fields = {field.get_internal_type() for field in FollowUp._meta.concrete_fields}
    assert "TextField" not in fields


def test_who_was_not_there_for_months_is_asked_as_well(series: Series, person: Person) -> None:
    held(series, 6, 1, person, "came")
    held(series, 3, 2, person, "absent")
    assert follow_up.notice_absent(series=series, day=on(1, 5)) == 0
    assert follow_up.notice_absent(series=series, day=on(20, 5)) == 1
    assert FollowUp.objects.get().reason == "long_ago"


def test_nobody_is_followed_in_a_free_group_or_outside_the_programme(
    cast: Cast, series: Series, person: Person
) -> None:
    free = SeriesFactory(organisation=cast.here)
    other = VolunteerFactory(organisation=cast.here).person
    MemberFactory(series=free, person=person)
    MemberFactory(series=series, person=other)
    for group in (free, series):
        for day in (3, 10, 17):
            held(group, day, 2, other if group == series else person, "absent")
    assert follow_up.notice_absent(series=free, day=on(18, 2)) == 0
    follow_up.notice_absent(series=series, day=on(18, 2))
    assert not FollowUp.objects.filter(person=other).exists()


def test_only_coordinators_and_coaches_read_whom_the_group_missed(
    series: Series, person: Person, volunteer: Actor, stranger: Actor, coordinator: Actor
) -> None:
    row = FollowUpFactory(series=series, person=person)
    for actor in (volunteer, stranger):
        with pytest.raises(FollowUp.DoesNotExist):
            follow_up.note_talked(
                actor=actor, follow_up_id=row.pk, talked_on=on(3), outcome="stops"
            )
    with pytest.raises(SomethingMissing):
        follow_up.note_talked(
            actor=coordinator, follow_up_id=row.pk, talked_on=on(3), outcome="bad"
        )
    assert list(series_queries.open_follow_ups(coordinator)) == [row]


def test_policies_refuse_a_follow_up_of_elsewhere(series: Series, stranger: Actor) -> None:
    row = FollowUpFactory(series=series)
    with pytest.raises(NotAllowed):
        policies.can_follow_up(stranger, row).require()


def test_each_kind_is_one_line_on_the_desk(
    cast: Cast, series: Series, coordinator: Actor, volunteer: Actor
) -> None:
    Series.objects.filter(pk=series.pk).update(starts_on=on(1) - timedelta(days=400))
    EveningFactory(series=series, starts_at=at(10))
    EveningFactory(series=series, starts_at=at(1, 1))
    FollowUpFactory(series=series)
    PromiseFactory(talk__evening__series=group_of(cast), due_on=on(1))
    items = attention.items(coordinator, now=at(3, 3))
    assert sorted(item.kind for item in items) == [
        "intervision.attendance",
        "intervision.leader",
        "intervision.missed",
        "intervision.promises",
        "intervision.talk",
    ]
    assert attention.items(volunteer, now=at(3, 3)) == []
    assert attention.signs(volunteer, now=at(3, 3)) == {}
    client = cast.client("amal")
    for item in items:
        assert client.get(item.url).status_code == 200
