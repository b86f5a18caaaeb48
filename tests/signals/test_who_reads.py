"""Who reads a signal: one case for each line of the rules, allowed and denied. Written so that a jurist can check
them: each test is one sentence of the policy (S0-54, spec/law 1.10 and 2.4)."""

from datetime import timedelta

import pytest

from naast.core import clock
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import Person
from naast.signals.models import Signal
from naast.signals.policies import agenda as agenda_policies
from naast.signals.policies import reading
from naast.signals.queries.readers import readers_of_signal
from naast.signals.states import Kind, Path, State
from tests.conftest import Cast
from tests.factories import (
    MatchFactory,
    OrganisationFactory,
    ProgrammeFactory,
    actor_of,
    member,
)
from tests.hearing import Office, away, make_office, make_signal

EVERYBODY = ("sam", "cas", "amal", "kim", "bob", "ada", "nele", "bea", "piet", "chris")


@pytest.fixture
def office(cast: Cast) -> Office:
    """Everybody who may ever read a signal, and those who never do."""
    return make_office(cast)


def who_reads(office: Office, signal: Signal) -> set[str]:
    """The names of who reads it; the list and the single signal have to agree about everybody."""
    by_list = {
        name
        for name in EVERYBODY
        if reading.visible_to(office.actor(name)).filter(pk=signal.pk).exists()
    }
    by_object = {name for name in EVERYBODY if reading.can_read(office.actor(name), signal)}
    assert by_list == by_object
    told = {each.pk for each in readers_of_signal(signal).members}
    assert told == {office.members[name].pk for name in by_list}
    return by_list


@pytest.mark.covers("S0-54")
def test_on_the_safeguarding_path_only_the_contact_persons_read(office: Office) -> None:
    assert who_reads(office, office.signal()) == {"sam", "cas"}


def test_on_the_daily_path_coordinators_and_contact_persons_read(office: Office) -> None:
    signal = office.signal(kind=Kind.NEED, path=Path.DAILY)
    assert who_reads(office, signal) == {"amal", "kim", "sam", "cas"}


def test_a_programme_s_signal_is_read_by_its_coordinator_and_not_by_the_others(
    office: Office,
) -> None:
    programme = ProgrammeFactory(organisation=office.here, coordinator=office.kim)
    signal = office.signal(kind=Kind.NEED, path=Path.DAILY, programme=programme)
    assert who_reads(office, signal) == {"kim", "sam", "cas"}


def test_a_programme_without_a_coordinator_is_read_by_any_coordinator(office: Office) -> None:
    programme = ProgrammeFactory(organisation=office.here, coordinator=None)
    signal = office.signal(kind=Kind.NEED, path=Path.DAILY, programme=programme)
    assert who_reads(office, signal) == {"amal", "kim", "sam", "cas"}


def test_a_programme_whose_coordinator_left_is_read_by_any_coordinator(office: Office) -> None:
    programme = ProgrammeFactory(organisation=office.here, coordinator=office.kim)
    office.kim.ended_on = clock.today()
    office.kim.save(update_fields=["ended_on"])
    signal = office.signal(kind=Kind.NEED, path=Path.DAILY, programme=programme)
    assert who_reads(office, signal) == {"amal", "sam", "cas"}


def test_a_signal_about_the_programme_s_coordinator_goes_to_another_one(office: Office) -> None:
    """They are also a participant here: it is about them as a person."""
    programme = ProgrammeFactory(organisation=office.here, coordinator=office.kim)
    signal = office.signal(
        kind=Kind.NEED, path=Path.DAILY, programme=programme, about_id=office.kim.person_id
    )
    assert who_reads(office, signal) == {"amal", "sam", "cas"}


def test_a_coordinator_does_not_read_what_they_told_themselves(office: Office) -> None:
    signal = office.signal(kind=Kind.NEED, path=Path.DAILY, reporter_id=office.kim.person_id)
    assert who_reads(office, signal) == {"amal", "sam", "cas"}


def test_what_a_coordinator_wrote_down_for_somebody_they_may_handle(office: Office) -> None:
    signal = office.signal(kind=Kind.NEED, path=Path.DAILY, entered_by=office.kim)
    assert "kim" in who_reads(office, signal)


@pytest.mark.covers("S0-54")
def test_a_signal_about_a_coordinator_is_read_by_no_coordinator(office: Office) -> None:
    """Not by them, and not by their peers either, whatever path it came along."""
    for path in Path:
        signal = office.signal(path=path, colleague=office.kim)
        assert who_reads(office, signal) == {"sam", "cas"}


