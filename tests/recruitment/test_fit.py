"""The task and the person beside each other: sentences, never a total; «not yet» is the start of a plan."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from naast.people.terms import mask_of
from naast.programmes.models import Competence
from naast.recruitment.fitting import Asked, Offered, compare
from naast.recruitment.models import Application, Attitude, CompetenceView, Talk
from naast.recruitment.queries import fit as queries
from naast.recruitment.services import fit as services
from naast.recruitment.services.fit import View
from tests.conftest import Cast
from tests.factories import ProgrammeFactory
from tests.recruiting import ApplicationFactory, CompetenceFactory, TalkFactory, VacancyFactory
from tests.recruitment.talking import mine, send, visitor

TUESDAY_MORNING, FRIDAY_EVENING = 3, 14


@pytest.fixture
def candidate(cast: Cast) -> Application:
    """Somebody who looks for something short, beside a role for a year."""
    programme = ProgrammeFactory(organisation=cast.here)
    found: Application = ApplicationFactory(
        organisation=cast.here,
        programme=programme,
        vacancy=VacancyFactory(
            organisation=cast.here,
            programme=programme,
            commitment_months=12,
            times_a_month=4,
            weekly=mask_of([TUESDAY_MORNING]),
            language_needed=2,
            gives=["listen"],
        ),
        likes="Ik luister graag.",
        term_months=3,
        times_a_month=2,
        weekly=mask_of([FRIDAY_EVENING]),
        languages={"nl": 1, "ar": 3},
        explored={"gives": ["listen"]},
    )
    TalkFactory(application=found, host=cast.nele)
    return found


def line(candidate: Application, **fields: object) -> Competence:
    made: Competence = CompetenceFactory(
        organisation=candidate.organisation, programme=candidate.programme, **fields
    )
    return made


# --- the comparison -----------------------------------------------------------------------------------


@pytest.mark.covers("S0-28")
@pytest.mark.parametrize(
    ("asked", "offered"),
    [
        (Asked(months=12), Offered(months=6)),
        (Asked(times_a_month=4), Offered(times_a_month=2)),
        (Asked(weekly=mask_of([0])), Offered(weekly=mask_of([1]))),
        (Asked(language="nl", language_level=2), Offered(languages={"nl": 1})),
        (Asked(gives=["papers"]), Offered(eats=["papers"])),
    ],
)
def test_a_role_that_asks_more_than_is_offered_gives_something_to_talk_about(
    asked: Asked, offered: Offered
) -> None:
    beside = compare(asked, offered)
    assert (len(beside.connects), len(beside.to_talk_about)) == (0, 1)


@pytest.mark.parametrize(
    ("asked", "offered"),
    [
        (Asked(months=6), Offered(months=6)),
        (Asked(times_a_month=2), Offered(times_a_month=4)),
        (Asked(weekly=mask_of([0, 1])), Offered(weekly=mask_of([1]))),
        (Asked(language="nl", language_level=1), Offered(languages={"nl": 1})),
        (Asked(gives=["papers"]), Offered(energy=["papers"])),
    ],
)
def test_what_is_offered_as_much_as_it_is_asked_connects(asked: Asked, offered: Offered) -> None:
    beside = compare(asked, offered)
    assert (len(beside.connects), len(beside.to_talk_about)) == (1, 0)


def test_what_nobody_asked_yet_is_a_question_and_no_warning() -> None:
    asked = Asked(months=6, times_a_month=2, weekly=1, language="nl", language_level=1)
    beside = compare(asked, Offered())
    assert (len(beside.still_to_ask), beside.to_talk_about, beside.connects) == (4, [], [])


def test_a_role_that_asks_nothing_says_nothing() -> None:
    offered = Offered(months=1, times_a_month=1, weekly=1, languages={"ar": 3})
    beside = compare(Asked(language="nl"), offered)
    assert (beside.connects, beside.to_talk_about, beside.still_to_ask) == ([], [], [])


# --- the page -----------------------------------------------------------------------------------------


@pytest.mark.covers("S1-239", "S0-14")
def test_the_page_shows_role_and_person_beside_each_other_with_what_to_talk_about(
    cast: Cast, candidate: Application
) -> None:
    competence = line(candidate, name="Kan zwijgen", is_needed=True, example="Vertelt niets door")
    response = cast.client("nele").get(cast.url(f"candidates/{candidate.pk}/fit/"))
    shown = response.context["fit"]
    text = response.content.decode()

    assert "Samen wandelen" in shown.tasks
    assert [item.key for item in shown.items if item.name == "Kan zwijgen"] == [str(competence.pk)]
    assert "Vertelt niets door" in text
    assert len(shown.beside.connects) == 1
    assert len(shown.beside.to_talk_about) == 4


@pytest.mark.covers("S1-77")
def test_the_person_begins_with_what_they_like_and_can(cast: Cast, candidate: Application) -> None:
    text = cast.client("amal").get(cast.url(f"candidates/{candidate.pk}/fit/")).content.decode()
    person = text[text.index("beside__side", text.index("beside__side") + 1) :]
    assert person.index("Ik luister graag.") < person.index("<dl")


@pytest.mark.covers("S0-18")
def test_each_thing_that_is_asked_is_needed_or_welcome(candidate: Application) -> None:
    line(candidate, name="Nodig", is_needed=True)
    line(candidate, name="Mooi meegenomen", is_needed=False)
    items = queries.items_of(candidate, "talk")
    assert {item.name: item.is_needed for item in items if item.key not in Attitude.values} == {
        "Nodig": True,
        "Mooi meegenomen": False,
    }


def test_not_yet_for_something_needed_proposes_what_may_help(
    cast: Cast, candidate: Application
) -> None:
    needed, welcome = line(candidate, is_needed=True), line(candidate, is_needed=False)
    views = {str(each.pk): View("not_yet") for each in (needed, welcome)}
    before = queries.fit_panel(cast.actor("nele"), candidate).beside.to_talk_about
    services.keep_our_view(
        actor=cast.actor("nele"), application_id=candidate.pk, moment="talk", views=views
    )
    after = queries.fit_panel(cast.actor("nele"), candidate).beside.to_talk_about
    assert len(after) == len(before) + 1


def test_the_side_by_side_costs_the_same_for_few_and_many_competences(
    cast: Cast, candidate: Application
) -> None:
    rows = Application.objects.select_related("programme", "vacancy", "organisation")
    actor, counts = cast.actor("amal"), []
    for number in (1, 2):  # one line, then three
        for _each in range(number):
            line(candidate)
        found = rows.get(pk=candidate.pk)
        with CaptureQueriesContext(connection) as taken:
            queries.fit_panel(actor, found)
        counts.append(len(taken))
    assert counts[0] == counts[1]


# --- both views ------------------------------------------------------------------------------------------


def test_the_candidate_and_we_each_write_our_own_part(cast: Cast, candidate: Application) -> None:
    competence = line(candidate)
    key = str(competence.pk)
    ours = cast.client("nele").post(
        cast.url(f"candidates/{candidate.pk}/fit/talk/"),
        {f"seen_{key}": "growing", f"example_{key}": "Liet een stilte"},
    )
    own = send(
        mine(candidate, "own_view"),
        **{f"seen_{key}": "shows", f"example_{key}": "Bij mijn buurvrouw"},
    )

    view = CompetenceView.objects.get(competence=competence)
    assert (ours.status_code, own) == (303, 303)
    assert (view.our_view, view.our_example) == ("growing", "Liet een stilte")
    assert (view.own_view, view.example) == ("shows", "Bij mijn buurvrouw")


def test_saving_twice_keeps_one_row(cast: Cast, candidate: Application) -> None:
    competence = line(candidate)
    for _time in range(2):
        services.keep_our_view(
            actor=cast.actor("amal"),
            application_id=candidate.pk,
            moment="talk",
            views={str(competence.pk): View("shows")},
        )
    assert CompetenceView.objects.count() == 1


def test_what_this_role_does_not_ask_is_left_out(cast: Cast, candidate: Application) -> None:
    elsewhere = CompetenceFactory(organisation=cast.elsewhere)
    services.keep_our_view(
        actor=cast.actor("amal"),
        application_id=candidate.pk,
        moment="talk",
        views={str(elsewhere.pk): View("shows"), "anything": View("shows")},
    )
    assert not CompetenceView.objects.exists()


@pytest.mark.covers("S0-30")
def test_three_attitudes_are_asked_at_the_talk_and_again_after_trying_out(
    cast: Cast, candidate: Application
) -> None:
    at_the_talk = [item.key for item in queries.items_of(candidate, "talk")]
    TalkFactory(application=candidate, kind=Talk.Kind.TRIAL, status=Talk.Status.HELD)
    sent = send(
        mine(candidate, "own_view"),
        seen_discreet="shows",
        example_discreet="Ik vertelde thuis niets.",
    )
    shown = cast.client("amal").get(cast.url(f"candidates/{candidate.pk}/fit/")).context["fit"]

    assert at_the_talk == Attitude.values
    assert sent == 303
    assert [item.key for item in shown.after_trial] == Attitude.values
    assert shown.after_trial[0].example == "Ik vertelde thuis niets."
    assert CompetenceView.objects.filter(moment="talk").count() == 0


@pytest.mark.covers("S0-30")
def test_attitudes_of_its_own_come_beside_the_three_before_and_after(
    cast: Cast, candidate: Application
) -> None:
    own = line(candidate, kind=Competence.Kind.ATTITUDE)
    line(candidate, kind=Competence.Kind.SKILL)
    before = [item.key for item in queries.items_of(candidate, "talk")]
    assert before[:3] == Attitude.values
    after = [item.key for item in queries.items_of(candidate, "after_trial")]
    assert after == [*Attitude.values, str(own.pk)]

    for moment, seen in (("talk", "growing"), ("after_trial", "shows")):
        services.keep_our_view(
            actor=cast.actor("amal"),
            application_id=candidate.pk,
            moment=moment,
            views={"discreet": View(seen)},
        )
    TalkFactory(application=candidate, kind=Talk.Kind.TRIAL, status=Talk.Status.HELD)
    item = queries.fit_panel(cast.actor("amal"), candidate).after_trial[0]
    assert item.earlier is not None
    assert (item.earlier.our_view, item.our_view) == ("growing", "shows")


def test_before_a_trial_nobody_is_asked_again(cast: Cast, candidate: Application) -> None:
    shown = queries.fit_panel(cast.actor("amal"), candidate)
    assert shown.after_trial == []
    assert not queries.is_after_trial(candidate)


def test_who_does_not_talk_with_a_candidate_writes_no_view(
    cast: Cast, candidate: Application
) -> None:
    for name in ("bea", "piet", "chris"):
        with pytest.raises(Application.DoesNotExist):
            services.keep_our_view(
                actor=cast.actor(name), application_id=candidate.pk, moment="talk", views={}
            )
    with pytest.raises(Application.DoesNotExist):
        services.keep_own_view(
            actor=visitor(cast.elsewhere), application_id=candidate.pk, moment="talk", views={}
        )


def test_an_unknown_moment_is_not_found(cast: Cast, candidate: Application) -> None:
    where = cast.url(f"candidates/{candidate.pk}/fit/")
    amal = cast.client("amal")
    assert amal.get(f"{where}later/").status_code == 404
    assert amal.get(f"{where}after_trial/").status_code == 200
    assert Client().get(mine(candidate, "own_view")).status_code == 200


def test_no_number_stands_beside_the_person(cast: Cast, candidate: Application) -> None:
    for seen in ("shows", "growing", "not_yet"):
        CompetenceView.objects.create(
            organisation=cast.here,
            application=candidate,
            competence=line(candidate),
            our_view=seen,
        )
    shown = queries.fit_panel(cast.actor("amal"), candidate)
    words = {str(item.our_words) for item in shown.items}
    assert not any(character.isdigit() for word in words for character in word)
