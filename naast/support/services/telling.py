"""Telling volunteers and their guides. Never a name or the content of a talk in a message."""

from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership
from naast.organisations.queries import colleagues
from naast.people.models import Person
from naast.support.models import Plan

MOST = 5
WRITTEN: tuple[Text, Text] = (
    _("Something was written down of a talk with you"),
    _("You can read all of it, and add your own words."),
)
PLANNED: tuple[Text, Text] = (
    _("A talk is planned with you"),
    _("Naast tells when, and with whom. Does it not suit? Say so."),
)
CALLED_OFF: tuple[Text, Text] = (
    _("A talk with you does not go on"),
    _("Naast tells which one. Your guide plans another with you."),
)
SHORT: tuple[Text, Text] = (
    _("Somebody said something about today"),
    _("A few words after an activity. You can read them on your page."),
)
GUIDANCE: tuple[Text, Text] = (
    _("How we guide you in a task"),
    _("Read it, and say whether you would like more or less room."),
)
ASKS_A_CALL: tuple[Text, Text] = (
    _("Somebody would be glad with a call"),
    _("Somebody you guide answered how it goes. Naast tells who."),
)
TOLD: tuple[Text, Text] = (
    _("A colleague told something about a volunteer"),
    _("Naast tells about whom. Look at it when you can."),
)


def tell_volunteer(
    actor: Actor, person: Person, words: tuple[Text, Text], *, kind: str, url: str
) -> None:
    """Tell a volunteer with an account; who has none hears it from their guide."""
    if person.user is not None:
        subject, body = words
        tell(actor=actor, user=person.user, kind=kind, subject=subject, body=body, url=url)


def guides(actor: Actor, plan: Plan) -> list[Membership]:
    """Who guides this volunteer now: the guide, otherwise the backup, otherwise the coordinators."""
    for member in (plan.guide, plan.backup):
        if member is not None and member.ended_on is None:
            return [member]
    return list(colleagues(actor, Function.COORDINATOR)[:MOST])
