"""From «I am not content» to looking back together: told, heard, shared, talked, answered, closed."""

from datetime import timedelta
from functools import partial

import pytest
import time_machine

from naast.audit.models import Event
from naast.complaints.errors import CanBeLookedAt, HearsayOnly, NotAgreed, NotHeard
from naast.complaints.inputs import ForSomebody, OtherSide, Told
from naast.complaints.models import Complaint, Observation
from naast.complaints.services import filing, handling, outcomes, talks
from naast.complaints.states import About, ComplaintState, Content, Hat, NoTalk, Side, View, Yes
from naast.core import clock
from naast.core.errors import Incomplete, NotAllowed, StateConflict
from naast.core.working_days import add_working_days
from naast.messaging.models import Message
from naast.organisations.models import Function
from tests.complaining import FACTS, Way, answer, listener, new, other, plan, seen, talk_of, told
from tests.conftest import Cast
from tests.factories import actor_of

S = ComplaintState


@pytest.mark.covers("S1-272")
def test_a_complaint_goes_through_one_talk_of_the_two_with_a_mediator(cast: Cast) -> None:
    mia = listener(cast)
    way = Way(mia, told(cast, mia)).planned(suits=False)
    for name in ("piet", "bea"):
        talks.answer_plan(actor=cast.actor(name), complaint_id=way.pk, suits=True)
    way.came()
    talks.hold(actor=way.actor, complaint_id=way.pk, words="Beiden aan tafel.")
    for name in ("piet", "bea"):
        handling.say_view(actor=cast.actor(name), complaint_id=way.pk, words=f"{name} zag dit.")
    outcomes.answer(actor=way.actor, complaint_id=way.pk, answer=answer())
    with time_machine.travel(clock.now() + timedelta(weeks=7)):
        for name in ("piet", "bea"):
            outcomes.say_how_it_is(actor=cast.actor(name), complaint_id=way.pk, content=Content.YES)
        outcomes.close(actor=way.actor, complaint_id=way.pk)
        assert (way.now.state, way.now.closed_on) == (S.CLOSED, clock.today())
    assert talk_of(way.pk).held_on == clock.today()
    assert (way.now.reporter_view, way.now.other_how) == ("piet zag dit.", View.OWN)


@pytest.mark.covers("S1-272")
def test_no_answer_without_a_talk_or_a_reason_why_there_is_none(cast: Cast) -> None:
    mia = listener(cast)
    way = Way(mia, told(cast, mia)).shared().heard()
    with pytest.raises(StateConflict):
        outcomes.answer(actor=way.actor, complaint_id=way.pk, answer=answer())
    for reason, words in (("", "Daarom"), ("gewoon", "Daarom"), (NoTalk.MINOR, " ")):
        with pytest.raises(Incomplete):
            handling.no_talk(actor=way.actor, complaint_id=way.pk, reason=reason, words=words)
    handling.no_talk(
        actor=way.actor, complaint_id=way.pk, reason=NoTalk.LEFT, words="Ze werkt hier niet meer."
    )
    outcomes.answer(actor=way.actor, complaint_id=way.pk, answer=answer())
    assert (way.now.state, way.now.no_talk) == (S.ANSWERED, NoTalk.LEFT)


@pytest.mark.parametrize("side", [Side.REPORTER, Side.OTHER])
def test_a_talk_was_not_held_without_the_yes_of_both(cast: Cast, side: Side) -> None:
    mia = listener(cast)
    way = Way(mia, told(cast, mia)).planned(suits=False)
    yes = Told(side=side, how=Yes.YES)
    talks.note_answer(actor=way.actor, complaint_id=way.pk, told=yes)
    with pytest.raises(NotAgreed):
        talks.hold(actor=way.actor, complaint_id=way.pk, words="Eén aan tafel.")
    assert way.now.state == S.TALK_PLANNED


def test_a_talk_of_tomorrow_was_not_held_yet(cast: Cast) -> None:
    mia = listener(cast)
    way = Way(mia, told(cast, mia)).planned(in_hours=48)
    with pytest.raises(Incomplete):
        talks.hold(actor=way.actor, complaint_id=way.pk, words="Beiden aan tafel.")


