"""Starting a circle, its people, its steps."""

from datetime import timedelta
from typing import Any

import pytest

from naast.audit.models import Event
from naast.circles.errors import AlreadyInside, CircleFull, NotOfHere, WordsMissing
from naast.circles.inputs import CirclePlan, OuterNote
from naast.circles.models import Circle, InnerMember
from naast.circles.queries import circles as queries
from naast.circles.queries.commitments import living_for
from naast.circles.services import circles as services
from naast.circles.services import people as people_services
from naast.circles.states import CircleState, Kind
from naast.companionship.models import MatchState
from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.messaging.models import Message
from naast.people.models import Person, VolunteerProfile
from naast.programmes.errors import StillNeeded
from naast.programmes.models import EntryCondition
from tests.circling import (
    agreed_by_all,
    circle_of,
    deputy_of,
    meeting_of,
    outer_for,
    place_for,
    weekly_circle,
)
from tests.conftest import Cast
from tests.factories import (
    EngagementFactory,
    MatchFactory,
    ParticipantFactory,
    ProgrammeFactory,
    VolunteerFactory,
)


def start(cast: Cast, **fields: object) -> Circle:
    """A circle around Piet, announced by Amal."""
    programme = ProgrammeFactory(organisation=cast.here, form="circle")
    plan = CirclePlan(name="Kring Zuid", coordinator_id=cast.amal.pk)
    given = {"programme_id": programme.pk, "kind": "cosa", "core_id": cast.person_id("piet")}
    return services.start_circle(actor=cast.actor("amal"), plan=plan, **(given | fields))


def step(cast: Cast, circle: Circle, name: str, words: str = "Zo afgesproken.") -> Circle:
    """One step, taken by Amal."""
    return services.take_step(actor=cast.actor("amal"), circle_id=circle.pk, step=name, words=words)


@pytest.mark.covers("S1-159")
def test_a_circle_is_announced_around_a_participant(cast: Cast) -> None:
    circle = start(cast)
    assert (circle.state, circle.core_id) == (CircleState.ANNOUNCED, cast.person_id("piet"))
    assert [row.name for row in circle.steps.all()] == ["announce"]
    assert Event.objects.filter(kind="circle.announced", target_id=circle.pk).exists()


