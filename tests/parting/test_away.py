"""Not there for long: a question, the offer of a talk, and a person who decides."""

from datetime import timedelta

import pytest

from naast.companionship.models import CallBack, MatchState
from naast.core import clock
from naast.core.errors import DomainError, StateConflict
from naast.messaging.models import Message
from naast.organisations.models import Organisation
from naast.parting.attention import items
from naast.parting.models import Away, Parting
from naast.parting.policies import partings as policies
from naast.parting.services import away, nightly
from naast.people.models import VolunteerProfile
from naast.programmes.models import Form
from tests.companionship.pair import pair, person_of
from tests.conftest import Cast
from tests.factories import EngagementFactory, ProgrammeFactory
from tests.leaving import away_for


def since(cast: Cast, days: int) -> None:
    VolunteerProfile.objects.filter(person_id=cast.person_id("bea")).update(
        since_on=clock.today() - timedelta(days=days)
    )


def test_after_half_a_year_the_night_asks_once(cast: Cast) -> None:
    since(cast, 200)

    done = [nightly.run(clock.now())["asked how they are"] for _night in range(2)]

    assert done == [1, 0]
    assert Message.objects.get(user=cast.bea.user).kind == "parting.away"
    assert Away.objects.get().asked_on == clock.today()
    assert items(cast.actor("amal"), now=clock.now()) == []


def test_who_was_there_or_takes_part_in_shifts_is_not_asked(cast: Cast) -> None:
    since(cast, 400)
    match = pair(cast, MatchState.RUNNING, last_visit_on=clock.today() - timedelta(days=20))
    assert nightly.run(clock.now())["asked how they are"] == 0

    long_ago = clock.today() - timedelta(days=300)
    match.last_visit_on = match.started_on = long_ago
    match.save()
    match.volunteer.engagements.update(started_on=long_ago)
    shifts = ProgrammeFactory(organisation=cast.here, form=Form.SHIFT)
    taking_part = EngagementFactory(
        organisation=cast.here, person=match.volunteer, programme=shifts, started_on=long_ago
    )
    assert nightly.run(clock.now())["asked how they are"] == 0

    taking_part.delete()
    assert nightly.run(clock.now())["asked how they are"] == 1


def test_who_is_there_again_is_no_longer_on_the_list(cast: Cast) -> None:
    since(cast, 400)
    row = away_for(cast, 300)
    pair(cast, MatchState.RUNNING, last_visit_on=clock.today())

    away.notice(cast.actor("amal"), Organisation.objects.get(pk=cast.here.pk), day=clock.today())

    row.refresh_from_db()
    assert (row.end, row.ended_on) == ("came_back", clock.today())


def test_at_eleven_months_the_desk_offers_a_talk_and_after_a_year_asks_to_decide(
    cast: Cast,
) -> None:
    row = away_for(cast, 320)
    assert items(cast.actor("amal"), now=clock.now()) == []
    for days, urgency in ((340, 3), (370, 2)):
        Away.objects.update(seen_on=clock.today() - timedelta(days=days))
        (item,) = items(cast.actor("amal"), now=clock.now())
        assert (item.kind, item.subject_id, item.urgency) == ("parting-away", row.pk, urgency)


def test_inactive_is_a_decision_of_a_person(cast: Cast) -> None:
    since(cast, 800)
    row = away_for(cast, 800)
    nightly.run(clock.now())
    profile = VolunteerProfile.objects.get(person_id=cast.person_id("bea"))
    assert profile.status == "active"

    away.decide(actor=cast.actor("amal"), away_id=row.pk, end="inactive")

    profile.refresh_from_db()
    assert profile.status == "paused"
    with pytest.raises(StateConflict):
        away.decide(actor=cast.actor("amal"), away_id=row.pk, end="stays")


def test_a_goodbye_begins_with_its_own_talk(cast: Cast) -> None:
    row = away_for(cast, 400)
    with pytest.raises(DomainError):
        away.decide(actor=cast.actor("amal"), away_id=row.pk, end="unknown")

    parting = away.decide(actor=cast.actor("amal"), away_id=row.pk, end="goodbye")

    assert parting == Parting.objects.get(kind="away")


@pytest.mark.parametrize("chosen", ["here", "talk", "pause", "stop"])
def test_every_answer_of_the_volunteer_leads_somewhere(cast: Cast, chosen: str) -> None:
    row = away_for(cast, 200)

    away.answer(actor=cast.actor("bea"), chosen=chosen, words="Mijn moeder was ziek.")

    row.refresh_from_db()
    assert row.answer == chosen
    assert CallBack.objects.exists() == (chosen in ("here", "talk"))
    assert Parting.objects.exists() == (chosen == "stop")
    paused = VolunteerProfile.objects.filter(person=person_of(cast.bea), status="paused")
    assert paused.exists() == (chosen == "pause")


def test_nobody_else_reads_or_answers_it(cast: Cast) -> None:
    away_for(cast, 400)

    for name in ("bea", "nele", "piet", "chris"):
        assert not policies.away_visible_to(cast.actor(name)).exists()
    for name in ("nele", "piet", "chris"):
        assert not policies.own_away(cast.actor(name)).exists()


def test_a_second_tap_asks_for_one_call(cast: Cast) -> None:
    away_for(cast, 200)
    for _tap in range(2):
        away.answer(actor=cast.actor("bea"), chosen="talk", words="Graag.")
    assert CallBack.objects.count() == 1
