"""Who does what around one participant: paid and unpaid, shared only as they say (S1-60, S1-144)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist

from naast.companionship.models import MatchState
from naast.companionship.services.rhythm import Line, write_lines
from naast.core import clock
from naast.core.errors import DomainError
from naast.surroundings.inputs import LedInput
from naast.surroundings.models import Around, AroundLine, LedToHelp
from naast.surroundings.queries.around import get_shared, who_does_what
from naast.surroundings.services import around as services
from tests.circling import circle_of, place_for
from tests.companionship.pair import pair, without_professional
from tests.conftest import Cast
from tests.surrounding import DAUGHTER, line, piet, running, share


@pytest.mark.covers("S1-60", "S1-144")
def test_paid_and_unpaid_stand_in_one_list_with_since_when_and_whom_to_call(cast: Cast) -> None:
    match = running(cast, agreed_volunteer="wandelt op dinsdag")
    write_lines(actor=cast.actor("amal"), match_id=match.pk, lines=(Line("visit", 1, "week"),))
    line(cast, phone="0470 11 22 33")
    shown = who_does_what(piet(cast), today=clock.today())
    rows = {row.who: row for row in shown.now}
    assert rows[match.volunteer.first_name].does == "wandelt op dinsdag"
    assert rows[match.volunteer.first_name].kind == match.programme.volunteer_word
    assert rows[match.volunteer.first_name].since == match.started_on
    assert rows[match.volunteer.first_name].call.startswith(cast.nele.user.name)
    assert rows["Mijn dochter Lies"].call == "0470 11 22 33"
    assert cast.nele.user.name in rows


def test_who_stopped_stands_under_earlier(cast: Cast) -> None:
    yesterday = clock.today() - timedelta(days=1)
    pair(cast, MatchState.ENDED, started_on=yesterday, ended_on=yesterday)
    line(cast, until_on=yesterday)
    without_professional(cast)
    shown = who_does_what(piet(cast), today=clock.today())
    assert shown.now == []
    assert len(shown.before) == 2


def test_the_order_is_that_of_who_came_first(cast: Cast) -> None:
    without_professional(cast)
    today = clock.today()
    for who, days in (("Later", 1), ("Eerst", 400), ("Daarna", 30)):
        line(cast, who=who, since_on=today - timedelta(days=days))
    rows = who_does_what(piet(cast), today=today).now
    assert [row.who for row in rows] == ["Eerst", "Daarna", "Later"]


@pytest.mark.covers("S1-144")
def test_a_volunteer_sees_it_only_when_the_participant_says_so_and_only_those_lines(
    cast: Cast,
) -> None:
    running(cast)
    line(cast)
    line(cast, who="De buurman", is_shared=True)
    bea, person = cast.actor("bea"), piet(cast)
    with pytest.raises(ObjectDoesNotExist):
        get_shared(bea, person.pk)
    share(cast)
    shared = get_shared(bea, person.pk)
    shown = who_does_what(shared, today=clock.today(), for_volunteer=True)
    names = {row.who for row in shown.now}
    assert "De buurman" in names
    assert "Mijn dochter Lies" not in names


def test_sharing_ends_with_the_match_and_at_a_word(cast: Cast) -> None:
    match = running(cast)
    share(cast)
    match.state = MatchState.ENDED
    match.save()
    with pytest.raises(ObjectDoesNotExist):
        get_shared(cast.actor("bea"), piet(cast).pk)
    services.share(actor=cast.actor("nele"), person_id=piet(cast).pk, is_shared=False)
    assert not Around.objects.get().is_shared


def test_a_coordinator_and_the_professional_write_lines(cast: Cast) -> None:
    person = piet(cast)
    made = services.write_line(actor=cast.actor("nele"), person_id=person.pk, line=DAUGHTER)
    services.write_line(
        actor=cast.actor("amal"),
        person_id=person.pk,
        line=replace(DAUGHTER, does="kookt"),
        line_id=made.pk,
    )
    assert AroundLine.objects.get().does == "kookt"
    services.remove_line(actor=cast.actor("amal"), person_id=person.pk, line_id=made.pk)
    assert not AroundLine.objects.exists()


def test_nobody_else_writes_or_shares(cast: Cast) -> None:
    person = piet(cast)
    for who in ("bea", "piet", "chris"):
        with pytest.raises(ObjectDoesNotExist):
            services.write_line(actor=cast.actor(who), person_id=person.pk, line=DAUGHTER)
    for who in ("bea", "chris"):
        with pytest.raises(ObjectDoesNotExist):
            services.share(actor=cast.actor(who), person_id=person.pk, is_shared=True)
    without_professional(cast)
    with pytest.raises(ObjectDoesNotExist):
        services.write_line(actor=cast.actor("nele"), person_id=person.pk, line=DAUGHTER)


def test_a_line_ends_after_it_starts(cast: Cast) -> None:
    today = clock.today()
    wrong = replace(DAUGHTER, since_on=today, until_on=today - timedelta(days=1))
    with pytest.raises(DomainError):
        services.write_line(actor=cast.actor("amal"), person_id=piet(cast).pk, line=wrong)


@pytest.mark.covers("S1-97")
def test_the_way_to_other_help_is_told_and_later_whether_it_worked_out(cast: Cast) -> None:
    person, amal = piet(cast), cast.actor("amal")
    led = services.write_led(
        actor=amal, person_id=person.pk, led=LedInput("OCMW, zitdag", clock.today())
    )
    services.write_led(
        actor=amal,
        person_id=person.pk,
        led=LedInput("OCMW, zitdag", clock.today(), "worked", "Bea ging mee."),
        led_id=led.pk,
    )
    assert LedToHelp.objects.get().outcome == LedToHelp.Outcome.WORKED
    with pytest.raises(DomainError):
        services.write_led(
            actor=amal,
            person_id=person.pk,
            led=LedInput("OCMW", clock.today() + timedelta(days=1)),
        )


def test_a_network_circle_stands_in_the_list_and_a_cosa_circle_never(cast: Cast) -> None:
    circle = circle_of(cast, kind="network", core=piet(cast))
    place_for(circle)
    names = {row.does for row in who_does_what(piet(cast), today=clock.today()).now}
    assert any(circle.programme.name in words for words in names)
    type(circle).objects.update(kind="cosa")
    names = {row.does for row in who_does_what(piet(cast), today=clock.today()).now}
    assert not any(circle.programme.name in words for words in names)


def test_a_fellow_volunteer_does_not_read_what_two_others_agreed(cast: Cast) -> None:
    match = running(cast, agreed_volunteer="helpt met de post")
    shown = who_does_what(piet(cast), today=clock.today(), for_volunteer=True)
    assert [row.does for row in shown.now if row.since == match.started_on] == [
        match.programme.name
    ]
