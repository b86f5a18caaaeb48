"""A second tap on a button sends nothing twice: what the same hand wrote a moment ago is found again."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final, TypeVar

from django.db.models import Model

from naast.core import clock
from naast.organisations.actors import Actor
from naast.organisations.models import Membership

# Words: nobody writes the same a second time so soon, and a slow network may take so long.
A_MOMENT: Final = timedelta(minutes=2)
# A form that may say nothing but a day: two bus tickets, or two visits of one day, are two.
TWO_TAPS: Final = timedelta(seconds=10)
M = TypeVar("M", bound=Model)


def a_moment_ago() -> datetime:
    """What was written after this can be the first of two taps."""
    return clock.now() - A_MOMENT


def just_tapped() -> datetime:
    """The same of what needs no words: so soon only a finger sends it twice."""
    return clock.now() - TWO_TAPS


def wait_in_line(actor: Actor) -> None:
    """Two taps at once queue at the membership of who taps, until the transaction of the first ends."""
    if actor.membership_id is not None:
        Membership.objects.select_for_update(no_key=True).get(pk=actor.membership_id)


def same_words(rows: Iterable[M], **said: str) -> M | None:
    """The first of these rows with these words, or None. Encrypted words are compared here, not in the database."""
    return next(
        (
            row
            for row in rows
            if all(getattr(row, name) == words.strip() for name, words in said.items())
        ),
        None,
    )
