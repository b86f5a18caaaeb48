"""Writing history. Every line names who did it."""

from collections.abc import Iterable
from typing import Any, Protocol
from uuid import UUID

from django.db.models import Model, QuerySet

from naast.audit.models import Event


class Acting(Protocol):
    """What history needs to know of an actor (organisations.actors.Actor is one)."""

    @property
    def organisation_id(self) -> UUID: ...
    @property
    def user_id(self) -> UUID | None: ...
    @property
    def person_id(self) -> UUID | None: ...
    @property
    def reason(self) -> str: ...


def record(
    kind: str, *, actor: Acting, target: Model, changes: dict[str, Any] | None = None
) -> Event:
    """Add one line: `kind` is «subject.what-happened», `changes` holds ids and codes, never names."""
    return _add(kind, actor=actor, target=target, changes=changes or {}, is_view=False)


def record_many(kind: str, *, actor: Acting, targets: Iterable[Model]) -> None:
    """The same line for each of these rows, in one statement."""
    Event.objects.bulk_create(
        _line(kind, actor=actor, target=target, changes={}, is_view=False) for target in targets
    )


def looked(kind: str, *, actor: Acting, target: Model) -> Event:
    """Somebody opened a sensitive file (a participant's, a signal's): the person may see who."""
    return _add(kind, actor=actor, target=target, changes={}, is_view=True)


def _add(
    kind: str, *, actor: Acting, target: Model, changes: dict[str, Any], is_view: bool
) -> Event:
    line = _line(kind, actor=actor, target=target, changes=changes, is_view=is_view)
    line.save(force_insert=True)
    return line


def _line(
    kind: str, *, actor: Acting, target: Model, changes: dict[str, Any], is_view: bool
) -> Event:
    return Event(
        organisation_id=actor.organisation_id,
        user_id=actor.user_id,
        person_id=actor.person_id,
        reason=actor.reason,
        kind=kind,
        target=str(target._meta.model_name),
        target_id=target.pk,
        is_view=is_view,
        changes=changes,
    )


def history_of(organisation_id: UUID, target_ids: list[UUID]) -> QuerySet[Event]:
    """What happened to these rows in this organisation, newest first."""
    return Event.objects.filter(organisation_id=organisation_id, target_id__in=target_ids).order_by(
        "-id"
    )


def views_of(organisation_id: UUID, target_id: UUID) -> QuerySet[Event]:
    """Who opened this file, newest first."""
    return history_of(organisation_id, [target_id]).filter(is_view=True)
