"""What is on the table: both views, an agreement, looking back, closing."""

from datetime import timedelta

import pytest

from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.division.errors import WordsMissing
from naast.division.models import Tension
from naast.division.queries import tensions as queries
from naast.division.services import tensions as services
from naast.division.services.tensions import Heard, StepInput
from naast.division.states import AGREE, CLOSE, LOOK_BACK, TensionState
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from tests.conftest import Cast
from tests.dividing import TensionFactory, in_days, match_of
from tests.factories import actor_of, member

View = Tension.View
HAPPENED = "De planning veranderde drie keer."
AGREED = StepInput("We bellen de avond voordien.", in_days(30))


@pytest.fixture
def tension(cast: Cast) -> Tension:
    """Something between Bea and Nele."""
    made: Tension = TensionFactory(match=match_of(cast))
    return made


def both_say(cast: Cast, tension: Tension) -> None:
    """Both write how they see it."""
    for name in ("bea", "nele"):
        services.say_view(
            actor=cast.actor(name), tension_id=tension.pk, words=f"Zoals {name} het ziet."
        )


@pytest.mark.covers("S1-129")
def test_a_tension_goes_from_the_table_to_an_end(
    cast: Cast, volunteer: Actor, coordinator: Actor
) -> None:
    match = match_of(cast)
    tension = services.open_tension(
        actor=volunteer, match_id=match.pk, happened=HAPPENED, own_view="Ik stond voor niets."
    )
    assert (tension.volunteer_how, tension.professional_how) == (View.OWN, View.AWAITED)
    told = Message.objects.get()
    assert told.user == cast.nele.user
    assert HAPPENED not in told.body
    services.say_view(actor=cast.actor("nele"), tension_id=tension.pk, words="Het was druk.")
    for step, given in (
        (AGREE, AGREED),
        (LOOK_BACK, StepInput("Het lukt nu.")),
        (CLOSE, StepInput()),
    ):
        services.take_step(actor=coordinator, tension_id=tension.pk, step=step, given=given)
    tension.refresh_from_db()
    assert (tension.state, tension.closed_on) == (TensionState.CLOSED, clock.today())
    assert tension.agreed == AGREED.words


def test_both_are_heard_before_anything_is_agreed(
    cast: Cast, tension: Tension, coordinator: Actor
) -> None:
    services.say_view(actor=cast.actor("bea"), tension_id=tension.pk, words="Zo zie ik het.")
    with pytest.raises(WordsMissing):
        services.take_step(actor=coordinator, tension_id=tension.pk, step=AGREE, given=AGREED)
    services.say_view(actor=cast.actor("nele"), tension_id=tension.pk, words="")
    tension.refresh_from_db()
    assert tension.professional_how == View.DID_NOT_WANT
    services.take_step(actor=coordinator, tension_id=tension.pk, step=AGREE, given=AGREED)


@pytest.mark.parametrize(
    "given", [StepInput("", in_days(9)), StepInput("Ja"), StepInput("Ja", in_days(0))]
)
def test_an_agreement_has_words_and_a_day_to_look_back(
    cast: Cast, tension: Tension, coordinator: Actor, given: StepInput
) -> None:
    both_say(cast, tension)
    with pytest.raises(WordsMissing):
        services.take_step(actor=coordinator, tension_id=tension.pk, step=AGREE, given=given)


def test_steps_come_in_their_order_and_it_may_be_agreed_anew(
    cast: Cast, tension: Tension, coordinator: Actor
) -> None:
    both_say(cast, tension)
    with pytest.raises(StateConflict):
        services.take_step(actor=coordinator, tension_id=tension.pk, step=CLOSE, given=StepInput())
    services.take_step(actor=coordinator, tension_id=tension.pk, step=AGREE, given=AGREED)
    back = StepInput("Nog niet.")
    services.take_step(actor=coordinator, tension_id=tension.pk, step=LOOK_BACK, given=back)
    services.take_step(actor=coordinator, tension_id=tension.pk, step=AGREE, given=AGREED)
    tension.refresh_from_db()
    assert tension.state == TensionState.AGREED


