"""The running product for the journeys: a server on its own SQLite file that holds the demo.

The demo is built once a session into one file; each journey works on a fresh copy of it, so that a
journey may change whatever it likes and none waits for the demo to be built again.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.management import call_command
from django.db import connections
from django.test.testcases import LiveServerThread
from django.test.utils import override_settings
from playwright.sync_api import Browser, BrowserContext, Page

from naast.accounts.models import User
from naast.desk.demo.build import build
from naast.desk.demo.houses import ADDRESS
from naast.organisations.models import Organisation
from naast.programmes.models import Programme
from tests.journeys.windows import DESK, Window, session_of, watch

HOUSE = "de-brug"


@contextmanager
def database_file(path: Path) -> Iterator[None]:
    """Inside, every thread works on this SQLite file instead of the tests' own database."""
    usual, usual_settings = connections["default"], connections.settings["default"]
    options = {"timeout": 20, "transaction_mode": "IMMEDIATE"}
    pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA foreign_keys=ON;"
    connections.settings["default"] = usual_settings | {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": options | {"init_command": pragmas},
    }
    connections["default"] = connections.create_connection("default")
    try:
        yield
    finally:
        connections["default"].close()
        connections.settings["default"] = usual_settings
        connections["default"] = usual


def build_demo(path: Path) -> Path:
    """Make the file all journeys start from: migrated, with the demo in it."""
    with database_file(path):
        call_command("migrate", verbosity=0, interactive=False)
        build()
        # Everything into the one file: copies are made of that file alone.
        with connections["default"].cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


class _Server(LiveServerThread):
    """Django's own server for tests; every request thread opens its own connection to the file."""


@contextmanager
def serving() -> Iterator[str]:
    """Serve the product on a free port of this machine; gives its address."""
    thread = _Server("127.0.0.1", StaticFilesHandler, connections_override={})
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    if thread.error:
        raise thread.error
    try:
        yield f"http://127.0.0.1:{thread.port}"
    finally:
        thread.terminate()


class Website:
    """One journey's product: the demo, and windows in which its people work."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser = browser
        self.address = address
        self.contexts: list[BrowserContext] = []
        self.complaints: list[str] = []
        self.forgiven: list[str] = []

    @property
    def organisation(self) -> Organisation:
        """The organisation most journeys take place in."""
        return Organisation.objects.get(slug=HOUSE)

    def user(self, login: str) -> User:
        """One of the cast of the demo."""
        return User.objects.get(email=ADDRESS % login)

    def reads(self, login: str, language: str) -> User:
        """Let one of the cast read this language from now on."""
        user = self.user(login)
        User.objects.filter(pk=user.pk).update(language=language)
        return user

    def programme(self, preset: str) -> Programme:
        """The programme of the journeys' organisation that was made from this preset."""
        return Programme.objects.get(organisation=self.organisation, preset=preset)

    def path(self, rest: str) -> str:
        """An address inside the organisation of the journeys."""
        return f"/o/{HOUSE}/{rest}"

    def open(self, window: Window = DESK, *, language: str = "en", **more: Any) -> Page:
        """A fresh browser window in which nobody is signed in."""
        context = self.browser.new_context(
            base_url=self.address, locale=language, **(window.options | more)
        )
        context.set_default_timeout(8_000)
        self.contexts.append(context)
        page = context.new_page()
        watch(page, self.complaints)
        return page

    def sign_in(
        self, login: str, window: Window = DESK, *, language: str = "en", **more: Any
    ) -> Page:
        """A window in which one of the cast is signed in and reads this language. The journeys read
        English: those are the words of the source, whatever the catalogues say."""
        user = self.reads(login, language)
        page = self.open(window, language=language, **more)
        page.context.add_cookies(
            [
                {
                    "name": settings.SESSION_COOKIE_NAME,
                    "value": session_of(user),
                    "url": self.address,
                }
            ]
        )
        return page

    def forgive(self, words: str) -> None:
        """Complaints of the browser with these words are part of the journey."""
        self.forgiven.append(words)

    @property
    def unforgiven(self) -> list[str]:
        """What pages complained about, without what the journey brought about itself."""
        return [
            each for each in self.complaints if not any(words in each for words in self.forgiven)
        ]

    def close(self) -> None:
        """Close all windows of the journey."""
        for context in self.contexts:
            context.close()


@contextmanager
def on_a_fresh_demo(template: Path, copy: Path) -> Iterator[None]:
    """Inside, the product runs on a copy of the demo that nobody else uses."""
    shutil.copyfile(template, copy)
    with database_file(copy), override_settings(MEDIA_ROOT=copy.parent / "media", DEMO=False):
        yield
