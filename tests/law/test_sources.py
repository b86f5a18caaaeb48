"""Where a rule was found stands on pages, in the language of nobody in particular: a name, and not a note of ours."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import naast.law

FILES = sorted((Path(naast.law.__file__).parent / "data").glob("*.toml"))
OURS = re.compile(r"\.md\b|spec/|reference file|research", re.IGNORECASE)


def sources(value: Any) -> Iterator[str]:
    """Every source in a file of rules."""
    if isinstance(value, list):
        for each in value:
            yield from sources(each)
    elif isinstance(value, dict):
        for key, each in value.items():
            if key.endswith("source") and isinstance(each, str):
                yield each
            else:
                yield from sources(each)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_source_is_named_as_others_know_it(file: Path) -> None:
    found = list(sources(tomllib.loads(file.read_text(encoding="utf-8"))))
    assert [each for each in found if OURS.search(each)] == []
