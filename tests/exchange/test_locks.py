"""Two people, or two workers, at the same list at the same moment."""

from uuid import UUID

import pytest

from naast.core.errors import StateConflict
from naast.exchange import running, services
from naast.exchange.models import ImportJob
from naast.exchange.states import JobState
from naast.organisations.actors import Actor
from naast.people.models import Person
from tests.at_once import at_once
from tests.exchange.conftest import workbook

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

ROWS = [["Voornaam", "Naam", "Mail"], ["Jan", "Maes", "jan@voorbeeld.example"]]


def kinds_of(results: list[object]) -> list[str]:
    return sorted(type(result).__name__ for result in results)


@pytest.fixture
def job(coordinator: Actor) -> ImportJob:
    """A list that was checked and waits for «Load»."""
    uploaded = services.upload(
        actor=coordinator,
        kind="volunteers",
        name="l.xlsx",
        content=workbook(("Blad1", ROWS)),
    )
    return services.choose_columns(
        actor=coordinator,
        job_id=uploaded.pk,
        mapping={int(column): field for column, field in uploaded.mapping.items()},
    )


def start(actor: Actor, job_id: UUID) -> object:
    return services.start(actor=actor, job_id=job_id, rule="good_rows")


def loaded() -> int:
    return Person.objects.filter(given_name="Jan").count()


def test_a_list_started_twice_at_once_is_loaded_once(coordinator: Actor, job: ImportJob) -> None:
    results = at_once(lambda: start(coordinator, job.pk), lambda: start(coordinator, job.pk))
    assert kinds_of(results) == ["ImportJob", "StateConflict"]
    assert loaded() == 1


def test_work_that_is_handed_out_twice_is_done_once(job: ImportJob) -> None:
    ImportJob.objects.filter(pk=job.pk).update(state=JobState.RUNNING)
    at_once(lambda: running.run(job.pk, "nl"), lambda: running.run(job.pk, "nl"))
    job.refresh_from_db()
    assert (job.state, job.failure, bool(job.file)) == (JobState.DONE, "", False)
    assert loaded() == 1


def test_a_list_that_is_thrown_away_while_it_starts_is_loaded_or_gone(
    coordinator: Actor, job: ImportJob
) -> None:
    def throw_away() -> None:
        services.drop(actor=coordinator, job_id=job.pk)

    def begin() -> object:
        try:
            return start(coordinator, job.pk)
        except ImportJob.DoesNotExist:
            return None

    started, dropped = at_once(begin, throw_away)
    assert (started is None) is not isinstance(dropped, StateConflict)
    assert loaded() == ImportJob.objects.filter(state=JobState.DONE).count()
    assert ImportJob.objects.exists() is (started is not None)


def test_a_list_taken_back_twice_at_once_is_taken_back_once(
    coordinator: Actor, job: ImportJob
) -> None:
    start(coordinator, job.pk)
    assert loaded() == 1

    def undo() -> object:
        return services.undo(actor=coordinator, job_id=job.pk)

    assert kinds_of(at_once(undo, undo)) == ["ImportJob", "StateConflict"]
    assert loaded() == 0
