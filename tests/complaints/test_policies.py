"""Who reads and who handles: one denied case for each line, in the list and for the one complaint alike."""

from dataclasses import replace
from datetime import timedelta

import pytest

from naast.complaints.inputs import HouseTerms
from naast.complaints.models import Complaint
from naast.complaints.policies import complaints as policies
from naast.complaints.queries import complaints as queries
from naast.complaints.queries.sides import what_is_read
from naast.complaints.services import filing, handling, outcomes, talks
from naast.complaints.states import About, Side
from naast.core import clock
from naast.core.errors import Incomplete, NotAllowed
from naast.organisations.actors import Actor
from naast.organisations.models import Absence, Function, Role
from tests.complaining import Way, listener, new, plan, seen, talk_of, told
from tests.conftest import Cast
from tests.factories import actor_of, member


def reads(actor: Actor, complaint: Complaint) -> bool:
    """Whether the list has it; what handles it agrees with the list, line by line."""
    in_list = policies.handled_by(actor).filter(pk=complaint.pk).exists()
    assert bool(policies.can_handle(actor, Complaint.objects.get(pk=complaint.pk))) is in_list
    return policies.visible_to(actor).filter(pk=complaint.pk).exists()


@pytest.mark.covers("S4-22")
def test_who_complains_chooses_who_listens_and_nobody_else_reads_it(cast: Cast) -> None:
    mia, tom = listener(cast), listener(cast, Function.SAFEGUARDING, name="Tom")
    complaint = told(cast, mia)
    assert reads(actor_of(mia), complaint)
    for nobody in (actor_of(tom), *(cast.actor(name) for name in ("amal", "bea", "nele", "chris"))):
        assert not reads(nobody, complaint)
    filing.choose_listener(actor=cast.actor("piet"), complaint_id=complaint.pk, receiver_id=tom.pk)
    assert reads(actor_of(tom), complaint)
    assert not reads(actor_of(mia), complaint)


@pytest.mark.covers("S4-22")
def test_a_coordinator_is_kept_out_on_request(cast: Cast) -> None:
    mia = listener(cast)
    complaint = told(cast, mia, without_coordinator=True)
    ears = {ear.who.membership_id for ear in queries.ears_for(cast.actor("amal"), complaint)}
    assert ears == {mia.pk}
    with pytest.raises(Incomplete):
        told(cast, cast.amal, without_coordinator=True, seen=seen(facts="Nog iets."))
    # Not by standing in either, nor by a second function.
    Absence.objects.create(
        organisation=cast.here,
        membership=mia,
        deputy=cast.amal,
        from_on=clock.today(),
        until_on=clock.today(),
    )
    assert not reads(cast.actor("amal"), complaint)
    Role.objects.create(membership=cast.amal, function=Function.MEDIATOR)
    assert not reads(cast.actor("amal"), complaint)
    Complaint.objects.update(without_coordinator=False)
    assert reads(cast.actor("amal"), complaint)


def test_who_it_is_about_never_listens(cast: Cast) -> None:
    tom = listener(cast, Function.COORDINATOR, Function.MEDIATOR, name="Tom")
    with pytest.raises(Incomplete):
        told(cast, tom, other_id=None, other_member_id=tom.pk, about=About.COORDINATOR)
    with pytest.raises(Incomplete):
        told(cast, tom, other_id=tom.person_id)
    with pytest.raises(Incomplete):
        filing.tell_complaint(actor=actor_of(tom), new=new(tom))


@pytest.mark.parametrize("by", ["other", "other_member", "reporter", "reporter_member"])
def test_whoever_is_concerned_by_it_handles_nothing(cast: Cast, by: str) -> None:
    mia, ann = listener(cast), listener(cast, name="Ann")
    complaint = told(cast, mia)
    # Found out later, past every form: the rows say so, and the door closes.
    value = ann.pk if by.endswith("member") else ann.person_id
    Complaint.objects.filter(pk=complaint.pk).update(**{f"{by}_id": value}, receiver=None)
    assert not policies.without_listener(actor_of(ann)).exists()
    if by in ("other", "reporter"):
        Complaint.objects.filter(pk=complaint.pk).update(receiver=ann)
        assert not reads(actor_of(ann), complaint)


def test_an_unnamed_coordinator_keeps_all_coordinators_out(cast: Cast) -> None:
    mia = listener(cast)
    complaint = told(cast, mia, about=About.COORDINATOR, other_id=None, other_words="De baas")
    ears = {ear.who.membership_id for ear in queries.ears_for(cast.actor("amal"), complaint)}
    assert ears == {mia.pk}
    Complaint.objects.update(receiver=cast.amal)
    assert not reads(cast.actor("amal"), complaint)
    other = listener(cast, Function.COORDINATOR, name="Els")
    Complaint.objects.update(other_member=other)
    assert reads(cast.actor("amal"), complaint)


