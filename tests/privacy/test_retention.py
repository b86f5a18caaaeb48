"""What is over its term goes at night: as the dry run said, in batches, and never what is held."""

from datetime import timedelta
from unittest import mock

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import gettext, override

from naast.accounts.models import User
from naast.audit import log
from naast.audit.models import Event
from naast.core import clock, night, retention
from naast.core.errors import DomainError, NotAllowed
from naast.messaging.models import Message
from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import ParticipantProfile, Person
from naast.privacy import keeping
from naast.privacy.errors import TermOutOfBounds
from naast.privacy.models import KeptFor, RetentionRun
from naast.privacy.queries import retention as queries
from naast.privacy.services import nightly
from naast.privacy.services import retention as services
from naast.signals.states import State
from naast.support.models import Told
from tests.conftest import Cast
from tests.factories import MatchFactory, ParticipantFactory, RequestFactory, actor_of, member
from tests.guarding import held, who_left
from tests.signalling import SignalFactory


def _told(cast: Cast, number: int, *, days: int = 400) -> list[Told]:
    return [
        Told.objects.create(
            organisation=cast.here,
            person_id=cast.person_id("bea"),
            told_by=cast.nele,
            handled_on=clock.today() - timedelta(days=days),
        )
        for _each in range(number)
    ]


def _numbers(actor: Actor) -> dict[str, int]:
    lines = queries.lines(actor, day=clock.today(), is_tried=True)
    return {line.kind.code: line.number for line in lines if line.number}


def test_the_dry_run_and_the_night_agree(cast: Cast, coordinator: Actor) -> None:
    going = who_left(cast.here)
    staying = who_left(cast.here, ago=timedelta(days=600))
    _told(cast, 3)
    _told(cast, 2, days=100)
    expected = {
        kind.code: set(
            retention.going(kind, cast.here.pk, day=clock.today()).values_list("pk", flat=True)
        )
        for kind in retention.kinds()
    }
    said = _numbers(coordinator)
    assert said == {code: len(ids) for code, ids in expected.items() if ids}
    assert said["support.told"] == 3
    assert expected["files.volunteers"] == {going.pk}
    nightly.run(clock.now())
    assert RetentionRun.objects.get(organisation=cast.here).counts == said
    assert Told.objects.count() == 2
    going.refresh_from_db()
    staying.refresh_from_db()
    assert going.erased_on == clock.today()
    assert staying.erased_on is None


def test_a_second_night_finds_nothing(cast: Cast, coordinator: Actor) -> None:
    who_left(cast.here)
    nightly.run(clock.now())
    before = RetentionRun.objects.get(organisation=cast.here).counts
    assert _numbers(coordinator) == {}
    nightly.run(clock.now())
    after = RetentionRun.objects.get(organisation=cast.here)
    assert after.counts == before
    assert after.finished_at is not None
    assert after.unfinished == []


def test_a_hold_keeps_everything_about_somebody(cast: Cast, coordinator: Actor) -> None:
    person = who_left(cast.here)
    _told(cast, 1)
    held(coordinator, person)
    held(coordinator, Person.objects.get(pk=cast.person_id("bea")))
    assert _numbers(coordinator) == {}
    nightly.run(clock.now())
    person.refresh_from_db()
    assert person.erased_on is None
    assert Told.objects.count() == 1


def test_what_is_of_another_house_stays_with_its_own_term(cast: Cast, coordinator: Actor) -> None:
    here, there = (
        who_left(house, ago=timedelta(days=300)) for house in (cast.here, cast.elsewhere)
    )
    services.choose_term(
        actor=coordinator, code="files.volunteers", months=6, why="Zo kort als kan"
    )
    nightly.run(clock.now())
    here.refresh_from_db()
    there.refresh_from_db()
    assert here.erased_on is not None
    assert there.erased_on is None


def test_who_is_still_with_us_in_another_way_stays(cast: Cast) -> None:
    person = who_left(cast.here)
    ParticipantFactory(organisation=cast.here, person=person)
    asking = who_left(cast.here)
    RequestFactory(organisation=cast.here, participant=asking)
    works = member(cast.here, Function.COACH, name="Werkt Hier")
    staff = Person.objects.get(pk=works.person_id)
    rows = retention.going(keeping.VOLUNTEERS, cast.here.pk, day=clock.today())
    assert set(rows) == set()
    assert staff not in rows


