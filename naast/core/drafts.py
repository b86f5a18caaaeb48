"""What somebody typed and did not send: kept encrypted, given back, gone once it is sent."""

import json
from datetime import timedelta
from typing import Any
from uuid import UUID

from naast.core import clock
from naast.core.models import Draft

KEPT_FOR = timedelta(days=14)
LONGEST = 60_000


def keep(user_id: UUID, key: str, fields: dict[str, Any]) -> None:
    """Keep the newest text of one form. Text beyond 60,000 characters stays on the device."""
    content = json.dumps(fields)
    if len(content) <= LONGEST:
        Draft.objects.update_or_create(user_id=user_id, key=key, defaults={"content": content})


def kept(user_id: UUID, key: str) -> dict[str, Any]:
    """What was kept for this form, or an empty mapping."""
    draft = Draft.objects.filter(user_id=user_id, key=key).first()
    return json.loads(draft.content) if draft else {}


def forget(user_id: UUID, key: str) -> None:
    """The form was sent, or its writer emptied it."""
    Draft.objects.filter(user_id=user_id, key=key).delete()


def forget_about(name: str) -> int:
    """Drop every draft whose key holds this name (an id): what it is about is being forgotten. Returns how
    many."""
    return Draft.objects.filter(key__contains=name).delete()[0]


def forget_old() -> int:
    """Drop drafts nobody came back for. Returns how many."""
    return Draft.objects.filter(saved_at__lt=clock.now() - KEPT_FOR).delete()[0]
