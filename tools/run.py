"""`make run`: the whole product on this machine: database, demo, web and worker, until Ctrl-C.

Standard library only: it runs before the environment exists.
"""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from tools import setup
from tools.machine import PYTHON, ROOT, Refusal, answer, die_with_parent, need_space, quietly, stop

HOST = "127.0.0.1"
START_LIMIT = 60.0
ROOM_TO_WORK = 200


def port() -> int:
    """PORT from the environment, or 8000. Raises Refusal when it is no port or is taken."""
    text = os.environ.get("PORT") or "8000"
    if not text.isdigit() or not 0 < int(text) < 2**16:
        raise Refusal(f"PORT={text} is not the number of a port: try 'make run PORT=8001'.")
    number = int(text)
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((HOST, number))
        except PermissionError:
            raise Refusal(f"Port {number} is not open to you: try 'make run PORT=8001'.") from None
        except OSError:
            raise Refusal(
                f"Port {number} is taken by another program: stop it, or choose another one "
                f"with 'make run PORT={number + 1}'."
            ) from None
    return number


def settings(number: int) -> dict[str, str]:
    """The environment of every process: what somebody set by hand stays."""
    own = {
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "NAAST_DEMO": "1",
        "BASE_URL": f"http://{HOST}:{number}",
    }
    return {**own, **os.environ, "PYTHONUNBUFFERED": "1"}


def is_new(database: Path) -> bool:
    """Whether nothing was ever migrated into this file (other commands may have made it, empty)."""
    if not database.exists():
        return True
    with closing(sqlite3.connect(database)) as connection:
        found = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'django_migrations'")
        return found.fetchone() is None


def prepare_database(env: dict[str, str]) -> None:
    """Migrate; fill a new embedded database with the demo. Raises Refusal."""
    folder = Path(env.get("NAAST_VAR") or ROOT / "var")
    (folder / "static").mkdir(parents=True, exist_ok=True)
    # A demo that was cut off halfway leaves this mark, and the next start loads it again.
    unfinished = folder / ".demo-unfinished"
    embedded = not env.get("DATABASE_URL")
    if embedded and is_new(folder / "naast.sqlite3"):
        unfinished.touch()
    print("Preparing the database", flush=True)
    quietly(
        [PYTHON, "manage.py", "migrate", "--no-input"],
        env=env,
        sentence="The database could not be prepared: the lines above say why.",
    )
    if unfinished.exists() and env["NAAST_DEMO"] == "1":
        print("Loading the demo: three invented organisations", flush=True)
        quietly(
            [PYTHON, "manage.py", "demo"],
            env=env,
            sentence="The demo could not be loaded: the lines above say why.",
        )
        unfinished.unlink()


def commands(number: int) -> dict[str, list[str]]:
    """What runs: the web server and the worker that does what can wait."""
    web = [
        "gunicorn",
        "config.wsgi",
        "--bind",
        f"{HOST}:{number}",
        "--workers",
        "2",
        "--threads",
        "4",
    ]
    worker = ["manage.py", "db_worker", "--queue-name", "*", "--no-reload"]
    return {
        "web server": [PYTHON, "-m", *web, "--log-level", "warning"],
        "worker": [PYTHON, *worker],
    }


def _start(command: list[str], env: dict[str, str]) -> subprocess.Popen[str]:
    # A session of its own: Ctrl-C reaches this tool alone, which then stops both in order.
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env=env,
        text=True,
        start_new_session=True,
        preexec_fn=die_with_parent(signal.SIGTERM),  # noqa: PLW1509 -- one thread, one system call
    )


def _refuse_the_dead(running: dict[str, subprocess.Popen[str]]) -> None:
    for name, process in running.items():
        if process.poll() is not None:
            raise Refusal(f"The {name} stopped by itself: the lines above say why.")


def _wait_for_answer(number: int, running: dict[str, subprocess.Popen[str]]) -> None:
    limit = time.monotonic() + START_LIMIT
    while time.monotonic() < limit:
        _refuse_the_dead(running)
        with socket.socket() as trial:
            trial.settimeout(1)
            if trial.connect_ex((HOST, number)) == 0:
                return
        time.sleep(0.1)
    raise Refusal(f"The web server did not answer within {START_LIMIT:.0f} seconds.")


def serve(number: int, env: dict[str, str]) -> None:
    """Run web and worker until one stops or somebody presses Ctrl-C; both are gone afterwards."""
    running: dict[str, subprocess.Popen[str]] = {}
    try:
        for name, command in commands(number).items():
            running[name] = _start(command, env)
        _wait_for_answer(number, running)
        print(
            f"\n  Naast is open at http://{HOST}:{number}/\n"
            "  Choose somebody of the cast on the sign-in page. Ctrl-C stops everything.\n",
            flush=True,
        )
        while True:
            _refuse_the_dead(running)
            time.sleep(0.5)
    finally:
        for process in running.values():
            stop(process, signal.SIGTERM)


def main() -> int:
    """`python3 -m tools.run`: ends with 0 on Ctrl-C, with 1 and a sentence when it can't start."""
    number = port()
    setup.prepare("base")
    need_space(ROOM_TO_WORK)
    env = settings(number)
    try:
        prepare_database(env)
        serve(number, env)
    except KeyboardInterrupt:
        print("\nStopped.", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(answer(main))
