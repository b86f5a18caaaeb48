"""Who reads duty lines, and whose wish and match something is: what the other tests of policies do not say."""

from naast.companionship.models import DutyLine, MatchState
from naast.companionship.policies import duty, matches, requests
from naast.organisations.models import Function
from tests.companionship.pair import pair
from tests.conftest import Cast
from tests.eyes import only
from tests.factories import ParticipantFactory, RequestFactory, VisitFactory, actor_of, member


def test_a_duty_line_is_read_and_marked_by_who_is_on_duty(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    line = DutyLine.objects.create(
        organisation=cast.here,
        match=match,
        visit=VisitFactory(match=match),
        to=cast.nele,
        text="We zijn terug.",
    )
    other = actor_of(member(cast.here, Function.PROFESSIONAL, name="Otto Ander"))
    for name in ("amal", "nele", "piet"):
        assert duty.visible_to(cast.actor(name)).get() == line
    for reader in (
        other,
        cast.actor("bea"),
        cast.actor("chris"),
        only(cast.actor("nele"), Function.BOARD),
        only(cast.actor("piet"), Function.VOLUNTEER),
    ):
        assert not duty.visible_to(reader).exists()
    for name in ("amal", "nele"):
        assert duty.can_read(cast.actor(name), line)
    for name in ("bea", "piet", "chris"):
        assert not duty.can_read(cast.actor(name), line)


def test_a_match_that_ended_is_no_living_match_of_the_volunteer(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    assert matches.own_as_volunteer(cast.actor("bea")).get() == match
    match.state = MatchState.ENDED
    match.save()
    assert not matches.own_as_volunteer(cast.actor("bea")).exists()


def test_a_wish_is_of_the_participant_who_asked_it(cast: Cast) -> None:
    piet = cast.actor("piet")
    own = pair(cast, MatchState.RUNNING).request
    assert own is not None
    theirs = RequestFactory(
        organisation=cast.here, participant=ParticipantFactory(organisation=cast.here).person
    )
    assert requests.is_own(piet, own)
    assert not requests.is_own(piet, theirs)
    assert not requests.is_own(only(piet, Function.VOLUNTEER), own)
