"""Catalogues against the source: what is missing, obsolete, fuzzy, empty or has other placeholders.

GNU xgettext reads the source in a temporary copy, so that a check never touches the tree.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import polib

from tools.machine import ROOT, Refusal, answer, clean_environment

LANGUAGES = ("nl", "fr")
PLURALS = {"nl": "nplurals=2; plural=(n != 1);", "fr": "nplurals=2; plural=(n > 1);"}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
EXTRACTION = 'SECRET_KEY = "none"\nLOCALE_PATHS = ["naast/locale"]\n'
WIDE = 10_000

Key = tuple[str | None, str]


def catalogue(language: str) -> Path:
    """The committed catalogue of a language."""
    return ROOT / "naast" / "locale" / language / "LC_MESSAGES" / "django.po"


def key(entry: polib.POEntry) -> Key:
    """What makes an entry the same one: its context and its source text."""
    return (entry.msgctxt, entry.msgid)


def source() -> polib.POFile:
    """Every text in the source, untranslated. Raises Refusal when it can't be read."""
    if not shutil.which("xgettext"):
        raise Refusal("GNU gettext is missing: install it with 'sudo apt-get install gettext'.")
    with tempfile.TemporaryDirectory(prefix="naast-messages-") as name:
        copy = Path(name)
        leave = shutil.ignore_patterns("locale", "__pycache__", "migrations", "*.mo")
        for part in ("naast", "config"):
            shutil.copytree(ROOT / part, copy / part, ignore=leave)
        (copy / "naast" / "locale").mkdir()
        (copy / "extraction.py").write_text(EXTRACTION)
        command = [sys.executable, "-m", "django", "makemessages", "-l", LANGUAGES[0], "-v", "0"]
        done = subprocess.run(
            [*command, "--no-location", "--no-wrap", "--no-obsolete"],
            cwd=copy,
            env=clean_environment(DJANGO_SETTINGS_MODULE="extraction"),
            capture_output=True,
            text=True,
            check=False,
        )
        made = copy / catalogue(LANGUAGES[0]).relative_to(ROOT)
        if done.returncode or not made.exists():
            raise Refusal(f"The texts could not be read from the source:\n{done.stderr.strip()}")
        return polib.pofile(str(made), wrapwidth=WIDE)


def _translations(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def wrong_placeholders(entry: polib.POEntry) -> bool:
    """Whether a translation invents a placeholder or loses one (a singular may leave the number out)."""
    allowed = set(PLACEHOLDER.findall(entry.msgid + " " + entry.msgid_plural))
    told = [set(PLACEHOLDER.findall(text)) for text in _translations(entry)]
    needed = set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
    return any(not found <= allowed for found in told) or not needed <= told[-1]


def _of_entry(entry: polib.POEntry) -> Iterator[str]:
    if entry.fuzzy:
        yield "fuzzy"
    if not all(_translations(entry)):
        yield "not translated"
    elif wrong_placeholders(entry):
        yield "other placeholders"


def complaints(texts: polib.POFile, language: str) -> list[str]:
    """What makes this language's catalogue stale."""
    path = catalogue(language)
    if not path.exists():
        return [f"{language}: there is no catalogue"]
    committed = polib.pofile(str(path))
    have = {key(entry): entry for entry in committed if not entry.obsolete}
    want = {key(entry) for entry in texts}
    found = [f"{language}: missing: {text!r}" for context, text in want - set(have)]
    found += [
        f"{language}: no longer in the source: {text!r}" for context, text in set(have) - want
    ]
    found += [
        f"{language}: kept from long ago: {entry.msgid!r}" for entry in committed.obsolete_entries()
    ]
    for entry in have.values():
        found += [f"{language}: {what}: {entry.msgid!r}" for what in _of_entry(entry)]
    return sorted(found)


def merged(texts: polib.POFile, language: str) -> polib.POFile:
    """The catalogue as the source wants it, with every translation that still fits."""
    path = catalogue(language)
    old = {key(entry): entry for entry in polib.pofile(str(path))} if path.exists() else {}
    new = polib.POFile(wrapwidth=WIDE)
    new.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS[language],
    }
    for entry in texts:
        before = old.get(key(entry))
        if entry.msgid_plural:
            kept = (
                before.msgstr_plural if before and before.msgid_plural == entry.msgid_plural else {}
            )
            entry.msgstr_plural = {0: kept.get(0, ""), 1: kept.get(1, "")}
        else:
            entry.msgstr = before.msgstr if before else ""
        new.append(entry)
    return new


def update() -> int:
    """Bring the catalogues up to date; tells how many texts wait for a translation."""
    for language in LANGUAGES:
        path = catalogue(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        new = merged(source(), language)
        new.save(str(path))
        waiting = sum(not all(_translations(entry)) for entry in new)
        print(f"{path.relative_to(ROOT)}: {len(new)} texts, {waiting} wait for a translation")
    return 0


def main() -> int:
    """`python -m tools.translations [update]`: 1 when a catalogue is stale."""
    if sys.argv[1:] == ["update"]:
        return update()
    texts = source()
    found = [line for language in LANGUAGES for line in complaints(texts, language)]
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(answer(main))
