"""What people hear about a signal: that there is something, never what (spec/law 1.10)."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.organisations.models import Membership
from naast.signals.models import Signal

# More people than this never need to hear of one signal.
MOST_TOLD = 10
KIND = "signal"


class Words(NamedTuple):
    """Subject and text of a notice: without a name, a kind or a word of a signal."""

    subject: Text
    body: Text


READ = Words(
    _("Something you told is being looked at"),
    _("Somebody read what you noticed and looks after it. You hear what comes of it."),
)
ANSWERED = Words(
    _("There is an answer for you"),
    _("There is an answer to what you noticed. Sign in to Naast to read it."),
)
HANDED_OVER = Words(
    _("There is something in Naast for you to look after"),
    _("A colleague passed something on to you. Sign in to Naast to read it."),
)
NOT_OPENED = Words(
    _("Something waits in Naast that nobody opened yet"),
    _("It asks for somebody today. Sign in to Naast, or call who should look at it."),
)
DUE = Words(
    _("Something you look after in Naast asks for you"),
    _("Its time is over, or somebody still waits to hear from you. Sign in to Naast to see it."),
)


def tell_reporter(actor: Actor, signal: Signal, words: Words) -> None:
    """Who told it, when they can sign in: the person, or the colleague who noticed it."""
    user = None
    if signal.reporter is not None:
        user = signal.reporter.user
    elif signal.entered_by is not None and signal.entered_by_id != actor.membership_id:
        user = signal.entered_by.user
    if user is not None:
        tell(
            actor=actor,
            user=user,
            kind=KIND,
            subject=words.subject,
            body=words.body,
            url=actor.url("signals:my_signal", signal_id=signal.pk),
        )


def tell_member(actor: Actor, member: Membership, signal: Signal, words: Words) -> None:
    """Somebody who reads this signal."""
    tell(
        actor=actor,
        user=member.user,
        kind=KIND,
        subject=words.subject,
        body=words.body,
        url=actor.url("signals:signal", signal_id=signal.pk),
    )
