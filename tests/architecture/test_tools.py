"""The tools: clear sentences when something is missing, honest counts, stale catalogues found."""

import errno
import socket
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import polib
import pytest

from tools import machine, packages, run, setup, translations
from tools import test as suite
from tools.machine import Refusal


def entry(
    msgid: str, msgstr: str, plural: str = "", plurals: tuple[str, str] = ("", "")
) -> polib.POEntry:
    """One line of a catalogue."""
    told = dict(enumerate(plurals)) if plural else {}
    return polib.POEntry(msgid=msgid, msgstr=msgstr, msgid_plural=plural, msgstr_plural=told)


def test_a_taken_port_is_one_sentence_with_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as other:
        other.bind((run.HOST, 0))
        other.listen()
        number = other.getsockname()[1]
        monkeypatch.setenv("PORT", str(number))
        with pytest.raises(Refusal, match=f"Port {number} is taken .*make run PORT={number + 1}"):
            run.port()


def test_a_port_that_is_no_number_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "eight")
    with pytest.raises(Refusal, match="PORT=eight"):
        run.port()


def test_a_database_is_new_until_something_was_migrated_into_it(tmp_path: Path) -> None:
    database = tmp_path / "naast.sqlite3"
    assert run.is_new(database)
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        assert run.is_new(database)
        connection.execute("CREATE TABLE django_migrations (id INTEGER)")
    assert not run.is_new(database)


def test_a_full_disk_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    def full() -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    assert machine.answer(full) == 1
    assert capsys.readouterr().err == machine.DISK_FULL + "\n"


def test_a_full_disk_below_a_command_is_the_same_sentence() -> None:
    command = [sys.executable, "-c", "print('No space left on device'); raise SystemExit(1)"]
    with pytest.raises(Refusal, match="The disk is full"):
        machine.quietly(command, sentence="something else")


def test_a_failed_command_shows_its_last_lines_and_a_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    command = [sys.executable, "-c", "print('the cause'); raise SystemExit(3)"]
    with pytest.raises(Refusal, match="It did not work"):
        machine.quietly(command, sentence="It did not work.")
    assert "the cause" in capsys.readouterr().err


def test_too_little_room_is_said_before_anything_starts() -> None:
    with pytest.raises(Refusal, match="MB are free and 999999999 MB are needed"):
        machine.need_space(999_999_999)


def test_a_python_of_another_age_is_refused_by_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    monkeypatch.setattr("tools.setup.shutil.which", lambda _name: None)
    with pytest.raises(Refusal, match=r"this is 3\.9"):
        setup.interpreter()


def test_a_changed_lock_makes_the_environment_stale(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stamp = tmp_path / "stamp"
    monkeypatch.setattr(setup, "STAMP", stamp)
    assert not setup.is_current("base")
    stamp.write_text(f"dev {setup._fingerprint()}\n")
    assert setup.is_current("base")
    assert setup.is_current("dev")
    stamp.write_text(f"base {setup._fingerprint()}\n")
    assert not setup.is_current("dev")
    stamp.write_text("dev of-another-lock\n")
    assert not setup.is_current("base")


def test_what_can_t_be_installed_is_named_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "_administrator", lambda: None)
    with pytest.raises(Refusal, match="sudo apt-get install chromium gettext"):
        packages.install(["chromium", "gettext"])


def test_the_tools_do_not_see_the_settings_of_somebody_s_shell(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://the-real-one")
    monkeypatch.setenv("NAAST_DEMO", "1")
    env = machine.clean_environment(EXTRA="yes")
    assert "DATABASE_URL" not in env
    assert "NAAST_DEMO" not in env
    assert env["EXTRA"] == "yes"


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("12 passed in 3.45s", {"passed": 12}),
        (
            "== 1 failed, 12 passed, 2 skipped in 65.20s (0:01:05) ==",
            {"failed": 1, "passed": 12, "skipped": 2},
        ),
        ("3 passed, 1 error in 0.10s", {"passed": 3, "errors": 1}),
    ],
)
def test_the_closing_line_of_each_phase_is_counted(line: str, counts: dict[str, int]) -> None:
    run_of_tests = suite.Run()
    found = suite.CLOSING.match(line)
    assert found
    run_of_tests._count(found.group(1))
    assert run_of_tests.counts == counts


def test_one_failed_phase_fails_the_run(capfd: pytest.CaptureFixture[str]) -> None:
    run_of_tests = suite.Run()
    for status in (1, 0):
        text = f"print('2 passed in 0.01s'); raise SystemExit({status})"
        run_of_tests.phase("phase", [sys.executable, "-c", text], {})
    assert run_of_tests.close() == 1
    assert capfd.readouterr().out.splitlines()[-1].startswith("4 passed in ")


@pytest.mark.parametrize(
    ("line", "is_wrong"),
    [
        (entry("Hello %(name)s", "Dag %(name)s"), False),
        (entry("Hello %(name)s", "Dag"), True),
        (entry("Hello", "Dag %(name)s"), True),
        (entry("One visit", "", "%(count)s visits", ("Eén bezoek", "%(count)s bezoeken")), False),
        (entry("One visit", "", "%(count)s visits", ("Eén bezoek", "Veel bezoeken")), True),
    ],
)
def test_a_translation_keeps_its_placeholders(line: polib.POEntry, is_wrong: bool) -> None:
    assert translations.wrong_placeholders(line) is is_wrong


def test_every_way_a_catalogue_can_be_stale_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "django.po"
    monkeypatch.setattr(translations, "catalogue", lambda _language: path)
    texts, committed = polib.POFile(), polib.POFile()
    texts.extend([entry("New", ""), entry("Vague", ""), entry("Empty", "")])
    vague = entry("Vague", "Vaag")
    vague.flags.append("fuzzy")
    committed.extend([entry("Gone", "Weg"), vague, entry("Empty", "")])
    committed.save(str(path))
    assert translations.complaints(texts, "nl") == [
        "nl: fuzzy: 'Vague'",
        "nl: missing: 'New'",
        "nl: no longer in the source: 'Gone'",
        "nl: not translated: 'Empty'",
    ]


def test_updating_a_catalogue_keeps_what_still_fits(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "django.po"
    monkeypatch.setattr(translations, "catalogue", lambda _language: path)
    texts, committed = polib.POFile(), polib.POFile()
    texts.extend([entry("Kept", ""), entry("New", "")])
    committed.extend([entry("Kept", "Gebleven"), entry("Gone", "Weg")])
    committed.save(str(path))
    merged = translations.merged(texts, "nl")
    assert [(line.msgid, line.msgstr) for line in merged] == [("Kept", "Gebleven"), ("New", "")]