def test_another_day_asks_both_anew(cast: Cast) -> None:
    mia = listener(cast)
    way = Way(mia, told(cast, mia)).planned()
    talks.plan(actor=way.actor, complaint_id=way.pk, plan=plan(mia, 30))
    talk = talk_of(way.pk)
    assert (talk.reporter_yes, talk.other_yes) == (Yes.AWAITED, Yes.AWAITED)


def test_nobody_sits_at_the_table_whose_name_may_not_be_known(cast: Cast) -> None:
    mia = listener(cast)
    way = Way(mia, told(cast, mia, may_be_named=False)).shared()
    with pytest.raises(NotAgreed):
        talks.plan(actor=way.actor, complaint_id=way.pk, plan=plan(mia))
    filing.agree_to_be_named(actor=cast.actor("piet"), complaint_id=way.pk)
    talks.plan(actor=way.actor, complaint_id=way.pk, plan=plan(mia))


def test_a_talk_is_not_led_by_who_is_concerned_nor_planned_in_the_past(cast: Cast) -> None:
    mia = listener(cast)
    tom = listener(cast, Function.COORDINATOR, name="Tom")
    way = Way(mia, told(cast, mia, other_id=None, other_member_id=tom.pk)).shared()
    for wrong in (plan(tom), plan(cast.nele), plan(mia, -1)):
        with pytest.raises(Incomplete):
            talks.plan(actor=way.actor, complaint_id=way.pk, plan=wrong)


@pytest.mark.covers("S1-273")
def test_hearsay_gives_no_answer_but_words_to_both(cast: Cast) -> None:
    mia = listener(cast)
    way = Way(mia, told(cast, mia, seen=seen(is_first_hand=False))).talked()
    with pytest.raises(HearsayOnly):
        outcomes.answer(actor=way.actor, complaint_id=way.pk, answer=answer())
    for words, other_words in (("", "Niet gezien."), ("Niet gezien.", "")):
        with pytest.raises(Incomplete):
            handling.cannot(
                actor=way.actor, complaint_id=way.pk, words=words, other_words=other_words
            )
    handling.cannot(
        actor=way.actor,
        complaint_id=way.pk,
        words="Niemand zag het.",
        other_words="Niets te zeggen.",
    )
    assert (way.now.state, way.now.closed_on) == (S.NOT_LOOKED_AT, clock.today())
    assert (way.now.reporter_words, way.now.other_end_words) == (
        "Niemand zag het.",
        "Niets te zeggen.",
    )


@pytest.mark.covers("S1-273")
def test_one_who_saw_it_themselves_is_enough_and_then_it_gets_an_answer(cast: Cast) -> None:
    mia = listener(cast)
    way = Way(mia, told(cast, mia, seen=seen(is_first_hand=False))).talked()
    filing.note_observation(
        actor=way.actor, complaint_id=way.pk, side=Side.REPORTER, seen=seen(facts="Ik stond er.")
    )
    with pytest.raises(CanBeLookedAt):
        handling.cannot(actor=way.actor, complaint_id=way.pk, words="Nee", other_words="Nee")
    outcomes.answer(actor=way.actor, complaint_id=way.pk, answer=answer())
    assert way.now.state == S.ANSWERED


def test_hearsay_says_from_whom(cast: Cast) -> None:
    mia = listener(cast)
    heard = seen(is_first_hand=False)
    bare = type(heard)(seen_on=heard.seen_on, is_first_hand=False, seen_by=" ", facts=FACTS)
    with pytest.raises(Incomplete) as refused:
        told(cast, mia, seen=bare)
    assert set(refused.value.fields) == {"seen_by"}


