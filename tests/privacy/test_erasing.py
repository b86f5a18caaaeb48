"""Erasing somebody: what comes first, what goes with the account, and what is left of the question."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from allauth.account.models import EmailAddress
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.files.base import ContentFile
from django.db import connection
from django.db.models import Model
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoCaptureOnCommitCallbacks
from pytest_django.fixtures import Settings

from naast.accounts.models import User
from naast.appreciation.models import YearLook
from naast.audit.models import Event
from naast.companionship.models import MatchState
from naast.core import clock, drafts
from naast.core.errors import NotAllowed, StateConflict
from naast.core.models import Draft
from naast.exchange.models import ImportedRow, ImportJob
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership, Role
from naast.people.models import Audience, Household, Note, Person, PersonWord
from naast.privacy import mentions
from naast.privacy.errors import InTheWay
from naast.privacy.models import Erasure
from naast.privacy.queries.erasing import dry_run, in_the_way, rows_told
from naast.privacy.queries.rows import found_about
from naast.privacy.queries.somebody import somebody
from naast.privacy.seeking import Sought
from naast.privacy.services import nightly, photos
from naast.privacy.services.erasing import erase, erase_for
from tests.asking_rights import asked, known
from tests.circling import circle_of, colleague
from tests.conftest import Cast
from tests.factories import EngagementFactory, MatchFactory, PersonFactory, RequestFactory
from tests.guarding import held, photo_yes


@pytest.fixture
def bea(cast: Cast) -> Person:
    return Person.objects.get(pk=cast.person_id("bea"))


def test_what_still_goes_on_comes_first_with_the_page_that_ends_it(
    cast: Cast, coordinator: Actor, bea: Person
) -> None:
    wish = RequestFactory(organisation=cast.here)
    MatchFactory(organisation=cast.here, request=wish, volunteer=bea, state=MatchState.RUNNING)
    EngagementFactory(organisation=cast.here, person=bea)
    RequestFactory(organisation=cast.here, participant=bea)
    held(coordinator, bea)
    with pytest.raises(InTheWay) as refused:
        erase(actor=coordinator, person_id=bea.pk)
    assert len(refused.value.what) == 4
    assert all(each.url.startswith("/o/hier/") for each in refused.value.what)
    bea.refresh_from_db()
    assert bea.family_name == "Buddy"


def test_who_works_here_ends_that_first(cast: Cast, coordinator: Actor) -> None:
    nele = Person.objects.get(pk=cast.person_id("nele"))
    with pytest.raises(InTheWay):
        erase(actor=coordinator, person_id=nele.pk)
    Membership.objects.filter(pk=cast.nele.pk).update(ended_on=clock.today())
    assert erase(actor=coordinator, person_id=nele.pk).person_id == nele.pk


def test_a_list_that_waits_comes_first(coordinator: Actor, bea: Person) -> None:
    ImportJob.objects.create(
        organisation_id=bea.organisation_id, kind="volunteers", state="mapped", file_name="l.csv"
    )
    assert len(in_the_way(coordinator, bea, somebody(bea))) == 1


def test_a_picture_that_is_still_shown_comes_down_first(
    coordinator: Actor, volunteer: Actor, bea: Person
) -> None:
    yes = photo_yes(volunteer, bea)
    shown = [
        photos.note_published(
            actor=coordinator, yes_id=yes.pk, where=where, published_on=clock.today()
        )
        for where in ("Website", "Affiche")
    ]
    photos.withdraw(actor=volunteer, yes_id=yes.pk)
    first = in_the_way(coordinator, bea, somebody(bea))
    assert [each.url for each in first] == [coordinator.url("privacy:photo", yes_id=yes.pk)]
    with pytest.raises(InTheWay):
        erase(actor=coordinator, person_id=bea.pk)
    for each in shown:
        photos.taken_down(actor=coordinator, published_id=each.pk)
    assert in_the_way(coordinator, bea, somebody(bea)) == []


def test_another_question_is_answered_first(coordinator: Actor, bea: Person) -> None:
    wish, other = known(coordinator, bea, "erasure"), asked(coordinator, bea, "access")
    first = in_the_way(coordinator, bea, somebody(bea))
    assert [each.url for each in first] == [coordinator.url("privacy:request", request_id=other.pk)]
    with pytest.raises(InTheWay):
        erase_for(actor=coordinator, request_id=wish.pk)


def test_a_circle_is_named_only_to_who_may_know_that_it_is_there(
    cast: Cast, coordinator: Actor
) -> None:
    circle = circle_of(cast)
    piet = Person.objects.get(pk=cast.person_id("piet"))
    who, page = somebody(piet), coordinator.url("circles:circle", circle_id=circle.pk)
    assert page in {each.url for each in in_the_way(coordinator, piet, who)}
    [closed] = [each for each in in_the_way(colleague(cast), piet, who) if not each.url]
    assert page not in {each.url for each in in_the_way(colleague(cast), piet, who)}
    assert "kring" not in closed.sentence.lower()
    assert "circle" not in closed.sentence.lower()


def test_nobody_erases_themselves_or_somebody_of_elsewhere(
    cast: Cast, coordinator: Actor, stranger: Actor, bea: Person
) -> None:
    with pytest.raises(NotAllowed):
        erase(actor=coordinator, person_id=cast.person_id("amal"))
    with pytest.raises(Person.DoesNotExist):
        erase(actor=stranger, person_id=bea.pk)


def test_the_account_goes_with_its_last_house(cast: Cast, coordinator: Actor, bea: Person) -> None:
    user = cast.bea.user
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    session = SessionStore()
    session["_auth_user_id"] = str(user.pk)
    session.save()
    drafts.keep(user.pk, "me", {"text": "half"})
    erase(actor=coordinator, person_id=bea.pk)
    assert not User.objects.filter(pk=user.pk).exists()
    assert not EmailAddress.objects.exists()
    assert not Draft.objects.exists()
    assert not Session.objects.exists()
    shell = Membership.objects.select_related("user").get(pk=cast.bea.pk)
    assert not shell.user.is_active
    assert shell.ended_on == clock.today()
    assert not shell.roles.exists()


def test_an_account_that_another_house_uses_stays(
    cast: Cast, coordinator: Actor, bea: Person
) -> None:
    user = cast.bea.user
    there = Membership.objects.create(organisation=cast.elsewhere, user=user)
    Role.objects.create(membership=there, function=Function.VOLUNTEER)
    assert dry_run(somebody(bea)).account_stays
    erase(actor=coordinator, person_id=bea.pk)
    there.refresh_from_db()
    assert there.user == user
    assert Membership.objects.get(pk=cast.bea.pk).user != user


def test_half_written_texts_and_letters_about_them_go(
    cast: Cast, coordinator: Actor, bea: Person
) -> None:
    drafts.keep(cast.amal.user.pk, f"people-note-{bea.pk}", {"text": "over Bea"})
    drafts.keep(cast.amal.user.pk, "something-else", {"text": "iets"})
    Message.objects.create(
        organisation=cast.here, to_address=bea.email.upper(), kind="x", subject="s", body="b"
    )
    Message.objects.create(
        organisation=cast.here, to_address="a@test.example", about_id=bea.pk, kind="x", body="b"
    )
    erase(actor=coordinator, person_id=bea.pk)
    assert list(Draft.objects.values_list("key", flat=True)) == ["something-else"]
    assert not Message.objects.exists()


def test_letters_to_an_address_that_is_shared_stay(
    cast: Cast, coordinator: Actor, bea: Person
) -> None:
    PersonFactory(organisation=cast.here, email=bea.email)
    assert somebody(bea).addresses == frozenset()
    Message.objects.create(organisation=cast.here, to_address=bea.email, kind="x", body="b")
    erase(actor=coordinator, person_id=bea.pk)
    assert Message.objects.count() == 1


def test_a_household_goes_with_the_last_who_lived_there(
    cast: Cast, coordinator: Actor, bea: Person
) -> None:
    home = Household.objects.create(organisation=cast.here, name="Gezin Buddy")
    other = PersonFactory(organisation=cast.here, household=home)
    Person.objects.filter(pk=bea.pk).update(household=home)
    erase(actor=coordinator, person_id=bea.pk)
    assert Household.objects.filter(pk=home.pk).exists()
    erase(actor=coordinator, person_id=other.pk)
    assert not Household.objects.exists()


def test_the_file_of_a_list_goes_from_the_disk(
    cast: Cast,
    coordinator: Actor,
    bea: Person,
    settings: Settings,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    job = ImportJob(organisation=cast.here, kind="volunteers", state="done", file_name="l.csv")
    job.leftovers, job.created = "[]", 1
    job.file.save("x", ContentFile(b"Bea"), save=True)
    ImportedRow.objects.create(
        organisation=cast.here, job=job, row=1, outcome="created", target_id=bea.pk, digest="x"
    )
    with django_capture_on_commit_callbacks(execute=True):
        erase(actor=coordinator, person_id=bea.pk)
    job.refresh_from_db()
    assert (job.leftovers, job.created) == ("", 1)
    assert not [each for each in Path(settings.MEDIA_ROOT).rglob("*") if each.is_file()]


def test_the_history_keeps_ids_and_who_erased(coordinator: Actor, bea: Person) -> None:
    erase(actor=coordinator, person_id=bea.pk)
    event = Event.objects.get(kind="person.erased")
    assert (event.target_id, event.user_id) == (bea.pk, coordinator.user_id)
    assert not PersonWord.objects.filter(person=bea).exists()
    with pytest.raises(Person.DoesNotExist):
        erase(actor=coordinator, person_id=bea.pk)


@pytest.mark.parametrize("family", ["Buddy", "Bëdy", "Van den Ördy", "Ćžš"])
def test_a_name_in_the_history_is_taken_out_as_well(
    coordinator: Actor,
    bea: Person,
    family: str,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    Person.objects.filter(pk=bea.pk).update(family_name=family)
    name = f"Bea {family}"
    lines = [
        Event.objects.create(
            organisation_id=bea.organisation_id,
            reason=reason,
            kind="x",
            target="person",
            target_id=bea.pk,
            changes=changes,
        )
        for reason, changes in ((f"asked by {name}", {}), ("night", {"wie": [name]}))
    ]
    with django_capture_on_commit_callbacks(execute=True):
        erasure = erase(actor=coordinator, person_id=bea.pk)
    for event in lines:
        event.refresh_from_db()
        assert "Bea" not in f"{event.reason}{event.changes}"
    erasure.refresh_from_db()
    assert erasure.finished_at is not None
    assert erasure.seeks == {}
    assert erasure.mentions == {"audit.Event": 2}


def test_the_night_finishes_what_a_machine_left_behind(coordinator: Actor, bea: Person) -> None:
    erasure = erase(actor=coordinator, person_id=bea.pk)
    assert erasure.seeks
    Erasure.objects.update(created_at=clock.now() - timedelta(hours=2))
    nightly.run(clock.now())
    erasure.refresh_from_db()
    assert erasure.finished_at is not None


def test_what_is_written_about_somebody_with_the_same_name_stays(
    cast: Cast, coordinator: Actor, bea: Person
) -> None:
    assert not dry_run(somebody(bea)).name_stays
    other = PersonFactory(organisation=cast.here, given_name="Béa", family_name="buddy")
    note = Note.objects.create(
        organisation=cast.here,
        person=other,
        author=cast.amal,
        audience=Audience.TEAM,
        text=f"Bea Buddy kwam, schrijft vanaf {bea.email}.",
    )
    Person.objects.filter(pk=other.pk).update(sort_name=bea.sort_name)
    assert dry_run(somebody(bea)).name_stays
    address = bea.email
    mentions.take_out(erase(actor=coordinator, person_id=bea.pk).pk)
    note.refresh_from_db()
    assert "Bea Buddy kwam" in note.text
    assert address not in note.text


def test_nobody_reads_from_the_numbers_that_something_was_told_in_confidence(
    cast: Cast, coordinator: Actor, bea: Person
) -> None:
    YearLook.objects.create(organisation=cast.here, person=bea, year=2026, written_on=clock.today())
    before = dry_run(somebody(bea))
    erasure = erase(actor=coordinator, person_id=bea.pk)
    assert erasure.rows["appreciation.YearLook"] == [1, 0, 0]
    assert rows_told(erasure) == before.goes + before.emptied


def test_a_search_that_stops_halfway_goes_on_where_it_was(
    cast: Cast, coordinator: Actor, bea: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    piet = Person.objects.get(pk=cast.person_id("piet"))
    drafts.keep(cast.amal.user.pk, "something-else", {"text": "Bea Buddy kwam."})
    note = Note.objects.create(
        organisation=cast.here,
        person=piet,
        author=cast.amal,
        audience=Audience.TEAM,
        text="Bea Buddy kwam langs.",
    )
    erasure = erase(actor=coordinator, person_id=bea.pk)
    Erasure.objects.update(created_at=clock.now() - timedelta(hours=2))
    read = mentions._in_rows

    def stopped(model: type[Model], fields: list[str], house_id: UUID, seeks: Sought) -> int:
        if model is Note:
            raise RuntimeError("the machine stopped")
        return read(model, fields, house_id, seeks)

    monkeypatch.setattr(mentions, "_in_rows", stopped)
    nightly.run(clock.now())
    halfway = Erasure.objects.get()
    assert halfway.finished_at is None
    assert halfway.seeks
    assert "Bea" not in str(Draft.objects.get().content)
    monkeypatch.setattr(mentions, "_in_rows", read)
    nightly.run(clock.now())
    erasure.refresh_from_db()
    note.refresh_from_db()
    assert erasure.finished_at is not None
    assert erasure.seeks == {}
    assert "Bea" not in note.text
    assert erasure.mentions == {"core.Draft": 1, "people.Note": 1}


def test_who_asked_hears_it_once_and_no_copy_stays(
    coordinator: Actor,
    bea: Person,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    request, address = known(coordinator, bea, "erasure"), bea.email
    with django_capture_on_commit_callbacks(execute=True):
        erase_for(actor=coordinator, request_id=request.pk)
    request.refresh_from_db()
    assert (request.state, request.outcome, request.words) == ("answered", "done", "")
    assert [letter.to for letter in mail.outbox] == [[address]]
    assert not Message.objects.exists()


def test_erasing_waits_until_we_know_who_asks(coordinator: Actor, bea: Person) -> None:
    request = asked(coordinator, bea, "erasure")
    with pytest.raises(StateConflict):
        erase_for(actor=coordinator, request_id=request.pk)
    other = known(coordinator, bea, "access")
    with pytest.raises(StateConflict):
        erase_for(actor=coordinator, request_id=other.pk)


def test_the_dry_run_says_what_goes_and_changes_nothing(cast: Cast, bea: Person) -> None:
    Note.objects.create(
        organisation=cast.here, person=bea, author=cast.amal, audience=Audience.TEAM, text="Fijn."
    )
    told = {str(line.title): line for line in dry_run(somebody(bea)).lines}
    assert sum(line.goes for line in told.values()) >= 1
    assert Note.objects.count() == 1
    drafts.keep(cast.bea.user.pk, "me", {"text": "half"})
    assert {str(line.title) for line in dry_run(somebody(bea)).lines} == set(told)


def test_looking_costs_the_same_for_one_row_and_for_three(cast: Cast, bea: Person) -> None:
    def queries_for(rows: int) -> int:
        for _each in range(rows):
            Note.objects.create(
                organisation=cast.here,
                person=bea,
                author=cast.amal,
                audience=Audience.TEAM,
                text="Fijn.",
            )
        with CaptureQueriesContext(
            connection,
        ) as queries:
            found_about(somebody(bea))
        return len(queries)

    assert queries_for(1) == queries_for(2)
