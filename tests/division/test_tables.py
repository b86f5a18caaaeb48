"""The table of tasks: begun, written together, agreed by both, changed, talked through."""

from datetime import timedelta

import pytest
from dateutil.relativedelta import relativedelta

from naast.companionship.models import Match, MatchState
from naast.core import clock
from naast.core.errors import DomainError, NotAllowed, StateConflict
from naast.division import table
from naast.division.errors import ChangedMeanwhile
from naast.division.models import Division, DivisionVersion, DivisionYes, Terms
from naast.division.queries import tables as queries
from naast.division.services import tables as services
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from tests.conftest import Cast
from tests.dividing import ROW, DivisionFactory, in_days, match_of

OTHER = table.Row("Koffie zetten", "Bea")


@pytest.fixture
def division(cast: Cast) -> Division:
    """The table of Bea and Nele."""
    made: Division = DivisionFactory(match=match_of(cast))
    return made


def both_say_yes(cast: Cast, division: Division) -> Division:
    """Bea and Nele agree to what stands there now."""
    for name in ("bea", "nele"):
        division.refresh_from_db()
        services.say_yes(actor=cast.actor(name), division_id=division.pk, number=division.number)
    division.refresh_from_db()
    return division


def test_a_table_begins_from_the_tasks_of_the_programme(cast: Cast, volunteer: Actor) -> None:
    match = match_of(cast)
    division = services.begin_table(actor=volunteer, match_id=match.pk)
    (row,) = table.rows_in(queries.version_of(division).content)
    assert (row.task, row.does) == ("Samen wandelen", "Bea")
    assert Message.objects.get().user == cast.nele.user


def test_a_table_begins_from_the_example_when_there_is_one(cast: Cast, coordinator: Actor) -> None:
    match = match_of(cast)
    example = services.begin_example(actor=coordinator, programme_id=match.programme_id)
    services.save_row(actor=coordinator, division_id=example.pk, number=1, row=OTHER)
    division = services.begin_table(actor=coordinator, match_id=match.pk)
    rows = table.rows_in(queries.version_of(division).content)
    assert [row.task for row in rows] == ["Samen wandelen", "Koffie zetten"]


def test_there_is_one_table_a_match_and_one_example_a_programme(
    cast: Cast, coordinator: Actor
) -> None:
    match = match_of(cast)
    services.begin_table(actor=coordinator, match_id=match.pk)
    services.begin_example(actor=coordinator, programme_id=match.programme_id)
    with pytest.raises(StateConflict):
        services.begin_table(actor=coordinator, match_id=match.pk)
    with pytest.raises(StateConflict):
        services.begin_example(actor=coordinator, programme_id=match.programme_id)


@pytest.mark.covers("S1-108", "S3-20")
def test_the_table_is_agreed_once_both_said_yes_with_who_and_when(
    cast: Cast, division: Division
) -> None:
    services.say_yes(actor=cast.actor("bea"), division_id=division.pk, number=1)
    division.refresh_from_db()
    assert division.agreed_on is None
    services.say_yes(actor=cast.actor("nele"), division_id=division.pk, number=1)
    division.refresh_from_db()
    assert division.agreed_on == clock.today()
    yeses = DivisionYes.objects.order_by("side").values_list("side", "said_by", "said_on")
    assert list(yeses) == [
        ("professional", cast.nele.pk, clock.today()),
        ("volunteer", cast.bea.pk, clock.today()),
    ]


def test_a_changed_row_is_a_new_version_that_both_agree_to_again(
    cast: Cast, division: Division
) -> None:
    both_say_yes(cast, division)
    services.save_row(
        actor=cast.actor("bea"), division_id=division.pk, number=1, row=OTHER, place=1
    )
    division.refresh_from_db()
    assert (division.number, division.agreed_on) == (2, None)
    first, second = DivisionVersion.objects.order_by("number")
    assert [row.task for row in table.rows_in(first.content)] == [ROW["task"]]
    assert [row.task for row in table.rows_in(second.content)] == [OTHER.task]
    assert (first.yeses.count(), second.yeses.count()) == (2, 0)
    assert both_say_yes(cast, division).agreed_on == clock.today()


def test_a_version_without_a_yes_is_written_over_and_still_gets_a_number(
    cast: Cast, division: Division
) -> None:
    services.save_row(actor=cast.actor("nele"), division_id=division.pk, number=1, row=OTHER)
    assert DivisionVersion.objects.get().number == 2
    with pytest.raises(ChangedMeanwhile):
        services.say_yes(actor=cast.actor("bea"), division_id=division.pk, number=1)


