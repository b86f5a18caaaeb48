"""Free notes about people are short and say who reads them (S2-20)."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest
from django import forms
from django.forms import CharField, EmailField

import naast

# Rooms that write about participants and volunteers; and how their free notes are called.
ROOMS = ("people", "companionship", "division", "parting", "agreements", "signals", "complaints")
# A line for who is on duty next names its reader once it knows them (tests/companionship).
NAMES = frozenset({"note", "pass_on", "good_moment", "told"})
# A note that volunteers or their coordinators write beside a match: some 150 words.
SHORT, SHORT_ROOMS = 1_000, ("people", "companionship")
LONGEST = 4_000


def _forms(of: type[forms.Form]) -> Iterator[type[forms.Form]]:
    for each in of.__subclasses__():
        yield each
        yield from _forms(each)


def _notes() -> dict[str, tuple[type[forms.Form], CharField]]:
    for module in walk_packages(naast.__path__, "naast."):
        if ".forms" in module.name:
            import_module(module.name)
    return {
        f"{form.__module__}.{form.__name__}.{name}": (form, field)
        for form in _forms(forms.Form)
        for name, field in getattr(form, "base_fields", {}).items()
        if form.__module__.split(".")[:2] in [["naast", room] for room in ROOMS]
        and (name in NAMES or form.__name__ == "NoteForm")
        and isinstance(field, CharField)
        and not isinstance(field, EmailField)
    }


NOTES = _notes()


def test_there_are_notes_to_look_at() -> None:
    assert len(NOTES) > 10


@pytest.mark.covers("S2-20")
@pytest.mark.parametrize("where", sorted(NOTES))
def test_a_free_note_is_short_and_says_who_reads_it(where: str) -> None:
    form, field = NOTES[where]
    longest = SHORT if where.split(".")[1] in SHORT_ROOMS else LONGEST
    assert field.max_length is not None, where
    assert field.max_length <= longest, where
    assert field.help_text or "audience" in form.base_fields, f"{where} does not say who reads it"