def test_who_stands_in_for_who_is_away_listens_for_so_long(cast: Cast) -> None:
    mia, ann = listener(cast), listener(cast, name="Ann")
    complaint, today = told(cast, mia), clock.today()
    absence = Absence.objects.create(
        organisation=cast.here, membership=mia, deputy=ann, from_on=today, until_on=today
    )
    assert reads(actor_of(ann), complaint)
    assert not reads(actor_of(listener(cast, name="Els")), complaint)
    for begins, ends in ((1, 5), (-5, -1)):
        absence.from_on, absence.until_on = (today + timedelta(days=d) for d in (begins, ends))
        absence.save()
        assert not reads(actor_of(ann), complaint)


def test_a_function_that_ended_reads_no_more_and_somebody_else_may_listen(cast: Cast) -> None:
    mia, ann = listener(cast), listener(cast, name="Ann")
    complaint = told(cast, mia)
    assert not policies.without_listener(actor_of(ann)).exists()
    assert not queries.waits_for_my_choice(cast.actor("piet")).exists()
    Role.objects.filter(membership=mia).update(function=Function.FINANCE)
    assert not reads(actor_of(mia), complaint)
    assert list(policies.without_listener(actor_of(ann))) == [complaint]
    assert list(queries.waits_for_my_choice(cast.actor("piet"))) == [complaint]


@pytest.mark.parametrize("by", ["stepping aside", "handing over", "choosing again"])
def test_who_listens_no_more_does_not_read_on_as_leader_of_the_talk(cast: Cast, by: str) -> None:
    mia, tom = listener(cast), listener(cast, name="Tom")
    complaint = Way(mia, told(cast, mia)).planned().now
    if by == "handing over":
        handling.hand_over(actor=actor_of(mia), complaint_id=complaint.pk, receiver_id=tom.pk)
    elif by == "choosing again":
        filing.choose_listener(
            actor=cast.actor("piet"), complaint_id=complaint.pk, receiver_id=tom.pk
        )
    else:
        handling.step_aside(actor=actor_of(mia), complaint_id=complaint.pk)
        assert not reads(actor_of(mia), complaint)
        handling.take_up(actor=actor_of(tom), complaint_id=complaint.pk)
    assert not reads(actor_of(mia), complaint)
    assert reads(actor_of(tom), complaint)
    assert talk_of(complaint.pk).mediator == tom


def test_another_house_never(cast: Cast) -> None:
    """Not even with the very ids of who listens, of their deputy, of who leads the talk, or of a side."""
    mia = listener(cast)
    way = Way(mia, told(cast, mia)).planned()
    as_mia = Actor(
        organisation_id=cast.elsewhere.pk,
        slug="elders",
        functions=frozenset(Function),
        user_id=mia.user_id,
        membership_id=mia.pk,
    )
    assert not reads(as_mia, way.now)
    assert not policies.can_handle(as_mia, way.now)
    for name in ("piet", "bea"):
        side = replace(as_mia, person_id=cast.person_id(name), membership_id=None)
        assert not policies.own_of(side).exists()
        assert not policies.told_by(side).exists()
        assert not policies.can_say(side, way.now)
    Complaint.objects.update(receiver=None)
    assert not policies.without_listener(as_mia).exists()


def test_who_leads_the_talk_reads_it_until_it_is_over_and_only_writes_the_talk_down(
    cast: Cast,
) -> None:
    mia, ann = listener(cast), listener(cast, name="Ann")
    way = Way(mia, told(cast, mia)).planned()
    assert not reads(actor_of(ann), way.now)
    talk = talk_of(way.pk)
    talk.mediator = ann
    talk.save()
    assert reads(actor_of(ann), way.now)
    with pytest.raises(NotAllowed):
        handling.no_talk(actor=actor_of(ann), complaint_id=way.pk, reason="safety", words="Nee")
    way.came()
    talks.hold(actor=actor_of(ann), complaint_id=way.pk, words="Beiden aan tafel.")
    Complaint.objects.update(state="withdrawn", closed_on=clock.today())
    assert not reads(actor_of(ann), way.now)
    assert reads(actor_of(mia), way.now)


def test_a_leader_of_the_talk_who_is_concerned_reads_nothing(cast: Cast) -> None:
    mia, ann = listener(cast), listener(cast, name="Ann")
    way = Way(mia, told(cast, mia)).planned()
    talk = talk_of(way.pk)
    talk.mediator = ann
    talk.save()
    Complaint.objects.update(other_id=ann.person_id)
    assert not reads(actor_of(ann), way.now)


def test_the_one_it_is_about_reads_nothing_before_it_was_shared(cast: Cast) -> None:
    mia, bea = listener(cast), cast.actor("bea")
    way = Way(mia, told(cast, mia)).confirmed()
    assert queries.get_own(bea, way.pk) is None
    assert not policies.can_say(bea, way.now)
    handling.share(actor=way.actor, complaint_id=way.pk, words="Hierover gaat het.")
    assert queries.get_own(bea, way.pk) is not None
    assert policies.can_say(bea, way.now)
    assert not policies.told_by(bea).exists()
    for nobody in (cast.actor("nele"), way.actor):
        assert queries.get_own(nobody, way.pk) is None
        assert not policies.can_say(nobody, way.now)


