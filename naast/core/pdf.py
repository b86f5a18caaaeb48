"""A sheet on paper: typst makes it, accessible and of one kind for every room (DESIGN.md, parts we stand on)."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst


def pdf_of(template: Path, content: Mapping[str, Any]) -> bytes:
    """PDF/UA-1 from a template that reads `sys.inputs.sheet`. The same content gives the same bytes; what JSON does
    not know (days, translated texts) is written as its text."""
    made: bytes = typst.compile(
        str(template),
        format="pdf",
        pdf_standards=["ua-1"],
        sys_inputs={"sheet": json.dumps(content, default=str, ensure_ascii=False)},
    )
    return made
