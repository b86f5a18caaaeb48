"""Reads of copies: of one person, of one text, and whether a text is still what was signed."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from cryptography.fernet import InvalidToken
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from naast.agreements.contents import Content, checksum_of
from naast.agreements.models import (
    Copy,
    CopyState,
    DocumentKind,
    Question,
    Renewal,
    Signature,
    Version,
)
from naast.agreements.policies import copies as policies
from naast.agreements.states import RENEW_DAYS
from naast.organisations.actors import Actor
from naast.people.models import Person

logger = logging.getLogger(__name__)

# Cards explain and are not signed: they have pages of their own.
CARDS = (
    DocumentKind.DO_DONT,
    DocumentKind.ROLE_VOLUNTEER,
    DocumentKind.ROLE_PARTICIPANT,
    DocumentKind.MANDATE,
)
MOST = 100


@dataclass(frozen=True, slots=True)
class Shown:
    """The text of a copy as it is read now. `content` is None when nobody can read it any more."""

    content: Content | None
    is_intact: bool


def text_of(copy: Copy) -> Shown:
    """The text, and whether it is still the one with this checksum, for every signature on it. A text that
    is not stands in the log: somebody was at the database. Read the copy through `get_copy` or `lightly`."""
    try:
        kept = copy.content
        content = Content.from_json(kept)
        is_intact = checksum_of(kept) == copy.checksum
    except (InvalidToken, KeyError, TypeError, ValueError):
        content, is_intact = None, False
    signed = [each.checksum for each in signatures_of(copy)]
    is_intact = is_intact and all(each == copy.checksum for each in signed)
    if not is_intact:
        logger.error("the text no longer matches its checksum: %s", copy)
    return Shown(content, is_intact)


def signatures_of(copy: Copy) -> list[Signature]:
    """Those of the person and of the organisation, as far as they are there."""
    return [each for each in (copy.own_signature, copy.our_signature) if each is not None]


def lightly(copies: QuerySet[Copy]) -> QuerySet[Copy]:
    """Copies with everything a list reads, without their texts: those are opened one at a time."""
    return copies.select_related(
        "version__document",
        "person__user",
        "engagement__programme",
        "own_signature",
        "our_signature",
    ).defer("content", "own_limits")


def get_copy(actor: Actor, copy_id: UUID) -> Copy | None:
    """One copy with its questions and renewals; None when this actor may not know it."""
    return (
        lightly(policies.visible_to(actor))
        .select_related("organisation")
        .prefetch_related(
            Prefetch("questions", Question.objects.select_related("answered_by__user")),
            Prefetch("renewals", Renewal.objects.select_related("written_by__user")),
        )
        .filter(pk=copy_id)
        .first()
    )


def get_own(actor: Actor, copy_id: UUID) -> Copy | None:
    """One copy about the actor themself; None for any other."""
    copy = get_copy(actor, copy_id)
    return copy if copy is not None and policies.is_own(actor, copy) else None


def lock_copy(actor: Actor, copy_id: UUID) -> Copy:
    """The copy, locked until the surrounding transaction ends. Raises Copy.DoesNotExist."""
    return policies.visible_to(actor).select_for_update(of=("self",), no_key=True).get(pk=copy_id)


def own_papers(actor: Actor) -> list[Copy]:
    """The actor's copies that wait or hold, newest first; one query. Of a text that was put away nothing waits."""
    away = Q(state=CopyState.OPEN, version__document__retired_on__isnull=False)
    rows = lightly(policies.own(actor)).filter(~away, state__in=SHOWN)
    return list(rows.order_by("-id")[:MOST])


SHOWN = (CopyState.OPEN, CopyState.SIGNED)


def of_person(actor: Actor, person: Person) -> list[Copy]:
    """Every copy of somebody, newest first; one query."""
    copies = lightly(policies.visible_to(actor)).filter(person=person)
    return list(copies.order_by("-id")[:MOST])


def waiting_for(actor: Actor, today: date) -> int:
    """How many papers ask something of the actor: to sign or read, or to read again. One query."""
    to_sign = Q(state=CopyState.OPEN, own_signature__isnull=True)
    return still_asked(policies.own(actor)).filter(to_sign | to_renew(today)).count()


def to_renew(today: date) -> Q:
    """Signed, and asked again within sixty days, or already past its day."""
    return Q(state=CopyState.SIGNED, holds_until__lte=today + timedelta(days=RENEW_DAYS))


def is_to_renew(copy: Copy, today: date) -> bool:
    """The same of one copy."""
    return (
        copy.state == CopyState.SIGNED
        and copy.holds_until is not None
        and copy.holds_until <= today + timedelta(days=RENEW_DAYS)
    )


def same_place(copy: Copy) -> QuerySet[Copy]:
    """Every copy of the same document for the same person and engagement, this one too."""
    rows = Copy.objects.filter(
        organisation_id=copy.organisation_id,
        person_id=copy.person_id,
        version__document_id=copy.version.document_id,
    )
    if copy.engagement_id is None:
        return rows.filter(engagement__isnull=True)
    return rows.filter(engagement_id=copy.engagement_id)


def before(copy: Copy) -> Copy | None:
    """What this person signed of the same document before, to show the difference; None for a first one."""
    earlier = same_place(copy).filter(signed_on__isnull=False, id__lt=copy.pk)
    return lightly(earlier).order_by("-id").first()


def newer_waits(copy: Copy) -> Copy | None:
    """The open copy that asks for the place of this one, when there is one."""
    others = same_place(copy).filter(state=CopyState.OPEN).exclude(pk=copy.pk)
    return others.defer("content", "own_limits").first()


def still_asked(copies: QuerySet[Copy]) -> QuerySet[Copy]:
    """Without those of a text that was put away, and without what a newer open copy takes the place of."""
    newer = Copy.objects.filter(
        organisation=OuterRef("organisation"),
        person=OuterRef("person"),
        version__document=OuterRef("version__document"),
        state=CopyState.OPEN,
        id__gt=OuterRef("id"),
    )
    in_this_one = Exists(newer.filter(engagement=OuterRef("engagement")))
    of_the_person = Q(engagement__isnull=True) & Exists(newer.filter(engagement__isnull=True))
    rows = copies.filter(version__document__retired_on__isnull=True)
    return rows.filter(~in_this_one, ~of_the_person)


def asked_again_since(documents: Sequence[UUID]) -> dict[UUID, Version]:
    """Document → its newest published version that asks everybody again: an older signature no longer
    counts. One query."""
    rows = Version.objects.filter(
        document_id__in=documents, published_on__isnull=False, asks_again=True
    )
    return {each.document_id: each for each in rows.order_by("number")}
