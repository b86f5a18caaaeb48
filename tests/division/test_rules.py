"""What a pattern switches on and off, and the pure parts of a table."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from naast.companionship.models import Match, MatchState
from naast.core.text import Text
from naast.division import rules, table
from naast.division.models import Division, PatternMove, StaffingLine, Tension, Terms
from naast.division.reach import Hours
from naast.division.rules import Absence
from naast.division.staffing import Staffing
from naast.division.texts import LANGUAGES, usual_contacts
from naast.programmes.models import Pattern, Programme, Task


@pytest.mark.parametrize(
    ("pattern", "absence", "signed", "note"),
    [
        (Pattern.EXTRA, Absence.INFORMATION, False, False),
        (Pattern.PEER, Absence.PROFESSIONAL_OR_STAND_IN, True, False),
        (Pattern.OWNER, Absence.STAND_IN, False, True),
    ],
)
def test_each_pattern_switches_its_own_rules(
    pattern: Pattern, absence: Absence, signed: bool, note: bool
) -> None:
    found = rules.rules_of(pattern)
    assert (found.absence, found.division_is_signed, found.note_is_compulsory) == (
        absence,
        signed,
        note,
    )
    assert found.asks_who_takes_over is (pattern != Pattern.EXTRA)


def test_an_unknown_pattern_has_no_rules() -> None:
    with pytest.raises(ValueError, match="boss"):
        rules.rules_of("boss")


def test_a_match_follows_its_programme_unless_it_has_a_pattern_of_its_own() -> None:
    match = Match(programme=Programme(pattern=Pattern.PEER))
    assert rules.pattern_of(match) == Pattern.PEER
    match.pattern = Pattern.OWNER
    assert rules.pattern_of(match) == Pattern.OWNER


@pytest.mark.parametrize(
    ("pattern", "filled", "missing"),
    [
        (Pattern.EXTRA, {}, 2),
        (Pattern.EXTRA, {"staff_presence": "De verpleegkundige van dienst"}, 1),
        (Pattern.EXTRA, {"staff_presence": "De verpleegkundige", "mandate": ["Kiezen"]}, 2),
        (Pattern.PEER, {}, 3),
        (Pattern.PEER, {"reachable_hours": "9-17", "mandate": ["Het uur afspreken"]}, 1),
        (Pattern.OWNER, {"mandate": ["De inhoud"], "on_call_term": "binnen het uur"}, 1),
    ],
)
def test_a_pattern_says_what_must_be_named(
    pattern: Pattern, filled: dict[str, object], missing: int
) -> None:
    assert len(rules.missing_in(Programme(**filled), pattern)) == missing


@pytest.mark.covers("S1-104")
@pytest.mark.parametrize(
    ("pattern", "wishes", "wants", "number"),
    [
        (Pattern.OWNER, 3, "", 1),
        (Pattern.OWNER, 2, "", 0),
        (Pattern.OWNER, 4, "guided", 2),
        (Pattern.EXTRA, 4, "guided", 0),
        (Pattern.EXTRA, 0, "own", 1),
        (Pattern.PEER, 4, "own", 0),
    ],
)
def test_what_somebody_says_themselves_opens_a_talk_and_blocks_nothing(
    pattern: Pattern, wishes: int, wants: str, number: int
) -> None:
    found: list[Text] = rules.to_talk_about(pattern, support_wishes=wishes, wants=wants)
    assert len(found) == number


@pytest.mark.covers("S1-107")
def test_nobody_is_held_to_a_percentage() -> None:
    assert not any(rules.rules_of(pattern).may_set_targets for pattern in Pattern)
    sentences = ["80% ging buiten", "Wat deed je deugd?", "Haalden we 20 procent?", "In 2026?"]
    assert rules.targets_in(sentences) == [sentences[0], sentences[2]]
    # And there is nowhere to write one down.
    names = {
        field.name
        for model in (Terms, Division, PatternMove, Tension, StaffingLine)
        for field in model._meta.get_fields()
    }
    assert not [name for name in names if "target" in name or "percent" in name or "goal" in name]


SIDES = table.Sides("Bea", "Nele", "Bea en Nele")


def test_a_table_begins_from_the_tasks_without_what_nobody_does() -> None:
    tasks = [
        Task(name="Wandelen", who=Task.Who.VOLUNTEER, steps_in="De coach"),
        Task(name="Naar de dokter", who=Task.Who.AFTER_CONSULTING),
        Task(name="Medicatie", who=Task.Who.NEVER),
    ]
    rows = table.begin(tasks, SIDES)
    assert [(row.task, row.does, row.decides, row.steps_in) for row in rows] == [
        ("Wandelen", "Bea", "Bea", "De coach"),
        ("Naar de dokter", "Bea", "Nele", ""),
    ]


def test_what_a_version_keeps_comes_back_as_it_was() -> None:
    rows = [table.Row("Wandelen", "Bea", "Piet", "Nele", "Nele")]
    assert table.rows_in(table.content_of(rows)) == rows
    assert table.rows_in({}) == []


@pytest.mark.covers("S1-112")
def test_the_rows_stand_by_phase_and_the_phase_of_the_match_is_marked() -> None:
    rows = [
        table.Row("Koffie", "Bea"),
        table.Row("Kennismaken", "Nele", phase="before"),
        table.Row("Nagesprek", "Nele", phase="after"),
    ]
    groups = table.grouped(rows, now=table.phase_of(MatchState.RUNNING))
    assert [(group.phase.value, group.is_now) for group in groups] == [
        ("before", False),
        ("beside", True),
        ("after", False),
    ]
    assert groups[1].rows == [(1, rows[0])]
    assert table.phase_of(MatchState.MEETING_PLANNED) == table.Phase.BEFORE
    assert table.phase_of(MatchState.WINDING_DOWN) == table.Phase.AFTER


BRUSSELS = ZoneInfo("Europe/Brussels")


@pytest.mark.parametrize(
    ("hours", "when", "holds"),
    [
        (Hours((0, 1), time(9), time(17)), datetime(2026, 3, 2, 9, tzinfo=BRUSSELS), True),
        (Hours((0, 1), time(9), time(17)), datetime(2026, 3, 2, 17, tzinfo=BRUSSELS), False),
        (Hours((0, 1), time(9), time(17)), datetime(2026, 3, 4, 12, tzinfo=BRUSSELS), False),
        (Hours((6,), time(20), time(6)), datetime(2026, 3, 2, 5, tzinfo=BRUSSELS), True),
        (Hours((6,), time(20), time(6)), datetime(2026, 3, 2, 21, tzinfo=BRUSSELS), False),
    ],
)
def test_hours_hold_in_the_time_of_the_house(hours: Hours, when: datetime, holds: bool) -> None:
    assert hours.holds(when) is holds


@pytest.mark.covers("S1-66")
@pytest.mark.parametrize("extra", [0, 1, 5, 50])
def test_however_many_volunteers_are_there_they_never_count(extra: int) -> None:
    assert Staffing(needed=3, paid=1, extra=extra).short == 2
    assert Staffing(needed=3, paid=4, extra=extra).short == 0


def test_the_usual_contacts_stand_in_three_languages() -> None:
    assert len({len(usual_contacts(language)) for language in LANGUAGES}) == 1
    assert usual_contacts("de") == usual_contacts("nl")
