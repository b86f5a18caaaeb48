"""What stands behind the doors of signals: a part of tests/architecture/scene.py."""

from typing import Any
from uuid import UUID

from naast.core import clock
from naast.programmes.models import Programme
from naast.signals.models import AgendaPoint, Calamity, Measure
from naast.signals.states import Kind, Path, State
from tests.conftest import Cast
from tests.signalling import SignalFactory

# How the routes of this room begin, as far as no other room's route begins so (the longest wins).
PREFIXES: tuple[str, ...] = ("heard/", "mine/noticed/")
# Words in an address that are not ids, what a form must carry, and ids for one page alone: as in scene.py.
WORDS: dict[str, dict[str, str]] = {"signals:new_signal": {"kind": "worry"}}
DATA: dict[str, dict[str, str]] = {}
HANDLING = (
    "signal",
    "take_up",
    "pass_on",
    "hand_over",
    "level",
    "measure",
    "finish_measure",
    "advice",
    "decision",
    "answer",
    "close",
    "calamity",
    "report",
    "put_on_agenda",
)


def ids(cast: Cast, programme: Programme) -> dict[str, UUID]:
    """Ids for the names in the addresses of this room."""
    bea = cast.person_id("bea")
    heard = SignalFactory(
        organisation=cast.here, reporter_id=bea, kind=Kind.NEED, path=Path.DAILY, state=State.SEEN
    )
    owned = {"organisation": cast.here, "signal": heard}
    Calamity.objects.create(**owned)
    measure = Measure.objects.create(**owned, words="Nu bellen.", due_on=clock.today())
    point = AgendaPoint.objects.create(**owned, words="Hoe praten we over geld?")
    return {
        "own_signal_id": SignalFactory(organisation=cast.here, reporter_id=bea).pk,
        "heard_signal_id": heard.pk,
        "measure_id": measure.pk,
        "point_id": point.pk,
    }


def special(cast: Cast, made: dict[str, UUID]) -> dict[str, dict[str, Any]]:
    """Ids that one page of this room needs instead of the usual ones: page → name → id."""
    heard = {"signal_id": made["heard_signal_id"]}
    return {
        "signals:my_signal": {"signal_id": made["own_signal_id"]},
        **{f"signals:{page}": heard for page in HANDLING},
    }
