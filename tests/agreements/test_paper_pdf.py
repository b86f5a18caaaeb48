"""The paper as a PDF: readable for everybody, the same each time, and known again later."""

from datetime import date
from hashlib import sha256
from io import BytesIO
from typing import Any

import pytest
import time_machine
from django.utils import translation

from naast.agreements.contents import Content
from naast.agreements.models import Asks, Copy, DocumentKind, Issued
from naast.agreements.pdf import grouped, paper_pdf
from naast.agreements.queries import verifying
from naast.agreements.queries.copies import get_copy
from naast.organisations.actors import Actor
from naast.programmes.pdf import programme_pdf
from tests.agreeing import clause
from tests.agreements.papers import LIMITS, one, signed
from tests.conftest import Cast
from tests.pdf_checks import problems_of, tags_of, words_of

TEXT = [
    clause("a", "Je komt elke week.\n- maandag\n- dinsdag", heading="Wanneer", part="A"),
    clause("b", "Geen #let x = 1 en geen *ster*.", heading="Wat niet", part="B"),
    LIMITS,
]


def pdf_of(cast: Cast, copy: Copy) -> bytes:
    """What anybody gets who asks for it."""
    found = get_copy(cast.actor("amal"), copy.pk)
    assert found is not None
    return paper_pdf(found, Content.from_json(found.content))


@pytest.mark.covers("S0-58")
@pytest.mark.parametrize("is_signed", [True, False])
def test_a_paper_is_readable_for_everybody_in_two_parts(cast: Cast, *, is_signed: bool) -> None:
    copy = one(cast, kind=DocumentKind.AGREEMENT, text=TEXT)
    made = pdf_of(cast, signed(cast, copy) if is_signed else copy)
    assert problems_of(made) == []
    tags = tags_of(made)
    assert tags.count("H1") == 1
    assert {"H2", "H3", "P", "L", "LI", "LBody"} <= set(tags)
    words = words_of(made)
    assert words.index("A.") < words.index("Wanneer") < words.index("B.") < words.index("Wat niet")
    for part in ("Bea Buddy", "#let x = 1", "*ster*", copy.checksum[:8]):
        assert part in words
    assert ("Amal Coördineert" in words) == is_signed


def test_the_same_copy_gives_the_same_bytes_whoever_asks_and_when(cast: Cast) -> None:
    with time_machine.travel(date(2026, 3, 2)):
        copy = one(cast)
        first = pdf_of(cast, copy)
    with time_machine.travel(date(2026, 5, 5)), translation.override("fr"):
        assert pdf_of(cast, copy) == first
    assert pdf_of(cast, signed(cast, copy)) != first


def test_what_is_only_to_read_has_no_lines_to_sign(cast: Cast) -> None:
    made = pdf_of(cast, one(cast, asks=Asks.NOTHING))
    assert problems_of(made) == []


def test_the_checks_see_what_is_wrong() -> None:
    import typst  # noqa: PLC0415 -- only here

    bare = typst.compile(b"Zonder titel, kop of taal.", format="pdf")
    assert isinstance(bare, bytes)
    wrong = " ".join(problems_of(bare))
    assert "no title" in wrong
    assert "first heading" in wrong
    assert "PDFUA1-ID" in wrong


def test_the_sheet_of_a_programme_passes_too(cast: Cast) -> None:
    programme = one(cast, kind=DocumentKind.AGREEMENT).engagement.programme  # type: ignore[union-attr]  # an agreement has one
    assert problems_of(programme_pdf(programme, organisation="Huis")) == []


def test_both_download_it_and_the_file_is_known_again(cast: Cast, coordinator: Actor) -> None:
    copy = signed(cast, one(cast))
    own = cast.client("bea").get(cast.url(f"mine/papers/{copy.pk}/paper.pdf"))
    ours = cast.client("amal").get(cast.url(f"prepare/signing/papers/{copy.pk}/paper.pdf"))
    assert own["Content-Type"] == "application/pdf"
    assert own.content == ours.content
    assert Issued.objects.get().pdf_checksum == sha256(own.content).hexdigest()
    assert "Bea" not in own["Content-Disposition"]

    answer = verify(cast, file=own.content)
    (found,) = answer.context["found"]
    assert (found.copy, found.is_intact, found.is_file) == (copy, True, True)
    assert verify(cast, file=own.content + b" ").context["found"] == []


def verify(cast: Cast, *, file: bytes = b"", typed: str = "", who: str = "amal") -> Any:
    """Post a file or a checksum."""
    data: dict[str, Any] = {"typed": typed}
    if file:
        data["file"] = BytesIO(file)
        data["file"].name = "blad.pdf"
    house = "elders" if who == "chris" else cast.here.slug
    return cast.client(who).post(f"/o/{house}/prepare/signing/verify/", data)


def test_a_checksum_as_it_stands_on_the_paper_finds_the_copy(cast: Cast) -> None:
    copy = one(cast)
    for typed in (copy.checksum[:12], grouped(copy.checksum), copy.checksum.upper()):
        (found,) = verify(cast, typed=typed).context["found"]
        assert (found.copy, found.is_intact, found.is_file) == (copy, True, False)
    assert verify(cast, typed="0" * 12).context["found"] == []
    for wrong in (copy.checksum[:11], "geen controlegetal", ""):
        assert verify(cast, typed=wrong).status_code == 422


def test_another_organisation_finds_nothing(cast: Cast, stranger: Actor) -> None:
    copy = signed(cast, one(cast))
    assert verifying.by_words(stranger, copy.checksum) == []
    assert verify(cast, typed=copy.checksum, who="chris").context["found"] == []


def test_a_file_that_is_too_large_is_not_read(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("naast.agreements.forms.signing.LARGEST_FILE", 10)
    assert verify(cast, file=b"%PDF-" + b"x" * 20).status_code == 422


def test_what_was_taken_back_is_not_handed_out(cast: Cast) -> None:
    copy = one(cast)
    Copy.objects.filter(pk=copy.pk).update(state="withdrawn")
    for who, path in (("bea", "mine/papers"), ("amal", "prepare/signing/papers")):
        answer = cast.client(who).get(cast.url(f"{path}/{copy.pk}/paper.pdf"))
        assert answer.status_code == 404
