"""The papers: coverage says what the tests prove, links lead somewhere, decisions are numbered."""

import re
from pathlib import Path

import pytest

from tools import coverage, house
from tools.machine import ROOT, Refusal

MARKED = """
import pytest

@pytest.mark.covers("S1-42", "B13")
def test_one() -> None: ...

@pytest.mark.parametrize("x", [1])
@pytest.mark.covers("S1-42")
def test_two(x: int) -> None: ...
"""
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def folder_with(tmp_path: Path, text: str) -> Path:
    """A folder `tests` with one file."""
    folder = tmp_path / "tests"
    folder.mkdir()
    (folder / "test_made_up.py").write_text(text)
    return folder


def test_the_tests_of_a_number_are_found(tmp_path: Path) -> None:
    found = coverage.claimed(folder_with(tmp_path, MARKED))
    one, two = "tests/test_made_up.py::test_one", "tests/test_made_up.py::test_two"
    assert found == {"S1-42": [one, two], "B13": [one]}


def test_a_mark_on_the_whole_file_counts(tmp_path: Path) -> None:
    text = 'import pytest\npytestmark = [pytest.mark.django_db, pytest.mark.covers("S2-6")]\n'
    assert coverage.claimed(folder_with(tmp_path, text)) == {"S2-6": ["tests/test_made_up.py"]}


@pytest.mark.parametrize("argument", ["number", "42", '"forty-two"'])
def test_a_mark_that_can_t_be_read_is_refused(tmp_path: Path, argument: str) -> None:
    text = f"import pytest\n@pytest.mark.covers({argument})\ndef test_one() -> None: ...\n"
    with pytest.raises(Refusal, match="covers"):
        coverage.claimed(folder_with(tmp_path, text))


def test_a_number_without_words_and_words_without_a_test_are_named() -> None:
    line = coverage.Line(says="Something.", page="/")
    found = coverage.disagreements({"S1-42": ["tests/x.py::test_y"]}, {"S2-6": line})
    assert found == [
        "S1-42: claimed by tests/x.py::test_y, but not in docs/coverage.toml",
        "S2-6: stands in docs/coverage.toml, but no test claims it",
    ]


def test_numbers_stand_in_the_order_people_count() -> None:
    assert sorted(["S1-10", "S0-61", "S1-9", "B13", "B2"], key=coverage.order) == [
        "B2",
        "B13",
        "S0-61",
        "S1-9",
        "S1-10",
    ]


def papers() -> list[Path]:
    """Every page of text that people read on the way in."""
    return [path for path in house.files() if path.suffix == ".md"]


@pytest.mark.parametrize("paper", papers(), ids=str)
def test_links_between_papers_lead_somewhere(paper: Path) -> None:
    targets = LINK.findall((ROOT / paper).read_text())
    missing = [target for target in targets if not (ROOT / paper.parent / target).exists()]
    assert missing == []


def test_decisions_are_numbered_without_gaps_and_listed() -> None:
    folder = ROOT / "docs" / "adr"
    names = sorted(path.name for path in folder.glob("[0-9]*.md"))
    assert [int(name[:4]) for name in names] == list(range(1, len(names) + 1))
    index = (folder / "README.md").read_text()
    assert [name for name in names if name not in index] == []


def test_the_front_page_shows_the_two_commands() -> None:
    text = (ROOT / "README.md").read_text()
    assert "make run" in text
    assert "make test" in text


def test_the_glossary_names_classes_that_exist() -> None:
    text = (ROOT / "docs" / "glossary.md").read_text()
    named = {name.split(".")[0] for name in re.findall(r"`([A-Z]\w+(?:\.\w+)?)`", text)}
    source = "\n".join(path.read_text() for path in (ROOT / "naast").rglob("*.py"))
    assert named - set(re.findall(r"^class (\w+)", source, re.MULTILINE)) == set()
