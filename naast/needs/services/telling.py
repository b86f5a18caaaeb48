"""Telling volunteers, coordinators and management. Never a name or the content in a message."""

from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership
from naast.organisations.queries import colleagues
from naast.people.models import Person

MOST = 5
# A letter to management goes to everybody of the board, and to no more than this.
MOST_OF_BOARD = 30
Words = tuple[Text, Text]
MOVED: Words = (
    _("Something happens with what you told"),
    _("Naast tells what, and what you can expect."),
)
ANSWERED: Words = (
    _("You have our answer"),
    _("You asked us something. Naast tells what we do, and when."),
)
ASKED: Words = (
    _("A volunteer asks for our help"),
    _("Naast tells what for, and before when we promised an answer."),
)
YOURS: Words = (
    _("There is something for you to do for a volunteer"),
    _("A colleague promised it in your name. Naast tells what, and when."),
)
LETTER: Words = (
    _("A letter about what volunteers notice"),
    _("It tells what people need and what we ask of you. There is a day before which you answer."),
)
LETTER_ANSWERED: Words = (
    _("Management answered the letter"),
    _("Whoever told it can read the answer now."),
)
POLICY_ANSWERED: Words = (
    _("Thank you: management answered"),
    _("You told something, and so did others. Naast tells what management says to it."),
)


def tell_person(actor: Actor, person: Person | None, words: Words, *, kind: str) -> None:
    """Tell a volunteer, on their page of what came of it; nothing for who has no account, and nobody themselves."""
    if person is None or person.user is None or person.user_id == actor.user_id:
        return
    subject, body = words
    url = actor.url("needs:mine")
    tell(actor=actor, user=person.user, kind=kind, subject=subject, body=body, url=url)


def coordinators(actor: Actor) -> list[Membership]:
    """A few of them: one is enough to take it up."""
    return list(colleagues(actor, Function.COORDINATOR)[:MOST])


def management(actor: Actor) -> list[Membership]:
    """Everybody of the board."""
    return list(colleagues(actor, Function.BOARD)[:MOST_OF_BOARD])
