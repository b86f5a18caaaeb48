"""The core curriculum: complete in three languages, and one click away from a course of one's own."""

from functools import partial

import pytest

from naast.audit.models import Event
from naast.core.errors import NotAllowed
from naast.learning.curriculum import Theme, themes
from naast.learning.curriculum.loader import LANGUAGES, IncompleteTheme, read
from naast.learning.errors import CourseUnfit
from naast.learning.models import Course
from naast.learning.services import courses as services
from naast.organisations.actors import Actor
from naast.programmes.presets import presets
from tests.at_once import at_once
from tests.conftest import Cast

CODES = ["loneliness", "poverty", "secrecy", "frame", "vision", "signal", "experts", "cultures"]
each_theme = pytest.mark.parametrize("theme", themes(), ids=lambda theme: theme.code)


def test_the_themes_stand_in_the_order_in_which_people_read_them() -> None:
    assert [theme.code for theme in themes()] == CODES


@each_theme
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_theme_is_a_whole_course_in_each_language(theme: Theme, language: str) -> None:
    plan = theme.plan(language)
    assert all([plan.title, plan.about, plan.bring, plan.outcomes, plan.outline, plan.exercises])
    assert plan.languages == [language]
    assert plan.minutes >= 60


@each_theme
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_theme_helps_with_competences_by_the_words_of_our_programmes(
    theme: Theme, language: str
) -> None:
    asked = [each for preset in presets() for each in preset.competences]
    helps = theme.plan(language).helps_with
    assert helps
    assert set(helps) <= {each.name.in_language(language) for each in asked}


def test_a_theme_that_lacks_a_language_is_named() -> None:
    with pytest.raises(IncompleteTheme, match=r"x\.title lacks fr, en"):
        read({"code": "x", "form": "together", "minutes": 60, "title": {"nl": "Titel"}})


@pytest.mark.covers("S1-266")
@pytest.mark.parametrize("code", ["frame", "vision", "secrecy"])
def test_the_three_themes_of_the_core_become_courses_with_one_click(
    coordinator: Actor, code: str
) -> None:
    made = services.add_theme(actor=coordinator, code=code)
    assert made.core_code == code
    assert made.outline
    assert made.exercises
    assert Event.objects.filter(kind="course.added", target_id=made.pk).count() == 1


@pytest.mark.covers("S0-21")
def test_a_talk_with_experts_by_experience_is_a_course_that_counts(coordinator: Actor) -> None:
    made = services.add_theme(actor=coordinator, code="experts")
    assert (made.form, made.is_mixed, made.valid_months) == ("experts", True, None)


@pytest.mark.covers("S1-170")
def test_what_stays_under_the_table_is_a_theme_with_its_own_question(coordinator: Actor) -> None:
    made = services.add_theme(actor=coordinator, code="cultures")
    assert any("bespreken we niet" in line for line in made.outline)


def test_adding_a_theme_twice_is_once(coordinator: Actor) -> None:
    first = services.add_theme(actor=coordinator, code="signal")
    again = services.add_theme(actor=coordinator, code="signal")
    assert first.pk == again.pk
    assert Course.objects.count() == 1


def test_a_theme_follows_the_language_of_the_house(cast: Cast, coordinator: Actor) -> None:
    cast.here.language = "fr"
    cast.here.save()
    assert services.add_theme(actor=coordinator, code="signal").languages == ["fr"]


def test_who_does_not_coordinate_adds_no_theme(volunteer: Actor) -> None:
    with pytest.raises(NotAllowed):
        services.add_theme(actor=volunteer, code="signal")


def test_an_unknown_theme_is_refused(coordinator: Actor) -> None:
    with pytest.raises(CourseUnfit):
        services.add_theme(actor=coordinator, code="knitting")


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_add_a_theme_once(cast: Cast) -> None:
    add = partial(services.add_theme, actor=cast.actor("amal"), code="signal")
    at_once(add, add)
    assert Course.objects.count() == 1
