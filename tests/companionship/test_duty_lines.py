"""One line after an activity, for who is on duty next (S1-128); when it was, and whether it was planned."""

import pytest
from django.core.exceptions import ObjectDoesNotExist

from naast.companionship.models import DutyLine, MatchState, Visit
from naast.companionship.policies import duty as policies
from naast.companionship.services import duty as services
from naast.companionship.services.visits import Told, log_visit
from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.messaging.models import Message
from tests.companionship.pair import pair
from tests.conftest import Cast

WORDS = "We zijn terug, de boodschappen staan nog in de gang."


def _passed_on(cast: Cast) -> DutyLine:
    match = pair(cast, MatchState.RUNNING)
    told = Told(visited_on=clock.today(), next_on_duty=WORDS)
    log_visit(actor=cast.actor("bea"), match_id=match.pk, told=told)
    return DutyLine.objects.get()


@pytest.mark.covers("S1-128")
def test_a_line_reaches_the_professional_by_name_and_is_marked_as_read(cast: Cast) -> None:
    line = _passed_on(cast)
    assert (line.text, line.to_id, line.read_at) == (WORDS, cast.nele.pk, None)
    told = Message.objects.get(kind="duty-line.written")
    assert told.user_id == cast.nele.user_id
    assert WORDS not in told.body
    services.mark_read(actor=cast.actor("nele"), line_id=line.pk)
    line.refresh_from_db()
    assert line.read_by_id == cast.nele.pk
    with pytest.raises(StateConflict):
        services.mark_read(actor=cast.actor("amal"), line_id=line.pk)


def test_without_words_or_a_professional_nothing_is_passed_on(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING, professional=None)
    for words in ("", WORDS):
        told = Told(visited_on=clock.today(), next_on_duty=words)
        log_visit(actor=cast.actor("bea"), match_id=match.pk, told=told)
    assert not DutyLine.objects.exists()


def test_the_participant_reads_the_line_and_can_not_mark_it(cast: Cast) -> None:
    line = _passed_on(cast)
    piet = cast.actor("piet")
    assert policies.visible_to(piet).get() == line
    with pytest.raises(NotAllowed):
        services.mark_read(actor=piet, line_id=line.pk)
    page = f"/o/{cast.here.slug}/my-matches/{line.match_id}/"
    assert WORDS in cast.client("piet").get(page).content.decode()


def test_a_line_is_not_for_the_volunteer_afterwards_nor_for_elsewhere(cast: Cast) -> None:
    line = _passed_on(cast)
    for who in ("bea", "chris"):
        with pytest.raises(ObjectDoesNotExist):
            services.mark_read(actor=cast.actor(who), line_id=line.pk)


def test_the_line_is_written_when_telling_and_read_on_a_page(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    here = f"/o/{cast.here.slug}"
    data = {"when": "today", "mode": "outing", "next_on_duty": WORDS}
    data |= {"part_of_day": "evening", "is_unplanned": "on"}
    address = f"{here}/visits/i-was-there/?match={match.pk}"
    assert cast.client("bea").post(address, data).status_code == 303
    visit = Visit.objects.get()
    assert (visit.part_of_day, visit.is_unplanned) == ("evening", True)
    page = f"{here}/duty-lines/"
    nele = cast.client("nele")
    assert WORDS in nele.get(page).content.decode()
    line = DutyLine.objects.get()
    for _twice in range(2):
        assert nele.post(f"{page}{line.pk}/read/").status_code == 303
    assert cast.client("bea").get(page).status_code == 404
    assert cast.client("amal").get(page).status_code == 200


def test_a_visit_is_as_agreed_unless_somebody_says_otherwise(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    visit = log_visit(
        actor=cast.actor("bea"), match_id=match.pk, told=Told(visited_on=clock.today())
    )
    assert (visit.is_unplanned, visit.part_of_day) == (False, "")
