"""Production: safety values only, no features. A missing secret stops the start."""

from django.core.exceptions import ImproperlyConfigured

from config.settings.base import *  # noqa: F403 -- settings build on each other
from config.settings.base import DEMO, FIELD_KEYS, SECRET_KEY, env

if not SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY is missing: see docs/configuration.md")
if not FIELD_KEYS:
    raise ImproperlyConfigured("FIELD_KEYS is missing: see docs/configuration.md")
if DEMO:
    raise ImproperlyConfigured(
        "NAAST_DEMO opens the sign-in page to everybody: never in production"
    )

# A production start stands behind a proxy of its own: tries on public forms are counted by the address
# that the proxy saw, otherwise all visitors would share one limit.
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=True)
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
