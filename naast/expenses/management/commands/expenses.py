"""naast expenses check FILE --jurisdiction BE|NL: a whole year of payments against the law, without a database."""

import gc
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from naast.expenses.lists import report
from naast.expenses.lists.checking import Check
from naast.expenses.lists.reading import Reader
from naast.expenses.lists.sheet import UnreadableSheet, layout_of, rows_of
from naast.expenses.lists.vocabulary import JURISDICTIONS
from naast.law.costs.figures import known_figures
from naast.law.costs.payments import Verdict

ALL_WELL, SOMETHING_REFUSED, UNREADABLE = 0, 1, 2


class Command(BaseCommand):
    """Checks payments to volunteers. Exit status: 0 nothing refused, 1 something refused, 2 not readable."""

    help = "Check payments to volunteers against the ceilings and rates of a country."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The words after the command."""
        check = parser.add_subparsers(dest="step", required=True).add_parser(
            "check", help="judge each payment of a list, row by row"
        )
        check.add_argument(
            "file", type=Path, help="csv: a comma, a semicolon or a tab between columns"
        )
        check.add_argument("--jurisdiction", required=True, type=str.upper, choices=JURISDICTIONS)
        check.add_argument("--json", action="store_true", help="print JSON Lines and nothing else")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print one line a payment and a summary; nothing is kept."""
        try:
            refused = self._check(options["file"], options["jurisdiction"], options["json"])
        except UnreadableSheet as error:
            self.stderr.write(str(error))
            sys.exit(UNREADABLE)
        sys.exit(SOMETHING_REFUSED if refused else ALL_WELL)

    def _check(self, path: Path, country: str, as_json: bool) -> bool:
        layout = layout_of(path)
        check = Check(country, Reader(layout, known_figures(country)))
        checked = check.rows(rows_of(path, layout))
        lines = report.json_lines if as_json else report.table
        # Past the wrapper of the command, which looks at each line: a list may have a million.
        out = getattr(self.stdout, "_out", self.stdout)
        # Millions of small values and no cycles: looking for those would take a fifth of the time.
        gc.disable()
        try:
            out.writelines(f"{line}\n" for line in lines(check, checked))
        finally:
            gc.enable()
        return check.counts[Verdict.REFUSE] > 0
