"""What terms, holds and pictures ask of somebody on the desk: a part of attention."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from naast.core import clock
from naast.core.attention import AttentionItem, Signs, Urgency
from naast.organisations.actors import Actor
from naast.privacy.queries import holds, photos

HOLD, PICTURE = "privacy-hold", "privacy-picture"
MOST = 30


def signs(actor: Actor) -> Signs:
    """Holds to look at again, and pictures to take down."""
    if not actor.is_coordinator:
        return {}
    return {HOLD: holds.to_look_at(actor), PICTURE: photos.waiting(actor)}


def _since(day: date | None, now: datetime) -> datetime:
    return clock.morning(day or localdate(now))


def _holds(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    rows = holds.to_look_at(actor).select_related("person")
    for hold in rows.order_by("look_again_on", "id")[:MOST]:
        yield AttentionItem(
            kind=HOLD,
            subject_id=hold.pk,
            name=hold.person.name,
            sentence=_("%(name)s: nothing may be erased for half a year now. Is it still needed?")
            % {"name": hold.person.first_name},
            since=_since(hold.look_again_on, now),
            urgency=Urgency.THIS_WEEK,
            url=actor.url("privacy:hold", hold_id=hold.pk),
            action=_("Look again"),
        )


def _pictures(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    for shown in photos.to_take_down(actor):
        person = shown.photo_yes.person
        yield AttentionItem(
            kind=PICTURE,
            subject_id=shown.pk,
            name=person.name,
            sentence=_("%(name)s took back their yes: a picture has to come down.")
            % {"name": person.first_name},
            since=_since(shown.take_down_since, now),
            urgency=Urgency.NOW,
            url=actor.url("privacy:photo", yes_id=shown.photo_yes_id),
            action=_("Take it down"),
        )


ITEMS: Mapping[str, Callable[[Actor, datetime], Iterator[AttentionItem]]] = {
    HOLD: _holds,
    PICTURE: _pictures,
}
