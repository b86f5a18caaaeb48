"""Browser windows: the two sizes we promise, who is signed in, and what a page complains about."""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.test import Client
from playwright.sync_api import ConsoleMessage, Page

from naast.accounts.models import User

PHONE_AGENT = (
    "Mozilla/5.0 (Linux; Android 14; Phone) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/130.0.0.0 Mobile Safari/537.36"
)


@dataclass(frozen=True, slots=True)
class Window:
    """A kind of window, with the options Playwright wants."""

    name: str
    options: dict[str, Any] = field(default_factory=dict)


PHONE = Window(
    "phone",
    {
        "viewport": {"width": 390, "height": 844},
        "has_touch": True,
        "is_mobile": True,
        "device_scale_factor": 2,
        "user_agent": PHONE_AGENT,
    },
)
DESK = Window("desk", {"viewport": {"width": 1280, "height": 900}})
# WCAG 1.4.10: a desk of 1280 px at 400 % is a window of 320 px.
ZOOMED = Window("zoomed", {"viewport": {"width": 320, "height": 256}})


def session_of(user: User) -> str:
    """The session of somebody who has just signed in."""
    client = Client()
    client.force_login(user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def watch(page: Page, complaints: list[str]) -> None:
    """Collect what the browser complains about: errors in the console, scripts, the content policy."""

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error":
            complaints.append(f"{page.url}: {message.text}")

    page.on("console", heard)
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
