"""Groups: rhythm that gives evenings, programmes, who takes part, own words."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from uuid import uuid4

import pytest
import time_machine

from naast.audit.models import Event
from naast.core.errors import NotAllowed
from naast.intervision.errors import NotOfHere, SomethingMissing
from naast.intervision.inputs import ProgrammePart, SeriesPlan
from naast.intervision.models import Evening, Series
from naast.intervision.queries import series as queries
from naast.intervision.services import nightly
from naast.intervision.services import series as services
from naast.organisations.actors import Actor
from naast.programmes.models import EntryCondition
from tests.conftest import Cast
from tests.factories import ParticipantFactory, ProgrammeFactory
from tests.meeting_evenings import (
    MemberFactory,
    PresenceFactory,
    QuestionFactory,
    SeriesFactory,
    at,
    group_of,
)

PLAN = SeriesPlan(
    name="Noordkant",
    label="koffie-uur",
    weekday=1,
    week_of_month=2,
    hour=time(19, 30),
    starts_on=date(2026, 3, 1),
    place="Dorpsstraat 1",
)


@pytest.fixture(autouse=True)
def march() -> Iterator[None]:
    with time_machine.travel(at(2), tick=False):
        yield


def local_days(series: Series) -> list[date]:
    rows = series.evenings.order_by("starts_at").values_list("rhythm_on", flat=True)
    return [day for day in rows if day]


@pytest.mark.covers("S1-143")
def test_a_group_has_its_evenings_four_months_ahead(coordinator: Actor) -> None:
    series = services.create_series(actor=coordinator, plan=PLAN)
    assert local_days(series) == [
        date(2026, 3, 10),
        date(2026, 4, 14),
        date(2026, 5, 12),
        date(2026, 6, 9),
    ]
    first = series.evenings.order_by("starts_at")[0]
    assert first.starts_at == at(10, 19) + timedelta(minutes=30)
    assert (first.place, first.method) == ("Dorpsstraat 1", "incident")


def test_the_night_plans_further_and_twice_is_the_same_as_once(coordinator: Actor) -> None:
    series = services.create_series(actor=coordinator, plan=PLAN)
    with time_machine.travel(at(2, month=5), tick=False):
        assert nightly.run(at(2, month=5))["evenings planned"] == 2
        assert nightly.run(at(2, month=5))["evenings planned"] == 0
    assert local_days(series)[-2:] == [date(2026, 7, 14), date(2026, 8, 11)]


def test_a_group_that_meets_once_a_year_has_its_next_evening(coordinator: Actor) -> None:
    plan = SeriesPlan(
        name="Jaar", label="x", weekday=1, hour=time(9), starts_on=date(2025, 9, 1), every=12
    )
    series = services.create_series(actor=coordinator, plan=plan)
    assert local_days(series) == [date(2026, 9, 1)]


def test_another_rhythm_moves_what_nobody_touched_and_leaves_the_rest(coordinator: Actor) -> None:
    series = services.create_series(actor=coordinator, plan=PLAN)
    QuestionFactory(evening=series.evenings.get(rhythm_on=date(2026, 4, 14)))
    PresenceFactory(evening=series.evenings.get(rhythm_on=date(2026, 5, 12)), state="signed_off")
    other = SeriesPlan(
        name="Noordkant", label="koffie-uur", weekday=3, hour=time(14), starts_on=date(2026, 3, 1)
    )
    with time_machine.travel(at(3), tick=False):
        services.change_series(actor=coordinator, series_id=series.pk, plan=other, programmes=[])
    days = local_days(series)
    # 10 March is a week from then: its invitations went out, so it stays.
    assert date(2026, 3, 10) in days
    assert {date(2026, 4, 14), date(2026, 5, 12)} < set(days)
    assert date(2026, 6, 9) not in days
    assert date(2026, 6, 4) in days


@pytest.mark.covers("S1-213")
def test_the_organisation_chooses_its_own_words_and_invitations_are_neutral(
    coordinator: Actor,
) -> None:
    series = services.create_series(actor=coordinator, plan=PLAN)
    evening = series.evenings.first()
    assert evening is not None
    assert (series.title, evening.name) == ("koffie-uur", "koffie-uur")
    series.invitation_title = "Tot binnenkort"
    series.talk_label = "Wat kan beter"
    evening.series, evening.kind = series, "group_talk"
    assert (series.title, evening.name) == ("Tot binnenkort", "Wat kan beter")


def test_a_group_needs_a_name_and_a_word(coordinator: Actor) -> None:
    nameless = SeriesPlan(name=" ", label="x", weekday=1, hour=time(9), starts_on=date(2026, 3, 1))
    with pytest.raises(SomethingMissing):
        services.create_series(actor=coordinator, plan=nameless)


def test_a_programme_of_elsewhere_is_left_out(cast: Cast, coordinator: Actor) -> None:
    own = ProgrammeFactory(organisation=cast.here)
    other = ProgrammeFactory(organisation=cast.elsewhere)
    parts = [ProgrammePart(programme_id=each.pk, is_duty=True, a_year=8) for each in (own, other)]
    series = services.create_series(actor=coordinator, plan=PLAN, programmes=parts)
    rows = series.programmes.values_list("programme", "is_duty", "a_year")
    assert list(rows) == [(own.pk, True, 8)]


@pytest.mark.covers("S1-188")
def test_a_duty_that_the_first_talk_does_not_announce_is_named(
    cast: Cast, coordinator: Actor
) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    parts = [ProgrammePart(programme_id=programme.pk, is_duty=True)]
    made = services.create_series(actor=coordinator, plan=PLAN, programmes=parts)
    series = queries.get_series(coordinator, made.pk)
    assert series is not None
    assert queries.not_announced(series) == [programme]
    EntryCondition.objects.create(
        organisation=cast.here, programme=programme, kind="intervision", name="Elke maand"
    )
    assert queries.not_announced(series) == []


@pytest.mark.covers("S3-23")
def test_professionals_take_part_in_a_mixed_group_alone(cast: Cast, coordinator: Actor) -> None:
    mixed = SeriesFactory(organisation=cast.here, takes_staff=True)
    own = SeriesFactory(organisation=cast.here)
    nele = cast.person_id("nele")
    services.add_member(actor=coordinator, series_id=mixed.pk, person_id=nele)
    with pytest.raises(NotOfHere):
        services.add_member(actor=coordinator, series_id=own.pk, person_id=nele)
    services.add_member(actor=coordinator, series_id=own.pk, person_id=cast.person_id("bea"))
    assert mixed.members.get().person_id == nele


def test_a_participant_or_somebody_of_elsewhere_can_not_join(
    cast: Cast, coordinator: Actor
) -> None:
    mixed = SeriesFactory(organisation=cast.here, takes_staff=True)
    someone = ParticipantFactory(organisation=cast.here).person_id
    for person_id in (cast.person_id("piet"), someone, cast.person_id("chris"), uuid4()):
        with pytest.raises(NotOfHere):
            services.add_member(actor=coordinator, series_id=mixed.pk, person_id=person_id)


def test_joining_twice_is_joining_once_and_stands_on_the_timeline(
    cast: Cast, coordinator: Actor
) -> None:
    series = SeriesFactory(organisation=cast.here)
    bea = cast.person_id("bea")
    for _time in range(2):
        services.add_member(actor=coordinator, series_id=series.pk, person_id=bea)
    assert series.members.count() == 1
    assert Event.objects.get(kind="series.joined").target_id == bea


def test_who_leaves_keeps_no_seat_and_may_come_back(cast: Cast, coordinator: Actor) -> None:
    series = group_of(cast)
    bea = cast.person_id("bea")
    services.remove_member(actor=coordinator, series_id=series.pk, person_id=bea)
    assert [row.person_id for row in queries.members_of(coordinator, series.pk)] == [
        cast.person_id("nele")
    ]
    services.add_member(actor=coordinator, series_id=series.pk, person_id=bea)
    assert queries.members_of(coordinator, series.pk).count() == 2


def test_a_volunteer_may_lead(cast: Cast, coordinator: Actor, volunteer: Actor) -> None:
    series = group_of(cast, leader="nele")
    bea = cast.person_id("bea")
    services.let_lead(actor=coordinator, series_id=series.pk, person_id=bea, is_leader=True)
    assert series.members.get(person_id=volunteer.person_id).is_leader


def test_a_group_that_stops_loses_the_evenings_nobody_touched(coordinator: Actor) -> None:
    series = services.create_series(actor=coordinator, plan=PLAN)
    QuestionFactory(evening=series.evenings.get(rhythm_on=date(2026, 4, 14)))
    for _time in range(2):
        services.end_series(actor=coordinator, series_id=series.pk)
    assert local_days(series) == [date(2026, 4, 14)]
    assert nightly.run(at(3))["evenings planned"] == 0


@pytest.mark.parametrize("who", ["bea", "nele", "piet"])
def test_only_a_coordinator_arranges_a_group(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        services.create_series(actor=cast.actor(who), plan=PLAN)


def test_a_group_of_elsewhere_is_not_there(cast: Cast, stranger: Actor) -> None:
    series = group_of(cast)
    with pytest.raises(Series.DoesNotExist):
        services.change_series(actor=stranger, series_id=series.pk, plan=PLAN, programmes=[])
    assert queries.get_series(stranger, series.pk) is None


def test_people_see_the_groups_they_take_part_in(
    cast: Cast, volunteer: Actor, participant: Actor
) -> None:
    mine, other = group_of(cast), SeriesFactory(organisation=cast.here)
    MemberFactory(
        series=other, person=None, person_id=cast.person_id("bea"), left_on=date(2026, 3, 1)
    )
    assert queries.get_series(volunteer, mine.pk) == mine
    assert queries.get_series(volunteer, other.pk) is None
    assert queries.get_series(participant, mine.pk) is None
    assert Evening.objects.count() == 0
