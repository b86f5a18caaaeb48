"""Ids that may stand in an address: UUIDv7, unguessable enough and in order of making."""

from uuid import UUID

import uuid_utils


def uuid7() -> UUID:
    """A new id, as the standard library's UUID."""
    return UUID(int=uuid_utils.uuid7().int)
