"""The pure rules: how often, which talk comes next, how to guide, when a call would do good."""

from datetime import date, timedelta

import pytest

from naast.programmes.models import Pattern
from naast.support import guides
from naast.support.rhythm import Known, Repeat, due_after, next_talk, suggest, usual_plan
from naast.support.services.check_ins import asks_a_call
from naast.support.states import Style, TalkKind, suggested

DAY = date(2026, 6, 1)


def known(since: date, **held: date) -> Known:
    return Known(since=since, planned_from=date(2026, 1, 1), held=held)


@pytest.mark.covers("S1-195")
@pytest.mark.parametrize(
    ("can", "dares", "style"),
    [
        ("not_yet", "yes", Style.SHOW),
        ("not_yet", "doubts", Style.TOGETHER),
        ("almost", "doubts", Style.TOGETHER),
        ("almost", "yes", Style.ALONG),
        ("yes", "doubts", Style.ALONG),
        ("yes", "yes", Style.LET_GO),
    ],
)
def test_two_answers_suggest_how_to_guide(can: str, dares: str, style: Style) -> None:
    assert suggested(can, dares) == style


@pytest.mark.covers("S1-68")
def test_the_rhythm_is_that_of_the_programme_and_of_what_somebody_said() -> None:
    usual = suggest([8, 6], [], prefers_paper=False)
    close = suggest([8, 6], ["nearness"], prefers_paper=False)
    assert (usual.every_weeks, usual.way) == (6, "phone")
    assert (close.every_weeks, close.way) == (3, "meet")
    assert len(close.reasons) > len(usual.reasons)


def test_who_likes_paper_is_not_called_on_a_screen() -> None:
    assert suggest([], [], prefers_paper=True).way == "paper"


def test_nobody_is_late_because_of_a_list_that_came_in() -> None:
    due = due_after(None, since=date(2019, 1, 1), planned_from=DAY, weeks=7)
    assert due == DAY + timedelta(weeks=7)


def test_after_a_talk_the_interval_begins_anew() -> None:
    assert due_after(DAY, since=DAY, planned_from=DAY, weeks=2) == DAY + timedelta(weeks=2)


def test_who_is_new_first_talks_about_getting_going() -> None:
    since = DAY - timedelta(weeks=1)
    assert next_talk(usual_plan(Pattern.PEER, 2), known(since), day=DAY) == (
        TalkKind.GETTING_GOING,
        since + timedelta(weeks=6),
    )


@pytest.mark.covers("S1-191")
def test_who_is_here_for_years_talks_about_the_vision_once_a_year() -> None:
    plan = (Repeat(TalkKind.VISION, None, 12),)
    long_ago, lately = date(2015, 1, 1), date(2025, 1, 1)
    assert next_talk(plan, known(long_ago), day=DAY) == (TalkKind.VISION, date(2026, 1, 1))
    assert next_talk(plan, known(long_ago, vision=DAY), day=DAY) == (
        TalkKind.VISION,
        date(2027, 6, 1),
    )
    assert next_talk(plan, known(lately), day=DAY) == (TalkKind.VISION, date(2028, 1, 1))


def test_an_open_talk_stands_for_the_talk_about_growing_and_tuning_with_staff_does_not() -> None:
    plan = (Repeat(TalkKind.GRROW, None, 6),)
    since = date(2020, 1, 1)
    assert next_talk(plan, known(since, open=DAY), day=DAY) == (TalkKind.GRROW, date(2026, 12, 1))
    assert next_talk(plan, known(since, tuning=DAY), day=DAY) == (TalkKind.GRROW, date(2026, 7, 1))


def test_heavier_work_brings_more_talks() -> None:
    months = [
        next(each.every_months for each in usual_plan("peer", weight) if each.kind == "grrow")
        for weight in (1, 2, 3)
    ]
    assert months == [12, 9, 6]


@pytest.mark.covers("S4-8")
@pytest.mark.parametrize(
    ("before", "now", "asks"),
    [
        ("yes", "yes", False),
        ("yes", "so_so", True),
        ("so_so", "so_so", False),
        ("no", "so_so", False),
        ("", "so_so", False),
        ("", "no", True),
        ("yes", "", False),
    ],
)
def test_less_joy_asks_for_a_call(before: str, now: str, asks: bool) -> None:
    assert asks_a_call(before, now) is asks


@pytest.mark.covers("S1-275")
def test_beside_each_block_stand_open_questions() -> None:
    for kind in TalkKind:
        guide = guides.guide_of(kind)
        assert guide.blocks
        for block in guide.blocks:
            assert block.prompts
            for prompt in block.prompts:
                # Open: it can't be answered with yes or no.
                assert str(prompt).split(" ")[0].lower() not in {"is", "are", "do", "does", "did"}


@pytest.mark.covers("S1-264")
def test_grrow_has_five_blocks() -> None:
    codes = [block.code for block in guides.guide_of("grrow").blocks]
    assert codes[:5] == ["goal", "reality", "resources", "options", "will"]


@pytest.mark.covers("S3-22")
def test_tuning_with_the_team_has_four_lines() -> None:
    codes = [block.code for block in guides.guide_of("tuning").blocks]
    assert codes[:4] == ["expectations", "roles", "experiences", "knowledge"]


@pytest.mark.covers("S1-120")
def test_every_talk_asks_what_we_stand_for() -> None:
    for kind in TalkKind:
        assert "vision" in [block.code for block in guides.guide_of(kind).blocks]
