"""naast rotate_keys: encrypt all sensitive text anew with the first of FIELD_KEYS, while the site runs."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from naast.core.rotation import A_BATCH, Counts, columns, rotate

NOT_DONE = 1


class Command(BaseCommand):
    """Put the new key in front of FIELD_KEYS and restart everything first; see docs/configuration.md."""

    help = "Encrypt all sensitive text anew with the first key of FIELD_KEYS. May be stopped and run again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The words after the command."""
        parser.add_argument("--batch", type=int, default=A_BATCH, help="rows read at a time")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print a line for each column in which something happened, and one with the sum. Ends with 1 while older
        keys are still needed."""
        total = Counts()
        for column in columns():
            counts = rotate(column, size=max(1, options["batch"]))
            total.add(counts)
            if counts.rotated or not counts.is_done:
                self.stdout.write(f"{column.label}: {_words(counts)}")
        self.stdout.write(f"all: {_words(total)}")
        if total.is_done:
            self.stdout.write("Everything has the first key: the older ones can go.")
            return
        self.stderr.write("Not done: run it again, and keep the older keys until nothing is left.")
        sys.exit(NOT_DONE)


def _words(counts: Counts) -> str:
    return (
        f"{counts.rotated} encrypted anew, {counts.had_first_key} had the first key, "
        f"{counts.changed} changed meanwhile, {counts.unreadable} fit no key"
    )