def test_a_volunteer_starts_no_circle(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        services.start_circle(
            actor=cast.actor("bea"),
            programme_id=ProgrammeFactory(organisation=cast.here, form="circle").pk,
            kind="cosa",
            core_id=cast.person_id("piet"),
            plan=CirclePlan(name="X", coordinator_id=cast.amal.pk),
        )


def test_somebody_has_one_circle_in_a_programme(cast: Cast) -> None:
    circle = start(cast)
    with pytest.raises(AlreadyInside):
        start(cast, programme_id=circle.programme_id)


def test_a_circle_stands_around_a_participant_only(cast: Cast) -> None:
    with pytest.raises(NotOfHere):
        start(cast, core_id=VolunteerFactory(organisation=cast.here).person.pk)


def test_coordinator_and_deputy_are_two_coordinators(cast: Cast) -> None:
    circle = circle_of(cast)
    for deputy in (cast.amal.pk, cast.bea.pk):
        with pytest.raises(NotOfHere):
            services.change_circle(
                actor=cast.actor("amal"),
                circle_id=circle.pk,
                plan=CirclePlan(name="X", coordinator_id=cast.amal.pk, deputy_id=deputy),
            )


@pytest.mark.covers("S1-159")
def test_a_circle_has_six_volunteers_at_most(cast: Cast) -> None:
    circle = circle_of(cast, state=CircleState.FORMING)
    for _number in range(6):
        place_for(circle)
    seventh = VolunteerFactory(organisation=cast.here).person
    EngagementFactory(organisation=cast.here, person=seventh, programme=circle.programme)
    with pytest.raises(CircleFull):
        people_services.add_volunteer(
            actor=cast.actor("amal"), circle_id=circle.pk, person_id=seventh.pk
        )


def test_who_takes_no_part_in_the_programme_gets_no_place(cast: Cast) -> None:
    circle = circle_of(cast)
    with pytest.raises(NotOfHere):
        people_services.add_volunteer(
            actor=cast.actor("amal"), circle_id=circle.pk, person_id=cast.person_id("bea")
        )


@pytest.mark.covers("S0-60")
def test_who_rests_or_has_enough_is_asked_for_no_circle(cast: Cast) -> None:
    circle, today = circle_of(cast), clock.today()
    person = VolunteerFactory(organisation=cast.here).person
    EngagementFactory(organisation=cast.here, person=person, programme=circle.programme)
    hat = VolunteerProfile.objects.filter(person=person)

    def is_asked(**changes: Any) -> bool:
        usual = {"status": "active", "rests_until_on": None, "max_matches": None}
        hat.update(**{**usual, **changes})
        return queries.may_join(circle).filter(pk=person.pk).exists()

    assert is_asked()
    assert is_asked(rests_until_on=today - timedelta(days=1), max_matches=1)
    assert not is_asked(rests_until_on=today)
    assert not is_asked(status="paused")
    assert not is_asked(max_matches=0)
    MatchFactory(organisation=cast.here, volunteer=person, state=MatchState.RUNNING)
    around = ParticipantFactory(organisation=cast.here).person
    other = circle_of(cast, core_id=around.pk, programme=circle.programme)
    assert is_asked(max_matches=2)
    assert not is_asked(max_matches=1)
    InnerMember.objects.create(organisation=cast.here, circle=other, person=person, joined_on=today)
    assert not is_asked(max_matches=2)
    with pytest.raises(NotOfHere):
        people_services.add_volunteer(
            actor=cast.actor("amal"), circle_id=circle.pk, person_id=person.pk
        )
    assert is_asked()


def test_a_circle_that_meets_takes_only_who_is_ready(cast: Cast) -> None:
    circle = circle_of(cast, state=CircleState.WEEKLY)
    person = VolunteerFactory(organisation=cast.here).person
    EngagementFactory(organisation=cast.here, person=person, programme=circle.programme)
    EntryCondition.objects.create(
        organisation=cast.here, programme=circle.programme, kind="training", name="Basis"
    )
    with pytest.raises(StillNeeded):
        people_services.add_volunteer(
            actor=cast.actor("amal"), circle_id=circle.pk, person_id=person.pk
        )


def test_a_place_ends_with_a_reason_and_its_minutes_are_anybodys(cast: Cast) -> None:
    circle = weekly_circle(cast)
    place = circle.inner.get(person_id=cast.person_id("bea"))
    meeting = meeting_of(circle, writer_id=place.person_id)
    amal = cast.actor("amal")
    with pytest.raises(WordsMissing):
        people_services.end_place(actor=amal, circle_id=circle.pk, place_id=place.pk, reason=" ")
    people_services.end_place(actor=amal, circle_id=circle.pk, place_id=place.pk, reason="Verhuist")
    place.refresh_from_db()
    meeting.refresh_from_db()
    assert (place.ended_on, place.reason, meeting.writer_id) == (clock.today(), "Verhuist", None)


@pytest.mark.covers("S1-160")
def test_the_outer_circle_knows_role_organisation_and_what_somebody_may_hear(cast: Cast) -> None:
    circle = circle_of(cast)
    note = OuterNote(
        name="Nele Beroeps",
        role="begeleider",
        works_at="Huis Verzonnen",
        membership_id=cast.nele.pk,
        may_hear=("practical", "going_well"),
        consented_on=clock.today(),
        consent_how="in_person",
    )
    outer = people_services.add_outer(actor=cast.actor("amal"), circle_id=circle.pk, note=note)
    assert outer.is_consented
    people_services.take_back_sharing(
        actor=cast.actor("piet"), circle_id=circle.pk, outer_id=outer.pk
    )
    outer.refresh_from_db()
    assert (outer.revoked_on, outer.may_hear, outer.is_consented) == (clock.today(), [], False)


@pytest.mark.parametrize(
    "change",
    [
        {"consented_on": None},
        {"may_hear": ("everything",)},
        {"consented_on": clock.today() + timedelta(days=2)},
        {"membership": "bea"},
    ],
)
def test_nobody_may_hear_what_was_not_agreed_to(cast: Cast, change: dict[str, object]) -> None:
    circle = circle_of(cast)
    given: dict[str, object] = {"may_hear": ("practical",), "consented_on": clock.today()} | change
    if given.pop("membership", None):
        given["membership_id"] = cast.bea.pk
    note = OuterNote(name="N", role="r", **given)  # type: ignore[arg-type]  # given as keywords
    with pytest.raises(NotOfHere):
        people_services.add_outer(actor=cast.actor("amal"), circle_id=circle.pk, note=note)


def test_the_way_to_the_weekly_phase(cast: Cast) -> None:
    circle = circle_of(cast)
    step(cast, circle, "consider")
    with pytest.raises(WordsMissing):
        step(cast, circle, "form", words="")
    step(cast, circle, "form")
    with pytest.raises(StillNeeded):
        step(cast, circle, "brief")
    Circle.objects.filter(pk=circle.pk).update(deputy=deputy_of(cast))
    people_services.say_yes(
        actor=cast.actor("piet"), circle_id=circle.pk, day=clock.today(), how="on_screen"
    )
    step(cast, circle, "brief")
    for _number in range(3):
        place_for(circle)
    with pytest.raises(StillNeeded):
        step(cast, circle, "meet")
    Circle.objects.filter(pk=circle.pk).update(briefed_on=clock.today())
    step(cast, circle, "meet")
    with pytest.raises(StillNeeded):
        step(cast, circle, "start_weekly")
    agreed_by_all(circle)
    found = step(cast, circle, "start_weekly")
    assert found.state == CircleState.WEEKLY
    assert found.next_summary_on is not None
    assert found.next_review_on is not None
    with pytest.raises(StateConflict):
        step(cast, circle, "meet")


def test_before_the_first_meeting_the_gate_of_the_programme_says_what_is_missing(
    cast: Cast,
) -> None:
    circle = weekly_circle(cast, state=CircleState.BRIEFING)
    EntryCondition.objects.create(
        organisation=cast.here, programme=circle.programme, kind="training", name="Tweedaagse"
    )
    with pytest.raises(StillNeeded, match="Tweedaagse"):
        step(cast, circle, "meet")


def test_taking_back_the_yes_lets_the_circle_rest_at_once(cast: Cast) -> None:
    circle = weekly_circle(cast)
    meeting = meeting_of(circle, at=clock.now() + timedelta(days=2))
    people_services.take_back_yes(actor=cast.actor("piet"), circle_id=circle.pk)
    circle.refresh_from_db()
    meeting.refresh_from_db()
    assert (circle.state, circle.is_consented) == (CircleState.PAUSED, False)
    assert meeting.cancelled_at is not None
    assert Message.objects.filter(user=cast.amal.user).exists()
    with pytest.raises(StillNeeded):
        step(cast, circle, "resume")


def test_nobody_else_takes_the_yes_back(cast: Cast) -> None:
    circle = weekly_circle(cast)
    with pytest.raises(Circle.DoesNotExist):
        people_services.take_back_yes(actor=cast.actor("bea"), circle_id=circle.pk)


def test_a_circle_that_stops_closes_its_places_and_knows_when_it_is_erased(cast: Cast) -> None:
    circle = weekly_circle(cast, keep_months=6)
    found = step(cast, circle, "stop")
    assert found.ended_on == clock.today()
    assert found.erase_on is not None
    assert found.erase_on > clock.today()
    assert not circle.inner.filter(ended_on__isnull=True).exists()


def test_no_message_tells_a_name_a_circle_or_its_kind(cast: Cast) -> None:
    circle = weekly_circle(cast)
    step(cast, circle, "taper")
    sent = " ".join(f"{each.subject} {each.body}" for each in Message.objects.all())
    assert sent
    for word in ("Piet", "Kring", "COSA", "cirkel", "circle"):
        assert word not in sent


def test_open_places_count_for_what_somebody_carries(cast: Cast) -> None:
    bea = cast.person_id("bea")
    weekly_circle(cast)
    place_for(
        circle_of(
            cast, kind=Kind.NETWORK, core_id=VolunteerFactory(organisation=cast.here).person.pk
        ),
        bea,
    )
    over = circle_of(cast, state=CircleState.STOPPED)
    place_for(over, bea)
    nobody = VolunteerFactory(organisation=cast.here).person.pk
    assert living_for(cast.here.pk, {bea, nobody}) == {bea: 2}
    assert living_for(cast.elsewhere.pk, {bea}) == {}
    assert living_for(cast.here.pk, set()) == {}


def test_the_row_of_a_circle_tells_no_name(cast: Cast) -> None:
    circle = weekly_circle(cast)
    outer = outer_for(circle, name="Zonneschijn")
    person = Person.objects.get(pk=circle.core_id)
    assert person.given_name not in str(circle)
    assert "Zonneschijn" not in str(outer)
