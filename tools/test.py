"""`make test`: every check, the whole suite on SQLite and on PostgreSQL, the browser journeys.

Standard library only: it runs before the environment exists.
"""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from collections import Counter

from tools import packages, setup
from tools.cluster import throwaway_cluster
from tools.machine import PYTHON, ROOT, answer, clean_environment, die_with_parent, stop

MEMORY = "sqlite://:memory:"
# Journeys differ a hundredfold in length: who is done takes over from the other.
TWO_WINDOWS = ("-n", "2", "--dist", "worksteal")
# pytest's closing line: «12 passed, 1 skipped in 3.45s», with or without a rule around it.
CLOSING = re.compile(r"^[= ]*((?:\d+ [a-z]+(?:, )?)+) in [\d.]+s")
ORDER = ("failed", "passed", "skipped", "xfailed", "xpassed", "warnings", "errors")
PLURALS = {"error": "errors", "warning": "warnings"}


class Run:
    """All phases of one run: what failed, how long each took, what pytest counted."""

    def __init__(self) -> None:
        self.started = time.monotonic()
        self.lines: list[str] = []
        self.counts: Counter[str] = Counter()
        self.failed = False

    def phase(self, name: str, command: list[str], env: dict[str, str]) -> None:
        """Run one phase, show its output as it comes, remember how it ended."""
        print(f"\n--- {name}", flush=True)
        started = time.monotonic()
        status = self._show(command, env)
        self.failed = self.failed or status != 0
        outcome = "ok" if status == 0 else "FAILED"
        self.lines.append(f"{name:<28} {outcome:<8} {time.monotonic() - started:6.1f} s")

    def _show(self, command: list[str], env: dict[str, str]) -> int:
        closing = None
        with subprocess.Popen(
            command,
            cwd=ROOT,
            env=env,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            preexec_fn=die_with_parent(signal.SIGTERM),  # noqa: PLW1509 -- one thread, one call
        ) as process:
            try:
                for line in process.stdout or ():
                    print(line, end="", flush=True)
                    closing = CLOSING.match(line) or closing
                status = process.wait()
            finally:
                stop(process, signal.SIGINT, seconds=5)
        if closing:
            self._count(closing.group(1))
        return status

    def _count(self, summary: str) -> None:
        for part in summary.split(", "):
            number, word = part.split()
            self.counts[PLURALS.get(word, word)] += int(number)

    def close(self) -> int:
        """Print the seconds of each phase and one closing line as pytest writes it."""
        print("\n--- all phases\n" + "\n".join(self.lines))
        told = [f"{self.counts[word]} {word}" for word in ORDER if self.counts[word]]
        seconds = time.monotonic() - self.started
        print(f"{', '.join(told) or 'no tests ran'} in {seconds:.2f}s", flush=True)
        return 1 if self.failed else 0


def _pytest(marks: str, *options: str) -> list[str]:
    return [PYTHON, "-m", "pytest", "-q", "-m", marks, *options]


def _journeys(run: Run) -> None:
    # Their demo stands on real migrations, as the product does.
    env = clean_environment(DATABASE_URL=MEMORY, CHROMIUM=packages.browser() or "")
    run.phase("journeys in a browser", _pytest("journey", "--migrations", *TWO_WINDOWS), env)


def everything(run: Run) -> None:
    """Checks, SQLite, PostgreSQL, journeys; a phase that fails does not stop the next one."""
    run.phase("checks", [PYTHON, "-m", "tools.check"], clean_environment())
    sqlite = clean_environment(DATABASE_URL=MEMORY)
    run.phase("suite on SQLite", _pytest("not journey and not postgres", "-n", "2"), sqlite)
    with throwaway_cluster() as address:
        postgres = clean_environment(DATABASE_URL=address)
        migrate = [PYTHON, "manage.py", "migrate", "--no-input", "--verbosity", "0"]
        test_settings = clean_environment(
            DATABASE_URL=address, DJANGO_SETTINGS_MODULE="config.settings.test"
        )
        run.phase("migrations on PostgreSQL", migrate, test_settings)
        run.phase("suite on PostgreSQL", _pytest("not journey", "-n", "2"), postgres)
    _journeys(run)


def main() -> int:
    """`python3 -m tools.test [journeys]`: 0 when everything passed."""
    packages.install_for_tests()
    setup.prepare("dev")
    run = Run()
    if sys.argv[1:] == ["journeys"]:
        _journeys(run)
    else:
        everything(run)
    return run.close()


if __name__ == "__main__":
    sys.exit(answer(main))
