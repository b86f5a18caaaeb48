"""What this room asks attention for on the desk: days that come, letters to write, cards to place."""

from collections.abc import Container
from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.appreciation.models import Letter, Post
from naast.appreciation.queries import board, days
from naast.core import clock
from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.organisations.actors import Actor

MOST = 30
NEAR_DAYS = 7


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    if not actor.is_coordinator:
        return {}
    return {
        "appreciation.days": days.to_remember(actor, today=localdate(now)),
        "appreciation.letters": board.letters_to_write(actor),
        "appreciation.heard": board.letters_to_hear(actor),
        "appreciation.cards": board.to_place(actor),
    }


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """Everything of this room that asks for the actor's attention; one query a kind that is `there`."""
    if not actor.is_coordinator:
        return []
    found: list[AttentionItem] = []
    if "appreciation.days" in there:
        coming = days.coming(actor, today=localdate(now))
        near = [each for each in coming if (each.on - localdate(now)).days <= NEAR_DAYS]
        found += [_day(actor, each, now) for each in near[:MOST]]
    if "appreciation.letters" in there:
        found += [_letter(actor, each) for each in board.letters_to_write(actor)[:MOST]]
    if "appreciation.heard" in there:
        found += [_to_hear(actor, each) for each in board.letters_to_hear(actor)[:MOST]]
    if "appreciation.cards" in there:
        found += [_card(actor, each) for each in board.to_place(actor)[:MOST]]
    return found


def _day(actor: Actor, coming: days.Coming, now: datetime) -> AttentionItem:
    values = {"name": coming.person.first_name, "day": date_format(coming.on, "l j F")}
    sentence = (
        _("%(name)s began here on a day like %(day)s. A good moment to say something.") % values
        if coming.occasion is days.Occasion.ANNIVERSARY
        else _("%(name)s has a birthday on %(day)s, and likes it to be remembered.") % values
    )
    return AttentionItem(
        kind=f"appreciation.{coming.occasion}",
        subject_id=coming.person.pk,
        name=coming.person.name,
        sentence=sentence,
        since=now,
        urgency=Urgency.GOOD_TO_KNOW,
        url=actor.url("appreciation:thank", person_id=coming.person.pk),
        action=gettext_lazy("Say something"),
    )


def _letter(actor: Actor, letter: Letter) -> AttentionItem:
    return AttentionItem(
        kind="appreciation.letter",
        subject_id=letter.pk,
        name=letter.person.name,
        sentence=_("%(name)s asks for a letter to take along.")
        % {"name": letter.person.first_name},
        since=clock.morning(letter.asked_on),
        urgency=Urgency.THIS_WEEK,
        url=actor.url("appreciation:write_letter", letter_id=letter.pk),
        action=gettext_lazy("Write it"),
    )


def _to_hear(actor: Actor, letter: Letter) -> AttentionItem:
    return AttentionItem(
        kind="appreciation.heard",
        subject_id=letter.pk,
        name=letter.person.name,
        sentence=_("The letter for %(name)s is written. Read it together: is every word right?")
        % {"name": letter.person.first_name},
        since=clock.morning(letter.asked_on),
        urgency=Urgency.THIS_WEEK,
        url=actor.url("appreciation:write_letter", letter_id=letter.pk),
        action=gettext_lazy("Read it together"),
    )


def _card(actor: Actor, post: Post) -> AttentionItem:
    return AttentionItem(
        kind="appreciation.card",
        subject_id=post.pk,
        name=post.person.name,
        sentence=_("%(name)s offers a card for the board.") % {"name": post.person.first_name},
        since=clock.morning(post.offered_on),
        urgency=Urgency.THIS_WEEK,
        url=actor.url("appreciation:post", post_id=post.pk),
        action=gettext_lazy("Read and place"),
    )
