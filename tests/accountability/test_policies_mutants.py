"""Who reads and keeps what the house can show: line by line."""

import pytest

from naast.accountability.models import Activity, Assessment, CleanUp, FieldChoice
from naast.accountability.policies import breaches, papers
from naast.core import clock
from naast.organisations.models import STAFF, Function
from tests.accounting import firm, kim, noticed
from tests.conftest import Cast
from tests.eyes import night, only
from tests.factories import actor_of, member


def test_coordinators_administrators_and_the_board_read_the_papers(cast: Cast) -> None:
    found = {
        papers.activities_visible_to: Activity.objects.create(
            organisation=cast.here, changed_at=clock.now()
        ),
        papers.assessments_visible_to: Assessment.objects.create(organisation=cast.here, number=1),
        papers.processors_visible_to: firm(cast),
        papers.choices_visible_to: FieldChoice.objects.create(
            organisation=cast.here, field="people.person.phone", decided_on=clock.today()
        ),
        papers.clean_ups_visible_to: CleanUp.objects.create(
            organisation=cast.here, looked_on=clock.today()
        ),
        breaches.visible_to: noticed(cast),
    }
    board = member(cast.here, Function.BOARD, name="Bob Bestuur")
    readers = (cast.actor("amal"), actor_of(kim(cast)), actor_of(board), night(cast))
    others = [cast.actor(name) for name in ("bea", "nele", "piet", "chris")]
    for visible_to, row in found.items():
        for reader in readers:
            assert row in visible_to(reader)
        for other in others:
            assert not visible_to(other).exists()


def test_coordinators_and_administrators_keep_them(cast: Cast) -> None:
    breach = noticed(cast)
    for actor in (cast.actor("amal"), actor_of(kim(cast)), night(cast)):
        assert papers.can_keep(actor)
        assert breaches.can_handle(actor, breach)
    board = actor_of(member(cast.here, Function.BOARD, name="Bob Bestuur"))
    for actor in (board, cast.actor("nele"), cast.actor("bea")):
        assert not papers.can_keep(actor)
        assert not breaches.can_handle(actor, breach)
    assert not breaches.can_handle(cast.actor("chris"), breach)


@pytest.mark.parametrize("function", sorted(Function.values))
def test_everybody_on_the_staff_may_say_that_something_leaked(cast: Cast, function: str) -> None:
    actor = only(cast.actor("nele"), Function(function))
    assert bool(breaches.can_notice(actor)) is (function in STAFF)
