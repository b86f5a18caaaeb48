"""Reads about messages."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import override

from naast.messaging import policies, texts
from naast.messaging.models import Message, Wording
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation

SENT, WAITING = "sent", "waiting"


@dataclass(frozen=True, slots=True)
class Filters:
    """Which letters the list shows; '' is all of them. `left`: sent or waiting."""

    kind: str = ""
    left: str = ""


def unread(actor: Actor) -> QuerySet[Message]:
    """What somebody was told and has not opened yet, newest first."""
    told = Message.objects.filter(organisation_id=actor.organisation_id, read_at__isnull=True)
    return told.filter(user_id=actor.user_id).order_by("-id") if actor.user_id else told.none()


def wording(actor: Actor, kind: texts.Kind, language: str) -> texts.Words:
    """The words an organisation uses for this kind: its own, or the usual ones."""
    own = Wording.objects.filter(
        organisation_id=actor.organisation_id, kind=kind.code, language=language
    ).first()
    return texts.Words(own.subject, own.body) if own else texts.usual(kind, language)


def own_wordings(actor: Actor) -> set[tuple[str, str]]:
    """(kind, language) for each text the organisation made its own."""
    rows = Wording.objects.filter(organisation_id=actor.organisation_id)
    return set(rows.values_list("kind", "language"))


def outbox(actor: Actor) -> QuerySet[Message]:
    """Letters to people outside, newest first."""
    return policies.outbox_visible_to(actor).select_related("written_by__user").order_by("-id")


def listed(actor: Actor, filters: Filters) -> QuerySet[Message]:
    """Letters to people outside without their text, for the list (order it by page)."""
    rows = policies.outbox_visible_to(actor).defer("body", "calendar")
    if filters.kind:
        rows = rows.filter(kind=filters.kind)
    if filters.left:
        rows = rows.filter(mailed_at__isnull=filters.left == WAITING)
    return rows


def not_left(actor: Actor) -> QuerySet[Message]:
    """Letters to people outside that were tried and did not leave."""
    return policies.outbox_visible_to(actor).filter(mailed_at__isnull=True, failed_at__isnull=False)


def get_letter(actor: Actor, message_id: UUID) -> Message | None:
    """One letter, or None when this actor may not know it exists."""
    return outbox(actor).filter(pk=message_id).first()


def lock_letter(actor: Actor, message_id: UUID) -> Message:
    """The letter, locked until the transaction ends. Raises Message.DoesNotExist."""
    visible = policies.outbox_visible_to(actor)
    return visible.select_for_update(of=("self",), no_key=True).get(pk=message_id)


def letters_about(actor: Actor, about_id: UUID) -> QuerySet[Message]:
    """What was sent about one thing, newest first."""
    return outbox(actor).filter(about_id=about_id)


def examples(actor: Actor, kind: texts.Kind, language: str) -> dict[str, str]:
    """What may be filled in, each with an example in this language: our own name and number are known."""
    house = Organisation.objects.get(pk=actor.organisation_id)
    with override(language):
        shown = {name: str(texts.example_of(name)) for name in sorted(kind.placeholders)}
    return shown | {"organisation": house.name, "phone": house.phone or shown["phone"]}


def example(actor: Actor, kind: texts.Kind, language: str, words: texts.Words) -> texts.Words:
    """How words read with examples filled in."""
    return texts.fill(words, examples(actor, kind, language))
