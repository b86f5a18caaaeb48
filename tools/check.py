"""`make check`: every check that needs no test run, two at a time, one line each."""

import base64
import os
import secrets
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field

from tools.machine import PYTHON, ROOT, VENV, answer, clean_environment

AT_ONCE = 2
OURS = ("naast", "config", "tests", "tools", "bench")
MEMORY = "sqlite://:memory:"


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the report: a command that ends with 0 when all is well."""

    name: str
    command: list[str]
    env: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Result:
    """How a check ended."""

    check: Check
    passed: bool
    seconds: float
    output: str


def _production() -> dict[str, str]:
    """Settings of production with made-up secrets: what `check --deploy` has to look at."""
    return {
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "FIELD_KEYS": base64.urlsafe_b64encode(secrets.token_bytes(32)).decode(),
        "ALLOWED_HOSTS": "example.org",
        "DATABASE_URL": MEMORY,
    }


def checks() -> list[Check]:
    """All of them, the slowest first so that the two lanes end together."""
    ours = [name for name in OURS if any((ROOT / name).rglob("*.py"))]
    manage = [PYTHON, "manage.py"]
    testing = {"DJANGO_SETTINGS_MODULE": "config.settings.test", "DATABASE_URL": MEMORY}
    return [
        Check("types", [PYTHON, "-m", "mypy", *ours]),
        Check("templates", [PYTHON, "-m", "djlint", "--lint", "--quiet", "naast"]),
        Check("translations", [PYTHON, "-m", "tools.translations"]),
        Check("documents", [PYTHON, "-m", "tools.docs", "--check"], testing),
        Check(
            "safe in production",
            [*manage, "check", "--deploy", "--fail-level", "WARNING"],
            _production(),
        ),
        Check("migrations", [*manage, "makemigrations", "--check", "--dry-run"], testing),
        Check("floors", [PYTHON, str(VENV / "bin" / "lint-imports"), "--no-cache", "--no-logo"]),
        Check("lint", [PYTHON, "-m", "ruff", "check", "--output-format", "concise", "."]),
        Check(
            "format", [PYTHON, "-m", "ruff", "format", "--check", "--output-format", "concise", "."]
        ),
        Check("rules of the house", [PYTHON, "-m", "tools.house"]),
    ]


def carry_out(check: Check) -> Result:
    """Run one check to its end."""
    started = time.monotonic()
    done = subprocess.run(
        check.command,
        cwd=ROOT,
        env=clean_environment(**check.env),
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return Result(check, done.returncode == 0, time.monotonic() - started, done.stdout)


def main() -> int:
    """`python -m tools.check`: 0 when every check passed; the output of the others is shown."""
    failed = []
    os.chdir(ROOT)
    with ThreadPoolExecutor(AT_ONCE) as lanes:
        for future in as_completed([lanes.submit(carry_out, check) for check in checks()]):
            result = future.result()
            outcome = "ok" if result.passed else "FAILED"
            print(f"{result.check.name:<22} {outcome:<8} {result.seconds:6.1f} s", flush=True)
            if not result.passed:
                failed.append(result)
    for result in failed:
        print(f"\n--- {result.check.name}\n{result.output.rstrip()}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(answer(main))
