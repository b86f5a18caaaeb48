"""What stands behind the doors of accountability: a part of tests/architecture/scene.py."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from naast.accountability.inputs import ActivityWords
from naast.accountability.services import papers
from naast.core import clock
from naast.organisations.models import Function, Membership, StaffSession
from naast.programmes.models import Programme
from tests.accounting import firm, noticed, weighed
from tests.conftest import Cast

# How the routes of this room begin, as far as no other room's route begins so (the longest wins).
PREFIXES: tuple[str, ...] = ("privacy/shown/",)
# Words in an address that are not ids, what a form must carry, and ids for one page alone: as in scene.py.
WORDS: dict[str, dict[str, str]] = {
    "accountability:letter": {"language": "nl"},
    "accountability:agreement": {"language": "nl"},
    "accountability:agreement_with": {"language": "nl"},
    "accountability:activity": {"code": "people"},
    "accountability:field": {"field": "people.Person.street"},
}
DATA: dict[str, dict[str, str]] = {}


def ids(cast: Cast, programme: Programme) -> dict[str, UUID]:
    """Ids for the names in the addresses of this room: a breach being handled, a version being written, a firm, a
    session of the administrator of the scene."""
    actor, now = cast.actor("amal"), clock.now()
    administrator = Membership.objects.get(
        organisation=cast.here, roles__function=Function.ADMINISTRATOR
    )
    session = StaffSession.objects.create(
        organisation=cast.here,
        membership=administrator,
        reason=StaffSession.Reason.MENDING,
        words="De lijst toont dubbele namen.",
        opened_at=now,
        until_at=now + timedelta(minutes=15),
    )
    own = ActivityWords(title="Nieuwsbrief", purpose="Vertellen wat er leeft.")
    return {
        "breach_id": weighed(cast).pk,
        "noticed_id": noticed(cast).pk,
        "own_activity_id": papers.keep_own_activity(actor=actor, words=own).pk,
        "assessment_id": papers.begin_assessment(actor=actor).pk,
        "processor_id": firm(cast).pk,
        "staff_session_id": session.pk,
    }


def special(cast: Cast, made: dict[str, UUID]) -> dict[str, dict[str, Any]]:
    """Ids that one page of this room needs instead of the usual ones: page → name → id."""
    line, session = (
        {"activity_id": made["own_activity_id"]},
        {"session_id": made["staff_session_id"]},
    )
    return {
        "accountability:take_up": {"breach_id": made["noticed_id"]},
        "accountability:own_activity": line,
        "accountability:drop_activity": line,
        "accountability:end_session": session,
        "accountability:session": session,
    }
