"""The organisation's own words: looked at with examples, saved, and the usual ones back."""

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest

from naast.audit.models import Event
from naast.core.errors import NotAllowed
from naast.messaging import policies, queries, services, texts
from naast.messaging.forms import WordsForm
from naast.messaging.models import Wording
from naast.messaging.services import Letter
from tests.conftest import Cast

KIND = texts.Kind(
    code="test.letter",
    label="Een proefbrief",
    when="Nooit.",
    subject="Dank je",
    body="Dag {first_name}, tot {day}.",
    fills=frozenset({"day"}),
)
OWN = {"subject": "Bedankt!", "body": "Hallo {first_name}, we zien je op {day}."}


@pytest.fixture(autouse=True)
def kind() -> Iterator[None]:
    """A kind of letter for these tests."""
    with patch.dict(texts._kinds, {KIND.code: KIND}):
        yield


def page_of(cast: Cast, path: str = "", language: str = "nl") -> str:
    return cast.url(f"messages/texts/{KIND.code}/{language}/{path}")


def body_of(cast: Cast, language: str = "nl") -> str:
    values = {"first_name": "Noor", "day": "dinsdag"}
    letter = Letter(address="noor@test.example", kind=KIND.code, language=language, values=values)
    return services.compose(actor=cast.actor("amal"), letter=letter).body


def test_every_kind_stands_in_the_list_with_its_languages(cast: Cast) -> None:
    Wording.objects.create(
        organisation=cast.elsewhere, kind=KIND.code, language="nl", subject="x", body="y"
    )
    Wording.objects.create(
        organisation=cast.here, kind=KIND.code, language="fr", subject="x", body="y"
    )
    answer = cast.client("amal").get(cast.url("messages/texts/"))
    rows = {
        kind.code: {code: is_own for code, _name, is_own in languages}
        for kind, languages in answer.context["rows"]
    }
    assert set(rows) == {kind.code for kind in texts.kinds()}
    assert rows[KIND.code] == {"nl": False, "fr": True, "en": False}


def test_words_are_looked_at_with_examples_before_anything_is_saved(cast: Cast) -> None:
    amal = cast.client("amal")
    assert amal.get(page_of(cast)).context["look"].subject == "Dank je"

    answer = amal.post(page_of(cast), OWN | {"look": "1"})

    assert answer.status_code == 200
    look = answer.context["look"]
    assert look.subject == "Bedankt!"
    assert "{" not in look.body
    assert look.body.startswith("Hallo Noor")
    # The form keeps what was typed, open places and all.
    assert answer.context["form"]["body"].value() == OWN["body"]
    assert not Wording.objects.exists()


def test_saved_words_are_used_from_then_on_in_that_language_here_alone(cast: Cast) -> None:
    amal = cast.client("amal")
    assert amal.post(page_of(cast), OWN).status_code == 303
    assert amal.post(page_of(cast), OWN | {"subject": "Dank!"}).status_code == 303

    assert body_of(cast) == "Hallo Noor, we zien je op dinsdag."
    assert body_of(cast, "fr") == "Dag Noor, tot dinsdag."
    assert Wording.objects.get().subject == "Dank!"
    assert queries.own_wordings(cast.actor("chris")) == set()
    assert amal.get(page_of(cast)).context["is_own"]
    assert Event.objects.filter(kind="wording.changed").count() == 2


def test_the_usual_words_come_back_and_twice_is_the_same_as_once(cast: Cast) -> None:
    amal = cast.client("amal")
    amal.post(page_of(cast), OWN)
    for _ in range(2):
        assert amal.post(page_of(cast, "usual/")).status_code == 303
    assert body_of(cast) == "Dag Noor, tot dinsdag."
    assert Event.objects.filter(kind="wording.dropped").count() == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"body": "Dag {surname}"}, "body"),
        ({"subject": "Dag {first_name}"}, "subject"),
        ({"subject": "x" * 121}, "subject"),
        ({"subject": ""}, "subject"),
        ({"body": " "}, "body"),
        ({"body": "x" * 8_001}, "body"),
    ],
)
@pytest.mark.parametrize("asked", [{"look": "1"}, {}])
def test_words_that_can_not_be_filled_in_are_refused_beside_the_field(
    cast: Cast, changes: dict[str, str], field: str, asked: dict[str, str]
) -> None:
    answer = cast.client("amal").post(page_of(cast), OWN | changes | asked)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {field}
    assert not Wording.objects.exists()


@pytest.mark.parametrize(
    "path", ["texts/nothing.here/nl/", "texts/test.letter/de/", "texts/test.letter/de/usual/"]
)
def test_a_kind_or_language_that_does_not_exist_is_a_404(cast: Cast, path: str) -> None:
    amal = cast.client("amal")
    address = cast.url(f"messages/{path}")
    assert amal.post(address, OWN).status_code == 404


@pytest.mark.parametrize("who", ["bea", "nele", "piet"])
def test_only_coordinators_choose_the_words(cast: Cast, who: str) -> None:
    actor = cast.actor(who)
    assert not policies.can_change_wordings(actor)
    words = texts.Words("x", "y")
    with pytest.raises(NotAllowed):
        services.change_wording(actor=actor, kind=KIND.code, language="nl", words=words)
    with pytest.raises(NotAllowed):
        services.use_usual_wording(actor=actor, kind=KIND.code, language="nl")


def test_the_form_of_a_letter_in_the_making_takes_braces_as_braces() -> None:
    filled = texts.Words("Dank je", "Dag Noor, tot dinsdag.")
    shown = WordsForm(words=filled)
    assert (shown["subject"].value(), shown["body"].value()) == (filled.subject, filled.body)

    sent: dict[str, Any] = {"subject": " Dank  je\n{x} ", "body": "Dag {y}\r\nTot dan"}
    form = WordsForm(sent, words=filled)
    assert form.is_valid()
    assert form.words() == texts.Words("Dank je {x}", "Dag {y}\nTot dan")
    assert not WordsForm(sent, kind=KIND).is_valid()


def test_every_open_place_has_an_example() -> None:
    for kind in texts.kinds():
        for name in kind.placeholders:
            assert str(texts.example_of(name)), (kind.code, name)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Anne-Marie d’Hondt", "Anne-Marie d’Hondt"),
        ("J.P.", "J.P."),
        ("Win!\r\n\r\nhttps://koop.example/nu", "Win! https koop. example nu"),
        ("www.koop.example", "www. koop. example"),
        ("geld@koop.example", "geld koop. example"),
        ("Koop " * 30, "Koop " * 11 + "Koop"),
    ],
)
def test_a_name_in_a_letter_is_one_line_and_never_a_link(typed: str, written: str) -> None:
    words = texts.fill(texts.Words("Dag", "Dag {first_name}, kom je?"), {"first_name": typed})
    assert words.body == f"Dag {written}, kom je?"
