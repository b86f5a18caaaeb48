"""Plans carried out and taken back: people, matches and visits."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.companionship.models import Match, MatchState, MatchStep, Visit
from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.exchange import attention, services
from naast.exchange.errors import NotUndoable, UnusableList
from naast.exchange.listing import make_plan, understand_list
from naast.exchange.models import ImportedRow, ImportJob
from naast.exchange.plan import Decisions, Plan, digest
from naast.exchange.reading import read_bytes
from naast.exchange.subjects import subject_of
from naast.organisations.actors import Actor
from naast.people.models import Consent, Person, Topic, VolunteerProfile
from tests.conftest import Cast
from tests.exchange.conftest import workbook
from tests.factories import ParticipantFactory, ProgrammeFactory, VolunteerFactory

PEOPLE = [
    "Nr",
    "Naam",
    "Mail",
    "Gsm",
    "Geboortedatum",
    "Talen",
    "Competenties",
    "Gemeente",
    "Motivatie",
]
JAN = [
    "1",
    "Jan Maes",
    "jan@voorbeeld.example",
    "0475123456",
    "3/7/1958",
    "NL (vlot), Turks",
    "koken",
    "Gent",
    "graag",
]


def load(
    actor: Actor,
    rows: list[list[Any]],
    kind: str = "volunteers",
    decisions: Decisions | None = None,
) -> tuple[Plan, ImportJob]:
    listed = understand_list(actor, read_bytes(workbook(("Blad1", rows)), "l.xlsx"), kind)
    plan = make_plan(listed, decisions)
    return plan, services.load_now(
        actor=actor, listed=listed, rule="good_rows", plan=plan, name="l.xlsx"
    )


def problems(plan: Plan) -> list[tuple[int | None, str]]:
    return [(problem.row, problem.code) for problem in plan.problems()]


# --- people ------------------------------------------------------------------------------------------


def test_only_what_the_list_says_changes(coordinator: Actor) -> None:
    load(coordinator, [PEOPLE, JAN])
    changed = [
        "1",
        "Jan Maes",
        "",
        "0476123456",
        "",
        "Frans, Turks (goed)",
        "Koken, fietsen",
        "Brugge",
        "",
    ]
    plan, job = load(coordinator, [PEOPLE, changed])

    jan = Person.objects.get(external_id="1")
    assert (job.created, job.updated) == (0, 1)
    assert {change.field for change in plan.planned[0].changes} == {
        "phone",
        "languages",
        "competences",
        "place",
    }
    assert (jan.email, jan.phone, jan.place) == ("jan@voorbeeld.example", "+32476123456", "Brugge")
    assert dict(jan.languages.values_list("language", "level")) == {"nl": 3, "tr": 2, "fr": 2}
    assert sorted(jan.topics.values_list("topic__name", flat=True)) == ["fietsen", "koken"]
    assert set(jan.words.values_list("word", flat=True)) >= {"jan", "maes", "brugge"}
    assert not jan.words.filter(word="gent").exists()


@pytest.mark.covers("S1-35")
def test_a_participant_in_a_list_of_volunteers_gets_the_second_hat(coordinator: Actor) -> None:
    piet = ParticipantFactory(
        organisation_id=coordinator.organisation_id, organisation=None,
        person__organisation_id=coordinator.organisation_id, person__organisation=None,
        person__given_name="Piet", person__family_name="Claes", person__email="piet@voorbeeld.example",
    ).person  # fmt: skip
    _plan, job = load(coordinator, [["Naam", "Mail"], ["Piet Claes", "piet@voorbeeld.example"]])
    assert (job.created, job.updated) == (0, 1)
    assert VolunteerProfile.objects.get(person=piet).sort_name == "claes piet"


def test_the_same_person_twice_in_one_list_is_said_and_taken_once(coordinator: Actor) -> None:
    plan, job = load(coordinator, [PEOPLE, JAN, ["", *JAN[1:]]])
    assert (job.created, job.left_out) == (1, 1)
    assert problems(plan) == [(3, "duplicate.row")]


def test_a_couple_with_one_mailbox_is_asked_about_and_both_can_be_taken(coordinator: Actor) -> None:
    rows = [
        ["Naam", "Mail"],
        ["Jan Maes", "thuis@voorbeeld.example"],
        ["Griet Claes", "thuis@voorbeeld.example"],
    ]
    plan, job = load(coordinator, rows)
    assert (job.created, problems(plan)) == (1, [(3, "duplicate.ask")])
    _plan, job = load(coordinator, rows, decisions=Decisions({3: "new"}))
    assert (job.created, job.unchanged) == (1, 1)


def test_a_decision_can_point_only_at_somebody_who_was_offered(coordinator: Actor) -> None:
    VolunteerFactory(organisation_id=coordinator.organisation_id, organisation=None,
                     person__organisation_id=coordinator.organisation_id, person__organisation=None,
                     person__given_name="Griet", person__family_name="Claes", person__email="thuis@voorbeeld.example")  # fmt: skip
    stranger = VolunteerFactory().person
    rows = [["Naam", "Mail"], ["Jan Maes", "thuis@voorbeeld.example"]]
    plan, _job = load(coordinator, rows, decisions=Decisions({2: str(stranger.pk)}))
    assert problems(plan) == [(2, "duplicate.ask")]
    plan, _job = load(coordinator, rows, decisions=Decisions({2: "skip"}))
    assert problems(plan) == [(2, "decision.skipped")]


def test_a_list_of_names_alone_makes_nobody_twice(coordinator: Actor) -> None:
    rows = [["Naam"], ["Jan Maes"], ["Griet Claes"]]
    load(coordinator, rows)
    _plan, job = load(coordinator, rows)
    assert (job.created, job.unchanged, job.left_out) == (0, 2, 0)


def test_nom_et_prenom_says_which_comes_first(coordinator: Actor) -> None:
    load(coordinator, [["Nom et prénom", "E-mail"], ["Jansen Mo", "mo@voorbeeld.example"]])
    mo = Person.objects.get(email="mo@voorbeeld.example")
    assert (mo.given_name, mo.family_name) == ("Mo", "Jansen")


def test_a_row_without_a_name_and_a_list_without_names_are_refused(coordinator: Actor) -> None:
    plan, _job = load(coordinator, [["Naam", "Mail"], ["", "x@voorbeeld.example"]])
    assert problems(plan) == [(2, "name.missing")]
    with pytest.raises(UnusableList):
        load(coordinator, [["Mail", "Gsm"], ["x@voorbeeld.example", "0475123456"]])


def test_only_a_coordinator_loads(volunteer: Actor, coordinator: Actor) -> None:
    with pytest.raises(NotAllowed):
        load(volunteer, [PEOPLE, JAN])


def test_the_number_of_queries_does_not_grow_with_the_list(coordinator: Actor) -> None:
    load(coordinator, [PEOPLE, JAN])
    counts = []
    for size, start in ((1, 0), (3, 10), (1_000, 100)):
        rows = [
            [
                str(n),
                f"Jan Maes{n}",
                f"j{n}@voorbeeld.example",
                "",
                "3/7/1958",
                "NL",
                "koken",
                "Gent",
                "x",
            ]
            for n in range(start, start + size)
        ]
        with CaptureQueriesContext(connection) as queries:
            load(coordinator, [PEOPLE, *rows])
        counts.append(
            len([query for query in queries.captured_queries if "SAVEPOINT" not in query["sql"]])
        )
    assert counts[0] == counts[1] == counts[2]
    assert counts[0] < 30


def test_what_was_written_is_what_is_read_back(coordinator: Actor) -> None:
    plan, job = load(coordinator, [PEOPLE, JAN])
    (trace,) = ImportedRow.objects.filter(job=job)
    state = subject_of("volunteers").states(
        coordinator.organisation_id, "volunteers", [trace.target_id]
    )
    assert digest(state[trace.target_id]) == trace.digest == digest(plan.planned[0].wanted)


# --- and back ------------------------------------------------------------------------------------------


def test_undo_takes_the_new_away_and_gives_the_old_back(coordinator: Actor) -> None:
    load(coordinator, [PEOPLE, JAN])
    before = subject_of("volunteers").states(coordinator.organisation_id, "volunteers", None)
    people = Person.objects.count()
    changed = [
        "1",
        "Jan Maes",
        "",
        "0476123456",
        "1/1/1960",
        "Frans",
        "fietsen",
        "Brugge",
        "anders",
    ]
    new = ["2", "Eva Claes", "eva@voorbeeld.example", "", "", "Frans", "zingen", "Gent", ""]
    _plan, job = load(coordinator, [PEOPLE, changed, new])
    assert Person.objects.count() == people + 1

    services.undo(actor=coordinator, job_id=job.pk)

    assert (
        subject_of("volunteers").states(coordinator.organisation_id, "volunteers", None) == before
    )
    assert Person.objects.count() == people
    with pytest.raises(StateConflict):
        services.undo(actor=coordinator, job_id=job.pk)


def test_undo_is_refused_once_somebody_changed_a_row(coordinator: Actor) -> None:
    _plan, job = load(coordinator, [PEOPLE, JAN])
    Person.objects.filter(external_id="1").update(phone="+32470000000")
    with pytest.raises(NotUndoable):
        services.undo(actor=coordinator, job_id=job.pk)
    assert Person.objects.filter(external_id="1").exists()


def test_undo_is_refused_once_something_was_built_on_a_person(coordinator: Actor) -> None:
    _plan, job = load(coordinator, [PEOPLE, JAN])
    jan = Person.objects.get(external_id="1")
    consent = Consent.objects.create(
        organisation_id=coordinator.organisation_id, person=jan, purpose="lived_experience",
        given_on=date(2026, 1, 1), how="in_person",
    )  # fmt: skip
    with pytest.raises(NotUndoable):
        services.undo(actor=coordinator, job_id=job.pk)
    consent.delete()
    services.undo(actor=coordinator, job_id=job.pk)
    assert not Person.objects.filter(external_id="1").exists()


def test_undo_is_for_coordinators_of_the_same_organisation(cast: Cast) -> None:
    _plan, job = load(cast.actor("amal"), [PEOPLE, JAN])
    for name in ("chris", "bea"):
        with pytest.raises(ImportJob.DoesNotExist):
            services.undo(actor=cast.actor(name), job_id=job.pk)


# --- matches and visits --------------------------------------------------------------------------------

MATCHES = ["Vrijwilliger", "Mail deelnemer", "Werking", "Start", "Einde", "Stand"]
VISITS = ["Datum", "Vrijwilliger", "Deelnemer", "Duur", "Hoe", "Opmerking"]


@pytest.fixture
def pair(cast: Cast) -> Cast:
    """Bea and Piet can be matched in two programmes."""
    ProgrammeFactory(organisation=cast.here, name="Buddy")
    ProgrammeFactory(organisation=cast.here, name="Huisbezoek")
    ProgrammeFactory(organisation=cast.elsewhere, name="Elders")
    return cast


def piet_mail(cast: Cast) -> str:
    return Person.objects.get(pk=str(cast.piet.person_id)).email


def test_a_list_of_matches_stands_beside_the_people_we_know(pair: Cast) -> None:
    rows = [MATCHES, ["Buddy, Bea", piet_mail(pair), "buddy", "1/2/2026", "", "lopend"]]
    _plan, job = load(pair.actor("amal"), rows, "matches")
    match = Match.objects.get()
    assert (job.created, match.state, match.started_on) == (1, MatchState.RUNNING, date(2026, 2, 1))
    assert (match.volunteer_id, match.participant_id) == (pair.bea.person_id, pair.piet.person_id)
    assert MatchStep.objects.get().name == "imported"

    ended = [MATCHES, ["Bea Buddy", piet_mail(pair), "Buddy", "1/2/2026", "1/5/2026", ""]]
    _plan, job = load(pair.actor("amal"), ended, "matches")
    match.refresh_from_db()
    assert (job.created, job.updated, match.state, match.ended_on) == (
        0,
        1,
        MatchState.ENDED,
        date(2026, 5, 1),
    )
    services.undo(actor=pair.actor("amal"), job_id=job.pk)
    match.refresh_from_db()
    assert (match.state, match.ended_on) == (MatchState.RUNNING, None)


def test_each_thing_a_match_misses_is_named(pair: Cast) -> None:
    plan, job = load(
        pair.actor("amal"),
        [
            MATCHES,
            ["Niemand Zo", piet_mail(pair), "Buddy", "", "", ""],
            ["Bea Buddy", "weg@voorbeeld.example", "Buddy", "", "", ""],
            ["Bea Buddy", piet_mail(pair), "Elders", "", "", ""],
            ["Bea Buddy", piet_mail(pair), "", "", "", ""],
            ["Bea Buddy", piet_mail(pair), "Buddy", "1/2/2026", "1/1/2026", ""],
        ],
        "matches",
    )
    assert job.created == 0
    assert problems(plan) == [
        (2, "volunteer.unknown"), (3, "participant.unknown"), (4, "programme.unknown"),
        (5, "programme.missing"), (6, "date.order"),
    ]  # fmt: skip


def test_visits_come_with_their_match_and_twice_loading_makes_none_twice(pair: Cast) -> None:
    amal = pair.actor("amal")
    load(amal, [MATCHES, ["Bea Buddy", piet_mail(pair), "Buddy", "1/2/2026", "", ""]], "matches")
    rows = [
        VISITS,
        ["3/3/26", "Bea Buddy", "Piet Deelnemer", "1u30", "thuis", "=geen formule"],
        ["3/3/26", "Bea Buddy", "Piet Deelnemer", "0:30", "telefoon", ""],
        ["10/3/26", "Bea Buddy", "Piet Deelnemer", "90", "", ""],
        ["10/3/26", "Bea Buddy", "Amal", "90", "", ""],
    ]
    plan, job = load(amal, rows, "visits")
    assert (job.created, problems(plan)) == (3, [(5, "participant.unknown")])
    visit = Visit.objects.get(visited_on=date(2026, 3, 3), mode="home")
    assert (visit.minutes, visit.pass_on) == (90, "=geen formule")
    assert Match.objects.get().last_visit_on == date(2026, 3, 10)

    _plan, again = load(amal, rows, "visits")
    assert (again.created, again.unchanged) == (0, 3)
    services.undo(actor=amal, job_id=job.pk)
    assert not Visit.objects.exists()
    assert Match.objects.get().last_visit_on is None


def test_undo_of_matches_is_refused_once_there_are_visits(pair: Cast) -> None:
    amal = pair.actor("amal")
    _plan, job = load(
        amal, [MATCHES, ["Bea Buddy", piet_mail(pair), "Buddy", "1/2/2026", "", ""]], "matches"
    )
    load(amal, [VISITS, ["3/3/26", "Bea Buddy", "Piet Deelnemer", "1u", "", ""]], "visits")
    with pytest.raises(NotUndoable):
        services.undo(actor=amal, job_id=job.pk)


def test_people_and_matches_of_another_organisation_are_not_found(pair: Cast) -> None:
    rows = [MATCHES, ["Bea Buddy", piet_mail(pair), "Elders", "", "", ""]]
    plan, _job = load(pair.actor("chris"), rows, "matches")
    assert problems(plan) == [(2, "volunteer.unknown"), (2, "participant.unknown")]


# --- the desk ------------------------------------------------------------------------------------------


def test_the_desk_asks_for_rows_that_were_left_out_until_they_are_dealt_with(cast: Cast) -> None:
    amal = cast.actor("amal")
    _plan, job = load(amal, [PEOPLE, [*JAN[:4], "31/2/1990", *JAN[5:]]])
    (item,) = attention.items(amal, now=clock.now())
    assert (item.kind, item.subject_id, item.owner_id) == ("import.leftovers", job.pk, cast.amal.pk)
    assert attention.items(cast.actor("chris"), now=clock.now()) == []
    assert attention.items(cast.actor("bea"), now=clock.now()) == []

    services.forget_leftovers(actor=amal, job_id=job.pk)
    assert attention.items(amal, now=clock.now()) == []


def test_the_desk_reminds_of_a_list_that_was_begun(
    coordinator: Actor, settings: Any, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    services.upload(
        actor=coordinator, kind="volunteers", name="l.xlsx", content=workbook(("B", [PEOPLE, JAN]))
    )
    assert attention.items(coordinator, now=clock.now()) == []
    (item,) = attention.items(coordinator, now=clock.now() + timedelta(days=1))
    assert item.kind == "import.begun"
    assert not Topic.objects.exists()


def test_a_list_that_was_begun_long_ago_goes_with_its_file(
    coordinator: Actor, settings: Any, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    content = workbook(("B", [PEOPLE, JAN]))
    old = services.upload(actor=coordinator, kind="volunteers", name="l.xlsx", content=content)
    ImportJob.objects.filter(pk=old.pk).update(created_at=clock.now() - timedelta(days=31))
    new = services.upload(actor=coordinator, kind="volunteers", name="l.xlsx", content=content)
    assert list(ImportJob.objects.values_list("pk", flat=True)) == [new.pk]
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_what_goes_wrong_while_loading_is_a_sentence_and_nothing_is_half_done(
    coordinator: Actor, settings: Any, tmp_path: Any, django_capture_on_commit_callbacks: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    content = workbook(("B", [PEOPLE, JAN]))
    job = services.upload(actor=coordinator, kind="volunteers", name="l.xlsx", content=content)
    mapping = {int(column): field for column, field in job.mapping.items()}
    services.choose_columns(actor=coordinator, job_id=job.pk, mapping=mapping)
    tmp_path.joinpath(job.file.name).write_bytes(b"")
    with django_capture_on_commit_callbacks(execute=True):
        services.start(actor=coordinator, job_id=job.pk, rule="good_rows")
    job.refresh_from_db()
    assert job.state == "failed"
    assert job.failure
    assert not Person.objects.filter(external_id="1").exists()


@pytest.mark.parametrize("state", [MatchState.PAUSED, MatchState.BOTH_YES, MatchState.ENDED])
def test_a_list_never_starts_a_match_that_we_know(pair: Cast, state: str) -> None:
    amal = pair.actor("amal")
    row = ["Bea Buddy", piet_mail(pair), "Buddy", "1/2/2026", "", "actief"]
    load(amal, [MATCHES, row], "matches")
    Match.objects.update(state=state)
    plan, job = load(amal, [MATCHES, row], "matches")
    assert (job.updated, problems(plan)) == (0, [(2, "match.back")])
    assert Match.objects.get().state == state