def test_a_participant_goes_two_years_after_the_last_match(cast: Cast) -> None:
    today = clock.today()
    gone, lately = (
        ParticipantFactory(organisation=cast.here, status=ParticipantProfile.Status.FORMER).person
        for _each in range(2)
    )
    ParticipantProfile.objects.filter(person__in=[gone, lately]).update(
        created_at=clock.now() - timedelta(days=1_500)
    )
    for person, days in ((gone, 800), (lately, 300)):
        MatchFactory(
            organisation=cast.here,
            participant=person,
            request=None,
            state="ended",
            ended_on=today - timedelta(days=days),
        )
    rows = retention.going(keeping.PARTICIPANTS, cast.here.pk, day=today)
    assert list(rows) == [gone]


def test_a_batch_is_small_and_what_fails_waits_while_the_rest_goes(cast: Cast) -> None:
    rows = _told(cast, 5)
    sizes = []

    def erase(ids: list[object]) -> int:
        sizes.append(len(ids))
        if rows[0].pk in ids:
            raise RuntimeError("een kapotte rij")
        return Told.objects.filter(pk__in=ids).delete()[0]

    done = night.until_none(Told.objects.all(), erase, size=2)  # type: ignore[arg-type]  # ids are UUIDs
    assert done == 4
    assert list(Told.objects.all()) == [rows[0]]
    assert max(sizes) == 2


def test_a_kind_that_fails_stands_in_the_report_and_the_others_go_on(cast: Cast) -> None:
    _told(cast, 2)
    with mock.patch.object(retention, "sweep", side_effect=RuntimeError("stuk")):
        services.run(cast.here, clock.now())
    report = RetentionRun.objects.get(organisation=cast.here)
    assert "support.told" in report.unfinished
    assert report.finished_at is not None


def test_a_term_of_ones_own_has_bounds_and_a_reason(cast: Cast, coordinator: Actor) -> None:
    for months in (2, 200):
        with pytest.raises(TermOutOfBounds):
            services.choose_term(actor=coordinator, code="files.volunteers", months=months, why="?")
    with pytest.raises(TermOutOfBounds):
        services.choose_term(actor=coordinator, code="checks.outcomes", months=3, why="?")
    with pytest.raises(DomainError):
        services.choose_term(actor=coordinator, code="files.volunteers", months=12, why=" ")
    with pytest.raises(KeyError):
        services.choose_term(actor=coordinator, code="nothing", months=12, why="?")
    services.choose_term(actor=coordinator, code="files.volunteers", months=12, why="Korter kan")
    assert retention.months_of(keeping.VOLUNTEERS, cast.here.pk) == 12
    services.back_to_proposal(actor=coordinator, code="files.volunteers")
    assert retention.months_of(keeping.VOLUNTEERS, cast.here.pk) == 24


def test_backups_have_a_term_as_well(cast: Cast, coordinator: Actor) -> None:
    assert queries.backups_of(cast.here.pk) is None
    services.tell_backups(actor=coordinator, days=35, where="Bij de host")
    found = queries.backups_of(cast.here.pk)
    assert found is not None
    assert found.days == 35
    with pytest.raises(TermOutOfBounds):
        services.tell_backups(actor=coordinator, days=5_000, where="Overal")


@pytest.mark.parametrize("name", ["bea", "nele", "piet"])
def test_nobody_else_chooses_terms_or_reads_them(cast: Cast, name: str) -> None:
    actor = cast.actor(name)
    with pytest.raises(NotAllowed):
        services.choose_term(actor=actor, code="files.volunteers", months=12, why="Zomaar")
    with pytest.raises(NotAllowed):
        services.back_to_proposal(actor=actor, code="files.volunteers")
    with pytest.raises(NotAllowed):
        services.tell_backups(actor=actor, days=10, where="Hier")
    with pytest.raises(NotAllowed):
        queries.lines(actor, day=clock.today())
    assert queries.nights(actor) == []
    assert not KeptFor.objects.exists()


def test_every_kind_has_words_and_sound_bounds() -> None:
    for kind in retention.kinds():
        assert all(map(str, (kind.title, kind.starts, kind.reason))), kind.code
        assert kind.least <= kind.months <= kind.most, kind.code


def test_the_page_asks_as_many_queries_for_three_as_for_one(cast: Cast) -> None:
    client, counts = cast.client("amal"), []
    for number in (1, 2):
        for _each in range(number):
            who_left(cast.here)
            _told(cast, 1)
        with CaptureQueriesContext(
            connection,
        ) as seen:
            answer = client.get(cast.url("privacy/retention/?try=1"))
        counts.append(len(seen))
        assert answer.status_code == 200
        kind = client.get(cast.url("privacy/retention/of/files.volunteers/"))
        assert len(kind.context["people"].rows) == {1: 1, 2: 3}[number]
    assert counts[0] == counts[1]


