"""Telling who works in a match. Never a name or the content of a page in a message."""

from naast.accounts.models import User
from naast.companionship.models import Match
from naast.core.text import Text
from naast.messaging.services import tell
from naast.organisations.actors import Actor


def users_of(match: Match) -> list[User]:
    """The volunteer and the professional of a match, as far as they have an account."""
    professional = match.professional
    present = professional is not None and professional.ended_on is None
    return [
        user
        for user in (match.volunteer.user, professional.user if professional and present else None)
        if user is not None
    ]


def tell_each(
    actor: Actor, users: list[User], *, kind: str, subject: Text, body: Text, url: str
) -> None:
    """Tell each of these once, except who did it themselves."""
    for user in {each.pk: each for each in users if each.pk != actor.user_id}.values():
        tell(actor=actor, user=user, kind=kind, subject=subject, body=body, url=url)
