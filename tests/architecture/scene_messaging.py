"""What stands behind the doors of messaging: a part of tests/architecture/scene.py."""

from typing import Any
from uuid import UUID

from naast.messaging.models import Message
from naast.programmes.models import Programme
from tests.conftest import Cast

# How the routes of this room begin, as far as no other room's route begins so.
PREFIXES: tuple[str, ...] = ("messages/",)
# Words in an address that are not ids, what a form must carry, and ids for one page alone: as in scene.py.
WORDS: dict[str, dict[str, str]] = {
    name: {"kind": "application.thanks", "language": "nl"}
    for name in ("messaging:wording", "messaging:use_usual")
}
DATA: dict[str, dict[str, str]] = {}


def ids(cast: Cast, programme: Programme) -> dict[str, UUID]:
    """A letter that did not leave yet."""
    letter = Message.objects.create(
        organisation=cast.here,
        to_address="noor@test.example",
        kind="application.thanks",
        subject="Dank je",
        body="Dag Noor",
    )
    return {"message_id": letter.pk}


def special(cast: Cast, made: dict[str, UUID]) -> dict[str, dict[str, Any]]:
    """Ids that one page of this room needs instead of the usual ones: page → name → id."""
    return {}
