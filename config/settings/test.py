"""The tests: fixed secrets, mail in memory, tasks at once, no manifest for assets."""

import environ

environ.Env().ENVIRON.setdefault("SECRET_KEY", "only-for-tests")

from config.settings.base import *  # noqa: E402, F403 -- settings build on each other
from config.settings.base import STORAGES  # noqa: E402 -- after the key above

FIELD_KEYS = ["dGVzdHMtb25seS1rZXktZm9yLXRoZS1kYXRhYmFzZSE="]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
WHITENOISE_AUTOREFRESH = True
LANGUAGE_CODE = "nl"
