"""Programs from the system's packages: found, installed where that is allowed, or named."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from tools.machine import Refusal, quietly

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SERVERS = Path("/usr/lib/postgresql")


def browser() -> str | None:
    """The path of a Chromium: CHROMIUM from the environment first."""
    named = os.environ.get("CHROMIUM", "")
    found = (shutil.which(name) for name in (named, *BROWSERS) if name)
    return next((path for path in found if path), None)


def postgres_folder() -> Path | None:
    """The folder with initdb and postgres, the newest version first."""
    on_path = shutil.which("initdb")
    folders = [Path(on_path).resolve().parent] if on_path else []
    if SERVERS.is_dir():
        versions = [folder for folder in SERVERS.iterdir() if folder.name.isdigit()]
        versions.sort(key=lambda folder: int(folder.name), reverse=True)
        folders = [folder / "bin" for folder in versions] + folders
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


def gettext() -> str | None:
    """The path of GNU xgettext."""
    return shutil.which("xgettext")


def _administrator() -> list[str] | None:
    """What to put before a command to run it as administrator; None when that is not possible."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if (
        sudo
        and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return [sudo, "-n"]
    return None


def install(names: list[str]) -> None:
    """Install system packages with apt-get. Raises Refusal with what to type when that can't be done."""
    sentence = f"Missing from this machine: install it with 'sudo apt-get install {' '.join(names)}' and start again."
    before = _administrator()
    if before is None or not shutil.which("apt-get"):
        raise Refusal(sentence)
    print(f"Installing from the system's packages: {', '.join(names)}", flush=True)
    apt = [*before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    quietly([*apt, "update"], sentence=sentence)
    quietly([*apt, "install", "-y", "--no-install-recommends", *names], sentence=sentence)
    if "postgresql" in names and shutil.which("service"):
        # The package starts a server of its own; the tests bring theirs and leave nothing running.
        subprocess.run([*before, "service", "postgresql", "stop"], capture_output=True, check=False)


def install_for_tests() -> None:
    """Everything `make test` needs beside Python. Raises Refusal when something can't be had."""
    wanted = {"chromium": browser, "postgresql": postgres_folder, "gettext": gettext}
    missing = [name for name, find in wanted.items() if not find()]
    if missing:
        install(missing)
    still = [name for name, find in wanted.items() if not find()]
    if still:
        raise Refusal(f"Not found, even after installing: {', '.join(still)}.")
