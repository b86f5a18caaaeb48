"""`make docs`: the documents that are read off the code. `--check` compares and writes nothing."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import django
from django.apps import apps
from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver

from naast.core import personal_data
from tools import coverage
from tools.machine import ROOT, Refusal, answer

FOLDER = ROOT / "docs"
CLASSES = ("plain", "personal", "sensitive")
OWN = "naast."


def routes(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every address of the product with its pattern, in the order of the URL configuration."""
    for entry in resolver.url_patterns:
        route = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from routes(entry, route)
        else:
            yield route, entry


def own_models() -> dict[str, list[type[Model]]]:
    """room → its models, both by name."""
    rooms = [room for room in apps.get_app_configs() if room.name.startswith(OWN)]
    return {
        room.label: sorted(room.get_models(), key=lambda model: model.__name__)
        for room in sorted(rooms, key=lambda room: room.label)
    }


def _table(head: list[str], rows: list[list[str]]) -> list[str]:
    lines = [head, ["---"] * len(head), *rows]
    return ["| " + " | ".join(cells) + " |" for cells in lines]


def permissions() -> str:
    """docs/permissions.md: who may call which address, as the doors of the views say."""
    doors = {
        "/" + route.replace("|", "\\|"): frozenset(str(who) for who in pattern.callback.access)
        for route, pattern in routes(get_resolver())
        if hasattr(pattern.callback, "access")
    }
    everybody = sorted({who for door in doors.values() for who in door})
    rows = [
        [f"`{route}`", *("yes" if who in door else "" for who in everybody)]
        for route, door in sorted(doors.items())
    ]
    head = [
        "# Who may open what",
        "",
        "Made by `make docs` from the doors of the views; a test calls every address as everybody. "
        "A function counts inside its own organisation: anywhere else the answer is 404, the same as "
        "for an address that does not exist. What a page then shows is decided by `visible_to` of its room.",
        "",
    ]
    return "\n".join([*head, *_table(["address", *everybody], rows)]) + "\n"


def _fields(model: type[Model], name: str) -> str:
    privacy = getattr(model, "Privacy", None)
    if privacy is None:
        raise Refusal(f"{model.__name__} has no class Privacy: say what each field is")
    return ", ".join(f"`{field}`" for field in sorted(getattr(privacy, name))) or "–"


def data_inventory() -> str:
    """docs/data-inventory.md: every field of every model in its class."""
    lines = [
        "# What we keep, and how careful we are with it",
        "",
        "Made by `make docs` from `class Privacy` of each model; a test counts the fields. *Plain* says "
        "nothing about a person by itself; *personal* tells who somebody is or how to reach them; "
        "*sensitive* is about health, worries, wishes or talks, and free text of this class is encrypted "
        "in the database.",
    ]
    for room, models in own_models().items():
        rows = [[model.__name__, *(_fields(model, name) for name in CLASSES)] for model in models]
        if rows:
            lines += ["", f"## {room}", "", *_table(["what", *CLASSES], rows)]
    return "\n".join([*lines, *_places()]) + "\n"


def _places() -> list[str]:
    """Whose each row is and what becomes of it, as every room registers it (core.personal_data)."""
    rows = [
        [f"`{place.model}`", _whose(place), _fate(place), _reason(place)]
        for place in sorted(personal_data.places(), key=lambda each: each.model)
    ]
    return [
        "",
        "## Whose it is, and what becomes of it",
        "",
        "The places that export and erasure follow (ADR 0020), with the tables of packages. *Goes*: the row is "
        "deleted. *Emptied*: the row stays for the counts and tells nothing any more. *Stays*: it is somebody "
        "else's file, or the law asks to keep it. For how long each kind is kept stands on the page of terms.",
        "",
        *_table(["what", "about whom", "when they are erased", "why"], rows),
    ]


def _whose(place: personal_data.Place) -> str:
    return ", ".join(f"`{way.path}` ({way.key})" for way in place.about) or "somebody outside"


def _fate(place: personal_data.Place) -> str:
    return ", ".join(way.fate for way in place.about) or "–"


def _reason(place: personal_data.Place) -> str:
    said = (place.why, *(way.why for way in place.about))
    return " ".join(dict.fromkeys(str(each) for each in said if each)).replace("|", "\\|") or "–"


DOCUMENTS: dict[str, Callable[[], str]] = {
    "coverage.md": coverage.document,
    "permissions.md": permissions,
    "data-inventory.md": data_inventory,
}


def _is_fresh(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text


def made() -> tuple[dict[str, str], list[str]]:
    """name → text of each document that can be made, and why the others can't."""
    texts, problems = {}, []
    for name, make in DOCUMENTS.items():
        try:
            texts[name] = make()
        except Refusal as refusal:
            problems.append(str(refusal))
    return texts, problems


def main() -> int:
    """`python -m tools.docs [--check]`: 1 when something is stale or can't be made."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    django.setup()
    texts, problems = made()
    stale = [name for name, text in texts.items() if not _is_fresh(FOLDER / name, text)]
    if sys.argv[1:] == ["--check"]:
        problems += [f"docs/{name} is stale: run 'make docs'" for name in stale]
    else:
        for name in stale:
            (FOLDER / name).write_text(texts[name], encoding="utf-8")
            print(f"docs/{name} is written anew")
    print("\n".join(problems), end="\n" if problems else "")
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(answer(main))
