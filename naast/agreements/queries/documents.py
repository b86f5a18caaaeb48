"""Reads of documents and their versions: which text holds where, and what stands in it."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from naast.agreements.models import AboutUs, Document, DocumentKind, Version
from naast.agreements.policies import documents as policies
from naast.organisations.actors import Actor

# (programme or None for the whole organisation, kind of document).
Holds = tuple[UUID | None, str]


def in_force(organisation_id: UUID, programme_ids: Collection[UUID]) -> dict[Holds, Version]:
    """(programme, kind) → the newest published version: the programme’s own text or else the organisation’s.
    Under None: the organisation’s own texts. There may be more texts of the kind «other»: the first by name
    stands here, `all_in_force` gives every one. The version carries its document and texts. Two queries,
    however many programmes."""
    found: dict[Holds, Version] = {}
    for place, version in all_in_force(organisation_id, programme_ids):
        found.setdefault((place, version.document.kind), version)
    return found


def all_in_force(
    organisation_id: UUID, programme_ids: Collection[UUID]
) -> list[tuple[UUID | None, Version]]:
    """(programme or None, version) of every text that holds there, own ones first. Two queries."""
    there = Q(document__programme__isnull=True) | Q(document__programme__in=programme_ids)
    rows = list(
        newest_published()
        .filter(there, organisation_id=organisation_id, document__retired_on__isnull=True)
        .select_related("document")
        .prefetch_related("texts")
        .order_by("document__kind", "document__name", "document_id")
    )
    general = [row for row in rows if row.document.programme_id is None]
    found: list[tuple[UUID | None, Version]] = [(None, row) for row in general]
    for programme_id in programme_ids:
        own = [row for row in rows if row.document.programme_id == programme_id]
        replaced = {row.document.kind for row in own} - {DocumentKind.OTHER.value}
        rest = [row for row in general if row.document.kind not in replaced]
        found += [(programme_id, row) for row in (*own, *rest)]
    return found


def newest_published() -> QuerySet[Version]:
    """The newest published version of each document."""
    newest = Version.objects.filter(
        document=OuterRef("document"), published_on__isnull=False
    ).order_by("-number")
    return Version.objects.filter(pk=Subquery(newest.values("pk")[:1]))


def listed(actor: Actor, programme_id: UUID | None) -> QuerySet[Document]:
    """The documents of one programme, or of the whole organisation, that are not put away."""
    rows = policies.visible_to(actor).filter(retired_on__isnull=True)
    return rows.filter(in_place(programme_id)).prefetch_related("versions")


def in_place(programme_id: UUID | None) -> Q:
    """Of this programme, or of the whole organisation."""
    return Q(programme__isnull=True) if programme_id is None else Q(programme=programme_id)


def own_texts(actor: Actor) -> dict[str, int]:
    """Kind → in how many programmes there is a text of their own. One query."""
    rows = policies.visible_to(actor).filter(retired_on__isnull=True, programme__isnull=False)
    found: dict[str, int] = {}
    for kind in rows.values_list("kind", flat=True).order_by():
        found[kind] = found.get(kind, 0) + 1
    return found


def get_document(actor: Actor, document_id: UUID) -> Document | None:
    """One document with its programme and versions, or None when this actor may not know it."""
    rows = policies.visible_to(actor).select_related("programme", "organisation")
    return rows.prefetch_related("versions__published_by__user").filter(pk=document_id).first()


def get_version(actor: Actor, version_id: UUID) -> Version | None:
    """One version with its document and texts, or None when this actor may not know it."""
    rows = policies.versions_visible_to(actor).select_related(
        "document__programme", "organisation", "published_by__user"
    )
    return rows.prefetch_related("texts").filter(pk=version_id).first()


def get_draft(actor: Actor, document_id: UUID) -> Version | None:
    """The draft of a document with its texts, or None."""
    rows = policies.versions_visible_to(actor).select_related("document__programme", "organisation")
    drafts = rows.filter(document_id=document_id, published_on__isnull=True)
    return drafts.prefetch_related("texts").first()


def versions_of(actor: Actor, document_id: UUID) -> QuerySet[Version]:
    """The versions of a document with their texts, the draft or else the newest first."""
    rows = policies.versions_visible_to(actor).select_related("document__programme", "organisation")
    return rows.filter(document_id=document_id).prefetch_related("texts").order_by("-number")


def before(version: Version) -> Version | None:
    """The published version that came before this one, with its texts."""
    earlier = Version.objects.filter(
        document_id=version.document_id,
        organisation_id=version.organisation_id,
        published_on__isnull=False,
        number__lt=version.number,
    )
    return earlier.order_by("-number").prefetch_related("texts").first()


def about_us(actor: Actor) -> AboutUs | None:
    """What the organisation says about itself, once somebody wrote it."""
    return policies.about_us_visible_to(actor).first()


def first_language(version: Version) -> str:
    """A language in which this version has words: that of the house when it is there."""
    there = [text.language for text in version.texts.all()]
    house = version.organisation.language
    return house if house in there else there[0]


def lock_document(actor: Actor, document_id: UUID) -> Document:
    """The document, locked until the transaction ends. Raises Document.DoesNotExist."""
    rows = policies.visible_to(actor).select_related("organisation", "programme")
    return rows.select_for_update(of=("self",), no_key=True).get(pk=document_id)


def draft_of(document: Document) -> Version:
    """The draft of a locked document, with its texts. Raises Version.DoesNotExist."""
    return document.versions.prefetch_related("texts").get(published_on__isnull=True)
