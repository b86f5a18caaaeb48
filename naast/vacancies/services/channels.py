"""Writes about channels: where people hear of us, and what that costs (S1-232)."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.audit import log
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.vacancies import policies
from naast.vacancies.errors import CodeTaken
from naast.vacancies.models import Channel

FIELDS: Final = ("name", "code", "circle", "cost", "note", "is_used")
Circle = Channel.Circle
# The code of the usual channel for who asks somebody they know.
WORD_OF_MOUTH: Final = "word-of-mouth"
# Ways that organisations use most: asking around reaches people like us, the others reach further.
USUAL: Final[tuple[tuple[str, Text, Circle], ...]] = (
    (WORD_OF_MOUTH, gettext_lazy("Word of mouth"), Circle.ACQUAINTANCES),
    ("open-door", gettext_lazy("Open door with a drink"), Circle.EVENTS),
    ("website", gettext_lazy("Our own website"), Circle.ONLINE),
    ("social-media", gettext_lazy("Social media"), Circle.ONLINE),
    ("volunteer-sites", gettext_lazy("Sites with volunteer work"), Circle.ONLINE),
    ("posters", gettext_lazy("Posters and leaflets"), Circle.NEIGHBOURHOOD),
    ("bread-bags", gettext_lazy("Bread bags"), Circle.NEIGHBOURHOOD),
    ("meetings", gettext_lazy("Information meetings"), Circle.EVENTS),
    ("fairs", gettext_lazy("Fairs and markets"), Circle.EVENTS),
    ("referrers", gettext_lazy("People who refer to us"), Circle.PARTNERS),
    ("schools", gettext_lazy("Schools and colleges"), Circle.PARTNERS),
)


@transaction.atomic
def save_channel(
    *, actor: Actor, values: Mapping[str, Any], channel_id: UUID | None = None
) -> Channel:
    """Write down a channel, or change one. Raises NotAllowed, Channel.DoesNotExist, KeyError for a field that
    can't be changed, or CodeTaken."""
    policies.can_write(actor).require()
    unknown = set(values) - set(FIELDS)
    if unknown:
        raise KeyError(f"no field of a channel: {sorted(unknown)}")
    # Two channels may get the same code at the same moment: this lock makes them queue.
    Organisation.objects.select_for_update(no_key=True).get(pk=actor.organisation_id)
    rows = policies.channels_visible_to(actor)
    channel = (
        rows.get(pk=channel_id) if channel_id else Channel(organisation_id=actor.organisation_id)
    )
    if rows.filter(code=values["code"]).exclude(pk=channel.pk).exists():
        raise CodeTaken(_("There is already a channel with this short name. Choose another one."))
    for name, value in values.items():
        setattr(channel, name, value)
    channel.save()
    kind = "channel.changed" if channel_id else "channel.created"
    log.record(kind, actor=actor, target=channel, changes={"code": channel.code})
    return channel


@transaction.atomic
def add_usual(*, actor: Actor) -> int:
    """Add the usual channels that aren't there yet, in the language of the house. Answers with how many.
    Raises NotAllowed."""
    policies.can_write(actor).require()
    house = Organisation.objects.select_for_update(no_key=True).get(pk=actor.organisation_id)
    there = set(policies.channels_visible_to(actor).values_list("code", flat=True))
    with translation.override(house.language):
        added = [
            Channel(
                organisation_id=house.pk, code=code, name=str(name), circle=circle, cost=Decimal(0)
            )
            for code, name, circle in USUAL
            if code not in there
        ]
    Channel.objects.bulk_create(added)
    if added:
        log.record(
            "channel.usual-added",
            actor=actor,
            target=house,
            changes={"codes": [channel.code for channel in added]},
        )
    return len(added)
