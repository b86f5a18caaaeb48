"""The console command `naast`: a thin layer over Django's own commands."""

import os
import sys

from django.core.management import execute_from_command_line
from django.db.utils import OperationalError, ProgrammingError

NOT_SET_UP = (
    "The database is not set up yet, or can't be reached: run 'naast migrate' first. (%s)\n"
)
CANNOT_RUN = 2


def main() -> None:
    """Run one command; the settings are those of DJANGO_SETTINGS_MODULE, or the local ones."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    try:
        execute_from_command_line(sys.argv)
    except BrokenPipeError:
        # Whoever read our output (head, less) has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OperationalError, ProgrammingError) as error:
        sys.stderr.write(NOT_SET_UP % str(error).strip().splitlines()[0])
        sys.exit(CANNOT_RUN)
