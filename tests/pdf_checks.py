"""What every PDF of the product must pass: PDF/UA-1 by an independent validator, and things that no validator
asks: headings in order, lists as lists, text that can be read out."""

from io import BytesIO
from itertools import pairwise
from typing import Any

import page
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject


def problems_of(pdf: bytes) -> list[str]:
    """Everything that keeps a PDF from being readable for everybody; empty when all is well."""
    report = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    wrong = [f"{each.rule_id}: {each.message}" for each in report.failures]
    reader = PdfReader(BytesIO(pdf))
    tags = tags_of(pdf)
    wrong += _of_the_document(reader)
    wrong += _of_headings([tag for tag in tags if _level(tag)])
    if "L" in tags and not {"LI", "LBody"} <= set(tags):
        wrong.append("a list without items")
    if "Table" in tags and "TH" not in tags:
        wrong.append("a table without a heading cell")
    if not any(each.extract_text().strip() for each in reader.pages):
        wrong.append("no text that can be read out")
    return wrong


def _of_the_document(reader: PdfReader) -> list[str]:
    root = reader.root_object
    wrong = []
    if not root.get("/Lang"):
        wrong.append("no language")
    if not (reader.metadata and reader.metadata.title):
        wrong.append("no title")
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        wrong.append("the window shows the name of the file")
    for number, each in enumerate(reader.pages, start=1):
        if "/Annots" in each and each.get("/Tabs") != "/S":
            wrong.append(f"page {number}: links in another order than the text")
    return wrong


def _level(tag: str) -> int:
    """1 for «H1»; 0 for what is no heading."""
    return int(tag[1:]) if tag[:1] == "H" and tag[1:].isdigit() else 0


def _of_headings(headings: list[str]) -> list[str]:
    levels = [_level(tag) for tag in headings]
    if not levels or levels[0] != 1:
        return ["the first heading is not the title"]
    jumps = [b for a, b in pairwise(levels) if b > a + 1]
    return ["a level of headings is left out"] if jumps else []


def tags_of(pdf: bytes) -> list[str]:
    """The tags of a PDF in reading order («H1», «P», «L»)."""
    root = PdfReader(BytesIO(pdf)).root_object
    found: list[str] = []
    _walk(root.get("/StructTreeRoot", {}).get("/K"), found)
    return found


def _walk(node: Any, found: list[str]) -> None:
    if isinstance(node, IndirectObject):
        node = node.get_object()
    if isinstance(node, ArrayObject):
        for each in node:
            _walk(each, found)
    elif isinstance(node, DictionaryObject):
        if "/S" in node:
            found.append(str(node["/S"]).removeprefix("/"))
        _walk(node.get("/K"), found)


def words_of(pdf: bytes) -> str:
    """The text of all pages, with single spaces."""
    pages = PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(each.extract_text() for each in pages).split())
