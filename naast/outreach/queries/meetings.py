"""Reads about meetings and who comes."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from naast.organisations.actors import Actor
from naast.outreach.models import InfoMeeting, SignUp
from naast.outreach.policies import meetings as policies
from naast.outreach.states import EXPECTED, SEATED, SignUpState

MOST_ON_A_PAGE = 200


def listed(actor: Actor, *, now: datetime, is_past: bool) -> QuerySet[InfoMeeting]:
    """The meetings still to come, or those that were; `seats_taken` counts chairs."""
    meetings = with_seats(policies.visible_to(actor)).select_related("host__user")
    return meetings.filter(starts_at__lte=now) if is_past else meetings.filter(starts_at__gt=now)


def on_the_site(actor: Actor, *, now: datetime) -> QuerySet[InfoMeeting]:
    """What visitors may choose from, the first to come first."""
    return with_seats(policies.on_the_site(actor, now=now)).order_by("starts_at", "id")


def with_seats(meetings: QuerySet[InfoMeeting]) -> QuerySet[InfoMeeting]:
    """Adds `seats_taken`: chairs of who comes or was offered a place."""
    seats = Sum(F("sign_ups__brings") + 1, filter=Q(sign_ups__state__in=SEATED))
    return meetings.annotate(seats_taken=Coalesce(seats, 0))


def get_meeting(actor: Actor, meeting_id: UUID) -> InfoMeeting | None:
    """One meeting with what its page reads, or None when this actor may not know it exists."""
    meetings = with_seats(policies.visible_to(actor))
    return meetings.select_related("host__user", "channel").filter(pk=meeting_id).first()


def lock_meeting(rows: QuerySet[InfoMeeting], meeting_id: UUID) -> InfoMeeting:
    """The meeting, locked until the transaction ends: whoever changes who comes stands in line here.
    Raises InfoMeeting.DoesNotExist."""
    return rows.select_for_update(of=("self",), no_key=True).get(pk=meeting_id)


def free_seats(meeting: InfoMeeting) -> int | None:
    """How many chairs are free; None where as many as like may come. One query."""
    if meeting.places is None:
        return None
    seated = meeting.sign_ups.filter(state__in=SEATED)
    taken: int = seated.aggregate(taken=Coalesce(Sum(F("brings") + 1), 0))["taken"]
    return max(meeting.places - taken, 0)


@dataclass(frozen=True, slots=True)
class Guests:
    """Who comes, waits, was asked, and does not come; each in the order in which they came."""

    coming: list[SignUp]
    offered: list[SignUp]
    waiting: list[SignUp]
    gone: list[SignUp]

    @property
    def to_call(self) -> list[SignUp]:
        """Whom no letter reaches."""
        return [each for each in (*self.coming, *self.offered, *self.waiting) if not each.email]

    @property
    def came(self) -> list[SignUp]:
        """Who was there."""
        return [each for each in self.coming if each.state == SignUpState.ATTENDED]

    @property
    def seats(self) -> int:
        """How many people we expect at the door."""
        return sum(each.seats for each in self.coming)


def guests_of(actor: Actor, meeting: InfoMeeting) -> Guests:
    """Everybody of one meeting; one query."""
    rows = policies.sign_ups_visible_to(actor).filter(meeting=meeting).order_by("id")
    groups: dict[str, list[SignUp]] = {
        name: [] for name in ("coming", "offered", "waiting", "gone")
    }
    for row in rows[:MOST_ON_A_PAGE]:
        groups[_group_of(row)].append(row)
    return Guests(**groups)


def _group_of(row: SignUp) -> str:
    if row.is_on_the_list:
        return "coming"
    return {SignUpState.OFFERED: "offered", SignUpState.WAITING: "waiting"}.get(
        SignUpState(row.state), "gone"
    )


def expected(meeting: InfoMeeting) -> list[SignUp]:
    """Who comes, waits or was asked."""
    return list(meeting.sign_ups.filter(state__in=EXPECTED))
