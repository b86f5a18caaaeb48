"""What becomes of a signal when somebody is erased."""

from datetime import date
from typing import Any

import pytest

from naast.core import clock
from naast.core.personal_data import About, Fate
from naast.signals.models import Signal
from naast.signals.personal_data import COUNTED, SIGNAL
from naast.signals.states import State
from tests.conftest import Cast
from tests.privacy.gone import kept_from
from tests.signalling import SignalFactory


def _ways(path: str) -> list[About]:
    return [way for way in SIGNAL.about if way.path == path]


@pytest.mark.parametrize(
    ("about_somebody", "state", "fates"),
    [
        (False, State.NEW, {"reporter_id": Fate.EMPTIED}),
        (True, State.NEW, {"reporter_id": Fate.STAYS, "about_id": Fate.STAYS}),
        (True, State.CLOSED, {"reporter_id": Fate.STAYS, "about_id": Fate.EMPTIED}),
    ],
)
def test_words_about_the_safety_of_another_stay_until_they_are_answered_and_closed(
    cast: Cast, about_somebody: bool, state: State, fates: dict[str, Fate]
) -> None:
    more: dict[str, Any] = {"about_id": cast.person_id("piet")} if about_somebody else {}
    signal = SignalFactory(
        organisation=cast.here,
        reporter_id=cast.person_id("bea"),
        state=state,
        answered_at=clock.now() if state == State.CLOSED else None,
        **more,
    )
    found = {
        way.path: way.fate
        for path in ("reporter_id", "about_id")
        for way in _ways(path)
        if Signal.objects.filter(pk=signal.pk, **{f"{path}__isnull": False}, **way.only).exists()
    }
    assert found == fates


def test_who_it_is_about_does_not_find_it_in_their_own_copy() -> None:
    assert not any(way.shown for way in _ways("about_id"))
    assert all(way.why for way in _ways("about_id"))


def test_a_copy_says_the_same_whether_something_was_noticed_about_somebody_or_not(
    cast: Cast,
) -> None:
    """Somebody may have to be safe because of it: not even that there is one is told (GDPR art. 15.4)."""
    before = {name: kept_from(cast, name) for name in ("piet", "amal")}
    SignalFactory(
        organisation=cast.here,
        reporter_id=cast.person_id("bea"),
        about_id=cast.person_id("piet"),
        colleague=cast.amal,
    )
    assert {name: kept_from(cast, name) for name in ("piet", "amal")} == before


def test_who_wrote_it_down_for_somebody_does_not_find_their_words_in_their_own_copy(
    cast: Cast,
) -> None:
    SignalFactory(organisation=cast.here, entered_by=cast.nele)
    SignalFactory(organisation=cast.here, entered_by=cast.nele, reporter_id=cast.person_id("piet"))
    shown = [
        Signal.objects.filter(entered_by=cast.nele, **way.only).values_list(
            "reporter_id", flat=True
        )
        for way in _ways("entered_by_id")
        if way.shown
    ]
    assert [list(each) for each in shown] == [[None]]


def test_what_is_counted_holds_no_words_and_can_stand_without_them(cast: Cast) -> None:
    signal = SignalFactory(organisation=cast.here, seen_on=date(2026, 1, 2))
    assert COUNTED.isdisjoint(Signal.Privacy.sensitive)
    Signal.objects.filter(pk=signal.pk).update(
        **dict.fromkeys(Signal.Privacy.sensitive, ""), person_knows="", may_name=False
    )
    assert Signal.objects.get(pk=signal.pk).kind == signal.kind
