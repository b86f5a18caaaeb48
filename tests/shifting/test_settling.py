"""Noticing and settling a task that shifted."""

from datetime import date, timedelta

import pytest
import time_machine

from naast.audit.models import Event
from naast.companionship.services.visits import Told, edit_visit, log_visit
from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.messaging.models import Message
from naast.shifting.errors import AgreedAlready, AnswersMissing, NotYetAble
from naast.shifting.inputs import Terms
from naast.shifting.models import AgreedTask, ShiftAnswers, ShiftView, TaskShift
from naast.shifting.services import shifts as services
from naast.shifting.states import ShiftState
from tests.conftest import Cast
from tests.shifts import ShiftFactory, answers, pair, task_of, tell


def told_to(cast: Cast, name: str) -> list[str]:
    """The kinds of what one of the cast was told."""
    user = getattr(cast, name).user
    return list(Message.objects.filter(user=user).order_by("id").values_list("kind", flat=True))


def state_of(shift: TaskShift) -> str:
    shift.refresh_from_db()
    return shift.state


@pytest.mark.covers("S1-127")
def test_what_is_told_outside_the_package_is_noticed_once_for_each_thing(cast: Cast) -> None:
    match, bea = pair(cast), cast.actor("bea")
    tell(bea, match, "Strijken")
    tell(bea, match, "strijken. ; Ramen lappen", visited_on=clock.today() - timedelta(days=3))
    assert sorted(match.task_shifts.values_list("key", "state")) == [
        ("ramen lappen", "noticed"),
        ("strijken", "noticed"),
    ]
    ironing = match.task_shifts.get(key="strijken")
    assert (ironing.words, ironing.last_on - ironing.first_on) == ("Strijken", timedelta(days=3))
    assert list(ironing.steps.values_list("name", flat=True)) == ["seen"]


def test_what_belongs_to_the_package_in_other_letters_is_no_shift(cast: Cast) -> None:
    match = pair(cast)
    AgreedTask.objects.create(
        organisation=cast.here,
        match=match,
        words="Strijken",
        key="strijken",
        who="volunteer",
        agreed_on=clock.today(),
    )
    task_of(match.programme, "Medicatie geven", who="professional")
    tell(cast.actor("bea"), match, "samen wandelen; STRIJKEN; medicatie geven")
    assert list(match.task_shifts.values_list("key", flat=True)) == ["medicatie geven"]


def test_a_visit_that_is_changed_is_heard_of_again_and_notices_nothing_twice(cast: Cast) -> None:
    match, bea = pair(cast), cast.actor("bea")
    visit = log_visit(actor=bea, match_id=match.pk, told=Told(clock.today()))
    for _time in range(2):
        edit_visit(
            actor=bea, visit_id=visit.pk, told=Told(clock.today(), other_activity="Strijken")
        )
    assert match.task_shifts.count() == 1


@pytest.mark.covers("S1-133")
def test_accepting_asks_three_answers_in_words_before_the_volunteer_is_asked(cast: Cast) -> None:
    shift = ShiftFactory(match=pair(cast))
    for name in ("safety", "burden", "roles", "best_why"):
        with pytest.raises(AnswersMissing) as refused:
            services.propose(
                actor=cast.actor("amal"),
                shift_id=shift.pk,
                answers=answers(**{name: "  "}),
                terms=Terms(),
            )
        assert set(refused.value.fields) == {name}
    assert (state_of(shift), ShiftAnswers.objects.count()) == ("noticed", 0)


@pytest.mark.covers("S3-17", "S2-12")
@pytest.mark.parametrize(
    ("field", "no"), [("time", "no"), ("skill", "learn_first"), ("wish", "no")]
)
def test_a_task_that_does_not_fit_this_person_is_not_added(cast: Cast, field: str, no: str) -> None:
    shift = ShiftFactory(match=pair(cast))
    with pytest.raises(NotYetAble) as refused:
        services.propose(
            actor=cast.actor("amal"),
            shift_id=shift.pk,
            answers=answers(**{field: no}),
            terms=Terms(),
        )
    assert set(refused.value.fields) == {field}
    assert state_of(shift) == "noticed"


