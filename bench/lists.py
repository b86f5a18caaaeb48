"""Importing 10,000 rows against reading the same file with openpyxl alone."""

import contextlib
import io
import random
import time
from pathlib import Path

from django.core.management import call_command
from openpyxl import Workbook, load_workbook

from bench import house

ROWS = 10_000
HEADINGS = (
    "Voornaam", "Familienaam", "E-mail", "Telefoon", "Geboortedatum", "Straat", "Postcode", "Gemeente",
    "Talen", "Interesses", "Beschikbaar", "Vrijwilliger sinds",
)  # fmt: skip


def write_sheet(path: Path) -> None:
    """A list as organisations keep it: 10,000 rows of twelve columns."""
    chance = random.Random(7)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Vrijwilligers")
    sheet.append(HEADINGS)
    for number in range(ROWS):
        sheet.append(
            (
                house.name(chance), f"van {house.name(chance)}", f"lijst{number}@voorbeeld.example",
                f"0470 {number // 10000:02d} {number // 100 % 100:02d} {number % 100:02d}",
                f"{chance.randint(1, 28)}/{chance.randint(1, 12)}/{chance.randint(1935, 2005)}", f"Lijststraat {number % 200}",
                str(chance.randint(9000, 9060)), "Gent", "Nederlands, Frans (goed)", "wandelen; koken",
                "di namiddag, vr voormiddag", f"0{number % 9 + 1}-03-2024",
            )
        )  # fmt: skip
    book.save(path)


def measure(folder: Path) -> dict[str, float]:
    """Seconds of both, and the ratio: a first list into an organisation that is still empty."""
    slug = house.found("lists").organisation.slug
    path = folder / "lijst.xlsx"
    write_sheet(path)
    start = time.perf_counter()
    book = load_workbook(path)
    rows = len(list(book.worksheets[0].iter_rows(values_only=True)))
    read = time.perf_counter() - start
    start = time.perf_counter()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
        call_command("import", str(path), organisation=slug, kind="volunteers", json=True)
    taken = time.perf_counter() - start
    return {
        "rows": rows - 1,
        "openpyxl_seconds": read,
        "import_seconds": taken,
        "ratio": taken / read,
    }
