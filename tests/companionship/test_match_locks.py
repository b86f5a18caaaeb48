"""Two connections at the same moment: only one wins, and nothing is half done."""

import pytest

from naast.companionship.models import Match, MatchState, MatchStep, QuietQuestion
from naast.companionship.services import matches, quiet, visits
from naast.companionship.services.visits import Told
from naast.core import clock
from naast.core.errors import DomainError
from tests.at_once import at_once, refused
from tests.companionship.pair import consent, met, pair, programme_of
from tests.conftest import Cast
from tests.factories import MatchFactory, ParticipantFactory

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_two_yeses_at_once_are_one_yes(cast: Cast) -> None:
    match = pair(cast)
    bea, amal = cast.actor("bea"), cast.actor("amal")
    results = at_once(
        lambda: matches.answer_as_volunteer(actor=bea, match_id=match.pk, says_yes=True),
        lambda: matches.answer_as_volunteer(actor=amal, match_id=match.pk, says_yes=True),
    )
    assert refused(results) == 1
    assert MatchStep.objects.filter(name="volunteer_accepts").count() == 1


def test_two_trials_at_the_edge_of_the_load_are_one_trial(cast: Cast) -> None:
    programme = programme_of(cast, max_matches=1)
    first = met(pair(cast, MatchState.BOTH_YES, programme=programme))
    other = ParticipantFactory(organisation=cast.here, professional=cast.nele).person
    second = MatchFactory(
        organisation=cast.here,
        programme=programme,
        request=None,
        participant=other,
        volunteer=first.volunteer,
        state=MatchState.BOTH_YES,
        coach=cast.amal,
        professional=cast.nele,
        started_on=None,
    )
    consent(other)
    met(second)
    amal = cast.actor("amal")
    results = at_once(
        lambda: matches.start_trial(actor=amal, match_id=first.pk),
        lambda: matches.start_trial(actor=amal, match_id=second.pk),
    )
    assert refused(results) == 1
    assert Match.objects.filter(state=MatchState.TRIAL).count() == 1


def test_a_visit_told_while_the_match_ends_is_before_or_refused(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    amal, bea = cast.actor("amal"), cast.actor("bea")
    ending = matches.Ending(reason="time", initiative="both")
    results = at_once(
        lambda: matches.stop_early(actor=amal, match_id=match.pk, ending=ending),
        lambda: _tell(bea, match),
    )
    match.refresh_from_db()
    assert match.state == MatchState.ENDED
    assert match.visits.count() == (0 if results[1] is None else 1)


def _tell(actor: object, match: Match) -> object:
    try:
        return visits.log_visit(
            actor=actor,  # type: ignore[arg-type]  # an Actor
            match_id=match.pk,
            told=Told(visited_on=clock.today()),
        )
    except (Match.DoesNotExist, DomainError):
        return None


def test_two_nights_at_once_ask_once(cast: Cast) -> None:
    pair(cast, MatchState.RUNNING, last_visit_on=None)
    now = clock.now()
    at_once(lambda: quiet.ask_quiet_ones(now), lambda: quiet.ask_quiet_ones(now))
    assert QuietQuestion.objects.count() == 1
