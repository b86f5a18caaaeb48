"""The words of recruiting: nobody reads that they were turned away (S1-20)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOMS = [Path("naast") / room for room in ("vacancies", "recruitment", "outreach")]
TRANSLATED = {"_", "_now", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"}
# Words that close a door, or that put a number or a label on somebody.
CLOSED = re.compile(
    r"\b(afgewezen|reject\w*|refus\w*|declin\w*|unsuitable|unfit|turned down|dismiss\w*|screening|"
    r"scores?|rank\w*|weak\w*|vulnerable|unsuccessful|failed|client|case)\b",
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


@pytest.mark.covers("S1-20")
def test_no_sentence_of_recruiting_closes_a_door_or_labels_somebody() -> None:
    sentences = _sentences()

    assert len(sentences) > 300, "the search itself works"
    wrong = [(path, sentence) for path, sentence in sentences if CLOSED.search(sentence)]
    assert wrong == []


def test_the_search_would_find_such_a_word() -> None:
    assert CLOSED.search("Sorry, you were rejected.")
    assert CLOSED.search("Je bent afgewezen")
