"""The channels somebody may name when they tell where they heard of us (S1-64, S1-231, S1-232)."""

from typing import Final

from django.db.models import QuerySet

from naast.organisations.actors import Actor
from naast.vacancies.models import Channel

# Short names of the usual channels (vacancies.services.channels) for who asked, and for who sent.
WORD_OF_MOUTH: Final = "word-of-mouth"
REFERRERS: Final = "referrers"


def choices(actor: Actor) -> list[tuple[str, str]]:
    """(short name, name) of the channels that are used now, by name; one query."""
    return list(_used(actor).order_by("name", "id").values_list("code", "name"))


def word_of_mouth(actor: Actor) -> Channel | None:
    """The channel of who was asked by somebody they know: the usual one, else the first of its circle."""
    circle = _used(actor).filter(circle=Channel.Circle.ACQUAINTANCES)
    usual = circle.filter(code=WORD_OF_MOUTH).first()
    return usual or circle.order_by("name", "id").first()


def of_referrers(actor: Actor) -> Channel | None:
    """The channel that the house uses for who is sent to it, when it has one."""
    return _used(actor).filter(circle=Channel.Circle.PARTNERS, code=REFERRERS).first()


def _used(actor: Actor) -> QuerySet[Channel]:
    return Channel.objects.filter(organisation_id=actor.organisation_id, is_used=True)
