"""Reads about texts for colleagues: who signed, by name, without figures."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from naast.agreements.models import Document, StaffAcknowledgement, Version
from naast.agreements.queries.copies import asked_again_since
from naast.agreements.queries.documents import newest_published
from naast.organisations.actors import Actor
from naast.organisations.models import STAFF, Function, Membership
from naast.organisations.queries import colleagues


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the staff, and the day on which they signed; None when they did not yet."""

    membership: Membership
    signed_on: date | None


def get_version(actor: Actor, version_id: UUID) -> Version | None:
    """A text for colleagues that holds now, with its words; None for anything else."""
    rows = newest_published().filter(_kept_by_staff(actor))
    return rows.select_related("document").prefetch_related("texts").filter(pk=version_id).first()


def newest_of(document: Document) -> Version | None:
    """The version of a document that holds now, with its words; None before the first is published."""
    rows = newest_published().filter(document=document)
    return rows.select_related("document").prefetch_related("texts").first()


def get_document(actor: Actor, document_id: UUID) -> Document | None:
    """A document for colleagues too, or None when this actor may not follow it."""
    if not actor.is_coordinator:
        return None
    rows = Document.objects.filter(organisation_id=actor.organisation_id, for_staff=True)
    return rows.filter(pk=document_id).first()


def documents_for_staff(actor: Actor) -> list[UUID]:
    """The documents of this house that colleagues keep too and that hold now. One query."""
    rows = newest_published().filter(_kept_by_staff(actor))
    return list(rows.order_by("document_id").values_list("document_id", flat=True))


def has_text_to_read(actor: Actor) -> bool:
    """Whether a text for colleagues waits for this one: none of its versions since everybody was asked again
    is signed by them. One query; for who is no staff none."""
    if actor.membership_id is None or actor.functions.isdisjoint(STAFF):
        return False
    asked = Version.objects.filter(
        document=OuterRef("document"), published_on__isnull=False, asks_again=True
    ).order_by("-number")
    signed = StaffAcknowledgement.objects.filter(
        membership_id=actor.membership_id,
        version__document=OuterRef("document"),
        version__number__gte=OuterRef("counts_from"),
    )
    return (
        newest_published()
        .filter(_kept_by_staff(actor))
        .annotate(counts_from=Coalesce(Subquery(asked.values("number")[:1]), F("number")))
        .filter(~Exists(signed))
        .exists()
    )


def _kept_by_staff(actor: Actor) -> Q:
    return Q(
        organisation_id=actor.organisation_id,
        document__for_staff=True,
        document__retired_on__isnull=True,
    )


def who_signed(actor: Actor, document_id: UUID) -> tuple[Version | None, list[Colleague]]:
    """The version that holds now, and every colleague by name with the day on which they signed it, or an
    earlier one that still counts. Three queries. Raises Document.DoesNotExist."""
    document = Document.objects.get(pk=document_id, organisation_id=actor.organisation_id)
    version = newest_of(document)
    if version is None:
        return None, []
    asked = asked_again_since([document.pk]).get(document.pk, version)
    rows = StaffAcknowledgement.objects.filter(
        version__document=document, version__number__gte=asked.number
    ).order_by("acknowledged_on")
    signed = {row.membership_id: row.acknowledged_on for row in rows}
    staff = colleagues(actor, *(Function(function) for function in sorted(STAFF)))
    return version, [Colleague(each, signed.get(each.pk)) for each in staff]