def test_nothing_happens_when_nothing_changed(cast: Cast, division: Division) -> None:
    both_say_yes(cast, division)
    services.save_row(
        actor=cast.actor("bea"),
        division_id=division.pk,
        number=1,
        row=table.Row(**ROW),
        place=1,
    )
    division.refresh_from_db()
    assert (division.number, division.agreed_on) == (1, clock.today())


def test_a_row_is_left_out_and_a_table_stays_short(cast: Cast, division: Division) -> None:
    bea = cast.actor("bea")
    services.remove_row(actor=bea, division_id=division.pk, number=1, place=1)
    assert table.rows_in(DivisionVersion.objects.get().content) == []
    content = table.content_of([OTHER] * table.MOST_ROWS)
    DivisionVersion.objects.update(content=content)
    with pytest.raises(DomainError):
        services.save_row(actor=bea, division_id=division.pk, number=2, row=OTHER)


def test_nobody_says_yes_twice_or_for_somebody_else(cast: Cast, division: Division) -> None:
    services.say_yes(actor=cast.actor("bea"), division_id=division.pk, number=1)
    with pytest.raises(StateConflict):
        services.say_yes(actor=cast.actor("bea"), division_id=division.pk, number=1)
    for name in ("amal", "piet"):
        with pytest.raises(NotAllowed):
            services.say_yes(actor=cast.actor(name), division_id=division.pk, number=1)
    with pytest.raises(Division.DoesNotExist):
        services.say_yes(actor=cast.actor("chris"), division_id=division.pk, number=1)


def test_a_participant_reads_the_table_and_changes_nothing(
    cast: Cast, division: Division, participant: Actor
) -> None:
    assert queries.get_table(participant, division.pk) == division
    with pytest.raises(NotAllowed):
        services.save_row(actor=participant, division_id=division.pk, number=1, row=OTHER)


def test_a_table_of_a_match_that_ended_stays_as_it_was(
    cast: Cast, division: Division, coordinator: Actor
) -> None:
    Match.objects.update(state=MatchState.ENDED)
    with pytest.raises(NotAllowed):
        services.save_row(actor=coordinator, division_id=division.pk, number=1, row=OTHER)


def test_nobody_but_a_coordinator_changes_the_example(cast: Cast, professional: Actor) -> None:
    match = match_of(cast)
    with pytest.raises(NotAllowed):
        services.begin_example(actor=professional, programme_id=match.programme_id)


def test_a_coordinator_writes_down_what_was_said_on_paper(
    cast: Cast, division: Division, coordinator: Actor
) -> None:
    said = services.OnPaper("volunteer", clock.today() - timedelta(days=3))
    services.write_yes(actor=coordinator, division_id=division.pk, number=1, said=said)
    yes = DivisionYes.objects.get()
    assert (yes.is_on_paper, yes.said_by, yes.said_on) == (True, cast.amal, said.said_on)
    with pytest.raises(NotAllowed):
        services.write_yes(actor=cast.actor("nele"), division_id=division.pk, number=1, said=said)
    with pytest.raises(DomainError):
        services.write_yes(
            actor=coordinator,
            division_id=division.pk,
            number=1,
            said=services.OnPaper("professional", in_days(1)),
        )


@pytest.mark.covers("S1-181")
def test_it_is_talked_through_every_half_year_or_as_the_programme_chose(
    cast: Cast, division: Division, professional: Actor
) -> None:
    today = clock.today()
    assert both_say_yes(cast, division).review_on == today + relativedelta(months=6)
    Terms.objects.create(organisation=cast.here, programme=division.programme, review_months=3)
    services.talk_through(actor=professional, division_id=division.pk, talked_on=today)
    division.refresh_from_db()
    assert (division.talked_on, division.review_on) == (today, today + relativedelta(months=3))
    with pytest.raises(DomainError):
        services.talk_through(actor=professional, division_id=division.pk, talked_on=in_days(1))


def test_a_coordinator_who_is_one_of_the_two_does_not_agree_for_the_other(
    cast: Cast, coordinator: Actor
) -> None:
    division = DivisionFactory(match=match_of(cast, professional=cast.amal))
    said = services.OnPaper("volunteer", clock.today())
    with pytest.raises(NotAllowed):
        services.write_yes(actor=coordinator, division_id=division.pk, number=1, said=said)


def test_it_is_agreed_on_the_day_of_the_last_yes(
    cast: Cast, division: Division, coordinator: Actor
) -> None:
    services.say_yes(actor=cast.actor("bea"), division_id=division.pk, number=1)
    said = services.OnPaper("professional", clock.today() - timedelta(days=3))
    made = services.write_yes(actor=coordinator, division_id=division.pk, number=1, said=said)
    assert made.agreed_on == clock.today()
