"""A finger on the pulse: light, with a yes, until a day, and no more sight than needed."""

from datetime import timedelta

import pytest
import time_machine

from naast.core import clock
from naast.core.errors import Incomplete, NotAllowed, StateConflict
from naast.parting.attention import items
from naast.parting.models import Pulse, PulseContact
from naast.parting.policies import pulses as policies
from naast.parting.queries import pulses as queries
from naast.parting.services import nightly, pulses
from tests.conftest import Cast
from tests.leaving import ended, pulse_of, winding_down


@pytest.mark.covers("S3-14")
def test_it_has_an_end_and_a_yes_and_ends_by_itself_with_a_last_question(cast: Cast) -> None:
    pulse = pulse_of(cast, ended(cast), until_on=clock.today() + timedelta(days=60))

    with time_machine.travel(clock.now() + timedelta(days=61)):
        nightly.run(clock.now())
        pulse.refresh_from_db()
        assert pulse.ended_on == pulse.until_on
        asked = [item.kind for item in items(cast.actor("amal"), now=clock.now())]
        assert "parting-last-question" in asked

        pulses.answer_last_question(
            actor=cast.actor("amal"), pulse_id=pulse.pk, answer="all_well", words="Het gaat goed."
        )
        with pytest.raises(StateConflict):
            pulses.answer_last_question(
                actor=cast.actor("amal"), pulse_id=pulse.pk, answer="new_wish"
            )


@pytest.mark.covers("S3-14")
def test_the_volunteer_sees_first_name_phone_and_the_line_and_nothing_else(cast: Cast) -> None:
    match = ended(cast)
    match.participant.phone, match.participant.street = "012 34 56 78", "Stille straat 1"
    match.participant.save()
    pulse = pulse_of(cast, match)
    bea = cast.client("bea")

    pulses.note_contact(
        actor=cast.actor("bea"), pulse_id=pulse.pk, contact_on=clock.today(), line="Alles goed."
    )
    page = bea.get(cast.url(f"mine/parting/pulse/{pulse.pk}/"))

    words = page.content.decode()
    assert "Piet" in words
    assert "012 34 56 78" in words
    assert "Alles goed." in words
    assert "Deelnemer" not in words
    assert "Stille straat" not in words
    assert bea.get(cast.url(f"people/participants/{match.participant_id}/")).status_code == 404


def test_after_the_last_day_the_volunteer_sees_nothing(cast: Cast) -> None:
    pulse = pulse_of(cast, ended(cast), until_on=clock.today() + timedelta(days=10))

    with time_machine.travel(clock.now() + timedelta(days=11)):
        assert queries.kept(cast.actor("bea")) == []
        with pytest.raises(Pulse.DoesNotExist):
            pulses.note_contact(
                actor=cast.actor("bea"), pulse_id=pulse.pk, contact_on=clock.today(), line="Dag."
            )


def test_the_participant_stops_it_without_a_reason_and_is_not_rung_again(cast: Cast) -> None:
    pulse = pulse_of(cast, ended(cast))

    pulses.stop_by_participant(actor=cast.actor("piet"), pulse_id=pulse.pk)

    assert queries.kept(cast.actor("bea")) == []
    assert not queries.with_last_question(cast.actor("amal")).exists()
    with pytest.raises(Pulse.DoesNotExist):
        pulses.stop_by_participant(actor=cast.actor("piet"), pulse_id=pulse.pk)


def test_only_after_the_end_by_one_person_and_once_at_a_time(cast: Cast) -> None:
    match = winding_down(cast)
    with pytest.raises(StateConflict):
        pulse_of(cast, match)
    match.state = "ended"
    match.save()
    with pytest.raises(Incomplete) as refused:
        pulse_of(
            cast,
            match,
            volunteer_id=None,
            until_on=clock.today(),
            consent_on=clock.today() + timedelta(days=1),
        )
    assert set(refused.value.fields) == {"who", "until_on", "consent_on"}
    pulse_of(cast, match, volunteer_id=None, colleague_id=cast.nele.pk)
    with pytest.raises(StateConflict):
        pulse_of(cast, match)


def test_one_line_between_the_start_and_today(cast: Cast) -> None:
    pulse = pulse_of(cast, ended(cast))

    for day, line in ((clock.today() + timedelta(days=1), "x" * 201), (clock.today(), " ")):
        with pytest.raises(Incomplete):
            pulses.note_contact(
                actor=cast.actor("bea"), pulse_id=pulse.pk, contact_on=day, line=line
            )
    assert not PulseContact.objects.exists()


def test_nobody_else_knows_of_it(cast: Cast) -> None:
    pulse = pulse_of(cast, ended(cast))

    for name in ("nele", "piet", "chris"):
        assert not policies.kept_by(cast.actor(name), day=clock.today()).exists()
        assert not policies.visible_to(cast.actor(name)).exists()
    assert not policies.about_me(cast.actor("bea")).exists()
    for name in ("nele", "chris"):
        with pytest.raises(NotAllowed):
            policies.can_note(cast.actor(name), pulse).require()
        with pytest.raises(NotAllowed):
            policies.can_start(cast.actor(name), pulse.participant).require()


def test_a_second_tap_notes_one_contact(cast: Cast) -> None:
    pulse = pulse_of(cast, ended(cast))
    for _tap in range(2):
        pulses.note_contact(
            actor=cast.actor("bea"), pulse_id=pulse.pk, contact_on=clock.today(), line="Gaat goed."
        )
    assert PulseContact.objects.count() == 1