def test_choosing_a_term_on_the_page(cast: Cast) -> None:
    client = cast.client("amal")
    url = cast.url("privacy/retention/of/files.volunteers/")
    assert client.post(url, {"months": "3", "why": "Kort"}).status_code == 422
    assert client.post(url, {"months": "12", "why": "Kort"}).status_code == 303
    assert KeptFor.objects.get().months == 12
    assert client.get(url).context["line"].months == 12
    assert client.post(url.replace("/?", "") + "proposal/").status_code == 303
    assert not KeptFor.objects.exists()
    assert client.get(cast.url("privacy/retention/of/nothing/")).status_code == 404
    backups = cast.url("privacy/retention/backups/")
    assert client.post(backups, {"days": "30", "where": "Bij de host"}).status_code == 303
    assert client.post(backups, {"days": "9000", "where": "x"}).status_code == 422


def test_an_administrator_reads_it_too(cast: Cast) -> None:
    admin = member(cast.here, Function.ADMINISTRATOR, name="Ada Min")
    assert queries.lines(actor_of(admin), day=clock.today())


def test_a_hold_keeps_letters_to_somebody_and_what_they_did(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    bea = Person.objects.get(pk=cast.person_id("bea"))
    piet = Person.objects.get(pk=cast.person_id("piet"))
    log.record("person.changed", actor=volunteer, target=piet)
    tell(
        actor=coordinator,
        user=User.objects.get(pk=bea.user_id),
        kind="x.y",
        subject="Iets",
        body="Iets",
    )
    long_ago = clock.now() - timedelta(days=10 * 366)
    Message.objects.update(created_at=long_ago, read_at=long_ago)
    Event.objects.filter(kind="person.changed").update(created_at=long_ago)
    said = _numbers(coordinator)
    assert (said["messaging.messages"], said["audit.history"]) == (1, 1)
    held(coordinator, bea)
    assert _numbers(coordinator) == {}


@pytest.mark.parametrize(
    ("code", "index"),
    [
        ("audit.looks", "audit_old_looks"),
        ("audit.history", "audit_old_history"),
        ("messaging.messages", "message_by_age"),
    ],
)
def test_the_night_finds_what_is_old_by_an_index(cast: Cast, code: str, index: str) -> None:
    rows = retention.going(retention.kind(code), cast.here.pk, day=clock.today()).order_by()
    if connection.vendor == "sqlite":
        assert index in rows.values_list("pk", flat=True)[:500].explain()
    names = connection.introspection.get_constraints(connection.cursor(), rows.model._meta.db_table)
    assert index in names


def test_every_kind_about_people_is_bound_by_a_hold() -> None:
    about_nobody = {
        "accountability.breach",
        "accountability.session",
        "division.staffing-days",
        "exchange.leftovers",
        "learning.also-came",
        "outreach.groups",
        "outreach.guests",
        "privacy.reports",
    }
    bound = {kind.code for kind in retention.kinds() if kind.person or kind.others}
    assert {kind.code for kind in retention.kinds()} - bound == about_nobody


def test_every_kind_goes_by_the_night_of_all_or_by_its_own_room() -> None:
    by_themselves = {kind.code for kind in retention.kinds() if kind.erase is None}
    assert by_themselves == {
        "agreements.letters",
        "agreements.steps-parted",
        "agreements.steps-solved",
        "checks.outcomes",
        "checks.reports",
        "circles",
        "intervision.questions",
        "outreach.groups",
        "outreach.guests",
        "outreach.helpers",
        "parting.words",
        "recruitment.candidates",
    }


def test_a_hold_on_a_colleague_keeps_what_was_told_about_them(
    cast: Cast, coordinator: Actor
) -> None:
    long_ago = clock.now() - timedelta(days=800)
    SignalFactory(
        organisation=cast.here,
        colleague=cast.nele,
        state=State.CLOSED,
        closed_at=long_ago,
        answered_at=long_ago,
    )
    assert _numbers(coordinator)["signals"] == 1
    held(coordinator, Person.objects.get(pk=cast.nele.person_id))
    assert "signals" not in _numbers(coordinator)


@pytest.mark.parametrize(
    ("code", "is_policy"), [("files.volunteers", True), ("expenses.years", False)]
)
def test_a_duty_of_law_is_not_called_a_policy(cast: Cast, code: str, is_policy: bool) -> None:
    shown = cast.client("amal").get(cast.url(f"privacy/retention/of/{code}/")).content.decode()
    with override("nl"):
        words = gettext("Source: policy. No legal figure was found.")
    assert (words in shown) is is_policy
