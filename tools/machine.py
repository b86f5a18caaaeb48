"""What every tool asks of the machine: places, processes, and one clear sentence when it fails.

Standard library only, and readable by an older Python: it runs before the environment exists.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import FrameType

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = str(VENV / "bin" / "python")
DISK_FULL = "The disk is full: make some room and start again."
DISK_FULL_SIGNS = ("No space left on device", "database or disk is full")
# Settings of the product that could stand in somebody's shell and would change what the tools see.
OWN_SETTINGS = (
    "DATABASE_URL",
    "NAAST_DEMO",
    "NAAST_VAR",
    "MEDIA_ROOT",
    "SECRET_KEY",
    "FIELD_KEYS",
    "DEBUG",
)
LAST_LINES = 15
SET_PARENT_DEATH_SIGNAL = 1


class Refusal(Exception):
    """The tool can't go on. The text is one clear sentence for whoever typed the command."""


def answer(main: Callable[[], int]) -> int:
    """Run a tool and give its exit status; what goes wrong on the machine becomes one sentence."""
    signal.signal(signal.SIGTERM, _stop)
    try:
        return main()
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        print(DISK_FULL, file=sys.stderr)
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130
    return 1


def _stop(_number: int, _frame: FrameType | None) -> None:
    """Being asked to stop takes the same way out as Ctrl-C, so that everything is cleaned up."""
    raise KeyboardInterrupt


def clean_environment(**changes: str) -> dict[str, str]:
    """The environment without the product's own settings, plus `changes`."""
    kept = {name: value for name, value in os.environ.items() if name not in OWN_SETTINGS}
    return {**kept, **changes}


def quietly(command: Sequence[str], *, sentence: str, env: Mapping[str, str] | None = None) -> str:
    """Run to the end and give the output. Raises Refusal: the last lines of output, then `sentence`."""
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=env,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode:
        if any(sign in done.stdout for sign in DISK_FULL_SIGNS):
            raise Refusal(DISK_FULL)
        print("\n".join(done.stdout.splitlines()[-LAST_LINES:]), file=sys.stderr)
        raise Refusal(sentence)
    return done.stdout


def die_with_parent(number: signal.Signals) -> Callable[[], None] | None:
    """For `preexec_fn`: have Linux send this signal should the tool itself be killed."""
    if not sys.platform.startswith("linux"):
        return None
    library = ctypes.CDLL(None)

    def ask() -> None:
        library.prctl(SET_PARENT_DEATH_SIGNAL, int(number))

    return ask


def stop(process: subprocess.Popen[str], number: signal.Signals, *, seconds: float = 15) -> None:
    """Ask a process to stop, wait, and end it when it does not listen."""
    if process.poll() is not None:
        return
    process.send_signal(number)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def need_space(megabytes: int) -> None:
    """Raises Refusal when the disk of the project has less than this free."""
    free = shutil.disk_usage(ROOT).free // 2**20
    if free < megabytes:
        raise Refusal(
            f"The disk is nearly full: {free} MB are free and {megabytes} MB are needed. "
            "Make some room and start again."
        )
