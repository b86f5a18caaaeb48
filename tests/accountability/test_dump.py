"""Somebody with a stolen dump of the database reads none of the sentences that people entrusted to us."""

from collections.abc import Iterator
from io import StringIO

import pytest
from cryptography.fernet import Fernet
from django.core.management import call_command
from django.db import Error, connection, transaction
from django.db.models import Model
from pytest_django.fixtures import Settings

from naast.accountability.queries.register import encrypted_columns
from naast.core import drafts
from naast.core.fields import EncryptedJSONField
from naast.people.models import Note, Person
from tests.accounting import LEAKED, facts, noticed, taken_up
from tests.architecture.scene import make_scene
from tests.conftest import Cast, make_cast

SENTENCE = "Ik huil elke avond om mijn broer Zebedeus"
NAME = "Quintilianus"


def dump() -> Iterator[str]:
    """Every row of every table, as the database itself writes it."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        yield from connection.connection.iterdump()
        return
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            name = connection.ops.quote_name(table)
            cursor.execute(f"SELECT row_to_json(each_row)::text FROM {name} each_row")  # noqa: S608 -- names come from the database
            yield from (row[0] for row in cursor.fetchall())


def plant(model: type[Model], field: str) -> int:
    """Put the sentence in this column of every row there is. Returns how many; a sealed table keeps what it has."""
    words: object = f"{SENTENCE} {field}"
    if isinstance(model._meta.get_field(field), EncryptedJSONField):
        words = {"zin": words}
    try:
        with transaction.atomic():
            return model._default_manager.update(**{field: words})
    except Error:
        return 0


@pytest.fixture
def everything(db: None) -> Cast:
    """An organisation with something behind every page, and the sentence in every encrypted column of it."""
    cast = make_cast()
    make_scene(cast)
    Person.objects.filter(pk=cast.person_id("bea")).update(given_name=NAME)
    return cast


def test_no_planted_sentence_stands_in_a_dump_and_the_new_key_alone_reads_them_all(
    everything: Cast, settings: Settings
) -> None:
    planted = [(model, field) for model, field in encrypted_columns() if plant(model, field)]
    drafts.keep(everything.amal.user_id, "note", {"words": SENTENCE})
    assert len(planted) > len(encrypted_columns()) // 2, "the scene should fill most tables"

    found = list(dump())

    # The search itself works: a first name is searched all day, and stands there to be read.
    assert any(NAME in line for line in found)
    assert [line[:80] for line in found if "Zebedeus" in line or SENTENCE in line] == []

    new = Fernet.generate_key().decode()
    settings.FIELD_KEYS = [new, *settings.FIELD_KEYS]
    call_command("rotate_keys", stdout=StringIO())
    settings.FIELD_KEYS = [new]
    for model, field in planted:
        values = model._default_manager.values_list(field, flat=True)
        assert all(SENTENCE in str(value) for value in values), (model, field)
    assert SENTENCE in str(drafts.kept(everything.amal.user_id, "note"))
    assert not any("Zebedeus" in line for line in dump())


def test_what_services_write_is_not_in_a_dump_either(cast: Cast) -> None:
    breach = taken_up(cast)
    Note.objects.create(
        organisation=cast.here, person_id=cast.person_id("piet"), author=cast.amal, text=SENTENCE
    )
    noticed(cast)
    found = "\n".join(dump())
    assert str(breach.pk).replace("-", "") in found.replace("-", "")
    for words in (LEAKED, SENTENCE, facts().story):
        assert words not in found
