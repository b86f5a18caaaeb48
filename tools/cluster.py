"""A PostgreSQL of our own for one run of the tests: made in a temporary folder, gone afterwards."""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from tools import packages
from tools.machine import DISK_FULL, DISK_FULL_SIGNS, Refusal, die_with_parent, stop

if TYPE_CHECKING:
    from collections.abc import Iterator

HOST = "127.0.0.1"
START_LIMIT = 30.0
# The data lives for minutes: nothing has to survive a power cut.
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=128MB")


class Owner(TypedDict, total=False):
    """Whom the server runs as; empty means whoever started the tests."""

    user: int
    group: int
    extra_groups: list[int]


def owner() -> Owner:
    """PostgreSQL refuses to run as root: then it runs as the user its package made."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    raise Refusal(
        "PostgreSQL can't run as root, and there is no user 'postgres': run 'make test' as a user."
    )


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind((HOST, 0))
        return int(trial.getsockname()[1])


def _make(binaries: Path, folder: Path, password: str, runs_as: Owner) -> None:
    secret = folder / "password"
    secret.write_text(password)
    secret.chmod(0o600)
    if runs_as:
        for path in (folder, secret):
            os.chown(path, runs_as["user"], runs_as["group"])
    command = [str(binaries / "initdb"), "-D", str(folder / "data"), "-U", "naast", "-E", "UTF8"]
    command += ["--locale=C.UTF-8", "-A", "scram-sha-256", f"--pwfile={secret}", "--no-sync"]
    made = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, **runs_as
    )
    if made.returncode:
        if any(sign in made.stderr for sign in DISK_FULL_SIGNS):
            raise Refusal(DISK_FULL)
        raise Refusal(f"PostgreSQL could not make its files: {made.stderr.strip()}")


def _wait(server: subprocess.Popen[str], binaries: Path, port: int, log: Path) -> None:
    limit = time.monotonic() + START_LIMIT
    ready = [str(binaries / "pg_isready"), "-q", "-h", HOST, "-p", str(port)]
    while time.monotonic() < limit and server.poll() is None:
        if subprocess.run(ready, check=False).returncode == 0:
            return
        time.sleep(0.1)
    raise Refusal(f"PostgreSQL did not start: {log.read_text().strip()[-500:]}")


@contextmanager
def throwaway_cluster() -> Iterator[str]:
    """Gives the DATABASE_URL of an empty server, which is stopped and wiped whatever happens."""
    binaries = packages.postgres_folder()
    if binaries is None:
        raise Refusal("PostgreSQL is missing: install it with 'sudo apt-get install postgresql'.")
    runs_as, password, port = owner(), secrets.token_urlsafe(16), _free_port()
    folder = Path(tempfile.mkdtemp(prefix="naast-postgres-"))
    server: subprocess.Popen[str] | None = None
    try:
        _make(binaries, folder, password, runs_as)
        options = [
            *FAST,
            f"listen_addresses={HOST}",
            f"port={port}",
            f"unix_socket_directories={folder}",
        ]
        command = [str(binaries / "postgres"), "-D", str(folder / "data")]
        command += [part for option in options for part in ("-c", option)]
        log = folder / "log"
        with log.open("w") as output:
            server = subprocess.Popen(
                command,
                cwd=folder,
                stdout=output,
                stderr=output,
                text=True,
                start_new_session=True,
                preexec_fn=die_with_parent(signal.SIGINT),  # noqa: PLW1509 -- one thread, one call
                **runs_as,
            )
        _wait(server, binaries, port, log)
        yield f"postgres://naast:{password}@{HOST}:{port}/postgres"
    finally:
        if server is not None:
            stop(server, signal.SIGINT)
        shutil.rmtree(folder, ignore_errors=True)
