"""The poster: an accessible PDF with a code to scan, an address to type and a number to call."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import typst
from django.utils import translation

from naast.vacancies import poster
from naast.vacancies.models import VacancyText
from tests.conftest import Cast
from tests.recruiting import VacancyFactory

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler")


def test_the_code_carries_the_channel(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    vacancy = VacancyFactory(organisation=cast.here)
    drawn: list[str] = []
    real = poster.qr

    def qr(address: str) -> str:
        drawn.append(address)
        return real(address)

    monkeypatch.setattr(poster, "qr", qr)
    path = cast.url(f"recruiting/vacancies/{vacancy.pk}/poster.pdf?via=bakker")
    answer = cast.client("amal").get(path)

    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert drawn[0].endswith(f"/v/hier/{vacancy.pk}/?via=bakker")
    cast.client("amal").get(path.replace("bakker", "%22%3E"))
    assert drawn[1].endswith(f"/v/hier/{vacancy.pk}/")


def test_a_code_is_a_drawing_that_scales() -> None:
    assert poster.qr("https://naast.example/v/hier/").startswith("<?xml")


@needs_poppler
def test_the_poster_is_one_tagged_page_that_tells_what_it_is_and_whom_to_call(
    cast: Cast, tmp_path: Path
) -> None:
    cast.here.phone = "000 11 22 33"
    vacancy = VacancyFactory(organisation=cast.here, text="Wie wandelt mee?", place="Gent")
    text = VacancyText.objects.get()
    text.plain = "Je wandelt. #let x = 1 *ster*"
    with translation.override("nl"):
        made = poster.poster_pdf(vacancy, text, cast.here, channel="bakker")
    path = tmp_path / "poster.pdf"
    path.write_bytes(made)

    def said(*command: str) -> str:
        return subprocess.run([*command], capture_output=True, text=True, check=True).stdout

    info, words = said("pdfinfo", str(path)), said("pdftotext", "-layout", str(path), "-")
    assert "Tagged:          yes" in info
    assert "Pages:           1" in info
    for part in ("Wie wandelt mee?", "#let x = 1 *ster*", "000 11 22 33", "/v/hier", "Gent"):
        assert part in words


@pytest.mark.parametrize("has_plain", [True, False])
def test_the_longest_words_that_may_be_typed_still_make_one_page(
    cast: Cast, *, has_plain: bool
) -> None:
    cast.here.phone = "000 11 22 33"
    vacancy = VacancyFactory(organisation=cast.here, text="Wandelen en praten " * 4, place="x" * 90)
    vacancy.programme.vision = "Naast iemand gaan staan is meer dan helpen. " * 3
    text = VacancyText(
        title="Wandelen en praten " * 4,
        text="Je wandelt met iemand die dat fijn vindt. " * 35,
        plain="Je wandelt met iemand die dat fijn vindt.\n" * 11 if has_plain else "",
        language="nl",
    )
    content = json.dumps(poster._content(vacancy, text, cast.here, "x" * 40), default=str)
    pages = typst.compile(str(poster.TEMPLATE), format="png", ppi=20, sys_inputs={"sheet": content})
    assert isinstance(pages, bytes), "more than one page is a list"
