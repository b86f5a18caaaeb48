"""One Chromium a session, one copy of the demo a journey. Only this machine can be reached."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from pytest_django.plugin import DjangoDbBlocker

from tests.journeys.website import Website, build_demo, on_a_fresh_demo, serving

OFF = (
    "background-networking",
    "component-update",
    "default-apps",
    "extensions",
    "gpu",
    "sync",
)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Everything in this folder is a journey and may talk to this machine alone."""
    item.add_marker("journey")
    item.add_marker("enable_socket")
    item.add_marker(pytest.mark.allow_hosts(["127.0.0.1", "localhost"]))


def _arguments() -> list[str]:
    arguments = [f"--disable-{feature}" for feature in OFF]
    arguments += ["--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    return [*arguments, "--no-sandbox"] if os.geteuid() == 0 else arguments


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium (CHROMIUM names another one)."""
    path = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread; the journeys read the database beside it.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        browser = playwright.chromium.launch(executable_path=path, args=_arguments())
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def demo(
    tmp_path_factory: pytest.TempPathFactory,
    django_test_environment: None,
    django_db_blocker: DjangoDbBlocker,
) -> Path:
    """The file with the demo that every journey starts from."""
    with django_db_blocker.unblock():
        return build_demo(tmp_path_factory.mktemp("demo") / "demo.sqlite3")


@pytest.fixture
def site(
    browser: Browser, demo: Path, tmp_path: Path, django_db_blocker: DjangoDbBlocker
) -> Iterator[Website]:
    """The product on a fresh demo. At the end no page may have complained."""
    with (
        django_db_blocker.unblock(),
        on_a_fresh_demo(demo, tmp_path / "naast.sqlite3"),
        serving() as address,
    ):
        site = Website(browser, address)
        yield site
        site.close()
    if site.unforgiven:
        pytest.fail("\n".join(site.unforgiven))
