"""What texts put on the desk: a programme that asks for something to be signed, and has no text for it."""

from collections.abc import Container
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from naast.agreements.models import DocumentKind, Version
from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.organisations.actors import Actor
from naast.programmes import policies
from naast.programmes.models import EntryCondition, Programme

MOST = 10
NO_TEXT = "agreements.no-text"
# The kinds that a condition before the start can ask for by the same name.
ASKED = (
    DocumentKind.INFORMATION,
    DocumentKind.AGREEMENT,
    DocumentKind.SECRECY,
    DocumentKind.CHARTER,
)


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows, for one look at whether there are any."""
    return {NO_TEXT: _without_text(actor)} if actor.is_coordinator else {}


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """One line a programme, the first text that it lacks. One query; for coordinators only."""
    if not actor.is_coordinator or NO_TEXT not in there:
        return []
    rows = _without_text(actor).select_related("programme").order_by("programme__name", "position")
    first: dict[object, EntryCondition] = {}
    for row in rows[: MOST * len(ASKED)]:
        first.setdefault(row.programme_id, row)
    return [_item(actor, row) for row in list(first.values())[:MOST]]


def _item(actor: Actor, row: EntryCondition) -> AttentionItem:
    programme = row.programme
    where = actor.url("agreements:papers")
    return AttentionItem(
        kind=NO_TEXT,
        subject_id=programme.pk,
        name=programme.name,
        sentence=_("%(programme)s asks for “%(kind)s”, and there is no text for it yet.")
        % {"programme": programme.name, "kind": DocumentKind(row.kind).label},
        since=programme.created_at,
        urgency=Urgency.THIS_WEEK,
        url=f"{where}?programme={programme.pk}",
        action=_("Choose a text"),
        owner_id=programme.coordinator_id,
    )


def _without_text(actor: Actor) -> QuerySet[EntryCondition]:
    """Required conditions of running programmes for which nothing is published."""
    published = Version.objects.filter(
        Q(document__programme__isnull=True) | Q(document__programme=OuterRef("programme")),
        organisation_id=actor.organisation_id,
        published_on__isnull=False,
        document__kind=OuterRef("kind"),
        document__retired_on__isnull=True,
    )
    running = policies.visible_to(actor).filter(status=Programme.Status.ACTIVE)
    return EntryCondition.objects.filter(
        ~Exists(published), programme__in=running, kind__in=ASKED, is_required=True
    )
