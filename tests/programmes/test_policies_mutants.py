"""Who may know who takes part in a programme: line by line."""

from naast.organisations.models import Function
from naast.programmes import policies
from naast.programmes.models import Programme
from tests.conftest import Cast
from tests.eyes import night, only
from tests.factories import EngagementFactory, VolunteerFactory, actor_of, member


def test_who_takes_part_is_shown_to_coordinators_coaches_and_professionals(cast: Cast) -> None:
    coach = actor_of(member(cast.here, Function.COACH, name="Cleo Coach"))
    for reader in (cast.actor("amal"), night(cast), cast.actor("nele"), coach):
        assert policies.sees_who_takes_part(reader)
    board = only(cast.actor("amal"), Function.BOARD)
    for reader in (cast.actor("bea"), cast.actor("piet"), board):
        assert not policies.sees_who_takes_part(reader)


def test_a_list_of_who_takes_part_holds_what_the_page_of_the_programme_shows(cast: Cast) -> None:
    volunteer = VolunteerFactory(organisation=cast.here)
    taken = EngagementFactory(
        person=volunteer.person, programme__status=Programme.Status.ACTIVE, organisation=cast.here
    )
    for name in ("amal", "nele"):
        assert policies.engagements_visible_to(cast.actor(name)).get() == taken
    for name in ("bea", "piet", "chris"):
        assert not policies.engagements_visible_to(cast.actor(name)).exists()
