"""Fixtures of the rules about the code."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import transaction
from django.test import override_settings
from pytest_django.fixtures import Settings
from pytest_django.plugin import DjangoDbBlocker

from tests.architecture.scene import Scene, make_scene
from tests.conftest import make_cast


@pytest.fixture(scope="module")
def files_behind_the_doors(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the files of the scene lie."""
    return tmp_path_factory.mktemp("scene")


@pytest.fixture(scope="module")
def built(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, files_behind_the_doors: Path
) -> Iterator[Scene]:
    """The scene, made once for all tests of a file: some thousand doors are tried on the same rows. It stands in
    a transaction that ends with the file, and each test works in a savepoint of its own."""
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=files_behind_the_doors),
        transaction.atomic(),
    ):
        scene = make_scene(make_cast())
        for name in (*scene.members, "elsewhere", "no membership"):
            scene.client(name)
        yield scene
        transaction.set_rollback(True)


@pytest.fixture
def scene(built: Scene, db: None, settings: Settings, files_behind_the_doors: Path) -> Scene:
    """Who can knock and what is behind the doors; what a test changes is gone after it."""
    settings.MEDIA_ROOT = files_behind_the_doors
    return replace(built, clients=dict(built.clients))
