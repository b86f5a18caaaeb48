"""Reads of yeses to pictures, and of what was shown because of them."""

from uuid import UUID

from django.db.models import QuerySet

from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.privacy.models import PhotoYes, Published
from naast.privacy.policies import consents as policies

MOST = 30


def listed(actor: Actor, *, use: str = "") -> QuerySet[PhotoYes]:
    """Yeses, standing or taken back, for one use or all."""
    rows = policies.photos_visible_to(actor).select_related("person")
    return rows.filter(use=use) if use else rows


def get_photo(actor: Actor, yes_id: UUID) -> PhotoYes | None:
    """One of them, or None."""
    return listed(actor).filter(pk=yes_id).first()


def get_published(actor: Actor, published_id: UUID) -> Published | None:
    """One place where a picture was shown, or None."""
    return policies.published_visible_to(actor).filter(pk=published_id).first()


def waiting(actor: Actor) -> QuerySet[Published]:
    """What was shown because of a yes that was taken back, and still is there."""
    rows = policies.published_visible_to(actor)
    return rows.filter(take_down_since__isnull=False, taken_down_on__isnull=True)


def asked_down(person: Person) -> list[Published]:
    """What somebody asked to take down, the last ones first: they see when it is done."""
    rows = Published.objects.filter(photo_yes__person=person, take_down_since__isnull=False)
    return list(rows.order_by("-take_down_since", "-id")[:MOST])


def to_take_down(actor: Actor) -> list[Published]:
    """The same, the oldest first, with whose it is."""
    rows = waiting(actor).select_related("photo_yes__person")
    return list(rows.order_by("take_down_since", "id")[:MOST])
