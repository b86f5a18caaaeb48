"""A laptop: no set-up needed, nothing leaves the machine."""

import base64
import hashlib
import secrets
from typing import Final

from config.settings.base import *  # noqa: F403 -- settings build on each other
from config.settings.base import FIELD_KEYS, SECRET_KEY, STORAGES, VAR, env

DEBUG = env.bool("DEBUG", default=False)


def _local_secret() -> str:
    """One random key for this machine, made at the first start and kept beside the database."""
    path = VAR / "secret_key"
    if not path.exists():
        VAR.mkdir(parents=True, exist_ok=True)
        path.write_text(secrets.token_urlsafe(50))
        path.chmod(0o600)
    return path.read_text()


SECRET_KEY: Final = SECRET_KEY or _local_secret()  # type: ignore[misc]  # base has none by default
FIELD_KEYS = FIELD_KEYS or [
    base64.urlsafe_b64encode(hashlib.sha256(SECRET_KEY.encode()).digest()).decode()
]
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
WHITENOISE_USE_FINDERS = True
