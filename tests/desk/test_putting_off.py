"""Letting something wait: with a reason, until a day, and never out of sight."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from naast.audit.models import Event
from naast.companionship.models import CallBack
from naast.core import clock
from naast.core.attention import AttentionItem, Urgency
from naast.core.errors import NotAllowed
from naast.desk.attention import Day, day_of
from naast.desk.models import PutOff
from naast.desk.services import Later, ReasonMissing, TooLate, bring_back, put_off
from naast.desk.waiting import last_day, still_waits
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from tests.circling import signal_of, weekly_circle
from tests.conftest import Cast
from tests.factories import actor_of, member

KIND = "call-back"


def _asked(cast: Cast) -> CallBack:
    return CallBack.objects.create(
        organisation=cast.here, person_id=cast.bea.person_id, kind="talk", promised_on=clock.today()
    )


def _day(actor: Actor) -> Day:
    return day_of(actor, now=clock.now())


def _on_desk(actor: Actor) -> set[UUID]:
    return {item.subject_id for group in _day(actor).groups for item in group.items}


def _item(subject_id: UUID, **fields: Any) -> AttentionItem:
    given: dict[str, Any] = {"kind": KIND, "urgency": Urgency.NOW, **fields}
    return AttentionItem(
        subject_id=subject_id,
        name="Bea",
        sentence="",
        since=clock.now(),
        url="",
        action="",
        **given,
    )


def _let_wait(actor: Actor, asked: CallBack, days: int, **options: str) -> PutOff:
    later = Later(
        clock.today() + timedelta(days=days),
        options.get("reason", "asked"),
        options.get("words", ""),
    )
    return put_off(actor=actor, item=_item(asked.pk), later=later)


def test_what_waits_leaves_ones_own_desk_alone_and_stays_in_sight(cast: Cast) -> None:
    asked, actor = _asked(cast), cast.actor("amal")
    lies = member(cast.here, Function.COORDINATOR, name="Lies")

    put = _let_wait(actor, asked, 2, words="NA DE VAKANTIE")

    day = _day(actor)
    assert _on_desk(actor) == set()
    assert [(item.subject_id, row.words) for item, row in day.put_off] == [
        (asked.pk, "NA DE VAKANTIE")
    ]
    assert _on_desk(actor_of(lies)) == {asked.pk}
    assert put.until_on == clock.today() + timedelta(days=2)
    assert Event.objects.filter(kind="desk.put-off").exists()


@pytest.mark.parametrize("days", [0, -1, 4, 400])
def test_who_waits_today_waits_no_longer_than_three_days(cast: Cast, days: int) -> None:
    asked = _asked(cast)

    with pytest.raises(TooLate):
        _let_wait(cast.actor("amal"), asked, days)

    assert not PutOff.objects.exists()


def test_something_else_says_what(cast: Cast) -> None:
    asked = _asked(cast)

    with pytest.raises(ReasonMissing):
        _let_wait(cast.actor("amal"), asked, 1, reason="other", words="  ")

    assert _let_wait(cast.actor("amal"), asked, 1, reason="other", words="EERST BELLEN").words


def test_who_has_no_desk_puts_nothing_off(cast: Cast) -> None:
    asked, system = _asked(cast), Actor.system(cast.here, reason="test")

    with pytest.raises(NotAllowed):
        _let_wait(system, asked, 1)
    with pytest.raises(NotAllowed):
        bring_back(actor=system, kind=KIND, subject_id=asked.pk)


def test_it_comes_back_by_itself_and_by_hand(cast: Cast) -> None:
    asked, actor = _asked(cast), cast.actor("amal")
    _let_wait(actor, asked, 1)
    PutOff.objects.update(until_on=clock.today())
    assert _on_desk(actor) == {asked.pk}

    _let_wait(actor, asked, 3)
    bring_back(actor=actor, kind=KIND, subject_id=asked.pk)
    assert _on_desk(actor) == {asked.pk}


def test_the_page_asks_until_when_and_why(cast: Cast) -> None:
    asked, client = _asked(cast), cast.client("amal")
    page = cast.url(f"today/later/{KIND}/{asked.pk}/")
    day = clock.today() + timedelta(days=2)

    assert asked.person.name in client.get(page).content.decode()
    refused = client.post(page, {"until_on": day, "reason": "other", "words": ""})
    assert (refused.status_code, PutOff.objects.count()) == (422, 0)
    done = client.post(page, {"until_on": day, "reason": "away", "words": "IN HET BUITENLAND"})

    assert (done.status_code, done["Location"]) == (303, cast.url("today/"))
    assert "IN HET BUITENLAND" in client.get(cast.url("today/put-off/")).content.decode()
    back = client.post(cast.url(f"today/back/{KIND}/{asked.pk}/"))
    assert (back.status_code, PutOff.objects.count()) == (303, 0)


def test_what_is_done_meanwhile_has_nothing_to_wait(cast: Cast) -> None:
    asked = _asked(cast)
    asked.handled_on = clock.today()
    asked.save()

    answer = cast.client("amal").get(cast.url(f"today/later/{KIND}/{asked.pk}/"))

    assert (answer.status_code, answer["Location"]) == (303, cast.url("today/"))


def test_what_has_hours_does_not_wait(cast: Cast) -> None:
    signal = signal_of(weekly_circle(cast), cast.person_id("bea"))
    actor, client = cast.actor("amal"), cast.client("amal")
    page = cast.url(f"today/later/circle-signal/{signal.pk}/")
    later = Later(clock.today() + timedelta(days=1), "asked")

    with pytest.raises(TooLate):
        put_off(actor=actor, item=_item(signal.pk, has_hours=True), later=later)
    answer = client.post(page, {"until_on": later.until_on, "reason": "asked", "words": ""})

    assert (answer.status_code, PutOff.objects.count()) == (303, 0)
    assert str(signal.pk) in answer["Location"]
    assert page not in client.get(cast.url("today/")).content.decode()
    # Put off before it had hours: it is back, and not among what waits.
    PutOff.objects.create(
        organisation=cast.here,
        membership=cast.amal,
        kind="circle-signal",
        subject_id=signal.pk,
        until_on=later.until_on,
    )
    assert signal.pk in _on_desk(actor)
    assert _day(actor).put_off == []


def test_what_became_urgent_meanwhile_is_back(cast: Cast) -> None:
    asked, actor = _asked(cast), cast.actor("amal")
    _let_wait(actor, asked, 2)
    # As if it could wait for a month when it was put off.
    PutOff.objects.update(until_on=clock.today() + timedelta(days=20))

    assert (_on_desk(actor), _day(actor).put_off) == ({asked.pk}, [])


def test_how_long_something_waits_follows_from_how_urgent_it_is() -> None:
    today, pk = date(2028, 2, 28), uuid4()
    month = _item(pk, urgency=Urgency.THIS_WEEK)
    assert last_day(_item(pk), today) == date(2028, 3, 2)
    assert last_day(month, today) == date(2028, 3, 30)
    assert last_day(_item(pk, has_hours=True), today) is None
    assert still_waits(month, date(2028, 3, 30), today)
    assert not still_waits(_item(pk), date(2028, 3, 30), today)
    assert not still_waits(month, today, today)