@pytest.mark.covers("S1-133")
def test_only_the_yes_of_the_volunteer_changes_the_package_of_the_match(cast: Cast) -> None:
    match = pair(cast)
    shift = ShiftFactory(match=match)
    services.propose(
        actor=cast.actor("amal"), shift_id=shift.pk, answers=answers(), terms=Terms("together")
    )
    assert state_of(shift) == "asked"
    assert not match.agreed_tasks.exists()
    assert told_to(cast, "bea") == ["shift.asked"]

    services.answer(actor=cast.actor("bea"), shift_id=shift.pk, agrees=True)
    assert state_of(shift) == "accepted"
    assert list(match.agreed_tasks.values_list("words", "who")) == [("Strijken", "together")]
    assert shift.look_back_on is not None
    assert shift.look_back_on > clock.today() + timedelta(days=80)
    assert told_to(cast, "amal") == ["shift.answered"]
    assert told_to(cast, "nele") == ["shift.accepted"]
    tell(cast.actor("bea"), match, "strijken")
    assert match.task_shifts.count() == 1
    assert state_of(shift) == "accepted"


def test_for_a_whole_programme_the_task_enters_its_package_through_its_own_service(
    cast: Cast,
) -> None:
    match = pair(cast)
    shift = ShiftFactory(match=match)
    terms = Terms(who="after_consulting", reach="programme")
    services.propose(actor=cast.actor("amal"), shift_id=shift.pk, answers=answers(), terms=terms)
    services.answer(actor=cast.actor("bea"), shift_id=shift.pk, agrees=True)
    task = match.programme.tasks.get(name="Strijken")
    assert (task.who, task.is_core) == ("after_consulting", False)
    assert not match.agreed_tasks.exists()
    saved = Event.objects.get(kind="programme.line-saved")
    assert saved.user_id is None
    with time_machine.travel(clock.now() + timedelta(days=92)):
        services.look_back(
            actor=cast.actor("amal"),
            shift_id=shift.pk,
            goes_well=False,
            note="Het werd te veel.",
            from_now_on="De thuishulp strijkt.",
        )
    task.refresh_from_db()
    assert task.who == "professional"


def test_rather_not_leads_to_a_talk_and_changes_nothing(cast: Cast) -> None:
    match = pair(cast)
    shift = ShiftFactory(match=match, state=ShiftState.ASKED)
    services.answer(actor=cast.actor("bea"), shift_id=shift.pk, agrees=False, note="Te zwaar.")
    assert state_of(shift) == "talking"
    assert not match.agreed_tasks.exists()


def test_a_coordinator_writes_down_what_the_volunteer_said_in_their_words(cast: Cast) -> None:
    match = pair(cast)
    shift = ShiftFactory(match=match, state=ShiftState.ASKED)
    amal = cast.actor("amal")
    with pytest.raises(AnswersMissing):
        services.write_answer(actor=amal, shift_id=shift.pk, agrees=True, note=" ")
    services.write_answer(actor=amal, shift_id=shift.pk, agrees=True, note="Ja, graag!")
    assert (state_of(shift), match.agreed_tasks.count()) == ("accepted", 1)


def test_going_back_is_told_kindly_with_the_reason_and_how_it_goes_on(cast: Cast) -> None:
    shift = ShiftFactory(match=pair(cast))
    amal = cast.actor("amal")
    with pytest.raises(AnswersMissing) as refused:
        services.restore(actor=amal, shift_id=shift.pk, reason="", from_now_on="")
    assert set(refused.value.fields) == {"reason", "from_now_on"}
    services.restore(
        actor=amal, shift_id=shift.pk, reason="Lief, maar…", from_now_on="De thuishulp strijkt."
    )
    shift.refresh_from_db()
    assert (shift.state, shift.reason, shift.settled_by_id) == (
        "restored",
        "Lief, maar…",
        cast.amal.pk,
    )
    message = Message.objects.get(user=cast.bea.user)
    assert message.url.endswith(f"/mine/shifts/{shift.pk}/")
    assert "Strijken" not in message.subject + message.body
    assert "Piet" not in message.subject + message.body


@pytest.mark.parametrize("settled", ["restored", "once"])
def test_what_was_settled_comes_back_when_it_is_told_of_again(cast: Cast, settled: str) -> None:
    match = pair(cast)
    shift = ShiftFactory(match=match, state=settled, state_since=clock.now() - timedelta(days=9))
    tell(cast.actor("bea"), match, "Strijken", visited_on=clock.today() - timedelta(days=20))
    assert state_of(shift) == settled
    tell(cast.actor("bea"), match, "Strijken")
    assert state_of(shift) == "noticed"


def test_just_this_once_tells_nobody(cast: Cast) -> None:
    shift = ShiftFactory(match=pair(cast))
    services.let_be(actor=cast.actor("amal"), shift_id=shift.pk)
    assert (state_of(shift), Message.objects.count()) == ("once", 0)


