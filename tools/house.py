"""Rules of the house that no ready-made checker knows: sizes, reasons, templates, places."""

import re
import subprocess
import tokenize
from collections.abc import Iterator
from pathlib import Path

from tools.machine import ROOT

LONGEST_FILE, LONGEST_TEST, LONGEST_TEMPLATE = 500, 600, 120
SUPPRESSION = re.compile(
    r"#\s*(?:noqa\b(?P<codes>:\s*[A-Z]+\d+(?:\s*,\s*[A-Z]+\d+)*)?"
    r"|type:\s*ignore(?P<kinds>\[[^\]]+\])?"
    r"|pragma:\s*no\s+\w+)(?P<rest>.*)"
)
REASON = re.compile(r"\s*(?:--|#)\s*\S.{3,}")
INLINE = {
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "a <style> element": re.compile(r"<style\b", re.IGNORECASE),
    "a handler in an attribute": re.compile(
        r"<[^>]*\s(?:on[a-z]+|hx-on[:\w-]*)\s*=", re.IGNORECASE
    ),
    "a script in the page": re.compile(
        r"<script\b(?![^>]*\ssrc\s*=)(?![^>]*type\s*=\s*[\"']application/(?:ld\+)?json)",
        re.IGNORECASE,
    ),
}
COMMENT = re.compile(r"\{%\s*comment\b.*?endcomment\s*%\}|\{#.*?#\}|<!--.*?-->", re.DOTALL)
REGISTRY = re.compile(
    r"://[^/ ]*(?:pypi|npm|python|debian)[^/ ]*/(?:simple|packages|debian|[^ ]*\.(?:whl|tgz|tar\.gz))"
)
# A moment is kept in UTC: late in the evening its own day is not the day of who uses the house (`localdate`).
UTC_DAY = re.compile(r"(?:_at|_since)\.(?:date|time)\(")
# Homes of people on a machine; put together here so that this file does not name one itself.
HOMES = re.compile("|".join(f"(?<![\\w.:/-])/{name}/\\w+" for name in ("home", "Users", "root")))
NOBODYS = {Path(name) for name in ("/", "/tmp", "/opt", "/srv", "/usr", "/var", "/home", "/mnt")}  # noqa: S108 -- compared, never written to


def files() -> list[Path]:
    """Every file that is, or could be, committed; relative to the root."""
    asked = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if asked.returncode == 0:
        names = sorted({name for name in asked.stdout.split("\0") if name})
        return [Path(name) for name in names if (ROOT / name).is_file()]
    return sorted(
        path.relative_to(ROOT)
        for path in ROOT.rglob("*")
        if path.is_file() and not _is_made(path.relative_to(ROOT))
    )


def _is_made(path: Path) -> bool:
    hidden = any(part.startswith(".") and part != ".ci" for part in path.parts)
    return hidden or "__pycache__" in path.parts or path.parts[0] == "var" or path.suffix == ".mo"


def _text(path: Path) -> str | None:
    """The text of a file of the project; None for pictures, fonts and the like."""
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def limit(path: Path) -> int | None:
    """The most lines a file may have; None where length says nothing."""
    if path.suffix == ".html" and "templates" in path.parts:
        return LONGEST_TEMPLATE
    if path.suffix != ".py" or "migrations" in path.parts:
        return None
    return LONGEST_TEST if path.parts[0] == "tests" else LONGEST_FILE


def too_long(path: Path, text: str) -> Iterator[str]:
    """A complaint when the file wants to be two."""
    most, lines = limit(path), len(text.splitlines())
    if most is not None and lines > most:
        yield f"{path}: {lines} lines, at most {most}: it wants to be two"


def unreasoned(path: Path, text: str) -> Iterator[str]:
    """A complaint for each switched-off check without code or without its reason on the line."""
    if path.suffix != ".py" or "migrations" in path.parts:
        return
    lines = iter(text.splitlines(keepends=True))
    for token in tokenize.generate_tokens(lambda: next(lines, "")):
        found = SUPPRESSION.search(token.string) if token.type == tokenize.COMMENT else None
        if found is None:
            continue
        bare = found["codes"] is None and found["kinds"] is None and "pragma" not in found[0]
        if bare or not REASON.match(found["rest"]):
            yield f"{path}:{token.start[0]}: a check is switched off without its code or its reason"


def inline(path: Path, text: str) -> Iterator[str]:
    """A complaint for each style or script that the content security policy would refuse."""
    if path.suffix != ".html" or path.parts[0] == "tests":
        return
    kept = COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    for what, pattern in INLINE.items():
        for found in pattern.finditer(kept):
            yield f"{path}:{kept.count(chr(10), 0, found.start()) + 1}: {what}"


def _places() -> list[str]:
    """Folders of this machine that no file may name."""
    return [f"{folder}/" for folder in (ROOT, ROOT.parent) if folder not in NOBODYS]


def misplaced(path: Path, text: str) -> Iterator[str]:
    """A complaint for each path of a machine and each address of a package registry."""
    places = _places()
    for number, line in enumerate(text.splitlines(), start=1):
        if REGISTRY.search(line):
            yield f"{path}:{number}: an address of a package registry"
        if HOMES.search(line) or any(place in line for place in places):
            yield f"{path}:{number}: a path of a machine"


def days_elsewhere(path: Path, text: str) -> Iterator[str]:
    """A complaint for each moment of which the day in UTC is taken."""
    if path.suffix == ".py" and path.parts[0] in ("naast", "tests"):
        for number, line in enumerate(text.splitlines(), start=1):
            if UTC_DAY.search(line):
                yield f"{path}:{number}: the day in UTC: use localdate or localtime"


RULES = (too_long, unreasoned, inline, misplaced, days_elsewhere)


def complaints() -> list[str]:
    """Everything that breaks a rule of the house, in the order of the files."""
    found: list[str] = []
    for path in files():
        text = _text(path)
        if text is not None:
            found += [line for rule in RULES for line in rule(path, text)]
    return found


def main() -> int:
    """`python -m tools.house`."""
    found = complaints()
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
