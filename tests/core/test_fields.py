"""Sensitive text can't be read in the database, and keys can be rotated."""

import pytest
from cryptography.fernet import Fernet, InvalidToken
from django.db import connection
from pytest_django.fixtures import Settings

from naast.people.models import Note
from tests.conftest import Cast
from tests.recruiting import ApplicationFactory

SECRET = "Zij vertelde over haar zoon."


def _note(cast: Cast) -> Note:
    return Note.objects.create(
        organisation=cast.here,
        person_id=cast.piet.person_id,
        author=cast.amal,
        audience="coordinator",
        text=SECRET,
    )


def _stored(note: Note) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM people_note")
        return str(cursor.fetchone()[0])


def test_a_note_is_readable_in_python_and_not_in_the_table(cast: Cast) -> None:
    note = _note(cast)

    assert Note.objects.get(pk=note.pk).text == SECRET
    assert "zoon" not in _stored(note)


def test_a_new_key_writes_and_the_old_key_still_reads(cast: Cast, settings: Settings) -> None:
    note = _note(cast)
    settings.FIELD_KEYS = [Fernet.generate_key().decode(), *settings.FIELD_KEYS]

    assert Note.objects.get(pk=note.pk).text == SECRET


def test_without_the_key_nothing_is_shown(cast: Cast, settings: Settings) -> None:
    note = _note(cast)
    settings.FIELD_KEYS = [Fernet.generate_key().decode()]

    with pytest.raises(InvalidToken):
        Note.objects.get(pk=note.pk)


def test_words_behind_codes_are_readable_in_python_and_not_in_the_table(cast: Cast) -> None:
    said = {"papers": "Wacht nog op een verblijfskaart."}
    application = ApplicationFactory(organisation=cast.here, barriers=said, carry_words=SECRET)
    application.refresh_from_db()
    assert (application.barriers, application.arranged) == (said, {})
    assert application.carry_words == SECRET

    with connection.cursor() as cursor:
        cursor.execute("SELECT barriers, arranged, carry_words FROM recruitment_application")
        barriers, arranged, words = cursor.fetchone()
    assert "papers" not in barriers
    assert "zoon" not in words
    assert arranged == ""
