"""What the tests of meetings share: letters by kind, states by name, a guest."""

from datetime import UTC, datetime
from typing import Any

from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.outreach.inputs import Guest, MeetingPlan
from naast.outreach.models import InfoMeeting, SignUp
from naast.outreach.services import signups
from tests.conftest import Cast


def visitor(cast: Cast) -> Actor:
    """Somebody on the site."""
    return Actor.visitor(cast.here, reason="public page")


def letters(kind: str) -> list[str]:
    """The addresses to which letters of this kind went, in order."""
    return list(
        Message.objects.filter(kind=kind).order_by("id").values_list("to_address", flat=True)
    )


def come(actor: Actor, meeting: InfoMeeting, name: str, **fields: Any) -> SignUp:
    """Sign somebody up, by first name."""
    fields.setdefault("email", f"{name.lower()}@test.example")
    guest = Guest(name=name, **fields)
    return signups.sign_up(actor=actor, meeting_id=meeting.pk, guest=guest)


def states(meeting: InfoMeeting) -> dict[str, str]:
    """name → state for everybody of a meeting."""
    return dict(meeting.sign_ups.values_list("name", "state"))


def plan_of(meeting: InfoMeeting, **changes: Any) -> MeetingPlan:
    """The meeting as it is, but for these."""
    names = list(MeetingPlan.__dataclass_fields__)
    return MeetingPlan(**{**{name: getattr(meeting, name) for name in names}, **changes})


def at(day: int, hour: int = 12) -> datetime:
    """A moment in March 2026, in UTC."""
    return datetime(2026, 3, day, hour, tzinfo=UTC)
