"""The benchmark's own settings: an empty SQLite file, no mail, tasks at once, assets without a manifest."""

from config.settings.test import *  # noqa: F403 -- settings build on each other

ROOT_URLCONF = "bench.urls"
LOGGING_CONFIG = None
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
