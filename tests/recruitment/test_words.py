"""The words of recruiting: nobody reads that they were turned away (S1-20)."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

ROOMS = [Path("naast") / room for room in ("vacancies", "recruitment", "outreach")]
TRANSLATED = {"_", "_now", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"}
# Words that close a door, or that put a number or a label on somebody.
CLOSED = re.compile(
    r"\b(afgewezen|reject\w*|refus\w*|declin\w*|unsuitable|unfit|turned down|dismiss\w*|screening|"
    r"scores?|rank\w*|weak\w*|vulnerable|unsuccessful|failed|client|case)\b",
    re.IGNORECASE,
)
# The same in the languages people read. «Zwak», «faible» and «mislukt» speak of things too, and stay out.
OF_PEOPLE = re.compile(
    r"\b(afgewezen|afwijz\w*|afgekeurd|geweigerd|weiger\w*|ongeschikt\w*|niet geschikt|kwetsba\w*|"
    r"refus\w*|rejet\w*|recalé\w*|inapt\w*|pas apte|écarté\w*|vulnérabl\w*|"
    r"reject\w*|turned down|unsuitable|vulnerable|screening)\b",
    re.IGNORECASE,
)
IN_TEMPLATE = re.compile(
    r"{%\s*translate\s+\"([^\"]*)\"|{%\s*blocktranslate[^%]*%}(.*?){%\s*endblocktranslate|_\(\"([^\"]*)\"\)",
    re.DOTALL,
)


def _of_python(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id in TRANSLATED:
            yield from (
                argument.value
                for argument in node.args
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
            )


def _of_template(path: Path) -> Iterator[str]:
    for found in IN_TEMPLATE.finditer(path.read_text(encoding="utf-8")):
        yield next(group for group in found.groups() if group is not None)


def _sentences() -> list[tuple[str, str]]:
    read = {".py": _of_python, ".html": _of_template}
    return [
        (str(path), sentence)
        for room in ROOMS
        for path in sorted(room.rglob("*"))
        if path.suffix in read and "migrations" not in path.parts
        for sentence in read[path.suffix](path)
    ]


def _translations() -> Iterator[tuple[str, str]]:
    """(language, sentence) of everything that is translated."""
    for path in sorted(Path("naast/locale").glob("*/LC_MESSAGES/django.po")):
        for entry in polib.pofile(str(path)):
            for sentence in (entry.msgstr, *entry.msgstr_plural.values()):
                yield path.parts[2], sentence


def _lists() -> Iterator[tuple[str, str]]:
    """(file, text) of the presets and of what the law asks."""
    for path in sorted(Path("naast").rglob("*.toml")):
        yield from ((path.name, text) for text in _texts(tomllib.loads(path.read_text("utf-8"))))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


@pytest.mark.covers("S1-20")
def test_no_sentence_of_recruiting_closes_a_door_or_labels_somebody() -> None:
    sentences = _sentences()

    assert len(sentences) > 300, "the search itself works"
    wrong = [(path, sentence) for path, sentence in sentences if CLOSED.search(sentence)]
    assert wrong == []


@pytest.mark.covers("S1-20")
def test_no_translation_no_preset_and_no_rule_closes_a_door_either() -> None:
    texts = [*_translations(), *_lists()]

    assert {language for language, _sentence in texts} >= {"nl", "fr", "buddy.toml", "ages.toml"}
    assert len(texts) > 2_000, "the search itself works"
    wrong = [(path, sentence) for path, sentence in texts if OF_PEOPLE.search(sentence)]
    assert wrong == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Je bent afgewezen.",
        "We weigeren niemand zonder reden.",
        "Après le refus, appelez.",
        "Votre demande est rejetée.",
        "Vous n’êtes pas apte.",
        "They were rejected.",
    ],
)
def test_the_search_would_find_such_a_word(sentence: str) -> None:
    assert OF_PEOPLE.search(sentence)


def test_the_search_in_the_source_would_find_one_too() -> None:
    assert CLOSED.search("Sorry, you were rejected.")
    assert CLOSED.search("Je bent afgewezen")
