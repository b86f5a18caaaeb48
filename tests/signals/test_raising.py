"""Somebody noticed something: stored once, told to who reads it, without a word of what it is."""

from uuid import uuid4

import pytest
from django.core import mail
from pytest_django import DjangoCaptureOnCommitCallbacks

from naast.audit.models import Event
from naast.core.errors import NotAllowed, StateConflict
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import Person
from naast.signals.inputs import Who
from naast.signals.models import Signal
from naast.signals.policies import own as policies
from naast.signals.queries import own as queries
from naast.signals.services import raising
from naast.signals.states import BoundarySide, Kind, Level, LimitReason, Path, State
from tests.conftest import Cast
from tests.factories import MatchFactory, ProgrammeFactory, actor_of, member
from tests.signalling import SignalFactory, contact_person, noticed

SECRET = "Hij zei dat hij bang is voor zijn zoon."


def _person(cast: Cast, name: str) -> Person:
    return Person.objects.get(pk=cast.person_id(name))


def _told() -> set[str]:
    return set(Message.objects.values_list("user__name", flat=True))


@pytest.mark.covers("S3-13")
def test_a_worry_of_a_volunteer_is_kept_and_only_the_contact_person_hears_that_there_is_something(
    cast: Cast, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    contact_person(cast)
    with django_capture_on_commit_callbacks(execute=True):
        signal = raising.raise_signal(actor=cast.actor("bea"), noticed=noticed(saw=SECRET))
    assert (signal.path, signal.state, signal.reporter_id) == (
        Path.SAFEGUARDING,
        State.NEW,
        cast.person_id("bea"),
    )
    assert signal.entered_by_id is None
    assert signal.due_at is not None
    assert _told() == {"Sofie Vertrouwd"}
    sent = str(mail.outbox[0].message())
    assert SECRET not in sent
    assert "Bea" not in sent
    assert Event.objects.get(kind="signal.raised").changes == {}


def test_an_everyday_signal_goes_to_the_coordinator_of_the_programme_too(cast: Cast) -> None:
    other = member(cast.here, Function.COORDINATOR, name="Omar Ook")
    programme = ProgrammeFactory(organisation=cast.here, coordinator=other)
    match = MatchFactory(
        organisation=cast.here,
        programme=programme,
        volunteer_id=cast.person_id("bea"),
        participant_id=cast.person_id("piet"),
        state="running",
    )
    signal = raising.raise_signal(actor=cast.actor("bea"), noticed=noticed(Kind.NEED, match=match))
    assert (signal.path, signal.programme_id) == (Path.DAILY, programme.pk)
    assert signal.about_id == cast.person_id("piet")
    assert _told() == {"Omar Ook"}


def test_a_participant_may_tell_about_their_volunteer(cast: Cast) -> None:
    match = MatchFactory(
        organisation=cast.here,
        volunteer_id=cast.person_id("bea"),
        participant_id=cast.person_id("piet"),
        state="running",
    )
    signal = raising.raise_signal(
        actor=cast.actor("piet"),
        noticed=noticed(Kind.BOUNDARY, aspect=BoundarySide.AGAINST_ME, match=match),
    )
    assert (signal.reporter_id, signal.about_id) == (cast.person_id("piet"), cast.person_id("bea"))
    assert signal.aspect == BoundarySide.AGAINST_ME


@pytest.mark.covers("S2-10")
def test_a_limit_carries_its_reason_and_a_reason_of_another_kind_falls_away(cast: Cast) -> None:
    actor = cast.actor("bea")
    limit = raising.raise_signal(
        actor=actor, noticed=noticed(Kind.LIMIT, aspect=LimitReason.MEDICINES)
    )
    other = raising.raise_signal(
        actor=actor, noticed=noticed(Kind.NEED, aspect=LimitReason.MEDICINES)
    )
    assert (limit.aspect, other.aspect) == (LimitReason.MEDICINES, "")


def test_now_means_danger_and_goes_to_the_contact_person_at_once(cast: Cast) -> None:
    signal = raising.raise_signal(
        actor=cast.actor("bea"), noticed=noticed(Kind.OFFER, level=Level.NOW)
    )
    assert signal.danger
    assert (signal.path, signal.due_at) == (Path.SAFEGUARDING, signal.state_since)


@pytest.mark.covers("S1-139")
def test_a_favour_that_was_tried_asks_for_a_talk_within_fourteen_days(cast: Cast) -> None:
    signal = raising.raise_signal(
        actor=cast.actor("bea"), noticed=noticed(Kind.FAVOUR, level=Level.SHARE)
    )
    assert signal.due_at is not None
    assert (signal.due_at - signal.state_since).days in (13, 14)
    other = raising.raise_signal(
        actor=cast.actor("bea"), noticed=noticed(Kind.OFFER, level=Level.SHARE)
    )
    assert other.due_at is None


def test_a_signal_about_the_contact_person_goes_round_them(cast: Cast) -> None:
    first = contact_person(cast)
    contact_person(cast, name="Tine Tweede")
    raising.raise_signal(actor=cast.actor("bea"), noticed=noticed(colleague=first))
    assert _told() == {"Tine Tweede"}


def test_who_reads_signals_is_not_told_of_their_own(cast: Cast) -> None:
    both = member(cast.here, Function.SAFEGUARDING, Function.VOLUNTEER, name="Sofie Ook")
    contact_person(cast, name="Tine Tweede")
    signal = raising.raise_signal(actor=actor_of(both), noticed=noticed())
    assert signal.reporter_id == both.person_id
    assert _told() == {"Tine Tweede"}


def test_what_the_phone_sends_twice_is_stored_and_told_once(cast: Cast) -> None:
    contact_person(cast)
    key = uuid4()
    first = raising.raise_signal(actor=cast.actor("bea"), noticed=noticed(client_key=key))
    again = raising.raise_signal(actor=cast.actor("bea"), noticed=noticed(client_key=key))
    assert first.pk == again.pk
    assert (Signal.objects.count(), Message.objects.count()) == (1, 1)


def test_a_key_gives_nobody_the_signal_of_somebody_else(cast: Cast) -> None:
    key = uuid4()
    raising.raise_signal(actor=cast.actor("bea"), noticed=noticed(client_key=key))
    with pytest.raises(StateConflict):
        raising.raise_signal(actor=cast.actor("piet"), noticed=noticed(client_key=key))


def test_the_same_key_in_two_organisations_makes_two_signals(cast: Cast) -> None:
    key = uuid4()
    for name in ("bea", "chris"):
        raising.raise_signal(actor=cast.actor(name), noticed=noticed(client_key=key))
    assert Signal.objects.count() == 2


def test_a_professional_tells_in_their_function(cast: Cast) -> None:
    signal = raising.raise_signal(actor=cast.actor("nele"), noticed=noticed())
    assert (signal.reporter_id, signal.entered_by_id) == (None, cast.nele.pk)


def test_a_visitor_and_the_house_itself_tell_nothing(cast: Cast) -> None:
    for actor in (
        Actor.system(cast.here, reason="a test"),
        Actor.visitor(cast.here, reason="a test"),
    ):
        with pytest.raises(NotAllowed):
            raising.raise_signal(actor=actor, noticed=noticed())


def test_a_match_of_somebody_else_cannot_be_named(cast: Cast) -> None:
    match = MatchFactory(
        organisation=cast.here, participant_id=cast.person_id("piet"), state="running"
    )
    with pytest.raises(NotAllowed):
        raising.raise_signal(actor=cast.actor("bea"), noticed=noticed(match=match))


def test_staff_write_down_what_somebody_told_by_phone_and_it_is_that_persons_own(
    cast: Cast,
) -> None:
    signal = raising.write_down(
        actor=cast.actor("amal"), person=_person(cast, "bea"), who=Who.PERSON, noticed=noticed()
    )
    assert (signal.reporter_id, signal.entered_by_id) == (cast.person_id("bea"), cast.amal.pk)
    assert queries.my_signal(cast.actor("bea"), signal.pk) == signal
    assert queries.my_signal(cast.actor("amal"), signal.pk) is None


@pytest.mark.covers("S1-34")
def test_a_carer_is_heard_through_the_file_of_who_they_care_for(cast: Cast) -> None:
    signal = raising.write_down(
        actor=cast.actor("nele"),
        person=_person(cast, "piet"),
        who=Who.FAMILY,
        noticed=noticed(Kind.CARER, saw="", told_to_me="Zijn dochter slaapt niet meer."),
    )
    assert (signal.about_id, signal.reporter_id) == (cast.person_id("piet"), None)


@pytest.mark.parametrize(
    ("name", "about"),
    [
        ("bea", "piet"),  # a volunteer writes nothing down for somebody else
        ("nele", "bea"),  # a professional knows their participants, no volunteers
        ("chris", "bea"),  # another organisation
        ("amal", "amal"),  # oneself has an own page
    ],
)
def test_who_may_not_write_down(cast: Cast, name: str, about: str) -> None:
    with pytest.raises(NotAllowed):
        raising.write_down(
            actor=cast.actor(name),
            person=_person(cast, about),
            who=Who.PERSON,
            noticed=noticed(),
        )


def test_nobody_reads_the_signals_of_another_on_their_own_page(cast: Cast) -> None:
    signal = SignalFactory(organisation=cast.here, reporter_id=cast.person_id("bea"))
    readers = [
        name
        for name in ("bea", "piet", "amal", "nele", "chris")
        if policies.visible_to(cast.actor(name)).filter(pk=signal.pk).exists()
    ]
    assert readers == ["bea"]


def test_what_staff_noticed_themselves_stands_among_their_own(cast: Cast) -> None:
    signal = SignalFactory(organisation=cast.here, entered_by=cast.nele)
    assert list(queries.mine(cast.actor("nele"))) == [signal]
    assert not queries.mine(Actor.system(cast.here, reason="a test")).exists()
