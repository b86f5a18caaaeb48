"""Carers with too much to carry (S1-34), and favours tried through a volunteer (S1-139)."""

from datetime import timedelta

import pytest

from naast.core import clock
from naast.core.errors import DomainError, Incomplete, NotAllowed, StateConflict
from naast.needs.inputs import CarerInput, FavourInput, LookInput
from naast.needs.models import Carer, Favour
from naast.needs.policies import rows as policies
from naast.needs.queries import rows as queries
from naast.needs.services import care, nightly
from naast.needs.states import Load
from naast.people.models import Household, Person
from naast.signals.states import Kind
from naast.support.inputs import TalkInput
from naast.support.services import talks
from naast.support.states import TalkKind
from naast.surroundings.models import AroundLine, Category
from tests.companionship.pair import person_of
from tests.conftest import Cast
from tests.factories import PersonFactory
from tests.needing import carer_of, favour_of, told

IN_SIX_WEEKS = timedelta(weeks=6)


def line_around(cast: Cast, name: str = "piet") -> AroundLine:
    """His sister stands around him."""
    return AroundLine.objects.create(
        organisation=cast.here,
        person_id=cast.person_id(name),
        who="Zijn zus",
        category=Category.INFORMAL,
        does="De was",
    )


@pytest.mark.covers("S1-34")
def test_a_carer_is_linked_to_the_participant_with_what_was_offered_and_a_day_to_look_back(
    cast: Cast,
) -> None:
    line = line_around(cast)
    signal = told(cast, Kind.CARER)
    carer = carer_of(cast, line_id=line.pk, who="", signal_id=signal.pk)
    assert (carer.person_id, carer.line, carer.told_by_id) == (
        cast.person_id("piet"),
        line,
        cast.person_id("bea"),
    )
    assert carer.look_back_on == clock.today() + IN_SIX_WEEKS
    look = LookInput(Load.HEAVIER, again_on=clock.today() + IN_SIX_WEEKS, offered="Twee dagen.")
    care.look_back(actor=cast.actor("amal"), carer_id=carer.pk, given=look)
    carer.refresh_from_db()
    assert (carer.load, carer.offered, carer.closed_on) == (Load.HEAVIER, "Twee dagen.", None)
    care.look_back(actor=cast.actor("amal"), carer_id=carer.pk, given=LookInput(Load.LIGHTER))
    closed = Carer.objects.get()
    assert (closed.look_back_on, closed.closed_on) == (None, clock.today())


def test_somebody_of_the_same_home_can_be_the_carer(cast: Cast) -> None:
    home = Household.objects.create(organisation=cast.here, name="Thuis")
    sister = PersonFactory(organisation=cast.here, household=home)
    Person.objects.filter(pk=cast.person_id("piet")).update(household=home)
    assert list(queries.relatives_of(person_of(cast.piet))) == [sister]
    carer = carer_of(cast, relative_id=sister.pk, who="")
    assert carer.relative == sister


def test_a_line_around_somebody_else_is_no_carer_of_this_person(cast: Cast) -> None:
    line = line_around(cast, "bea")
    stranger = PersonFactory(organisation=cast.here)
    with pytest.raises(Incomplete) as refused:
        carer_of(cast, line_id=line.pk, relative_id=stranger.pk)
    assert set(refused.value.fields) == {"line", "relative"}


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"who": ""}, "who"),
        ({"words": ""}, "words"),
        ({"offered": ""}, "offered"),
        ({"look_back_on": clock.today() - timedelta(days=1)}, "look_back_on"),
        ({"theme": "weather"}, "theme"),
    ],
)
def test_a_carer_has_a_name_or_words_an_offer_and_a_day(
    cast: Cast, wrong: dict[str, object], field: str
) -> None:
    with pytest.raises(Incomplete) as refused:
        carer_of(cast, **wrong)
    assert set(refused.value.fields) == {field}


def test_what_got_heavier_is_looked_back_on_again(cast: Cast) -> None:
    carer = carer_of(cast)
    with pytest.raises(Incomplete) as refused:
        care.look_back(actor=cast.actor("amal"), carer_id=carer.pk, given=LookInput(Load.HEAVIER))
    assert set(refused.value.fields) == {"again_on"}


def test_a_closed_carer_is_not_looked_back_on(cast: Cast) -> None:
    carer = carer_of(cast)
    look = LookInput(Load.SAME)
    care.look_back(actor=cast.actor("amal"), carer_id=carer.pk, given=look)
    with pytest.raises(StateConflict):
        care.look_back(actor=cast.actor("amal"), carer_id=carer.pk, given=look)