def test_both_are_heard_before_there_is_an_answer(cast: Cast) -> None:
    mia = listener(cast)
    way = Way(mia, told(cast, mia)).planned()
    way.came()
    talks.hold(actor=way.actor, complaint_id=way.pk, words="Beiden aan tafel.")
    handling.say_view(actor=cast.actor("piet"), complaint_id=way.pk, words="Zo zag ik het.")
    with pytest.raises(NotHeard):
        outcomes.answer(actor=way.actor, complaint_id=way.pk, answer=answer())
    handling.say_view(actor=cast.actor("bea"), complaint_id=way.pk, words="")
    outcomes.answer(actor=way.actor, complaint_id=way.pk, answer=answer())
    assert way.now.other_how == View.DID_NOT_WANT


@pytest.mark.parametrize(
    ("field", "value"), [("outcome", " "), ("agreed", ""), ("look_back_on", clock.today())]
)
def test_an_answer_has_words_an_agreement_and_a_day_to_look_back(
    cast: Cast, field: str, value: object
) -> None:
    mia = listener(cast)
    way = Way(mia, told(cast, mia)).talked()
    with pytest.raises(Incomplete) as refused:
        outcomes.answer(actor=way.actor, complaint_id=way.pk, answer=answer(**{field: value}))
    assert set(refused.value.fields) == {field}


def test_it_is_closed_after_the_day_to_look_back_when_both_said_how_it_is(cast: Cast) -> None:
    mia = listener(cast)
    way = Way(mia, told(cast, mia)).answered()
    for side in Side:
        back = Told(side=side, how=Content.PARTLY)
        outcomes.note_how_it_is(actor=way.actor, complaint_id=way.pk, told=back)
    with pytest.raises(NotHeard):
        outcomes.close(actor=way.actor, complaint_id=way.pk)
    Complaint.objects.update(look_back_on=clock.today(), other_content="")
    with pytest.raises(NotHeard):
        outcomes.close(actor=way.actor, complaint_id=way.pk)
    Complaint.objects.update(other_content=Content.DID_NOT_WANT)
    outcomes.close(actor=way.actor, complaint_id=way.pk)
    assert way.now.state == S.CLOSED


def test_terms_are_those_of_the_house_on_the_day_it_came(cast: Cast) -> None:
    mia, today = listener(cast), clock.today()
    complaint = told(cast, mia)
    assert complaint.confirm_by == add_working_days(today, 5, "BE")
    assert complaint.answer_by == today + timedelta(weeks=6)


def test_who_told_it_takes_it_back_without_a_reason(cast: Cast) -> None:
    mia = listener(cast)
    way = Way(mia, told(cast, mia)).shared()
    filing.withdraw(actor=cast.actor("piet"), complaint_id=way.pk)
    assert (way.now.state, way.now.closed_on) == (S.WITHDRAWN, clock.today())
    with pytest.raises(StateConflict):
        filing.withdraw(actor=cast.actor("piet"), complaint_id=way.pk)
    with pytest.raises(Complaint.DoesNotExist):
        filing.withdraw(actor=cast.actor("bea"), complaint_id=way.pk)


@pytest.mark.parametrize("hat", [Hat.VOLUNTEER, Hat.PROFESSIONAL, Hat.STAFF])
def test_any_side_may_complain(cast: Cast, hat: Hat) -> None:
    mia = listener(cast)
    name = {Hat.VOLUNTEER: "bea", Hat.PROFESSIONAL: "nele", Hat.STAFF: "amal"}[hat]
    complaint = told(cast, mia, by=name, about=About.DECISION, hat=hat)
    assert complaint.reporter_member == getattr(cast, name)


def test_family_without_an_account_is_written_down_and_the_writer_reads_it_no_more(
    cast: Cast,
) -> None:
    mia, nele = listener(cast), cast.actor("nele")
    whom = ForSomebody(name="Dochter van een bewoner, 000 11 22 33")
    with pytest.raises(Incomplete):
        filing.write_down(actor=nele, new=new(mia, hat=Hat.FAMILY), whom=ForSomebody())
    made = filing.write_down(actor=nele, new=new(mia, hat=Hat.FAMILY), whom=whom)
    assert (made.reporter_name, made.reporter, made.written_by) == (whom.name, None, cast.nele)
    with pytest.raises(NotAllowed):
        filing.write_down(actor=cast.actor("bea"), new=new(mia), whom=whom)


