"""`make setup`: the environment from the hashed lock. A second call takes a blink.

Standard library only, and readable by an older Python: it runs before the environment exists.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from itertools import chain
from pathlib import Path

from tools import packages
from tools.machine import PYTHON, ROOT, VENV, Refusal, answer, need_space, quietly

OLDEST, NEWEST = (3, 11), (3, 14)
STAMP = VENV / ".stamp"
MEGABYTES = {"base": 600, "dev": 1000}


def interpreter() -> str:
    """A Python of a version the lock was made for. Raises Refusal when there is none."""
    version = tuple(sys.version_info[:2])
    if OLDEST <= version <= NEWEST:
        return sys.executable
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found:
            return found
    raise Refusal(
        f"Naast needs Python 3.11, 3.12, 3.13 or 3.14; this is {version[0]}.{version[1]}: "
        "install one of those and start again."
    )


def _can_make_environments(python: str) -> bool:
    trial = [python, "-c", "import ensurepip, venv"]
    return subprocess.run(trial, capture_output=True, check=False).returncode == 0


def make_environment() -> None:
    """Make .venv, or make it anew when its Python is gone. Debian keeps a part in python3-venv."""
    works = (
        Path(PYTHON).exists()
        and subprocess.run(
            [PYTHON, "-m", "pip", "--version"], capture_output=True, check=False
        ).returncode
        == 0
    )
    if works:
        return
    python = interpreter()
    if not _can_make_environments(python):
        packages.install(["python3-venv"])
    print("Making the environment in .venv", flush=True)
    quietly(
        [python, "-m", "venv", "--clear", str(VENV)],
        sentence="The environment could not be made: 'python3 -m venv .venv' says why.",
    )


def _fingerprint() -> str:
    """Changes when the lock, the project file or the place of the project does."""
    digest = hashlib.sha256(str(ROOT).encode())
    for path in ("requirements/base.txt", "requirements/dev.txt", "pyproject.toml"):
        digest.update((ROOT / path).read_bytes())
    return digest.hexdigest()


def is_current(lock: str) -> bool:
    """Whether the environment holds this lock already (dev holds all of base)."""
    if not STAMP.exists() or not Path(PYTHON).exists():
        return False
    have, fingerprint = STAMP.read_text().split()
    return fingerprint == _fingerprint() and have in {lock, "dev"}


def install(lock: str) -> None:
    """Install the lock with its hashes, then the project itself beside it."""
    print(f"Installing the packages of requirements/{lock}.txt: this takes a minute", flush=True)
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
    quietly(
        [*pip, "--require-hashes", "-r", f"requirements/{lock}.txt"],
        sentence="The packages could not be installed: is there a connection to the package index?",
    )
    quietly(
        [*pip, "--no-build-isolation", "--no-deps", "-e", "."],
        sentence="The project itself could not be installed in .venv.",
    )
    STAMP.write_text(f"{lock} {_fingerprint()}\n")


def compile_translations() -> None:
    """Make the .mo files that are missing or older than their .po, without GNU gettext."""
    catalogues = (ROOT / "naast" / "locale").glob("*/LC_MESSAGES/django.po")
    stale = [
        po
        for po in catalogues
        if not po.with_suffix(".mo").exists()
        or po.with_suffix(".mo").stat().st_mtime < po.stat().st_mtime
    ]
    babel = [PYTHON, "-m", "babel.messages.frontend", "compile"]
    for po in stale:
        files = chain.from_iterable([("-i", str(po)), ("-o", str(po.with_suffix(".mo")))])
        quietly([*babel, *files], sentence=f"{po.relative_to(ROOT)} could not be compiled.")


def prepare(lock: str) -> None:
    """Bring the environment up to date with `lock` ("base" or "dev"). Raises Refusal."""
    if not is_current(lock):
        need_space(MEGABYTES[lock])
        make_environment()
        install(lock)
    # WhiteNoise warns when its folder is missing, and a warning fails a test.
    (ROOT / "var" / "static").mkdir(parents=True, exist_ok=True)
    compile_translations()


def main() -> int:
    """`python3 -m tools.setup [base|dev]`."""
    prepare(sys.argv[1] if len(sys.argv) > 1 else "dev")
    return 0


if __name__ == "__main__":
    sys.exit(answer(main))