def test_what_a_coordinator_wrote_down_carries_that_mark_and_own_words_stay(
    cast: Cast, tension: Tension, coordinator: Actor
) -> None:
    heard = Heard("volunteer", View.WRITTEN_DOWN, "Ze vindt het jammer.")
    services.write_view_down(actor=coordinator, tension_id=tension.pk, heard=heard)
    tension.refresh_from_db()
    assert tension.volunteer_how == View.WRITTEN_DOWN
    services.say_view(actor=cast.actor("bea"), tension_id=tension.pk, words="Ik vind het erg.")
    with pytest.raises(WordsMissing):
        services.write_view_down(actor=coordinator, tension_id=tension.pk, heard=heard)
    with pytest.raises(NotAllowed):
        services.write_view_down(actor=cast.actor("nele"), tension_id=tension.pk, heard=heard)


def test_only_the_two_and_coordinators_know_of_it(cast: Cast, tension: Tension) -> None:
    colleague = actor_of(member(cast.here, Function.PROFESSIONAL, Function.COACH, name="Tom"))
    for name in ("amal", "bea", "nele"):
        assert queries.get_tension(cast.actor(name), tension.pk) == tension
    for actor in (cast.actor("piet"), cast.actor("chris"), colleague):
        assert queries.get_tension(actor, tension.pk) is None
    with pytest.raises(NotAllowed):
        services.say_view(actor=cast.actor("amal"), tension_id=tension.pk, words="Ik vind")


def test_a_coordinator_who_is_one_of_the_two_does_not_lead(cast: Cast, coordinator: Actor) -> None:
    tension = TensionFactory(match=match_of(cast, professional=cast.amal))
    heard = Heard("volunteer", View.DID_NOT_WANT)
    with pytest.raises(NotAllowed):
        services.write_view_down(actor=coordinator, tension_id=tension.pk, heard=heard)
    with pytest.raises(NotAllowed):
        services.take_step(actor=coordinator, tension_id=tension.pk, step=AGREE, given=AGREED)


def test_what_is_closed_stays_as_it_was(cast: Cast, tension: Tension) -> None:
    Tension.objects.update(state=TensionState.CLOSED, closed_on=clock.today())
    with pytest.raises(NotAllowed):
        services.say_view(actor=cast.actor("bea"), tension_id=tension.pk, words="Toch nog dit")


def test_a_missing_view_and_a_day_to_look_back_come_to_the_desk(
    cast: Cast, tension: Tension, coordinator: Actor
) -> None:
    now = clock.now()
    assert not queries.view_missing(coordinator, now=now)
    assert list(queries.view_missing(coordinator, now=now + timedelta(days=8))) == [tension]
    both_say(cast, tension)
    assert not queries.view_missing(coordinator, now=now + timedelta(days=8))
    assert list(queries.to_lead(coordinator)) == [tension]
    services.take_step(actor=coordinator, tension_id=tension.pk, step=AGREE, given=AGREED)
    assert not queries.to_look_back(coordinator, day=clock.today())
    assert list(queries.to_look_back(coordinator, day=in_days(31))) == [tension]


def test_what_was_looked_back_at_and_left_open_comes_to_the_desk(
    cast: Cast, tension: Tension, coordinator: Actor
) -> None:
    Tension.objects.update(state=TensionState.LOOKED_BACK)
    assert not queries.to_look_back(coordinator, day=clock.today())
    assert list(queries.to_look_back(coordinator, day=in_days(15))) == [tension]


def test_what_concerns_a_coordinator_stands_on_the_desk_of_colleagues(
    cast: Cast, coordinator: Actor
) -> None:
    tension = TensionFactory(
        match=match_of(cast, professional=cast.amal), volunteer_how="own", professional_how="own"
    )
    colleague = actor_of(member(cast.here, Function.COORDINATOR, name="Olga"))
    assert not queries.to_lead(coordinator)
    assert list(queries.to_lead(colleague)) == [tension]


def test_two_taps_are_one_tension(cast: Cast, volunteer: Actor) -> None:
    match = match_of(cast)
    for _tap in range(2):
        services.open_tension(actor=volunteer, match_id=match.pk, happened=HAPPENED)
    assert Tension.objects.count() == Message.objects.count() == 1