def test_a_signal_about_a_contact_person_goes_to_the_other_one(office: Office) -> None:
    assert who_reads(office, office.signal(colleague=office.sam)) == {"cas"}


def test_a_signal_whose_subject_is_a_contact_person_goes_to_the_other_one(office: Office) -> None:
    assert who_reads(office, office.signal(about_id=office.sam.person_id)) == {"cas"}


def test_a_signal_told_by_a_contact_person_goes_to_the_other_one(office: Office) -> None:
    assert who_reads(office, office.signal(reporter_id=office.sam.person_id)) == {"cas"}


def test_a_signal_about_the_only_contact_person_comes_to_the_board(cast: Cast) -> None:
    office = make_office(cast, contacts=1)
    assert who_reads(office, office.signal(colleague=office.sam)) == {"bob"}


def test_the_board_reads_nothing_as_long_as_one_contact_person_is_free(office: Office) -> None:
    both = office.signal(colleague=office.sam, about_id=office.cas.person_id)
    assert who_reads(office, both) == {"bob"}
    assert who_reads(office, office.signal(colleague=office.sam)) == {"cas"}


def test_without_any_contact_person_the_board_reads(cast: Cast) -> None:
    office = make_office(cast, contacts=0)
    assert who_reads(office, office.signal()) == {"bob"}


def test_without_contact_person_and_board_the_coordinators_read(cast: Cast) -> None:
    office = make_office(cast, contacts=0, board=False)
    assert who_reads(office, office.signal()) == {"amal", "kim"}


def test_and_when_it_is_about_them_the_administrator_does(cast: Cast) -> None:
    office = make_office(cast, contacts=0, board=False)
    signal = office.signal(colleague=office.kim, about_id=office.cast.amal.person_id)
    assert who_reads(office, signal) == {"ada"}


def test_the_board_is_passed_by_as_well_when_it_is_about_them(cast: Cast) -> None:
    office = make_office(cast, contacts=0)
    assert who_reads(office, office.signal(colleague=office.bob)) == {"amal", "kim"}


def test_a_daily_signal_without_anybody_in_the_line_comes_to_the_board(cast: Cast) -> None:
    office = make_office(cast, contacts=0)
    signal = office.signal(
        kind=Kind.NEED,
        path=Path.DAILY,
        about_id=office.kim.person_id,
        reporter_id=office.cast.amal.person_id,
    )
    assert who_reads(office, signal) == {"bob"}


def test_a_deputy_reads_while_the_contact_person_is_away(office: Office) -> None:
    away(office.sam, office.cast.nele)
    assert who_reads(office, office.signal()) == {"sam", "cas", "nele"}


def test_a_deputy_reads_nothing_once_the_absence_is_over(office: Office) -> None:
    away(office.sam, office.cast.nele, until=clock.today() - timedelta(days=1))
    assert who_reads(office, office.signal()) == {"sam", "cas"}


def test_a_deputy_reads_nothing_that_is_about_themselves(office: Office) -> None:
    away(office.sam, office.cast.nele)
    assert who_reads(office, office.signal(colleague=office.cast.nele)) == {"sam", "cas"}


def test_the_deputy_of_the_contact_person_it_is_about_reads_it(cast: Cast) -> None:
    office = make_office(cast, contacts=1)
    away(office.sam, office.cast.nele)
    assert who_reads(office, office.signal(colleague=office.sam)) == {"nele"}


def test_a_deputy_of_a_coordinator_reads_the_daily_path_alone(office: Office) -> None:
    away(office.kim, office.cast.nele)
    daily = office.signal(kind=Kind.NEED, path=Path.DAILY)
    assert who_reads(office, daily) == {"amal", "kim", "nele", "sam", "cas"}
    assert who_reads(office, office.signal()) == {"sam", "cas"}


def test_the_deputy_of_the_programme_s_coordinator_reads_its_signals(office: Office) -> None:
    away(office.kim, office.cast.nele)
    programme = ProgrammeFactory(organisation=office.here, coordinator=office.kim)
    signal = office.signal(kind=Kind.NEED, path=Path.DAILY, programme=programme)
    assert who_reads(office, signal) == {"kim", "nele", "sam", "cas"}


def test_a_deputy_who_left_reads_nothing(office: Office) -> None:
    away(office.sam, office.cast.nele)
    office.cast.nele.ended_on = clock.today()
    office.cast.nele.save(update_fields=["ended_on"])
    assert who_reads(office, office.signal()) == {"sam", "cas"}


