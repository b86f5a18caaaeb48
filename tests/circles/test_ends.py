"""Agreements, summaries, reviews, hard events, the end, and what the night erases."""

from datetime import timedelta

import pytest
from dateutil.relativedelta import relativedelta

from naast.circles.errors import NotOfHere, WordsMissing
from naast.circles.inputs import Deciding, ReportNote
from naast.circles.models import Circle, CovenantYes, Debrief, Meeting
from naast.circles.queries import circles as queries
from naast.circles.services import covenant as covenant_services
from naast.circles.services import nightly
from naast.circles.services import reports as services
from naast.circles.services.circles import take_step
from naast.circles.states import CircleState
from naast.circles.texts import usual_covenant
from naast.core import clock, drafts
from naast.core.errors import NotAllowed, StateConflict
from naast.messaging.models import Reminder
from naast.programmes.errors import StillNeeded
from tests.circling import circle_of, meeting_of, passage_of, signal_of, weekly_circle
from tests.conftest import Cast
from tests.factories import ParticipantFactory


def test_everybody_agrees_for_themselves_and_the_newest_version_counts(cast: Cast) -> None:
    circle = weekly_circle(cast)
    amal = cast.actor("amal")
    covenant_services.write_covenant(
        actor=amal, circle_id=circle.pk, text="Nieuw", limits="Gevaar zeggen we."
    )
    newest = queries.newest_covenant(circle)
    inner = queries.inner_of(circle)
    assert newest is not None
    assert not any(voice.agreed_on for voice in queries.voices(circle, newest, inner))
    with pytest.raises(StateConflict):
        covenant_services.agree(actor=cast.actor("bea"), circle_id=circle.pk, number=1)
    for name in ("bea", "piet", "amal"):
        covenant_services.agree(actor=cast.actor(name), circle_id=circle.pk, number=2)
        covenant_services.agree(actor=cast.actor(name), circle_id=circle.pk, number=2)
    others = [row.person_id for row in inner if row.person_id != cast.person_id("bea")]
    for person_id in others:
        covenant_services.note_agreed(
            actor=amal,
            circle_id=circle.pk,
            person_id=person_id,
            day=clock.today(),
            how="on_paper",
        )
    assert newest.agreed.count() == 5
    assert queries.facts_of(circle, inner).still_to_agree == 0


def test_nobody_agrees_for_another(cast: Cast) -> None:
    circle = weekly_circle(cast)
    CovenantYes.objects.all().delete()
    with pytest.raises(Circle.DoesNotExist):
        covenant_services.agree(actor=cast.actor("nele"), circle_id=circle.pk, number=1)
    assert circle.deputy is not None
    amal = cast.actor("amal")
    for person_id, how in ((cast.person_id("nele"), "on_paper"), (circle.core_id, "on_screen")):
        with pytest.raises(NotOfHere):
            covenant_services.note_agreed(
                actor=amal,
                circle_id=circle.pk,
                person_id=person_id,
                day=clock.today(),
                how=how,
            )
    with pytest.raises(NotAllowed):
        covenant_services.write_covenant(
            actor=amal,
            circle_id=circle_of(cast, state=CircleState.STOPPED).pk,
            text="x",
            limits="y",
        )


@pytest.mark.parametrize("kind", ["cosa", "network"])
@pytest.mark.parametrize("language", ["nl", "fr", "en", "de"])
def test_the_usual_agreements_name_the_limits_of_confidentiality(kind: str, language: str) -> None:
    assert "112" in usual_covenant(kind, language).limits


def test_a_summary_and_a_review_move_on_their_own_day(cast: Cast) -> None:
    today = clock.today()
    circle = weekly_circle(cast, next_summary_on=today, next_review_on=today)
    amal = cast.actor("amal")
    for kind, answers in (
        ("summary", {"support": "Samen gekookt."}),
        ("review", {"work": "Proefdag."}),
    ):
        note = ReportNote(held_on=today, answers=answers)
        services.write_report(actor=amal, circle_id=circle.pk, kind=kind, note=note)
    circle.refresh_from_db()
    assert circle.next_summary_on == today + relativedelta(months=1)
    assert circle.next_review_on == today + relativedelta(months=3)
    empty = ReportNote(held_on=today, answers={"mark": "7"})
    later = ReportNote(held_on=today + timedelta(days=1), answers={"work": "x"})
    with pytest.raises(WordsMissing):
        services.write_report(actor=amal, circle_id=circle.pk, kind="review", note=empty)
    with pytest.raises(NotOfHere):
        services.write_report(actor=amal, circle_id=circle.pk, kind="review", note=later)


