"""Columns that are encrypted in the database (AES through Fernet; keys from FIELD_KEYS)."""

import json
from functools import lru_cache
from typing import Any

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper


@lru_cache(maxsize=4)
def _cipher(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


def cipher() -> MultiFernet:
    """The cipher of today: the first key writes, all keys read, so that keys can be rotated."""
    return _cipher(tuple(settings.FIELD_KEYS))


class EncryptedTextField(models.TextField):  # type: ignore[type-arg]  # stubs want two arguments
    """Free text about people: readable in Python, unreadable in a dump. It can't be searched."""

    def get_prep_value(self, value: Any) -> Any:
        """Encrypt on the way in; empty stays empty, so that «is it filled» needs no key."""
        if not value:
            return value
        return cipher().encrypt(str(value).encode()).decode()

    def from_db_value(self, value: str | None, *_args: object) -> str | None:
        """Decrypt on the way out. Raises InvalidToken when no key fits: better than wrong text."""
        if not value:
            return value
        return cipher().decrypt(value.encode()).decode()


class EncryptedJSONField(models.JSONField):
    """A small mapping of codes to words about somebody: as EncryptedTextField. It can't be searched."""

    def get_internal_type(self) -> str:
        """What the database keeps is text."""
        return "TextField"

    def get_db_prep_value(
        self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False
    ) -> Any:
        """Encrypt on the way in; empty stays empty."""
        return cipher().encrypt(json.dumps(value).encode()).decode() if value else ""

    def from_db_value(self, value: str | None, *_args: object) -> Any:
        """Decrypt on the way out. Raises InvalidToken when no key fits."""
        return json.loads(cipher().decrypt(value.encode())) if value else {}
