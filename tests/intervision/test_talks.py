"""The yearly group talk: wishes, votes that nobody can trace, promises; and what is right."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.core import serializers

from naast.audit.models import Event
from naast.core.errors import NotAllowed
from naast.intervision.errors import NameInText, SomethingMissing, VotingOver
from naast.intervision.inputs import EveningPlan, PromiseNote
from naast.intervision.models import (
    EthicsQuestion,
    GroupTalk,
    Promise,
    Series,
    Vote,
    Wish,
)
from naast.intervision.queries import talks as queries
from naast.intervision.services import ethics, evenings, talks
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from tests.conftest import Cast
from tests.factories import actor_of, member
from tests.meeting_evenings import (
    EthicsFactory,
    MemberFactory,
    PromiseFactory,
    TalkFactory,
    WishFactory,
    at,
    group_of,
)


@pytest.fixture(autouse=True)
def march() -> Iterator[None]:
    with time_machine.travel(at(2), tick=False):
        yield


@pytest.fixture
def talk(cast: Cast) -> GroupTalk:
    """Bea leads it, Nele takes part."""
    made: GroupTalk = TalkFactory(evening__series=group_of(cast), votes_each=2)
    return made


def third_voter(cast: Cast, talk: GroupTalk) -> Actor:
    someone = member(cast.here, Function.VOLUNTEER, name="Cor Derde")
    MemberFactory(series=talk.evening.series, person=None, person_id=someone.person_id)
    return actor_of(someone)


def vote(actor: Actor, wish: Wish) -> bool:
    return talks.turn_vote(actor=actor, evening_id=wish.talk.evening_id, wish_id=wish.pk)


@pytest.mark.covers("S1-265")
def test_a_year_of_wishing_voting_promising_and_telling_what_came_of_it(
    cast: Cast, coordinator: Actor, volunteer: Actor, professional: Actor
) -> None:
    series = group_of(cast)
    plan = EveningPlan(starts_at=at(10), kind="group_talk", votes_each=2)
    first = evenings.plan_evening(actor=coordinator, series_id=series.pk, plan=plan)
    wish = talks.add_wish(actor=volunteer, evening_id=first.pk, text="Betere stoelen")
    other = talks.add_wish(actor=professional, evening_id=first.pk, text="Meer thee")
    voters = [volunteer, professional, third_voter(cast, first.talk)]
    assert [vote(actor, wish) for actor in voters] == [True, True, True]
    vote(volunteer, other)
    talks.count_votes(actor=volunteer, evening_id=first.pk)
    note = PromiseNote(what="Nieuwe stoelen", due_on=date(2026, 6, 1), owner_id=cast.amal.pk)
    made = talks.promise(actor=coordinator, evening_id=first.pk, note=note)
    kept = PromiseNote(
        what="Nieuwe stoelen", due_on=date(2026, 6, 1), news="Ze staan er.", is_done=True
    )
    talks.tell_what_came(actor=coordinator, promise_id=made.pk, note=kept)

    next_year = EveningPlan(starts_at=at(9) + timedelta(days=366), kind="group_talk")
    second = evenings.plan_evening(actor=coordinator, series_id=series.pk, plan=next_year)
    shown = queries.get_talk(volunteer, second.pk)
    assert shown is not None
    last = queries.last_time(shown)
    assert last is not None
    assert [(each.what, each.news) for each in last.promises] == [
        ("Nieuwe stoelen", "Ze staan er.")
    ]
    counted = queries.get_talk(volunteer, first.pk)
    assert counted is not None
    assert [(each.text, each.votes) for each in queries.wishes_of(counted)] == [
        ("Betere stoelen", 3),
        ("Meer thee", 1),
    ]


def test_a_vote_can_be_changed_and_never_more_than_one_has(
    talk: GroupTalk, professional: Actor
) -> None:
    first, second, third = (WishFactory(talk=talk) for _each in range(3))
    assert [vote(professional, first), vote(professional, second)] == [True, True]
    with pytest.raises(VotingOver):
        vote(professional, third)
    assert vote(professional, first) is False
    assert vote(professional, third) is True
    assert talks.own_votes(professional, talk) == {second.pk, third.pk}


def test_a_vote_holds_nobody_and_leaves_no_trace(
    cast: Cast, talk: GroupTalk, volunteer: Actor, professional: Actor
) -> None:
    wish = WishFactory(talk=talk)
    before = Event.objects.count()
    vote(volunteer, wish)
    vote(professional, wish)
    assert Event.objects.count() == before
    kept = serializers.serialize("json", Vote.objects.all())
    people = [cast.bea, cast.nele]
    for each in people:
        for name in (each.person_id, each.user_id, each.pk):
            assert str(name) not in kept
    # No time and no order tell who came first; nobody reads the votes of another.
    fields = {field.name for field in Vote._meta.concrete_fields}
    assert fields == {"id", "organisation", "wish", "slip"}
    assert {vote.pk.version for vote in Vote.objects.all()} == {4}
    assert talks.own_votes(cast.actor("amal"), talk) == frozenset()


def test_slips_need_a_key_that_is_not_in_the_database(
    talk: GroupTalk, cast: Cast, settings: object
) -> None:
    bea = cast.person_id("bea")
    slip = talks.slip_of(talk, bea)
    assert slip != talks.slip_of(TalkFactory(evening__series=talk.evening.series), bea)
    # Rotating the keys of encrypted text changes no slip: nobody votes twice.
    settings.FIELD_KEYS = ["MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="]  # type: ignore[attr-defined]  # the fixture
    assert talks.slip_of(talk, bea) == slip
    settings.SECRET_KEY = "another key"  # type: ignore[attr-defined]  # idem
    assert talks.slip_of(talk, bea) != slip


def test_after_the_count_only_totals_stay(
    cast: Cast, talk: GroupTalk, volunteer: Actor, professional: Actor
) -> None:
    wish = WishFactory(talk=talk)
    for actor in (volunteer, professional, third_voter(cast, talk)):
        vote(actor, wish)
    assert Wish.objects.get().votes is None
    for _time in range(2):
        talks.count_votes(actor=volunteer, evening_id=talk.evening_id)
    wish.refresh_from_db()
    assert (wish.votes, Vote.objects.count()) == (3, 0)
    with pytest.raises(VotingOver):
        vote(volunteer, wish)
    with pytest.raises(VotingOver):
        talks.add_wish(actor=volunteer, evening_id=talk.evening_id, text="Te laat")


def test_totals_of_fewer_than_three_voters_are_not_kept(
    talk: GroupTalk, volunteer: Actor, professional: Actor
) -> None:
    wish = WishFactory(talk=talk)
    vote(volunteer, wish)
    vote(professional, wish)
    talks.count_votes(actor=volunteer, evening_id=talk.evening_id)
    wish.refresh_from_db()
    assert wish.votes is None
    assert not Vote.objects.exists()


def test_who_is_not_of_the_group_neither_votes_nor_counts(
    cast: Cast, talk: GroupTalk, coordinator: Actor, professional: Actor, stranger: Actor
) -> None:
    wish = WishFactory(talk=talk)
    with pytest.raises(NotAllowed):
        vote(coordinator, wish)
    for actor in (stranger, cast.actor("piet")):
        with pytest.raises(GroupTalk.DoesNotExist):
            vote(actor, wish)
    with pytest.raises(NotAllowed):
        talks.count_votes(actor=professional, evening_id=talk.evening_id)


def test_a_wish_without_a_name_is_nobodys_also_in_the_history(
    talk: GroupTalk, volunteer: Actor
) -> None:
    wish = talks.add_wish(actor=volunteer, evening_id=talk.evening_id, text="Meer thee")
    assert (wish.asker_id, Event.objects.filter(kind="talk.wished").count()) == (None, 0)
    named = talks.add_wish(
        actor=volunteer, evening_id=talk.evening_id, text="Minder mails", with_name=True
    )
    assert named.asker_id == volunteer.person_id
    with pytest.raises(NameInText):
        talks.add_wish(actor=volunteer, evening_id=talk.evening_id, text="Mevr. D. is te streng")


def test_only_a_coordinator_promises_and_tells_it_in_a_sentence(
    talk: GroupTalk, coordinator: Actor, volunteer: Actor, stranger: Actor
) -> None:
    note = PromiseNote(what="Thee", due_on=date(2026, 6, 1))
    with pytest.raises(NotAllowed):
        talks.promise(actor=volunteer, evening_id=talk.evening_id, note=note)
    made = PromiseFactory(talk=talk)
    with pytest.raises(Promise.DoesNotExist):
        talks.tell_what_came(actor=stranger, promise_id=made.pk, note=note)
    silent = PromiseNote(what="Thee", due_on=date(2026, 6, 1), is_done=True)
    with pytest.raises(SomethingMissing):
        talks.tell_what_came(actor=coordinator, promise_id=made.pk, note=silent)


@pytest.mark.covers("S3-26")
def test_a_question_about_what_is_right_gets_its_day_and_what_it_came_to(
    cast: Cast, volunteer: Actor, professional: Actor
) -> None:
    series = group_of(cast)
    asked = ethics.ask_ethics(
        actor=professional, text="Mag ik een cadeau aannemen?", series_id=series.pk
    )
    assert asked.asked_by_id is None
    assert list(queries.ethics(volunteer, is_discussed=False)) == [asked]
    with pytest.raises(NotAllowed):
        ethics.note_discussed(
            actor=professional, ethics_id=asked.pk, discussed_on=date(2026, 3, 1), outcome="Nee."
        )
    ethics.note_discussed(
        actor=volunteer,
        ethics_id=asked.pk,
        discussed_on=date(2026, 3, 1),
        outcome="Tot tien euro, en we zeggen het.",
    )
    assert list(queries.ethics(volunteer, is_discussed=False)) == []
    asked.refresh_from_db()
    assert (asked.discussed_on, asked.outcome) == (
        date(2026, 3, 1),
        "Tot tien euro, en we zeggen het.",
    )


def test_questions_of_a_group_are_for_its_people_and_of_the_house_for_staff_and_volunteers(
    cast: Cast, volunteer: Actor, participant: Actor, stranger: Actor
) -> None:
    ours = EthicsFactory(organisation=cast.here)
    of_a_group = EthicsFactory(organisation=cast.here, series=group_of(cast))
    board = actor_of(member(cast.here, Function.BOARD))
    assert set(queries.ethics(volunteer, is_discussed=False)) == {ours, of_a_group}
    assert set(queries.ethics(board, is_discussed=False)) == {ours}
    assert set(queries.ethics(participant, is_discussed=False)) == set()
    assert set(queries.ethics(stranger, is_discussed=False)) == set()
    with pytest.raises(NotAllowed):
        ethics.ask_ethics(actor=participant, text="Mag dat?")


def test_nobody_asks_for_a_group_that_is_not_theirs_or_with_a_name(
    cast: Cast, volunteer: Actor, stranger: Actor
) -> None:
    series = group_of(cast)
    with pytest.raises(Series.DoesNotExist):
        ethics.ask_ethics(actor=stranger, text="Mag dat?", series_id=series.pk)
    with pytest.raises(NameInText):
        ethics.ask_ethics(actor=volunteer, text="Mag Nele dat?", series_id=series.pk)
    assert not EthicsQuestion.objects.exists()
