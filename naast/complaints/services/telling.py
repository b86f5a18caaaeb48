"""Telling who listens and the two sides. Never a name or the content of a page in a message."""

from collections.abc import Iterable

from naast.accounts.models import User
from naast.complaints.models import Complaint
from naast.complaints.states import Side
from naast.core.text import Text
from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.organisations.models import Membership
from naast.people.models import Person

KIND = "complaint.news"
Words = tuple[Text, Text]


def user_of(person: Person | None, member: Membership | None) -> User | None:
    """The account of one side; None for somebody without one, or who is no longer here."""
    if member is not None:
        return member.user if member.ended_on is None else None
    return person.user if person is not None else None


def user_on(complaint: Complaint, side: str) -> User | None:
    """The account of this side of a complaint."""
    if side == Side.REPORTER:
        return user_of(complaint.reporter, complaint.reporter_member)
    return user_of(complaint.other, complaint.other_member)


def tell_sides(
    actor: Actor, complaint: Complaint, words: Words, *, sides: Iterable[str] = tuple(Side)
) -> None:
    """Tell these sides that there is something new on their own page: the other one only once it was shared."""
    url = actor.url("complaints:my_complaint", complaint_id=complaint.pk)
    for side in sides:
        user = user_on(complaint, side)
        if side == Side.OTHER and complaint.shared_on is None:
            continue
        if user is not None and user.pk != actor.user_id:
            subject, body = words
            tell(actor=actor, user=user, kind=KIND, subject=subject, body=body, url=url)


def tell_receiver(actor: Actor, complaint: Complaint, words: Words) -> None:
    """Tell who was chosen to listen, while they are still here."""
    user = user_of(None, complaint.receiver)
    if user is not None:
        tell_listener(actor, complaint, user, words)


def tell_listener(actor: Actor, complaint: Complaint, user: User, words: Words) -> None:
    """Tell who listens, unless they did it themselves."""
    if user.pk != actor.user_id:
        subject, body = words
        url = actor.url("complaints:complaint", complaint_id=complaint.pk)
        tell(actor=actor, user=user, kind=KIND, subject=subject, body=body, url=url)
