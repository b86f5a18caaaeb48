"""A name, an address and a phone in text, however people type them."""

import json

import pytest

from naast.privacy.seeking import sought

BEA = sought(
    {
        "given": "Bea",
        "family": "van den Berg",
        "addresses": ["bea@berg.example"],
        "phone": "+32470998877",
    },
    mark="[…]",
)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Gesproken met Bea van den Berg.", "Gesproken met […]."),
        ("BEA  VAN DEN\nBERG kwam langs", "[…] kwam langs"),
        ("Lijst: van den Berg, Bea", "Lijst: […]"),
        ("mail naar Bea@Berg.example, snel", "mail naar […], snel"),
        ("bel 0470 99 88 77 of 0470/99.88.77", "bel […] of […]"),
        ("bel +32 470 99 88 77", "bel […]"),
        ("bel 0032470998877", "bel […]"),
    ],
)
def test_who_is_named_is_taken_out(text: str, after: str) -> None:
    assert BEA.without(text) == after


@pytest.mark.parametrize(
    "text",
    [
        "Bea kwam langs.",  # There are more people called Bea.
        "Mevrouw van den Berg",
        "Beatrice van den Berg",
        "Bea van den Bergh",
        "anna.bea@berg.example",
        "bea@berg.example.org.invalid".replace("berg.example", "berg.examples"),
        "rekening 10470998877123",
    ],
)
def test_who_may_be_somebody_else_stays(text: str) -> None:
    assert BEA.without(text) == text


def test_json_stays_json() -> None:
    text = json.dumps({"wie": "Bea van den Berg", "dagen": [1, "Bea van den Berg"]})
    assert json.loads(BEA.without(text)) == {"wie": "[…]", "dagen": [1, "[…]"]}


def test_a_name_with_an_accent_is_found_where_json_hides_it() -> None:
    zoe = sought({"given": "Zoë", "family": "Zon"}, mark="[…]")
    assert json.loads(zoe.without(json.dumps({"a": "Zoë Zon"}))) == {"a": "[…]"}


def test_what_is_no_json_after_all_is_text() -> None:
    assert BEA.without("[Bea van den Berg") == "[[…]"


def test_a_structure_is_looked_through() -> None:
    assert BEA.within({"a": ["Bea van den Berg", 3, None]}) == {"a": ["[…]", 3, None]}


def test_a_name_of_one_word_is_left_alone() -> None:
    assert sought({"given": "Ahmed", "family": ""}, mark="[…]").pattern is None


def test_a_list_with_names_in_two_cells_names_them() -> None:
    assert BEA.stands_in_cells('{"rows": [[1, "", "Bea", "van den Berg"]]}')
    assert not BEA.stands_in_cells('{"rows": [[1, "", "Bea", "Bergmans"]]}')
