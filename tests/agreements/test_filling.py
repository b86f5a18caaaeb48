"""Filling in: every name between braces, and what happens when one is not known."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naast.agreements.contents import CannotFill, Clause
from naast.agreements.filling import PLACEHOLDERS, fill, names_in, unknown_in
from naast.agreements.texts import LANGUAGES, default_text
from naast.agreements.values import bullets


def filled(text: str, values: Mapping[str, str]) -> str:
    """The words of one clause with this text, filled in."""
    _title, clauses = fill("T", [Clause("a", "Kop", text)], values)
    return clauses[0].text if clauses else ""


def test_names_become_words() -> None:
    values = {"person": "Bea", "programme": "Buddy’s"}
    assert filled("{person} doet mee met {programme}.", values) == "Bea doet mee met Buddy’s."


def test_a_list_keeps_its_bullets_alone_and_loses_them_in_a_sentence() -> None:
    values = {"tasks_core": bullets(["wandelen", "koken"])}
    assert filled("{tasks_core}", values) == "- wandelen\n- koken"
    assert filled("Je doet: {tasks_core}.", values) == "Je doet: wandelen, koken."


def test_a_line_about_something_optional_goes_when_nobody_filled_it_in() -> None:
    assert filled("Dag.\nJe coach is {coach}.", {"coach": ""}) == "Dag."


def test_what_only_announced_it_goes_along() -> None:
    text = "Dit kies je:\n{tasks_free}\nDit niet:\n{tasks_never}\n- liegen"
    assert filled(text, {}) == "Dit niet:\n- liegen"
    assert filled("Let op:\nDit blijft.\n{coach}", {}) == "Let op:\nDit blijft."


def test_a_clause_without_a_line_left_is_left_out() -> None:
    assert filled("{relation_frame}", {"relation_frame": ""}) == ""


def test_what_is_missing_stops_the_text_with_everything_at_once() -> None:
    clauses = [Clause("a", "Kop {programme}", "{insurer} {coach}")]
    with pytest.raises(CannotFill) as caught:
        fill("{person}", clauses, {"person": " "[:0]})
    assert caught.value.codes == ["insurer", "person", "programme"]
    assert [str(name) for name in caught.value.names] == [
        str(PLACEHOLDERS[code].label) for code in caught.value.codes
    ]


def test_a_name_that_means_nothing_stops_too() -> None:
    assert unknown_in("{programme} {progamme}") == {"progamme"}
    with pytest.raises(CannotFill) as caught:
        fill("T", [Clause("a", "Kop", "{progamme}")], {})
    assert caught.value.names == ["progamme"]


def test_braces_in_what_somebody_wrote_are_words() -> None:
    assert filled("{own_limits}", {"own_limits": "- {insurer}"}) == "- {insurer}"


ALL = {
    name
    for kind in ("agreement", "information", "do_dont", "mandate", "role_volunteer")
    for clause in default_text(kind).clauses  # type: ignore[union-attr]  # each of these has a text
    for name in names_in(clause.texts["nl"] + clause.headings["nl"])
}
REQUIRED = {name for name in PLACEHOLDERS if not PLACEHOLDERS[name].is_optional}


@given(st.sets(st.sampled_from(sorted(ALL - REQUIRED))), st.sampled_from(LANGUAGES))
def test_whatever_optional_is_known_no_brace_and_no_loose_announcement_is_left(
    known: set[str], language: str
) -> None:
    text = default_text("agreement")
    assert text is not None
    values = {name: f"- {name} one\n- {name} two" for name in known | REQUIRED}
    title, clauses = fill(
        text.titles[language], [it.in_language(language) for it in text.clauses], values
    )
    said = "\n".join((title, *(clause.text for clause in clauses)))
    assert not names_in(said)
    for clause in clauses:
        assert not clause.text.rstrip().endswith(":"), clause.text
