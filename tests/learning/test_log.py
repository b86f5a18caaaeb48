"""What somebody learned: theirs alone unless they share it; how they see themselves grow; what they print."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.utils.translation import override

from naast.core import clock
from naast.core.errors import StateConflict
from naast.learning import pdf
from naast.learning.errors import WordsMissing
from naast.learning.inputs import Learned
from naast.learning.models import Category, Growth, LearningEntry
from naast.learning.policies import log as policies
from naast.learning.queries import log as queries
from naast.learning.queries import records as record_queries
from naast.learning.services import log as services
from naast.learning.services import records
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import Person
from naast.programmes.models import Competence
from naast.recruitment.queries import fit
from naast.recruitment.services import fit as fit_services
from naast.recruitment.services.fit import View
from tests.conftest import Cast
from tests.factories import EngagementFactory, ProgrammeFactory, actor_of, member
from tests.learning_rows import CompletionFactory, CourseFactory, EntryFactory
from tests.pdf_checks import problems_of
from tests.recruiting import ApplicationFactory

WORDS = "Ik hoef een stilte niet op te vullen."


def learned(**fields: object) -> Learned:
    """Something learned today."""
    first: dict[str, object] = {
        "learned_on": clock.today(),
        "category": Category.KNOWING,
        "words": WORDS,
    }
    return Learned(**{**first, **fields})  # type: ignore[arg-type]  # fields by their names


@pytest.fixture
def competence(cast: Cast) -> Competence:
    """What the role of Bea asks."""
    programme = ProgrammeFactory(organisation=cast.here)
    EngagementFactory(
        organisation=cast.here, person_id=cast.person_id("bea"), person=None, programme=programme
    )
    return Competence.objects.create(
        organisation=cast.here, programme=programme, name="Niet oordelen"
    )


@pytest.mark.covers("S4-6")
def test_what_i_learned_is_read_by_nobody_else_until_i_share_it(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    coach = actor_of(member(cast.here, Function.COACH, name="Koen Coach"))
    entry = services.write_entry(actor=volunteer, learned=learned())
    system = Actor.system(cast.here, reason="test")
    readers = [coordinator, coach, cast.actor("nele"), cast.actor("chris"), system]
    assert [policies.visible_to(actor).count() for actor in readers] == [0, 0, 0, 0, 0]
    services.change_entry(actor=volunteer, entry_id=entry.pk, learned=learned(is_shared=True))
    assert [policies.visible_to(actor).count() for actor in readers] == [1, 1, 0, 0, 0]
    assert queries.shared_by(coordinator, cast.person_id("bea")) == [entry]


def test_the_words_are_unreadable_in_the_database(volunteer: Actor) -> None:
    services.write_entry(actor=volunteer, learned=learned(activity="koffie drinken"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT words, activity FROM learning_learningentry")
        row = cursor.fetchone()
    assert "stilte" not in row[0]
    assert "koffie" not in row[1]


def test_only_the_writer_changes_and_deletes(coordinator: Actor, volunteer: Actor) -> None:
    entry = services.write_entry(actor=volunteer, learned=learned(is_shared=True))
    with pytest.raises(LearningEntry.DoesNotExist):
        services.change_entry(actor=coordinator, entry_id=entry.pk, learned=learned())
    with pytest.raises(LearningEntry.DoesNotExist):
        services.delete_entry(actor=coordinator, entry_id=entry.pk)
    services.delete_entry(actor=volunteer, entry_id=entry.pk)
    assert not LearningEntry.objects.exists()


def test_a_few_words_and_a_day_that_has_come_are_needed(volunteer: Actor) -> None:
    with pytest.raises(WordsMissing):
        services.write_entry(actor=volunteer, learned=learned(words="  "))
    tomorrow = clock.today() + timedelta(days=1)
    with pytest.raises(StateConflict):
        services.write_entry(actor=volunteer, learned=learned(learned_on=tomorrow))


@pytest.mark.covers("S1-154")
def test_a_year_counts_each_of_the_five_kinds_for_oneself_alone(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    bea = {"organisation": cast.here, "person": None, "person_id": cast.person_id("bea")}
    for category, day in (
        (Category.DOING, date(2026, 2, 1)),
        (Category.DOING, date(2026, 3, 1)),
        (Category.SOCIETY, date(2026, 3, 1)),
        (Category.KNOWING, date(2025, 3, 1)),
    ):
        EntryFactory(**bea, category=category, learned_on=day)
    EntryFactory(organisation=cast.here, learned_on=date(2026, 3, 1))
    years = queries.years_of(volunteer)
    assert [(strip.year, strip.total) for strip in years] == [(2026, 3), (2025, 1)]
    assert [number for _category, number in years[0].counts] == [2, 0, 0, 0, 1]
    assert queries.years_of(coordinator) == []


@pytest.mark.covers("S1-100")
def test_who_would_like_to_learn_something_hears_which_course_helps(
    cast: Cast, volunteer: Actor, competence: Competence
) -> None:
    assert [row.wants for row in queries.growing(volunteer)] == [False]
    services.see_growth(actor=volunteer, competence_id=competence.pk, step="wants")
    (row,) = queries.growing(volunteer)
    assert (row.wants, row.courses) == (True, [])  # then a talk
    course = CourseFactory(organisation=cast.here, helps_with=["Niet oordelen"])
    (row,) = queries.growing(volunteer)
    assert row.courses == [course]


@pytest.mark.covers("S1-100")
def test_not_yet_at_the_talks_names_the_course_that_helps(cast: Cast) -> None:
    application = ApplicationFactory(organisation=cast.here)
    asked = Competence.objects.create(
        organisation=cast.here, programme=application.programme, name="Luisteren"
    )
    CourseFactory(organisation=cast.here, title="Avond over stilte", helps_with=["Luisteren"])
    fit_services.keep_our_view(
        actor=cast.actor("amal"),
        application_id=application.pk,
        moment="talk",
        views={str(asked.pk): View("not_yet")},
    )
    panel = fit.fit_panel(cast.actor("amal"), application)
    assert any("Avond over stilte" in str(line) for line in panel.beside.to_talk_about)


def test_the_same_words_in_two_programmes_are_one_thing(
    cast: Cast, volunteer: Actor, competence: Competence
) -> None:
    other = ProgrammeFactory(organisation=cast.here)
    EngagementFactory(
        organisation=cast.here, person_id=volunteer.person_id, person=None, programme=other
    )
    again = Competence.objects.create(organisation=cast.here, programme=other, name="Niet oordelen")
    services.see_growth(actor=volunteer, competence_id=again.pk, step="growing")
    (row,) = queries.growing(volunteer)
    assert row.answered_id == again.pk


def test_growth_is_for_oneself_and_can_be_taken_back(
    coordinator: Actor, volunteer: Actor, competence: Competence
) -> None:
    services.see_growth(actor=volunteer, competence_id=competence.pk, step="can", example="Ja")
    assert policies.own_growth(volunteer).count() == 1
    assert not policies.own_growth(coordinator).exists()
    services.see_growth(actor=volunteer, competence_id=competence.pk, step="")
    assert not Growth.objects.exists()


@pytest.mark.covers("S1-67")
def test_the_print_holds_what_somebody_chose_and_nothing_of_others(
    cast: Cast, volunteer: Actor, competence: Competence
) -> None:
    chosen = services.write_entry(actor=volunteer, learned=learned())
    left_out = services.write_entry(actor=volunteer, learned=learned(words="Iets anders"))
    other = EntryFactory(organisation=cast.here)
    services.see_growth(actor=volunteer, competence_id=competence.pk, step="growing")
    growth = Growth.objects.get()
    found = queries.chosen(volunteer, [chosen.pk, other.pk, growth.pk])
    assert (found.entries, found.growth) == ([chosen], [growth])
    assert left_out not in found.entries
    bea = Person.objects.get(pk=cast.person_id("bea"))
    with override("nl"):
        made = pdf.growth_pdf(
            bea, found.entries, found.growth, organisation="Huis", on=date(2026, 3, 10)
        )
    assert problems_of(made) == []


@pytest.mark.covers("S4-16")
def test_a_certificate_is_made_only_when_somebody_asks_and_is_readable_for_everybody(
    cast: Cast, volunteer: Actor
) -> None:
    bea = Person.objects.get(pk=cast.person_id("bea"))
    course = CourseFactory(organisation=cast.here, title="Luisteren & *zwijgen* #1")
    CompletionFactory(course=course, person=bea, provider="Hulpschool", minutes=150)
    CompletionFactory(course=course)
    rows = record_queries.for_certificate(volunteer)
    assert [row.person_id for row in rows] == [bea.pk]
    with override("nl"):
        first, again = (
            pdf.certificate_pdf(bea, rows, organisation="Huis", on=date(2026, 3, 10))
            for _twice in range(2)
        )
    assert problems_of(first) == []
    assert first == again


@pytest.mark.covers("S1-202")
def test_people_say_themselves_how_they_like_to_learn(volunteer: Actor, cast: Cast) -> None:
    for likes in ("learning", "doing"):
        records.choose_how(actor=volunteer, likes=likes, forms=["on_the_job", "gone"])
    wish = record_queries.wish_of(volunteer, cast.person_id("bea"))
    assert wish is not None
    assert wish.likes == "doing"
    assert len(wish.form_labels) == 1


@pytest.mark.parametrize(("minutes", "hours"), [(45, "45"), (120, "2"), (150, "2")])
def test_a_length_reads_in_hours(minutes: int, hours: str) -> None:
    with time_machine.travel("2026-03-10", tick=False), override("en"):
        assert pdf.length(minutes).startswith(hours)
