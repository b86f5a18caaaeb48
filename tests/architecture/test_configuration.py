"""What the environment can set stands in docs/configuration.md, and nothing else does."""

import re

from tools.machine import ROOT

READ = re.compile(r"(?:\benv|Env\(\)|\benviron|ENVIRON)\.\w+\(\s*\"([A-Z][A-Z_]+)\"")
DOCUMENTED = re.compile(r"^\| `([A-Z][A-Z_]+)` \|", re.MULTILINE)


def names_read() -> set[str]:
    """The name of each environment variable that the settings or the tools ask for."""
    files = [path for folder in ("config", "tools") for path in (ROOT / folder).rglob("*.py")]
    return {name for path in files for name in READ.findall(path.read_text())}


def names_documented() -> set[str]:
    """The name at the head of each line of the tables."""
    return set(DOCUMENTED.findall((ROOT / "docs" / "configuration.md").read_text()))


def test_every_setting_from_the_environment_is_documented() -> None:
    assert names_read() - names_documented() == set()


def test_every_documented_setting_is_read() -> None:
    assert names_documented() - names_read() == set()


def test_only_the_settings_read_the_environment() -> None:
    """A room asks django.conf.settings: then one page tells all there is to set."""
    readers = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "naast").rglob("*.py")
        if re.search(r"\bos\.(?:environ|getenv)\b|\bimport environ\b", path.read_text())
    ]
    assert readers == []
