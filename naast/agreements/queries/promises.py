"""Reads of what the organisation promised, and how it went."""

from datetime import date

from dateutil.relativedelta import relativedelta
from django.db.models import Exists, OuterRef, QuerySet

from naast.agreements.models import DocumentKind, PromiseReview, Version
from naast.agreements.queries.documents import newest_published
from naast.organisations.actors import Actor

EVERY = relativedelta(months=12)
SHOWN = 5


def reviews(actor: Actor) -> list[PromiseReview]:
    """The last looks back, newest first, with the answers: a promise is public within the house."""
    rows = PromiseReview.objects.filter(organisation_id=actor.organisation_id)
    return list(rows.prefetch_related("answers")[:SHOWN])


def to_look_back(actor: Actor, *, day: date) -> QuerySet[Version]:
    """The promises that hold now and at which nobody looked back for twelve months, since they were made or
    since the last time. For coordinators."""
    if not actor.is_coordinator:
        return Version.objects.none()
    since = day - EVERY
    recent = PromiseReview.objects.filter(
        organisation_id=OuterRef("organisation_id"), reviewed_on__gt=since
    )
    rows = newest_published().filter(
        organisation_id=actor.organisation_id,
        document__kind=DocumentKind.PROMISES,
        document__programme__isnull=True,
        document__retired_on__isnull=True,
    )
    return rows.filter(_old(since)).exclude(Exists(recent))


def _old(since: date) -> Exists:
    """A first version that is a year old: a new wording does not put off the look back."""
    first = Version.objects.filter(
        document=OuterRef("document"), published_on__isnull=False, published_on__lte=since
    )
    return Exists(first)