def test_each_side_reads_their_own_words_what_was_shared_and_the_answer(cast: Cast) -> None:
    mia = listener(cast)
    way = Way(mia, told(cast, mia, may_be_named=False)).shared()
    handling.say_view(actor=cast.actor("piet"), complaint_id=way.pk, words="Piet vindt dit.")

    def bea_reads() -> str:
        found = queries.get_own(cast.actor("bea"), way.pk)
        assert found is not None
        read = what_is_read(found, Side.OTHER)
        assert not read.seen
        return f"{read.reporter_name} {read.other_view} {read.shared_words} {read.end_words}"

    assert "Piet" not in bea_reads()
    handling.say_view(actor=cast.actor("bea"), complaint_id=way.pk, words="Bea vindt dat.")
    # The name stays hidden until who told it agrees, and so does the view it might stand in.
    assert "Piet" not in bea_reads()
    filing.agree_to_be_named(actor=cast.actor("piet"), complaint_id=way.pk)
    assert "Piet vindt dit." in bea_reads()
    found = queries.get_own(cast.actor("piet"), way.pk)
    assert found is not None
    read = what_is_read(found, Side.REPORTER)
    assert (read.other_view, len(read.seen)) == ("Bea vindt dat.", 1)


def test_the_other_view_comes_after_ones_own(cast: Cast) -> None:
    mia = listener(cast)
    way = Way(mia, told(cast, mia)).shared()
    handling.say_view(actor=cast.actor("bea"), complaint_id=way.pk, words="Bea vindt dat.")
    found = queries.get_own(cast.actor("piet"), way.pk)
    assert found is not None
    assert what_is_read(found, Side.REPORTER).other_view == ""


def test_what_nobody_listens_to_is_taken_up_by_somebody_outside_the_line(cast: Cast) -> None:
    mia, ann = listener(cast), listener(cast, name="Ann")
    complaint = told(cast, mia)
    assert not policies.without_listener(actor_of(ann)).exists()
    handling.step_aside(actor=actor_of(mia), complaint_id=complaint.pk)
    assert not reads(actor_of(mia), complaint)
    assert not policies.without_listener(cast.actor("amal")).exists()
    with pytest.raises(Complaint.DoesNotExist):
        handling.take_up(actor=cast.actor("amal"), complaint_id=complaint.pk)
    assert list(queries.waits_for_my_choice(cast.actor("piet"))) == [complaint]
    handling.take_up(actor=actor_of(ann), complaint_id=complaint.pk)
    assert reads(actor_of(ann), complaint)
    ann.ended_on = clock.today()
    ann.save()
    assert policies.without_listener(actor_of(mia)).get() == complaint
    Complaint.objects.update(state="withdrawn", closed_on=clock.today())
    assert not policies.without_listener(actor_of(mia)).exists()


def test_it_is_handed_over_to_somebody_who_is_not_concerned(cast: Cast) -> None:
    mia, ann = listener(cast), listener(cast, name="Ann")
    complaint = told(cast, mia)
    for wrong in (cast.nele, cast.chris):
        with pytest.raises(Incomplete):
            handling.hand_over(actor=actor_of(mia), complaint_id=complaint.pk, receiver_id=wrong.pk)
    handling.hand_over(actor=actor_of(mia), complaint_id=complaint.pk, receiver_id=ann.pk)
    assert (reads(actor_of(mia), complaint), reads(actor_of(ann), complaint)) == (False, True)


@pytest.mark.parametrize("function", sorted(set(Function) - set(policies.WRITERS)))
def test_who_does_not_meet_people_writes_nothing_down_for_them(
    cast: Cast, function: Function
) -> None:
    assert not policies.can_write_down(actor_of(member(cast.here, function)))


def test_figures_are_for_coordinators_and_board_and_terms_for_who_keeps_the_house(
    cast: Cast,
) -> None:
    for function in Function:
        actor = actor_of(member(cast.here, function))
        assert bool(policies.can_read_figures(actor)) is (
            function in (Function.COORDINATOR, Function.BOARD)
        )
        assert bool(policies.can_change_terms(actor)) is (
            function in (Function.COORDINATOR, Function.ADMINISTRATOR)
        )
    terms = HouseTerms(confirm_days=3, answer_weeks=4, look_back_weeks=5, appeal_name="Raad")
    with pytest.raises(NotAllowed):
        outcomes.change_terms(actor=cast.actor("bea"), terms=terms)
    outcomes.change_terms(actor=cast.actor("amal"), terms=terms)
    complaint = told(cast, listener(cast))
    assert complaint.answer_by == clock.today() + timedelta(weeks=4)


def test_the_leader_of_a_talk_is_chosen_like_who_listens(cast: Cast) -> None:
    mia = listener(cast)
    way = Way(mia, told(cast, mia, without_coordinator=True)).shared()
    with pytest.raises(Incomplete):
        talks.plan(actor=way.actor, complaint_id=way.pk, plan=plan(cast.amal))