def test_talking_first_asks_both_for_their_view_and_each_has_one(cast: Cast) -> None:
    shift = ShiftFactory(match=pair(cast))
    services.talk_first(
        actor=cast.actor("amal"), shift_id=shift.pk, note="Rug?", talk_on=date(2030, 1, 1)
    )
    assert (told_to(cast, "bea"), told_to(cast, "nele")) == (["shift.talk"], ["shift.talk"])
    for name, words in (
        ("bea", "Ik doe het graag."),
        ("nele", "Dat is ons werk."),
        ("bea", "Toch niet."),
    ):
        services.give_view(actor=cast.actor(name), shift_id=shift.pk, words=words)
    seen = {view.side: view.words for view in ShiftView.objects.filter(shift=shift)}
    assert seen == {"volunteer": "Toch niet.", "professional": "Dat is ons werk."}


def test_looking_back_keeps_what_goes_well_and_takes_back_what_does_not(cast: Cast) -> None:
    match, amal = pair(cast), cast.actor("amal")
    shift = ShiftFactory(match=match, state=ShiftState.ASKED)
    services.write_answer(actor=amal, shift_id=shift.pk, agrees=True, note="Ja")
    services.look_back(actor=amal, shift_id=shift.pk, goes_well=True, note="Fijn zo.")
    shift.refresh_from_db()
    assert (shift.state, shift.looked_back_on) == ("accepted", clock.today())
    with pytest.raises(AnswersMissing):
        services.look_back(actor=amal, shift_id=shift.pk, goes_well=False, note="Te veel.")
    services.look_back(
        actor=amal, shift_id=shift.pk, goes_well=False, note="Te veel.", from_now_on="Niet meer."
    )
    assert state_of(shift) == "restored"
    assert match.agreed_tasks.get().ended_on == clock.today()


def test_what_is_not_settled_is_not_looked_back_on(cast: Cast) -> None:
    shift = ShiftFactory(match=pair(cast))
    with pytest.raises(AnswersMissing):
        services.look_back(actor=cast.actor("amal"), shift_id=shift.pk, goes_well=True, note="?")


def test_a_new_task_goes_the_same_way_as_what_was_told_of(cast: Cast) -> None:
    match, amal = pair(cast), cast.actor("amal")
    shift = services.add_task(actor=amal, match_id=match.pk, words=" Ramen lappen ")
    assert (shift.words, shift.state, shift.is_added) == ("Ramen lappen", "noticed", True)
    for words in ("ramen lappen", "Samen wandelen"):
        with pytest.raises(AgreedAlready):
            services.add_task(actor=amal, match_id=match.pk, words=words)
    with pytest.raises(AnswersMissing):
        services.add_task(actor=amal, match_id=match.pk, words=" . ")
    services.let_be(actor=amal, shift_id=shift.pk)
    assert services.add_task(actor=amal, match_id=match.pk, words="Ramen lappen").pk == shift.pk


def test_a_settled_shift_is_not_settled_twice(cast: Cast) -> None:
    shift = ShiftFactory(match=pair(cast), state=ShiftState.ACCEPTED)
    with pytest.raises(StateConflict):
        services.restore(actor=cast.actor("amal"), shift_id=shift.pk, reason="x", from_now_on="y")


def test_a_coordinator_does_not_settle_what_they_did_themselves(cast: Cast) -> None:
    match = pair(cast, volunteer_id=cast.amal.person_id)
    shift = ShiftFactory(match=match)
    with pytest.raises(NotAllowed):
        services.let_be(actor=cast.actor("amal"), shift_id=shift.pk)


def test_the_division_is_talked_over_beside_a_professional_or_for_a_programme(cast: Cast) -> None:
    shift = ShiftFactory(match=pair(cast))
    assert services.must_talk_over_division(shift)
    shift.match.pattern = "owner"
    assert not services.must_talk_over_division(shift)
    shift.reach = "programme"
    assert services.must_talk_over_division(shift)


def test_the_history_names_each_step_and_no_words_reach_the_audit(cast: Cast) -> None:
    shift = ShiftFactory(match=pair(cast))
    services.talk_first(actor=cast.actor("amal"), shift_id=shift.pk, note="Over zijn rug")
    event = Event.objects.get(kind="task-shift.talk")
    assert event.changes == {"match": str(shift.match_id)}
    assert shift.steps.get().note == "Over zijn rug"
