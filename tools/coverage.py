"""docs/coverage.md: which numbers of the catalogue are proven, by which tests, on which page.

The marks stand in the tests (`@pytest.mark.covers("S1-42")`); the line in our own words and the page
stand in docs/coverage.toml. Both must agree: a number without words, or words without a test, fails.
"""

import ast
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.machine import ROOT, Refusal

TESTS = ROOT / "tests"
WORDS = ROOT / "docs" / "coverage.toml"
NUMBER = re.compile(r"[A-Z]\d*-?\d+[a-z]?")


@dataclass(frozen=True, slots=True)
class Line:
    """What docs/coverage.toml says of one number."""

    says: str
    page: str


def _is_covers(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "covers"


def _numbers(decorators: list[ast.expr], place: str) -> Iterator[str]:
    for call in decorators:
        if not isinstance(call, ast.Call) or not _is_covers(call.func):
            continue
        for argument in call.args:
            value = argument.value if isinstance(argument, ast.Constant) else None
            if not isinstance(value, str) or not NUMBER.fullmatch(value):
                raise Refusal(f'{place}: covers() wants numbers like "S1-42", written out')
            yield value


def _marks(tree: ast.Module, path: str) -> Iterator[tuple[str, str]]:
    """(number, test) for each mark on a test, on a class of tests or on the whole file."""
    for statement in tree.body:
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "pytestmark":
            value = statement.value
            marks = value.elts if isinstance(value, ast.List) else [value]
            yield from ((number, path) for number in _numbers(list(marks), path))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            test = f"{path}::{node.name}"
            yield from ((number, test) for number in _numbers(node.decorator_list, test))


def claimed(folder: Path = TESTS) -> dict[str, list[str]]:
    """number → the tests that prove it. Raises Refusal for a mark that can't be read."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(folder.rglob("test_*.py")):
        name = path.relative_to(folder.parent).as_posix()
        for number, test in _marks(ast.parse(path.read_text(encoding="utf-8")), name):
            found[number].append(test)
    return dict(found)


def words(path: Path = WORDS) -> dict[str, Line]:
    """number → its line. Raises Refusal for an entry without `says` or `page`."""
    found = {}
    for number, entry in tomllib.loads(path.read_text(encoding="utf-8")).items():
        if set(entry) != {"says", "page"} or not all(entry.values()):
            raise Refusal(f"{path.name}: {number} needs exactly `says` and `page`")
        found[number] = Line(**entry)
    return found


def disagreements(tests: dict[str, list[str]], lines: dict[str, Line]) -> list[str]:
    """Numbers that only one side knows, in sentences."""
    unsaid = [
        f"{number}: claimed by {tests[number][0]}, but not in docs/coverage.toml"
        for number in sorted(set(tests) - set(lines), key=order)
    ]
    unproven = [
        f"{number}: stands in docs/coverage.toml, but no test claims it"
        for number in sorted(set(lines) - set(tests), key=order)
    ]
    return unsaid + unproven


def order(number: str) -> tuple[str, int, str]:
    """S1-9 before S1-10, B2 before B13."""
    head, digits, tail = re.fullmatch(r"(.*?)(\d+)(\D*)", number).groups()  # type: ignore[union-attr]  # NUMBER ends so
    return (head, int(digits), tail)


def document() -> str:
    """The whole page. Raises Refusal when tests and words disagree."""
    tests, lines = claimed(), words()
    wrong = disagreements(tests, lines)
    if wrong:
        raise Refusal("\n".join(wrong))
    rows = [
        f"| {number} | {lines[number].says} | {lines[number].page} "
        f"| {'<br>'.join(f'`{test}`' for test in tests[number])} |"
        for number in sorted(tests, key=order)
    ]
    head = [
        "# What is covered",
        "",
        f"Made by `make docs` from the tests and `docs/coverage.toml`. {len(rows)} numbers of the "
        "catalogue are proven: each test fails without the behaviour.",
        "",
        "| number | what it is | where | proven by |",
        "| --- | --- | --- | --- |",
    ]
    return "\n".join([*head, *rows]) + "\n"