def test_carers_are_for_coordinators_of_this_house_and_never_about_themselves(cast: Cast) -> None:
    carer = carer_of(cast)
    for name in ("bea", "nele", "piet", "chris"):
        assert not policies.carers_visible_to(cast.actor(name)).exists()
    Carer.objects.filter(pk=carer.pk).update(relative_id=cast.person_id("amal"))
    assert not policies.carers_visible_to(cast.actor("amal")).exists()
    with pytest.raises(Person.DoesNotExist):
        care.note_carer(
            actor=cast.actor("chris"),
            given=CarerInput(
                cast.person_id("piet"), "x", "y", clock.today() + IN_SIX_WEEKS, who="z"
            ),
        )


@pytest.mark.covers("S1-139")
def test_after_a_favour_a_talk_of_support_is_planned_within_two_weeks(cast: Cast) -> None:
    favour = favour_of(cast)
    assert (favour.person_id, favour.talk_due_on) == (
        cast.person_id("bea"),
        clock.today() + timedelta(days=14),
    )
    assert list(queries.without_talk(cast.actor("amal"), day=clock.today())) == [favour]
    with pytest.raises(Incomplete):
        care.plan_talk(
            actor=cast.actor("amal"),
            favour_id=favour.pk,
            planned_on=clock.today() + timedelta(days=15),
        )
    care.plan_talk(
        actor=cast.actor("amal"), favour_id=favour.pk, planned_on=clock.today() + timedelta(days=5)
    )
    favour.refresh_from_db()
    assert favour.talk is not None
    assert (favour.talk.kind, favour.talk.person_id) == (
        TalkKind.INCIDENT,
        cast.person_id("bea"),
    )
    assert not queries.without_talk(cast.actor("amal"), day=clock.today()).exists()


def test_at_night_a_favour_that_was_talked_about_closes(cast: Cast) -> None:
    favour = favour_of(cast)
    care.plan_talk(actor=cast.actor("amal"), favour_id=favour.pk, planned_on=clock.today())
    favour.refresh_from_db()
    assert favour.talk is not None
    given = TalkInput(held_on=clock.today(), appreciation="Je kwam het meteen vertellen.")
    talks.write_talk(actor=cast.actor("amal"), talk_id=favour.talk.pk, given=given)
    nightly.run(clock.now())
    assert nightly.run(clock.now())["favours talked about"] == 0
    favour.refresh_from_db()
    assert favour.closed_on == clock.today()


def test_at_night_a_favour_whose_talk_was_called_off_waits_for_another(cast: Cast) -> None:
    favour = favour_of(cast)
    care.plan_talk(actor=cast.actor("amal"), favour_id=favour.pk, planned_on=clock.today())
    favour.refresh_from_db()
    assert favour.talk is not None
    talks.cancel_talk(actor=cast.actor("amal"), talk_id=favour.talk.pk)
    nightly.run(clock.now())
    assert [each.pk for each in queries.without_talk(cast.actor("amal"), day=clock.today())] == [
        favour.pk
    ]


def test_a_favour_is_closed_once_and_planned_once(cast: Cast) -> None:
    favour = favour_of(cast)
    amal = cast.actor("amal")
    care.plan_talk(actor=amal, favour_id=favour.pk, planned_on=clock.today())
    with pytest.raises(StateConflict):
        care.plan_talk(actor=amal, favour_id=favour.pk, planned_on=clock.today())
    care.close_favour(actor=amal, favour_id=favour.pk)
    with pytest.raises(StateConflict):
        care.close_favour(actor=amal, favour_id=favour.pk)


def test_a_favour_of_a_signal_is_noted_once_and_about_who_told_it(cast: Cast) -> None:
    signal = told(cast, Kind.FAVOUR)
    given = FavourInput(words="", tried_on=clock.today(), signal_id=signal.pk)
    favour = care.note_favour(actor=cast.actor("amal"), given=given)
    assert favour.person_id == cast.person_id("bea")
    assert care.note_favour(actor=cast.actor("amal"), given=given).pk == favour.pk


def test_a_favour_needs_a_volunteer_and_a_day_that_was(cast: Cast) -> None:
    amal = cast.actor("amal")
    with pytest.raises(DomainError):
        care.note_favour(actor=amal, given=FavourInput("", clock.today()))
    with pytest.raises(Incomplete):
        favour_of(cast, tried_on=clock.today() + timedelta(days=1))


def test_nobody_reads_a_favour_about_themselves_as_staff(cast: Cast) -> None:
    favour = favour_of(cast)
    assert list(policies.own_favours(cast.actor("bea"))) == [favour]
    Favour.objects.filter(pk=favour.pk).update(person_id=cast.person_id("amal"))
    assert not policies.favours_visible_to(cast.actor("amal")).exists()
    for name in ("nele", "piet", "chris"):
        assert not policies.favours_visible_to(cast.actor(name)).exists()
    with pytest.raises(NotAllowed):
        care.note_favour(actor=cast.actor("bea"), given=FavourInput("", clock.today()))