def test_a_contact_person_who_left_reads_nothing(office: Office) -> None:
    office.cas.ended_on = clock.today()
    office.cas.save(update_fields=["ended_on"])
    assert who_reads(office, office.signal()) == {"sam"}


def test_a_professional_a_volunteer_and_a_participant_never_read(office: Office) -> None:
    for signal in (office.signal(), office.signal(kind=Kind.NEED, path=Path.DAILY)):
        assert who_reads(office, signal).isdisjoint({"nele", "bea", "piet"})


def test_the_reporter_and_the_person_concerned_don_t_read_it_by_this_way(office: Office) -> None:
    signal = office.signal()
    assert not reading.can_read(office.actor("bea"), signal)
    assert not reading.can_read(office.actor("piet"), signal)


def test_another_house_never_reads(office: Office) -> None:
    elsewhere = office.cast.elsewhere
    stranger = actor_of(member(elsewhere, Function.SAFEGUARDING, Function.BOARD, name="Ver Weg"))
    signal = office.signal()
    assert not reading.visible_to(stranger).exists()
    assert not reading.can_read(stranger, signal)


def test_contact_persons_of_elsewhere_don_t_count_here(cast: Cast) -> None:
    office = make_office(cast, contacts=0)
    member(OrganisationFactory(), Function.SAFEGUARDING, name="Ver Weg")
    assert who_reads(office, office.signal()) == {"bob"}


def test_the_system_reads_no_signal(office: Office) -> None:
    system = Actor.system(office.here, reason="night")
    signal = office.signal()
    assert not reading.visible_to(system).exists()
    assert not reading.can_read(system, signal)


def test_a_closed_signal_is_read_by_the_same_people(office: Office) -> None:
    signal = office.signal(state=State.CLOSED, closed_at=clock.now(), answered_at=clock.now())
    assert who_reads(office, signal) == {"sam", "cas"}


def test_the_page_of_signals_opens_for_who_may_ever_get_one(office: Office) -> None:
    opens = {name for name in EVERYBODY if reading.can_open_overview(office.actor(name))}
    assert opens == {"sam", "cas", "amal", "kim", "bob", "ada", "chris"}
    assert not reading.can_open_overview(Actor.system(office.here, reason="night"))


def test_the_page_says_that_it_goes_round_somebody(office: Office) -> None:
    assert readers_of_signal(office.signal(colleague=office.sam)).goes_round
    assert not readers_of_signal(office.signal(colleague=office.kim)).goes_round
    assert not readers_of_signal(office.signal()).goes_round


def test_a_reader_who_is_one_of_the_two_of_the_match_is_passed_by(office: Office) -> None:
    """A professional told it about the participant; the volunteer of that match is a contact person or coordinates."""
    for reader, path, left in (
        (office.sam, Path.SAFEGUARDING, {"cas"}),
        (office.cast.amal, Path.DAILY, {"kim", "sam", "cas"}),
    ):
        volunteer = Person.objects.get(pk=reader.person_id)
        match = MatchFactory(organisation=office.here, volunteer=volunteer)
        signal = office.signal(
            path=path,
            match=match,
            about_id=match.participant_id,
            reporter=None,
            entered_by=office.cast.nele,
        )
        assert who_reads(office, signal) == left


def test_who_a_signal_is_about_does_not_find_it_back_on_the_agenda_of_the_team(
    office: Office,
) -> None:
    for fields in ({"colleague": office.kim}, {"about_id": office.kim.person_id}):
        office.signal(**fields).agenda_points.create(organisation=office.here, words="Hoe dan?")
    assert agenda_policies.visible_to(office.actor("amal")).count() == 2
    assert not agenda_policies.visible_to(office.actor("kim")).exists()


@pytest.mark.covers("S1-141")
def test_the_agenda_of_the_team_is_read_by_the_team_of_the_own_house(office: Office) -> None:
    signal = office.signal()
    signal.agenda_points.create(organisation=office.here, words="Hoe praten we over geld?")
    reads = {name for name in EVERYBODY if agenda_policies.visible_to(office.actor(name)).exists()}
    assert reads == {"sam", "cas", "amal", "kim", "nele"}
    point = signal.agenda_points.get()
    assert agenda_policies.can_conclude(office.actor("nele"), point)
    assert not agenda_policies.can_conclude(office.actor("bob"), point)
    assert not agenda_policies.can_conclude(office.actor("chris"), point)
    assert not agenda_policies.can_conclude(Actor.system(office.here, reason="night"), point)
    assert make_signal(office.cast).pk != signal.pk
