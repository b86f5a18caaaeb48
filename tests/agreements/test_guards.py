"""What was signed never changes: the database refuses it, and whoever breaks in is seen."""

import json
import logging
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from naast.agreements import guards
from naast.agreements.contents import checksum_of
from naast.agreements.models import (
    Copy,
    CopyState,
    Document,
    Signature,
    Version,
    VersionText,
)
from naast.agreements.queries.copies import get_copy, text_of
from naast.agreements.services import copies, signing
from naast.core.fields import cipher
from naast.organisations.actors import Actor
from naast.people.models import Person
from tests.agreeing import CopyFactory, VersionFactory
from tests.agreements.papers import one, signed
from tests.conftest import Cast

FORGED: dict[str, Any] = {"title": "Anders", "language": "nl", "clauses": []}
OTHER = cipher().encrypt(json.dumps(FORGED).encode()).decode()
CHANGES: dict[str, Any] = {
    "content": OTHER,
    "checksum": "0" * 64,
    "language": "fr",
    "own_limits": OTHER,
    "frozen_at": None,
    "own_signature_id": None,
    "our_signature_id": None,
    "signed_on": "2020-01-01",
}


def by_hand(sql: str, *values: Any) -> None:
    """What somebody does who is at the database itself, looked at as at the end of a transaction."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)
        connection.check_constraints()


def key(row: Copy | Signature) -> str:
    """The id as the database writes it."""
    return str(row.pk) if connection.vendor == "postgresql" else row.pk.hex


def tamper(copy: Copy, **columns: Any) -> None:
    """Change columns of one copy."""
    for name, value in columns.items():
        by_hand(f'UPDATE "{guards.COPY}" SET "{name}" = %s WHERE id = %s', value, key(copy))  # noqa: S608 -- a test


def without_guards() -> None:
    """As somebody who owns the database can do; the transaction of the test brings them back."""
    with connection.cursor() as cursor:
        on = f' ON "{guards.COPY}"' if connection.vendor == "postgresql" else ""
        cursor.execute(f'DROP TRIGGER "copy_stays"{on}')


@pytest.mark.parametrize("column", CHANGES)
def test_no_column_of_a_signed_text_can_be_changed(cast: Cast, column: str) -> None:
    copy = signed(cast, one(cast))
    with pytest.raises(IntegrityError):
        tamper(copy, **{column: CHANGES[column]})
    copy.refresh_from_db()
    assert text_of(copy).is_intact


def test_a_signed_text_can_not_become_anothers_or_another_version(cast: Cast) -> None:
    copy, other = signed(cast, one(cast)), CopyFactory(organisation=cast.here)
    for change in ({"person": other.person}, {"version": other.version}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Copy.objects.filter(pk=copy.pk).update(**change)


def test_a_text_stands_still_from_the_first_of_both_signatures(
    cast: Cast, volunteer: Actor
) -> None:
    copy = one(cast)
    tamper(copy, language="fr")
    tamper(copy, language="nl")
    signing.sign_own(actor=volunteer, copy_id=copy.pk, checksum=copy.checksum)
    with pytest.raises(IntegrityError):
        tamper(copy, language="fr")


def test_what_may_still_change_does(cast: Cast) -> None:
    copy = signed(cast, one(cast))
    Copy.objects.filter(pk=copy.pk).update(
        holds_until=timezone.localdate(), state=CopyState.REPLACED
    )


def test_a_signature_never_changes_and_is_about_the_text_of_its_copy(cast: Cast) -> None:
    copy = signed(cast, one(cast))
    signature = copy.signatures.all()[0]
    with pytest.raises(IntegrityError), transaction.atomic():
        Signature.objects.filter(pk=signature.pk).update(name="Iemand anders")
    other = CopyFactory(organisation=cast.here)
    with pytest.raises(IntegrityError), transaction.atomic():
        Signature.objects.create(
            organisation=cast.here,
            copy=other,
            party="person",
            how="together",
            name="X",
            signed_on=timezone.localdate(),
            checksum="0" * 64,
        )


def test_a_signature_does_not_disappear_while_its_copy_stands(cast: Cast) -> None:
    copy = signed(cast, one(cast))
    signature = copy.signatures.all()[0]
    with pytest.raises(IntegrityError):
        by_hand(f'DELETE FROM "{guards.SIGNATURE}" WHERE id = %s', key(signature))  # noqa: S608 -- a test


def test_erasing_a_person_takes_their_papers_along(cast: Cast) -> None:
    copy = signed(cast, one(cast))
    person = Person.objects.get(pk=copy.person_id)
    with transaction.atomic():
        person.delete()
        connection.check_constraints()
    assert not Copy.objects.exists()
    assert not Signature.objects.exists()


def test_published_words_never_change_and_a_draft_does(cast: Cast) -> None:
    version, draft = VersionFactory(), VersionFactory(published_on=None)
    texts = VersionText.objects.filter(version__in=[version, draft])
    texts.filter(version=draft).update(title="Anders")
    with pytest.raises(IntegrityError), transaction.atomic():
        texts.filter(version=version).update(title="Anders")
    with pytest.raises(IntegrityError), transaction.atomic():
        Version.objects.filter(pk=version.pk).update(published_on=None)
    Document.objects.filter(pk=version.document_id).update(retired_on=timezone.localdate())
    version.document.delete()
    assert not texts.filter(version=version).exists()


@pytest.mark.parametrize("content", [OTHER, "onleesbaar"])
def test_a_text_that_was_changed_all_the_same_is_seen_and_logged(
    cast: Cast, coordinator: Actor, caplog: pytest.LogCaptureFixture, content: str
) -> None:
    copy = signed(cast, one(cast))
    without_guards()
    tamper(copy, content=content)
    found = get_copy(coordinator, copy.pk)
    assert found is not None
    with caplog.at_level(logging.ERROR):
        assert not text_of(found).is_intact
    assert str(copy.pk) in caplog.text
    assert "Bea" not in caplog.text


def test_a_new_checksum_for_a_new_text_is_seen_by_the_signatures(
    cast: Cast, coordinator: Actor
) -> None:
    copy = signed(cast, one(cast))
    without_guards()
    tamper(copy, content=OTHER, checksum=checksum_of(FORGED))
    found = get_copy(coordinator, copy.pk)
    assert found is not None
    assert not text_of(found).is_intact


def test_a_broken_text_is_not_signed_and_its_pages_say_so(cast: Cast, volunteer: Actor) -> None:
    copy = one(cast)
    tamper(copy, content=OTHER)
    with pytest.raises(copies.TextBroken):
        signing.sign_own(actor=volunteer, copy_id=copy.pk, checksum=copy.checksum)
    answer = cast.client("bea").get(cast.url(f"mine/papers/{copy.pk}/"))
    assert not answer.context["paper"].shown.is_intact
    assert b"notice--danger" in answer.content
    assert cast.client("bea").get(cast.url(f"mine/papers/{copy.pk}/paper.pdf")).status_code == 404
    assert (
        cast.client("amal").get(cast.url(f"prepare/signing/papers/{copy.pk}/")).status_code == 200
    )


@pytest.mark.django_db
def test_the_guards_may_be_put_in_place_again() -> None:
    guards.install()
    guards.install()
