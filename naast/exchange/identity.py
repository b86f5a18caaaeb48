"""Recognising a row of an earlier file, without keeping what stood in it."""

from collections.abc import Mapping
from typing import Any

from django.utils.crypto import salted_hmac

from naast.exchange.duplicates import name_key

_SALT = "naast.exchange.identity"


def fingerprint_of(said: Mapping[str, Any]) -> str:
    """A keyed hash of name, mail, phone, birth date and number."""
    parts = [
        name_key(said.get("given_name", ""), said.get("family_name", "")),
        *(str(said.get(code) or "") for code in ("email", "phone", "birth_on", "external_id")),
    ]
    return salted_hmac(_SALT, "\x1f".join(parts), algorithm="sha256").hexdigest()[:32]
