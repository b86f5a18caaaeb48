"""The pure rules of this room: days of a rhythm, names in a text, articles in turn, methods."""

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from naast.agreements.contents import Clause
from naast.intervision import anonymity, guides
from naast.intervision.queries.agenda import in_turn
from naast.intervision.rhythm import Rhythm, days_between


def never(_day: date) -> bool:
    return False


def belgian(day: date) -> bool:
    return day in holidays.country_holidays("BE")


def test_every_second_tuesday_of_the_month() -> None:
    rhythm = Rhythm(starts_on=date(2026, 1, 1), every=1, by_month=True, weekday=1, week_of_month=2)
    days = days_between(rhythm, date(2026, 3, 1), date(2026, 5, 31), is_free=never)
    assert days == [date(2026, 3, 10), date(2026, 4, 14), date(2026, 5, 12)]


def test_the_last_thursday_every_two_months() -> None:
    rhythm = Rhythm(starts_on=date(2026, 1, 1), every=2, by_month=True, weekday=3, week_of_month=5)
    days = days_between(rhythm, date(2026, 1, 1), date(2026, 6, 1), is_free=never)
    assert days == [date(2026, 1, 29), date(2026, 3, 26), date(2026, 5, 28)]


def test_a_public_holiday_moves_a_week_on() -> None:
    # Easter Monday 2026 is 6 April, Whit Monday 25 May.
    rhythm = Rhythm(starts_on=date(2026, 4, 1), every=1, by_month=True, weekday=0, week_of_month=1)
    days = days_between(rhythm, date(2026, 4, 1), date(2026, 5, 31), is_free=belgian)
    assert days == [date(2026, 4, 13), date(2026, 5, 4)]


def test_a_group_that_meets_every_week_leaves_a_holiday_out() -> None:
    rhythm = Rhythm(starts_on=date(2026, 3, 30), every=1, by_month=False, weekday=0)
    days = days_between(rhythm, date(2026, 3, 30), date(2026, 4, 20), is_free=belgian)
    assert days == [date(2026, 3, 30), date(2026, 4, 13), date(2026, 4, 20)]


@given(
    start=st.dates(date(2024, 1, 1), date(2028, 1, 1)),
    every=st.integers(1, 6),
    by_month=st.booleans(),
    weekday=st.integers(0, 6),
    week=st.integers(1, 5),
)
def test_whatever_the_rhythm_days_are_of_the_weekday_in_order_and_never_a_holiday(
    start: date, every: int, by_month: bool, weekday: int, week: int
) -> None:
    rhythm = Rhythm(
        starts_on=start, every=every, by_month=by_month, weekday=weekday, week_of_month=week
    )
    days = days_between(rhythm, start, start + timedelta(days=400), is_free=belgian)
    assert days == sorted(set(days))
    assert all(day.weekday() == weekday and not belgian(day) and day >= start for day in days)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gisteren zei Piet dat hij bang is.", ("Piet",)),
        ("gisteren zei piet dat hij bang is", ("piet",)),
        ("Mevr. D. wil niet meer buiten.", ("D.",)),
        ("Ik bezoek M elke week.", ("M",)),
        ("J.P. belde drie keer.", ("J.P.",)),
        ("Zijn nummer is 85.07.30-033 28.", ("85.07.30-033 28",)),
        ("Bel 0475 12 34 56.", ("0475 12 34 56",)),
        ("Schrijf naar rik@voorbeeld.example.", ("rik@voorbeeld.example",)),
        ("Hoe blijf ik rustig als iemand boos wordt?", ()),
        ("I wonder whether I may say no.", ()),
        ("Na drie jaar en 12 bezoeken is plan B nodig, en vitamine C.", ()),
        ("Van de week zag ik hem twee keer.", ()),
    ],
)
def test_what_certainly_leads_to_a_person_is_named(text: str, found: tuple[str, ...]) -> None:
    assert anonymity.traces(text, known={"piet", "van", "wil"}, perhaps=()).certain == found


def test_an_everyday_word_is_a_name_only_when_written_as_one() -> None:
    assert anonymity.traces("Wil je iets zeggen?", known={"wil"}, perhaps=()).certain == ()
    assert anonymity.traces("Vandaag zag ik Wil.", known={"wil"}, perhaps=()).certain == ("Wil",)


def test_a_word_that_may_be_a_name_is_asked_about() -> None:
    found = anonymity.traces("Ik sprak met Roos. Roos bloeit.", known=(), perhaps={"roos"})
    assert (found.certain, found.perhaps) == ((), ("Roos",))


def test_accents_do_not_hide_a_name() -> None:
    assert anonymity.traces("ik zag Émilie", known={"emilie"}, perhaps=()).certain == ("Émilie",)


@pytest.mark.covers("S1-208")
def test_the_article_that_came_up_longest_ago_is_next() -> None:
    articles = [Clause(code, code, "…") for code in ("a", "b", "c", "d")]
    order = [each.code for each in in_turn(articles, {"b": 0, "a": 1, "d": 2})]
    assert order == ["c", "b", "a", "d"]


@pytest.mark.parametrize("language", guides.LANGUAGES)
def test_each_method_has_its_steps_in_each_language(language: str) -> None:
    minutes = {}
    for code in guides.codes():
        method = guides.method_named(code, language)
        minutes[code] = (len(method.steps), method.minutes)
        assert all(step.title and step.who and step.do and step.say for step in method.steps)
    # Instruments B17: seven steps of about 65 minutes, and ten steps.
    assert minutes["incident"] == (7, 65)
    assert minutes["ten_steps"][0] == 10


def test_a_method_that_is_no_longer_known_gives_the_usual_one() -> None:
    assert guides.method_named("gone", "nl").code == guides.USUAL