def test_nobody_writes_down_a_complaint_about_themselves(cast: Cast) -> None:
    mia = listener(cast)
    about_nele = new(mia, about=About.PROFESSIONAL, other_member_id=cast.nele.pk)
    with pytest.raises(Incomplete):
        filing.write_down(actor=cast.actor("nele"), new=about_nele, whom=ForSomebody(name="Iemand"))


def test_a_second_tap_is_no_second_complaint(cast: Cast) -> None:
    mia = listener(cast)
    assert told(cast, mia) == told(cast, mia)
    assert Observation.objects.count() == 1


def test_the_same_words_of_somebody_else_or_after_it_was_taken_back_are_another_complaint(
    cast: Cast,
) -> None:
    mia = listener(cast)
    write = partial(filing.write_down, actor=cast.actor("nele"), new=new(mia, hat=Hat.FAMILY))
    first = write(whom=ForSomebody(name="Een dochter"))
    assert write(whom=ForSomebody(name="Een dochter")) == first
    assert write(whom=ForSomebody(name="Een zoon")) != first
    own = told(cast, mia)
    filing.withdraw(actor=cast.actor("piet"), complaint_id=own.pk)
    assert told(cast, mia) != own


def test_the_other_side_is_found_before_it_is_shared_and_is_not_who_told_it(cast: Cast) -> None:
    mia = listener(cast)
    way = Way(mia, told(cast, mia, other_id=None)).confirmed()
    with pytest.raises(Incomplete):
        handling.share(actor=way.actor, complaint_id=way.pk, words="Iets")
    stranger = OtherSide(membership_id=cast.chris.pk)
    for wrong in (OtherSide(), other(cast, "piet"), stranger, OtherSide(membership_id=mia.pk)):
        with pytest.raises(Incomplete):
            handling.find_other(actor=way.actor, complaint_id=way.pk, other=wrong)
    handling.find_other(actor=way.actor, complaint_id=way.pk, other=other(cast))
    handling.share(actor=way.actor, complaint_id=way.pk, words="Iets")
    with pytest.raises(StateConflict):
        handling.find_other(
            actor=way.actor, complaint_id=way.pk, other=OtherSide(membership_id=cast.nele.pk)
        )


def test_what_somebody_wrote_themselves_stays(cast: Cast) -> None:
    mia = listener(cast)
    way = Way(mia, told(cast, mia)).shared()
    handling.say_view(actor=cast.actor("bea"), complaint_id=way.pk, words="Ik was ziek.")
    with pytest.raises(Incomplete):
        handling.write_view_down(
            actor=way.actor,
            complaint_id=way.pk,
            told=Told(side=Side.OTHER, how=View.DID_NOT_WANT),
        )
    assert way.now.other_view == "Ik was ziek."


def test_messages_and_history_hold_no_name_and_no_content(cast: Cast) -> None:
    mia = listener(cast)
    Way(mia, told(cast, mia)).answered()
    texts = [f"{each.subject} {each.body}" for each in Message.objects.all()]
    assert len(texts) > 5
    changes = [str(each.changes) for each in Event.objects.filter(target="complaint")]
    for secret in ("Piet", "Bea", "Ze kwam drie keer", "duidelijk"):
        assert not any(secret in each for each in (*texts, *changes))


def test_an_appeal_is_noted_once_there_is_an_answer(cast: Cast) -> None:
    mia = listener(cast)
    way = Way(mia, told(cast, mia))
    with pytest.raises(StateConflict):
        outcomes.note_appeal(actor=way.actor, complaint_id=way.pk)
    way.answered()
    outcomes.note_appeal(actor=way.actor, complaint_id=way.pk)
    assert way.now.appealed_on == clock.today()


def test_somebody_else_than_who_was_chosen_takes_no_step(cast: Cast) -> None:
    mia, ann = listener(cast), listener(cast, name="Ann")
    complaint = told(cast, mia)
    with pytest.raises(Complaint.DoesNotExist):
        handling.confirm(actor=actor_of(ann), complaint_id=complaint.pk)
