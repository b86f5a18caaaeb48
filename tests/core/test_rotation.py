"""Keys are rotated beside a running site: nothing is lost, nothing is done twice."""

from io import StringIO

import pytest
from cryptography.fernet import Fernet, InvalidToken
from django.core.management import call_command
from django.db import connection
from pytest_django.fixtures import Settings

from naast.core import drafts, rotation
from naast.core.ids import uuid7
from naast.core.models import Draft

WORDS = "Ik ben zo alleen sinds mijn man er niet meer is."


def new_key() -> str:
    return Fernet.generate_key().decode()


def column_of_drafts() -> rotation.Column:
    return next(each for each in rotation.columns() if each.label == "core.Draft.content")


def keep_drafts(count: int) -> None:
    for number in range(count):
        drafts.keep(uuid7(), f"form-{number}", {"words": WORDS})


@pytest.mark.django_db
def test_after_rotation_the_new_key_alone_reads_everything(settings: Settings) -> None:
    keep_drafts(5)
    new = new_key()
    settings.FIELD_KEYS = [new, *settings.FIELD_KEYS]

    counts = rotation.rotate(column_of_drafts(), size=2)

    settings.FIELD_KEYS = [new]
    assert (counts.rotated, counts.had_first_key, counts.is_done) == (5, 0, True)
    assert [WORDS in draft.content for draft in Draft.objects.all()] == [True] * 5


@pytest.mark.django_db
def test_a_run_that_was_stopped_goes_on_where_it_was(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_drafts(4)
    settings.FIELD_KEYS = [new_key(), *settings.FIELD_KEYS]
    swap, swapped = rotation._swap, 0

    def stops_after_two(column: rotation.Column, key: object, old: str, new: str) -> bool:
        nonlocal swapped
        swapped += 1
        if swapped > 2:
            raise KeyboardInterrupt
        return swap(column, key, old, new)

    monkeypatch.setattr(rotation, "_swap", stops_after_two)
    with pytest.raises(KeyboardInterrupt):
        rotation.rotate(column_of_drafts())
    monkeypatch.setattr(rotation, "_swap", swap)

    counts = rotation.rotate(column_of_drafts())

    assert (counts.rotated, counts.had_first_key) == (2, 2)


@pytest.mark.django_db
def test_what_somebody_writes_at_the_same_moment_is_not_written_over(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_drafts(1)
    settings.FIELD_KEYS = [new_key(), *settings.FIELD_KEYS]
    swap = rotation._swap

    def somebody_is_first(column: rotation.Column, key: object, old: str, new: str) -> bool:
        Draft.objects.update(content="Nieuwere woorden.")
        return swap(column, key, old, new)

    monkeypatch.setattr(rotation, "_swap", somebody_is_first)

    counts = rotation.rotate(column_of_drafts())

    assert (counts.rotated, counts.changed, counts.is_done) == (0, 1, False)
    assert Draft.objects.get().content == "Nieuwere woorden."


@pytest.mark.django_db
def test_what_fits_no_key_is_counted_and_left_as_it_is(settings: Settings) -> None:
    keep_drafts(1)
    old = settings.FIELD_KEYS
    settings.FIELD_KEYS = [new_key()]
    err = StringIO()

    with pytest.raises(SystemExit) as stopped:
        call_command("rotate_keys", stdout=StringIO(), stderr=err)

    assert stopped.value.code == 1
    with pytest.raises(InvalidToken):
        Draft.objects.get()
    settings.FIELD_KEYS = old
    assert WORDS in Draft.objects.get().content


@pytest.mark.django_db
def test_the_command_tells_what_it_did_and_has_nothing_to_do_a_second_time(
    settings: Settings,
) -> None:
    keep_drafts(3)
    settings.FIELD_KEYS = [new_key(), *settings.FIELD_KEYS]
    first, second = StringIO(), StringIO()

    call_command("rotate_keys", stdout=first)
    call_command("rotate_keys", stdout=second)

    assert "core.Draft.content: 3 encrypted anew" in first.getvalue()
    assert "all: 0 encrypted anew, 3 had the first key" in second.getvalue()


@pytest.mark.django_db
def test_the_number_of_reads_grows_with_batches_and_not_with_rows(settings: Settings) -> None:
    keep_drafts(6)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM core_draft WHERE content <> ''")
        assert cursor.fetchone()[0] == 6
    batches = list(rotation._batches(column_of_drafts(), 4))
    assert [len(batch) for batch in batches] == [4, 2]
