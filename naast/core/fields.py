"""A text column that is encrypted in the database (AES through Fernet; keys from FIELD_KEYS)."""

from functools import lru_cache
from typing import Any

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.db import models


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
