"""From taken up to closed: who handles it, how soon, whose advice, what is decided, and the answer."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine

from naast.agreements.models import DocumentKind
from naast.agreements.queries.copies import is_to_renew
from naast.audit.models import Event
from naast.core import clock
from naast.core.errors import Incomplete, StateConflict
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.organisations.models import Membership
from naast.signals.errors import AnswerMissing, CalamityNotReported, NobodyElse
from naast.signals.forms.handling import DecisionForm
from naast.signals.inputs_handling import Advised, Decided
from naast.signals.models import Signal
from naast.signals.services import agenda, calamities, deciding, handling
from naast.signals.states import Kind, Level, Path, State
from naast.signals.states_handling import Advice, AfterTalk, Outcome, Told
from tests.agreements.papers import one, signed
from tests.conftest import Cast
from tests.factories import ProgrammeFactory, VolunteerFactory
from tests.hearing import Office, away, make_office


@pytest.fixture
def office(cast: Cast) -> Office:
    """Everybody who may ever read a signal."""
    return make_office(cast)


@pytest.fixture
def sam(office: Office) -> Actor:
    """The contact person."""
    return office.actor("sam")


def taken_up(office: Office, sam: Actor, **fields: Any) -> Signal:
    """A signal that Sam looks after."""
    signal = office.signal(**fields)
    return handling.take_up(actor=sam, signal_id=signal.pk)


def a_decision(**fields: Any) -> Decided:
    """We talk with who it is about, and they know it."""
    given: dict[str, Any] = {
        "outcome": Outcome.TALK,
        "words": "We bellen morgen samen.",
        "decided_on": clock.today(),
        "told": Told.YES,
    }
    return Decided(**given | fields)


def advice(**fields: Any) -> Advised:
    """A colleague, without names."""
    given: dict[str, Any] = {
        "asked": Advice.COLLEAGUE,
        "asked_on": clock.today(),
        "facts": "Een blauwe plek, twee keer in drie weken.",
        "advice": "Vraag rustig hoe het komt.",
    }
    return Advised(**given | fields)


def answered(signal: Signal, sam: Actor) -> Signal:
    """The reporter heard by phone."""
    return deciding.answer(
        actor=sam,
        signal_id=signal.pk,
        words="Dank je. We gaan langs.",
        way="phone",
        answered_on=clock.today(),
    )


# Who looks after it.


def test_who_takes_it_up_looks_after_it_and_the_reporter_hears_that_it_is_read(
    office: Office, sam: Actor
) -> None:
    signal = taken_up(office, sam)
    assert (signal.state, signal.handler_id) == (State.SEEN, office.sam.pk)
    told = Message.objects.get()
    assert told.user == office.cast.bea.user
    assert "blauwe" not in told.subject + told.body


def test_taking_it_up_twice_is_the_same_as_once(office: Office, sam: Actor) -> None:
    signal = taken_up(office, sam)
    handling.take_up(actor=sam, signal_id=signal.pk)
    assert Event.objects.filter(kind="signal.taken-up").count() == 1
    assert Message.objects.count() == 1


def test_a_colleague_takes_it_over(office: Office, sam: Actor) -> None:
    signal = taken_up(office, sam)
    handling.take_up(actor=office.actor("cas"), signal_id=signal.pk)
    signal.refresh_from_db()
    assert (signal.handler_id, signal.state) == (office.cas.pk, State.SEEN)


def test_it_is_handed_over_to_the_deputy_who_is_told(office: Office, sam: Actor) -> None:
    signal = taken_up(office, sam)
    away(office.sam, office.cast.nele)
    handling.hand_over(actor=sam, signal_id=signal.pk, to_id=office.cast.nele.pk)
    signal.refresh_from_db()
    assert signal.handler_id == office.cast.nele.pk
    assert Message.objects.filter(user=office.cast.nele.user).count() == 1


def test_it_is_handed_over_to_nobody_who_does_not_read_it(office: Office, sam: Actor) -> None:
    signal = taken_up(office, sam)
    with pytest.raises(NobodyElse):
        handling.hand_over(actor=sam, signal_id=signal.pk, to_id=office.kim.pk)


def test_who_does_not_read_it_can_do_nothing_with_it(office: Office, sam: Actor) -> None:
    signal = taken_up(office, sam)
    for name in ("amal", "nele", "bea", "bob", "chris"):
        with pytest.raises(Signal.DoesNotExist):
            handling.take_up(actor=office.actor(name), signal_id=signal.pk)
        with pytest.raises(Signal.DoesNotExist):
            deciding.close(actor=office.actor(name), signal_id=signal.pk)


def test_a_coordinator_passes_it_to_the_contact_person_and_reads_it_no_more(
    office: Office,
) -> None:
    kim = office.actor("kim")
    signal = office.signal(kind=Kind.CARER, path=Path.DAILY)
    handling.take_up(actor=kim, signal_id=signal.pk)
    handling.pass_to_contact_person(actor=kim, signal_id=signal.pk)
    signal.refresh_from_db()
    assert (signal.path, signal.handler_id) == (Path.SAFEGUARDING, None)
    with pytest.raises(Signal.DoesNotExist):
        handling.take_up(actor=kim, signal_id=signal.pk)
    with pytest.raises(StateConflict):
        handling.pass_to_contact_person(actor=office.actor("sam"), signal_id=signal.pk)


# How soon.


def test_another_level_carries_its_reason_and_begins_its_time_anew(
    office: Office, sam: Actor
) -> None:
    signal = taken_up(office, sam)
    handling.set_level(actor=sam, signal_id=signal.pk, level=Level.TODAY, reason="Twee keer nu.")
    signal.refresh_from_db()
    assert signal.level == Level.TODAY
    assert signal.due_at is not None
    assert signal.due_at.astimezone().date() == clock.today()
    change = signal.level_changes.get()
    assert (change.before, change.after, change.reason, change.by) == (
        Level.CONSULT,
        Level.TODAY,
        "Twee keer nu.",
        office.sam,
    )
    changes = Event.objects.get(kind="signal.level-set").changes
    assert changes == {"before": Level.CONSULT, "after": Level.TODAY}


@pytest.mark.parametrize(("level", "reason"), [(Level.TODAY, " "), (9, "Daarom.")])
def test_a_level_without_reason_or_that_does_not_exist_changes_nothing(
    office: Office, sam: Actor, level: int, reason: str
) -> None:
    signal = taken_up(office, sam)
    with pytest.raises(Incomplete):
        handling.set_level(actor=sam, signal_id=signal.pk, level=level, reason=reason)
    signal.refresh_from_db()
    assert signal.level == Level.CONSULT


# What is done at once.


@pytest.mark.covers("S0-13")
def test_after_a_boundary_was_crossed_nothing_is_decided_without_a_first_measure(
    office: Office, sam: Actor
) -> None:
    signal = taken_up(office, sam, kind=Kind.BOUNDARY, aspect="against_me")
    with pytest.raises(Incomplete) as refused:
        deciding.decide(actor=sam, signal_id=signal.pk, given=a_decision())
    assert "outcome" in refused.value.fields
    measure = handling.note_measure(
        actor=sam, signal_id=signal.pk, words="Bea gaat deze week niet.", due_on=clock.today()
    )
    deciding.decide(actor=sam, signal_id=signal.pk, given=a_decision())
    handling.finish_measure(actor=sam, signal_id=signal.pk, measure_id=measure.pk)
    measure.refresh_from_db()
    assert (measure.due_on, measure.done_on) == (clock.today(), clock.today())


def test_a_measure_has_words_and_a_day_that_is_not_over(office: Office, sam: Actor) -> None:
    signal = taken_up(office, sam)
    yesterday = clock.today() - timedelta(days=1)
    with pytest.raises(Incomplete) as refused:
        handling.note_measure(actor=sam, signal_id=signal.pk, words="", due_on=yesterday)
    assert set(refused.value.fields) == {"words", "due_on"}


# Whose advice.


@pytest.mark.covers("S2-31")
def test_advice_is_kept_with_facts_of_whom_by_whom_and_on_which_day(
    office: Office, sam: Actor
) -> None:
    signal = taken_up(office, sam)
    row = deciding.note_advice(
        actor=sam, signal_id=signal.pk, given=advice(asked=Advice.HELPLINE_1712)
    )
    assert (row.asked, row.asked_on, row.by, row.without_names) == (
        Advice.HELPLINE_1712,
        clock.today(),
        office.sam,
        True,
    )
    decision = deciding.decide(actor=sam, signal_id=signal.pk, given=a_decision())
    assert (decision.decided_by, decision.decided_on) == (office.sam, clock.today())


def test_advice_needs_facts_a_day_and_somebody_who_gives_it_in_this_country(
    office: Office, sam: Actor
) -> None:
    signal = taken_up(office, sam)
    tomorrow = clock.today() + timedelta(days=1)
    wrong = advice(asked=Advice.VEILIG_THUIS, facts=" ", advice="", asked_on=tomorrow)
    with pytest.raises(Incomplete) as refused:
        deciding.note_advice(actor=sam, signal_id=signal.pk, given=wrong)
    assert set(refused.value.fields) == {"asked", "facts", "advice", "asked_on"}


# What is decided.


def test_nothing_is_decided_before_somebody_took_it_up(office: Office, sam: Actor) -> None:
    signal = office.signal()
    with pytest.raises(StateConflict):
        deciding.decide(actor=sam, signal_id=signal.pk, given=a_decision())


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"outcome": "wie weet"}, "outcome"),
        ({"words": " "}, "words"),
        ({"told": ""}, "told"),
        ({"told": Told.NO}, "told_why_not"),
        ({"after_talk": "erg"}, "after_talk"),
        ({"outcome": Outcome.ELSEWHERE}, "passed_to"),
        ({"outcome": Outcome.REPORT, "passed_to": "Een dienst"}, "passed_on"),
        ({"passed_on": date(2999, 1, 1)}, "passed_on"),
        ({"decided_on": date(2999, 1, 1)}, "decided_on"),
    ],
)
def test_a_decision_says_what_it_still_needs(
    office: Office, sam: Actor, given: dict[str, Any], field: str
) -> None:
    signal = taken_up(office, sam)
    with pytest.raises(Incomplete) as refused:
        deciding.decide(actor=sam, signal_id=signal.pk, given=a_decision(**given))
    assert field in refused.value.fields
    signal.refresh_from_db()
    assert signal.state == State.SEEN


@pytest.mark.covers("S0-57")
def test_who_weighs_one_interest_weighs_all_three(office: Office, sam: Actor) -> None:
    signal = taken_up(office, sam)
    one = a_decision(for_volunteer="Rust, en iemand om mee te praten.")
    with pytest.raises(Incomplete) as refused:
        deciding.decide(actor=sam, signal_id=signal.pk, given=one)
    assert set(refused.value.fields) == {"for_organisation", "for_participant"}
    three = a_decision(
        for_organisation="Vertrouwen.", for_volunteer="Rust.", for_participant="Veilig thuis."
    )
    decision = deciding.decide(actor=sam, signal_id=signal.pk, given=three)
    assert decision.for_participant == "Veilig thuis."


def test_a_week_after_it_was_passed_on_the_reporter_should_have_heard(
    office: Office, sam: Actor
) -> None:
    signal = taken_up(office, sam)
    day = clock.today() - timedelta(days=2)
    given = a_decision(outcome=Outcome.ELSEWHERE, passed_to="De huisarts", passed_on=day)
    decision = deciding.decide(actor=sam, signal_id=signal.pk, given=given)
    assert decision.answer_due_on == day + timedelta(days=7)


def test_a_decision_is_put_right_while_it_is_open(office: Office, sam: Actor) -> None:
    signal = taken_up(office, sam)
    deciding.decide(actor=sam, signal_id=signal.pk, given=a_decision())
    again = a_decision(outcome=Outcome.SUPPORT, after_talk=AfterTalk.HELP)
    decision = deciding.decide(actor=sam, signal_id=signal.pk, given=again)
    assert (decision.outcome, decision.after_talk) == (Outcome.SUPPORT, AfterTalk.HELP)
    signal.refresh_from_db()
    assert signal.state == State.DECIDED


# The answer, and the end.


@pytest.mark.covers("S0-49")
def test_a_signal_does_not_close_before_who_told_it_has_an_answer(
    office: Office, sam: Actor
) -> None:
    signal = taken_up(office, sam)
    deciding.decide(actor=sam, signal_id=signal.pk, given=a_decision())
    with pytest.raises(AnswerMissing):
        deciding.close(actor=sam, signal_id=signal.pk)
    answered(signal, sam)
    closed = deciding.close(actor=sam, signal_id=signal.pk)
    assert closed.state == State.CLOSED
    assert closed.closed_at is not None
    assert closed.answer == "Dank je. We gaan langs."
    told = Message.objects.filter(user=office.cast.bea.user).latest("id")
    assert "langs" not in told.subject + told.body


@pytest.mark.covers("S0-49")
def test_after_it_was_passed_on_who_told_it_hears_again_before_it_closes(
    office: Office, sam: Actor
) -> None:
    signal = answered(taken_up(office, sam), sam)
    Signal.objects.filter(pk=signal.pk).update(answered_at=clock.now() - timedelta(days=2))
    passed = {"outcome": Outcome.ELSEWHERE, "passed_to": "De huisarts", "passed_on": clock.today()}
    deciding.decide(actor=sam, signal_id=signal.pk, given=a_decision(**passed))
    with pytest.raises(AnswerMissing):
        deciding.close(actor=sam, signal_id=signal.pk)
    answered(signal, sam)
    assert deciding.close(actor=sam, signal_id=signal.pk).state == State.CLOSED


def test_an_answer_alone_does_not_close_it_either(office: Office, sam: Actor) -> None:
    signal = answered(taken_up(office, sam), sam)
    with pytest.raises(StateConflict):
        deciding.close(actor=sam, signal_id=signal.pk)


def test_an_answer_has_words_a_way_and_a_day_since_it_was_told(office: Office, sam: Actor) -> None:
    signal = taken_up(office, sam)
    for day in (date(2020, 1, 1), date(2999, 1, 1)):
        with pytest.raises(Incomplete) as refused:
            deciding.answer(actor=sam, signal_id=signal.pk, words=" ", way="", answered_on=day)
        assert set(refused.value.fields) == {"words", "way", "answered_on"}


def test_what_is_closed_does_not_change(office: Office, sam: Actor) -> None:
    signal = taken_up(office, sam)
    deciding.decide(actor=sam, signal_id=signal.pk, given=a_decision())
    answered(signal, sam)
    deciding.close(actor=sam, signal_id=signal.pk)
    with pytest.raises(StateConflict):
        handling.take_up(actor=office.actor("cas"), signal_id=signal.pk)
    with pytest.raises(StateConflict):
        deciding.decide(actor=sam, signal_id=signal.pk, given=a_decision())


# A calamity (the Netherlands).


def test_a_calamity_asks_to_be_reported_before_anything_is_closed(cast: Cast) -> None:
    cast.here.country = "NL"
    cast.here.save(update_fields=["country"])
    office = make_office(cast)
    sam = office.actor("sam")
    signal = taken_up(office, sam)
    calamities.note_calamity(actor=sam, signal_id=signal.pk)
    calamities.note_calamity(actor=sam, signal_id=signal.pk)
    deciding.decide(actor=sam, signal_id=signal.pk, given=a_decision())
    answered(signal, sam)
    with pytest.raises(CalamityNotReported):
        deciding.close(actor=sam, signal_id=signal.pk)
    now = clock.now()
    done = calamities.report_calamity(
        actor=sam, signal_id=signal.pk, reported_to="Toezichthouder", reported_at=now
    )
    assert (done.reported_at, done.reported_by) == (now, office.sam)
    with pytest.raises(StateConflict):
        calamities.report_calamity(
            actor=sam, signal_id=signal.pk, reported_to="Nog eens", reported_at=now
        )
    closed = deciding.close(actor=sam, signal_id=signal.pk)
    assert (closed.state, closed.level) == (State.CLOSED, Level.NOW)
    assert closed.level_changes.count() == 1


def test_a_calamity_was_reported_to_somebody_and_not_tomorrow(cast: Cast) -> None:
    cast.here.country = "NL"
    cast.here.save(update_fields=["country"])
    office = make_office(cast)
    sam = office.actor("sam")
    signal = taken_up(office, sam)
    calamities.note_calamity(actor=sam, signal_id=signal.pk)
    later = datetime(2999, 1, 1, tzinfo=UTC)
    with pytest.raises(Incomplete) as refused:
        calamities.report_calamity(
            actor=sam, signal_id=signal.pk, reported_to=" ", reported_at=later
        )
    assert set(refused.value.fields) == {"reported_to", "reported_at"}


def test_where_no_duty_is_known_nothing_is_called_a_calamity(office: Office, sam: Actor) -> None:
    signal = taken_up(office, sam)
    with pytest.raises(StateConflict):
        calamities.note_calamity(actor=sam, signal_id=signal.pk)


# Something private came out.


@pytest.mark.covers("S0-15")
def test_a_talk_is_planned_with_the_volunteer_concerned_and_needs_somebody_who_holds_it(
    office: Office, sam: Actor
) -> None:
    volunteer = VolunteerFactory(organisation=office.here).person
    signal = taken_up(office, sam, kind=Kind.SECRECY, about=volunteer)
    in_a_week = clock.today() + timedelta(days=7)
    with pytest.raises(Incomplete) as refused:
        deciding.decide(actor=sam, signal_id=signal.pk, given=a_decision(talk_on=in_a_week))
    assert set(refused.value.fields) == {"talk_led_by"}
    given = a_decision(talk_on=in_a_week, talk_led_by_id=office.kim.pk)
    decision = deciding.decide(actor=sam, signal_id=signal.pk, given=given)
    talk = volunteer.support_talks.get()
    assert (talk.led_by, talk.planned_on, decision.talk_on) == (office.kim, in_a_week, in_a_week)


def test_a_talk_too_far_away_or_led_by_somebody_else_is_not_planned(
    office: Office, sam: Actor
) -> None:
    volunteer = VolunteerFactory(organisation=office.here).person
    signal = taken_up(office, sam, kind=Kind.SECRECY, about=volunteer)
    for leader, days in ((office.kim, 60), (office.cast.nele, 7)):
        day = clock.today() + timedelta(days=days)
        with pytest.raises(Incomplete) as refused:
            deciding.decide(
                actor=sam,
                signal_id=signal.pk,
                given=a_decision(talk_on=day, talk_led_by_id=leader.pk),
            )
        assert set(refused.value.fields) == {"talk_on"}
    assert not volunteer.support_talks.exists()


def test_nobody_who_is_in_it_leads_the_talk_about_it(office: Office, sam: Actor) -> None:
    volunteer = VolunteerFactory(organisation=office.here).person
    in_a_week = clock.today() + timedelta(days=7)
    for fields in ({"colleague": office.kim}, {"reporter_id": office.kim.person_id}):
        signal = taken_up(office, sam, kind=Kind.SECRECY, about=volunteer, **fields)
        given = a_decision(talk_on=in_a_week, talk_led_by_id=office.kim.pk)
        with pytest.raises(Incomplete) as refused:
            deciding.decide(actor=sam, signal_id=signal.pk, given=given)
        assert set(refused.value.fields) == {"talk_led_by"}
    assert not volunteer.support_talks.exists()


def test_who_can_t_sign_in_is_not_answered_in_writing_here(office: Office, sam: Actor) -> None:
    phoned = VolunteerFactory(organisation=office.here, person__user=None).person
    signal = taken_up(office, sam, reporter=phoned)
    with pytest.raises(Incomplete) as refused:
        deciding.answer(
            actor=sam, signal_id=signal.pk, words="Dank je.", way="here", answered_on=clock.today()
        )
    assert set(refused.value.fields) == {"way"}
    assert answered(signal, sam).answered_at is not None


def test_a_second_tap_writes_nothing_twice(office: Office, sam: Actor) -> None:
    signal = taken_up(office, sam)
    for _tap in range(2):
        deciding.note_advice(actor=sam, signal_id=signal.pk, given=advice())
        handling.note_measure(
            actor=sam, signal_id=signal.pk, words="Samen gaan.", due_on=clock.today()
        )
        agenda.put_on_agenda(
            actor=sam, signal_id=signal.pk, text="Hoe vaak bellen we?", is_checked=True
        )
    rows = (signal.consultations, signal.measures, signal.agenda_points)
    assert [each.count() for each in rows] == [1, 1, 1]


def test_without_a_volunteer_in_it_nobody_reads_again(office: Office, sam: Actor) -> None:
    signal = taken_up(office, sam, kind=Kind.SECRECY)
    with pytest.raises(StateConflict):
        deciding.decide(actor=sam, signal_id=signal.pk, given=a_decision(refresh=True))


@pytest.mark.covers("S0-15")
def test_what_stays_between_us_is_read_again_long_before_the_year_is_over(
    office: Office, sam: Actor
) -> None:
    with time_machine.travel(clock.now() - timedelta(days=30)):
        copy = signed(office.cast, one(office.cast, kind=DocumentKind.SECRECY, renew_months=12))
    signal = taken_up(
        office, sam, kind=Kind.SECRECY, about_id=office.cast.person_id("bea"), reporter=None
    )
    assert not is_to_renew(copy, clock.today())
    decision = deciding.decide(actor=sam, signal_id=signal.pk, given=a_decision(refresh=True))
    copy.refresh_from_db()
    assert is_to_renew(copy, clock.today())
    assert decision.refreshed_on == clock.today()


def test_what_is_due_by_itself_can_be_asked_again_all_the_same(office: Office, sam: Actor) -> None:
    with time_machine.travel(clock.now() - timedelta(days=350)):
        copy = signed(office.cast, one(office.cast, kind=DocumentKind.SECRECY, renew_months=12))
    signal = taken_up(
        office, sam, kind=Kind.SECRECY, about_id=office.cast.person_id("bea"), reporter=None
    )
    assert is_to_renew(copy, clock.today())
    decision = deciding.decide(actor=sam, signal_id=signal.pk, given=a_decision(refresh=True))
    assert decision.refreshed_on == clock.today()


@pytest.mark.covers("S0-15")
def test_after_something_private_came_out_the_form_proposes_the_text_and_a_talk(
    office: Office, sam: Actor
) -> None:
    signed(office.cast, one(office.cast, kind=DocumentKind.SECRECY, renew_months=12))
    signal = taken_up(
        office,
        sam,
        kind=Kind.SECRECY,
        about_id=office.cast.person_id("bea"),
        reporter=None,
        programme=ProgrammeFactory(organisation=office.here, coordinator=office.kim),
    )
    leaders = Membership.objects.filter(organisation=office.here)
    form = DecisionForm(signal=signal, coordinators=leaders)
    assert form["refresh"].value() is True
    assert form["talk_on"].value() == clock.today() + timedelta(days=7)
    assert form["talk_led_by"].value() == office.kim.pk
    deciding.decide(actor=sam, signal_id=signal.pk, given=a_decision())
    signal.refresh_from_db()
    again = DecisionForm(signal=signal, coordinators=leaders)
    assert again["refresh"].value() is None
    worry = taken_up(office, sam, kind=Kind.WORRY)
    assert "refresh" not in DecisionForm(signal=worry, coordinators=leaders).fields


def test_without_a_signed_text_there_is_nothing_to_read_again(office: Office, sam: Actor) -> None:
    volunteer = VolunteerFactory(organisation=office.here).person
    signal = taken_up(office, sam, kind=Kind.SECRECY, about=volunteer)
    with pytest.raises(Incomplete) as refused:
        deciding.decide(actor=sam, signal_id=signal.pk, given=a_decision(refresh=True))
    assert set(refused.value.fields) == {"refresh"}