def hard(cast: Cast) -> Circle:
    """A circle in which something grave happened today."""
    circle = weekly_circle(cast)
    services.note_event(
        actor=cast.actor("amal"),
        circle_id=circle.pk,
        happened_on=clock.today(),
        words="De cirkel rust even.",
    )
    circle.refresh_from_db()
    return circle


@pytest.mark.covers("S1-162")
def test_after_something_grave_the_circle_pauses_and_each_volunteer_is_heard(cast: Cast) -> None:
    circle = hard(cast)
    assert circle.state == CircleState.PAUSED
    rows = list(Debrief.objects.all())
    assert len(rows) == 3
    assert {row.due_on for row in rows} == {clock.today() + timedelta(days=3)}
    amal = cast.actor("amal")
    services.note_heard(actor=amal, circle_id=circle.pk, debrief_id=rows[0].pk)
    with pytest.raises(Debrief.DoesNotExist):
        services.note_heard(actor=cast.actor("bea"), circle_id=circle.pk, debrief_id=rows[1].pk)
    with pytest.raises(StateConflict):
        services.note_event(
            actor=amal, circle_id=circle.pk, happened_on=clock.today(), words="Nog iets."
        )


def test_the_circle_goes_on_only_after_a_decision(cast: Cast) -> None:
    circle = hard(cast)
    amal = cast.actor("amal")
    with pytest.raises(StillNeeded):
        take_step(actor=amal, circle_id=circle.pk, step="resume", words="We gaan verder.")
    deciding = Deciding("go_on", consulted="De buitencirkel", aftercare="Amal belt elke week.")
    with pytest.raises(WordsMissing):
        services.decide_event(actor=amal, circle_id=circle.pk, deciding=Deciding("go_on", "", ""))
    services.decide_event(actor=amal, circle_id=circle.pk, deciding=deciding)
    found = take_step(actor=amal, circle_id=circle.pk, step="resume", words="We gaan verder.")
    assert found.state == CircleState.WEEKLY


@pytest.mark.parametrize(("decision", "state"), [("close", "closing"), ("stop", "stopped")])
def test_a_decision_may_end_the_circle(cast: Cast, decision: str, state: str) -> None:
    circle = hard(cast)
    services.decide_event(
        actor=cast.actor("amal"),
        circle_id=circle.pk,
        deciding=Deciding(decision, consulted="De buitencirkel", aftercare="Amal belt."),
    )
    circle.refresh_from_db()
    assert circle.state == state


def test_a_good_end_has_a_closing_meeting_aftercare_and_a_term(cast: Cast) -> None:
    circle = weekly_circle(cast, state=CircleState.CLOSING, keep_months=3)
    amal = cast.actor("amal")
    with pytest.raises(StillNeeded):
        take_step(actor=amal, circle_id=circle.pk, step="care_after")
    services.note_closing(
        actor=amal, circle_id=circle.pk, met_on=clock.today(), aftercare="Bea belt elke maand."
    )
    take_step(actor=amal, circle_id=circle.pk, step="care_after")
    found = take_step(actor=amal, circle_id=circle.pk, step="finish")
    assert found.erase_on == clock.today() + relativedelta(months=3)


def test_the_night_erases_a_circle_at_the_end_of_its_term_with_all_that_was_written(
    cast: Cast,
) -> None:
    kept = circle_of(cast, core_id=ParticipantFactory(organisation=cast.here).person.pk)
    circle = weekly_circle(cast)
    meeting = meeting_of(circle, writer_id=cast.person_id("bea"))
    passage_of(circle)
    signal_of(circle, cast.person_id("bea"))
    drafts.keep(cast.bea.user.pk, f"circle-minutes:{meeting.pk}:{cast.here.pk}", {"support": "x"})
    nightly.run(clock.now())
    Circle.objects.filter(pk=circle.pk).update(state="finished", erase_on=clock.today())
    assert nightly.run(clock.now())["circles erased"] == 1
    assert list(Circle.objects.all()) == [kept]
    assert not Meeting.objects.filter(pk=meeting.pk).exists()
    assert not Reminder.objects.filter(subject_id=meeting.pk).exists()
    assert drafts.kept(cast.bea.user.pk, f"circle-minutes:{meeting.pk}:{cast.here.pk}") == {}
