"""The one neutral question: kept with a yes, gone without, and only a day when it is done."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.apps import apps
from django.db import connection

from naast.audit.models import Event
from naast.checks.errors import ConsentNeeded, UnknownOffice
from naast.checks.models import NO, RATHER_NOT, Report, Statement
from naast.checks.policies import reports as policies
from naast.checks.services import nightly
from naast.checks.services import reports as services
from naast.checks.services.reports import Filed
from naast.core import clock
from naast.core.errors import DomainError, NotAllowed, StateConflict
from naast.messaging.models import Reminder
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.people.api import withdraw_consent
from naast.people.models import Consent
from naast.programmes.models import Override
from naast.programmes.services import let_wait
from tests.checking import ReportFactory, StatementFactory, bea, takes_part
from tests.conftest import Cast
from tests.factories import PersonFactory, ProgrammeFactory

DONE_ON = date(2026, 11, 2)


@pytest.fixture(autouse=True)
def a_few_weeks_later() -> Iterator[None]:
    """The answer is kept until the end of that year."""
    with time_machine.travel(datetime(2026, 11, 26, 9, tzinfo=UTC)):
        yield


def answer(actor: Actor, cast: Cast, office: str, *, agrees: bool = True) -> Report:
    return services.answer_question(
        actor=actor, person_id=cast.person_id("bea"), answer=office, agrees=agrees
    )


def in_the_database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT answer FROM checks_report")
        return str(cursor.fetchone()[0])


def test_an_answer_is_kept_only_with_a_yes_and_unreadable_in_the_database(
    cast: Cast, volunteer: Actor
) -> None:
    with pytest.raises(ConsentNeeded):
        answer(volunteer, cast, "ocmw", agrees=False)
    assert not Report.objects.exists()
    report = answer(volunteer, cast, "ocmw")
    assert (report.state, Report.objects.get().answer) == (Report.State.TO_DO, "ocmw")
    assert "ocmw" not in in_the_database()
    consent = Consent.objects.get()
    assert (consent.purpose, consent.how) == ("reporting", "on_screen")
    # The yes stands: the next answer needs no new one.
    assert answer(volunteer, cast, NO, agrees=False).state == Report.State.NOTHING


def test_who_would_rather_not_say_leaves_nothing_and_needs_no_yes(
    cast: Cast, volunteer: Actor
) -> None:
    report = answer(volunteer, cast, RATHER_NOT, agrees=False)
    assert (report.answer, report.state, report.answered_on) == ("", "nothing", clock.today())
    assert not Consent.objects.exists()


def test_taking_the_yes_back_erases_the_answer_at_once(cast: Cast, volunteer: Actor) -> None:
    answer(volunteer, cast, "rva")
    services.note_done(actor=volunteer, person_id=cast.person_id("bea"), done_on=date(2026, 1, 5))
    consent = Consent.objects.get()
    withdraw_consent(actor=volunteer, person_id=consent.person_id, consent_id=consent.pk)
    report = Report.objects.get()
    assert (report.answer, report.answered_on, report.done_on, report.silent_on) == (
        "",
        None,
        None,
        None,
    )


def _everything_that_is_kept() -> str:
    """Every field of every row, as people who may read everything would read it."""
    rows = [row for model in apps.get_models() for row in model._default_manager.all()]
    return "\n".join(
        str(getattr(row, field.attname)) for row in rows for field in row._meta.concrete_fields
    )


def test_after_a_yes_is_taken_back_nothing_anywhere_tells_of_the_allowance(
    cast: Cast, coordinator: Actor
) -> None:
    engagement, planted = takes_part(cast), "Zij wacht nog op de kaart van de RVA."
    answer(coordinator, cast, "rva")
    let_wait(
        actor=coordinator,
        engagement_id=engagement.pk,
        item_key="report",
        reason=planted,
        until_on=clock.today(),
    )
    services.note_done(actor=coordinator, person_id=cast.person_id("bea"), done_on=DONE_ON)
    services.note_limits(actor=coordinator, person_id=cast.person_id("bea"), limits_set=True)
    nightly.run(clock.now())
    label = str(Override.objects.get().label)
    for words in (planted, label, "rva", "report.limits"):
        assert words in _everything_that_is_kept()
    consent = Consent.objects.get()
    withdraw_consent(actor=coordinator, person_id=consent.person_id, consent_id=consent.pk)
    assert not Override.objects.exists()
    assert not Reminder.objects.filter(kind="report.limits").exists()
    kept = _everything_that_is_kept().replace("report.limits", "")
    for words in (planted, label, DONE_ON.isoformat()):
        assert words not in kept
    about = Event.objects.filter(target_id=cast.person_id("bea"), kind__startswith="report.")
    assert {each.kind for each in about} == {"report.noted", "report.forgotten"}
    assert not any(each.changes for each in about)
    waited = Event.objects.get(kind="engagement.item-let-wait")
    assert "report" not in str(waited.changes)


def test_a_coordinator_notes_what_was_said_in_a_talk(cast: Cast, coordinator: Actor) -> None:
    answer(coordinator, cast, "health_fund")
    assert Consent.objects.get().how == "in_person"
    assert Report.objects.get().noted_by_id == cast.amal.pk


@pytest.mark.parametrize("office", ["uwv", "something"])
def test_an_office_of_another_country_is_no_answer(
    cast: Cast, volunteer: Actor, office: str
) -> None:
    with pytest.raises(UnknownOffice):
        answer(volunteer, cast, office)


def test_from_the_day_it_was_filed_follows_when_silence_means_yes(
    cast: Cast, volunteer: Actor
) -> None:
    answer(volunteer, cast, "rva")
    with time_machine.travel(date(2026, 12, 20)):
        report = services.note_done(
            actor=volunteer, person_id=cast.person_id("bea"), done_on=date(2026, 12, 14)
        )
    assert (report.state, report.done_on) == (Report.State.DONE, date(2026, 12, 14))
    assert report.silent_on == date(2026, 12, 31)
    limited = services.note_limits(
        actor=volunteer, person_id=cast.person_id("bea"), limits_set=True
    )
    assert limited.limits_set is True


def test_another_answer_makes_what_was_done_for_the_old_one_void(
    cast: Cast, volunteer: Actor
) -> None:
    answer(volunteer, cast, "rva")
    services.note_done(actor=volunteer, person_id=cast.person_id("bea"), done_on=clock.today())
    again = answer(volunteer, cast, "rva")
    assert again.done_on == clock.today()
    changed = answer(volunteer, cast, "ocmw")
    assert (changed.state, changed.done_on, changed.silent_on) == ("to_do", None, None)


def test_nothing_is_done_where_nothing_is_asked(cast: Cast, volunteer: Actor) -> None:
    person_id = cast.person_id("bea")
    with pytest.raises(StateConflict):
        services.note_done(actor=volunteer, person_id=person_id, done_on=clock.today())
    with pytest.raises(StateConflict):
        services.note_limits(actor=volunteer, person_id=person_id, limits_set=True)
    answer(volunteer, cast, "ocmw")
    with pytest.raises(DomainError):
        services.note_done(actor=volunteer, person_id=person_id, done_on=date(2999, 1, 1))


def test_of_a_residence_document_only_yes_no_and_a_day_are_kept(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    person_id, today = cast.person_id("bea"), clock.today()
    report = services.note_residence(
        actor=coordinator, person_id=person_id, shown="yes", noted_on=today
    )
    assert (report.residence, report.residence_on) == ("yes", today)
    with pytest.raises(DomainError):
        services.note_residence(
            actor=coordinator, person_id=person_id, shown="no", noted_on=date(2999, 1, 1)
        )
    with pytest.raises(NotAllowed):
        services.note_residence(actor=volunteer, person_id=person_id, shown="yes", noted_on=today)
    # A yes that is taken back erases the answer, and leaves this.
    services.forget_answer(volunteer, bea(cast))
    assert Report.objects.get().residence == "yes"


def test_a_statement_of_the_uwv_is_noted_with_its_three_years(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    Organisation.objects.filter(pk=cast.here.pk).update(country="NL")
    filed = Filed("vrijwilligersverklaring", "Wandelen", date(2026, 3, 1))
    # It is about one kind of work: somebody says which.
    with pytest.raises(DomainError):
        services.keep_statement(actor=coordinator, filed=filed)
    programme = ProgrammeFactory(organisation=cast.here)
    theirs = ProgrammeFactory(organisation=cast.elsewhere)
    filed = replace(filed, programmes=(programme.pk, theirs.pk))
    statement = services.keep_statement(actor=coordinator, filed=filed)
    assert statement.valid_until == date(2029, 2, 28)
    assert list(statement.programmes.all()) == [programme]
    assert [
        statement.holds_on(day)
        for day in (date(2026, 2, 28), date(2026, 3, 1), date(2029, 2, 28), date(2029, 3, 1))
    ] == [False, True, True, False]
    answered = replace(filed, decision=Statement.Decision.NO)
    changed = services.keep_statement(actor=coordinator, filed=answered, statement_id=statement.pk)
    assert not changed.holds_on(date(2026, 6, 1))
    with pytest.raises(NotAllowed):
        services.keep_statement(actor=volunteer, filed=filed)
    with pytest.raises(UnknownOffice):
        services.keep_statement(actor=coordinator, filed=Filed("C45F", "Wandelen", clock.today()))
    with pytest.raises(DomainError):
        services.keep_statement(actor=coordinator, filed=replace(filed, filed_on=date(2999, 1, 1)))


def test_who_may_know_and_note_what(cast: Cast, coordinator: Actor, volunteer: Actor) -> None:
    own = ReportFactory(organisation=cast.here, person=bea(cast))
    ReportFactory(organisation=cast.elsewhere)
    other = ReportFactory(organisation=cast.here)
    statement = StatementFactory(organisation=cast.here)
    seen = {
        name: set(policies.visible_to(cast.actor(name)).values_list("pk", flat=True))
        for name in ("amal", "bea", "nele")
    }
    assert seen == {"amal": {own.pk, other.pk}, "bea": {own.pk}, "nele": set()}
    assert list(policies.statements_visible_to(coordinator)) == [statement]
    assert not policies.statements_visible_to(volunteer).exists()
    stranger = PersonFactory(organisation=cast.elsewhere)
    assert policies.can_answer(volunteer, bea(cast))
    assert not policies.can_answer(volunteer, other.person)
    assert not policies.can_answer(coordinator, stranger)
    assert not policies.can_note_residence(coordinator, stranger)
