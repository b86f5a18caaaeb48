"""Reads the presets of this folder, and refuses one that is not complete. No database."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from naast.people.models import Weight
from naast.programmes.models import (
    Competence,
    ContactLine,
    EntryCondition,
    Form,
    Pattern,
    Selection,
    Serves,
    StageKind,
    Task,
)
from naast.programmes.path import STAGES_OF
from naast.programmes.weights import PARTS

FOLDER = Path(__file__).parent
# The order in which people choose.
ORDER = (
    "buddy",
    "home_visits",
    "home_administration",
    "ward",
    "palliative",
    "language_practice",
    "circle",
)
LANGUAGES = ("nl", "fr", "en")
TEXTS = (
    "volunteer_word",
    "participant_word",
    "purpose",
    "vision",
    "value_participant",
    "value_volunteer",
    "value_professional",
    "value_organisation",
    "relation_frame",
    "stand_in",
)
PATTERN_TEXTS = ("staff_presence", "reachable_hours", "on_call_term")
LISTS = ("not_done", "mandate", "evaluation_questions", "growth_steps")
# Where the sentences of a list stand in shared.toml.
DRAWERS = {"evaluation_questions": "questions", "growth_steps": "growth"}
STAGE_TEXTS = ("name", "takes", "with_whom")
NUMBERS = (
    "max_matches",
    "minimum_age",
    "trial_weeks",
    "duration_months",
    "minimum_months",
    "first_call_days",
    "volunteer_contact_weeks",
    "participant_contact_weeks",
)
SERIES = ("milestone_months", "early_check_weeks")


@dataclass(frozen=True, slots=True)
class Words:
    """One text in the languages of the house."""

    by_language: Mapping[str, str]

    def in_language(self, language: str) -> str:
        """The text in this language (nl-be counts as nl); Dutch for a language we don't have."""
        return self.by_language.get(language[:2], self.by_language["nl"])


@dataclass(frozen=True, slots=True)
class PresetTask:
    """One task: whose it is, whether it is the fixed core, who steps in."""

    name: Words
    who: str
    is_core: bool
    steps_in: Words
    note: Words | None


@dataclass(frozen=True, slots=True)
class ContactPlan:
    """One line of the contact plan."""

    way: str
    every: int
    unit: str
    with_whom: Words


@dataclass(frozen=True, slots=True)
class Entry:
    """One condition before the first contact."""

    kind: str
    name: Words
    who_arranges: Words
    is_required: bool


@dataclass(frozen=True, slots=True)
class OnCall:
    """Who answers when; the organisation fills in the number."""

    when: Words
    who: Words
    phone: str


@dataclass(frozen=True, slots=True)
class PresetStage:
    """One stage of the way to a start; None and absent texts mean the usual ones (programmes.path)."""

    is_on: bool
    least_days: int | None
    most_days: int | None
    texts: Mapping[str, Words]


@dataclass(frozen=True, slots=True)
class Asked:
    """One competence: needed or welcome, and what one sees when it is there."""

    kind: str
    name: Words
    example: Words
    is_needed: bool


@dataclass(frozen=True, slots=True)
class Preset:
    """A complete programme in three languages."""

    slug: str
    form: Form
    pattern: Pattern
    weight: Weight
    name: Words
    card: Words
    texts: Mapping[str, Words]
    lists: Mapping[str, tuple[Words, ...]]
    numbers: Mapping[str, int]
    series: Mapping[str, tuple[int, ...]]
    match_weights: Mapping[str, int]
    tasks: tuple[PresetTask, ...]
    contact: tuple[ContactPlan, ...]
    conditions: tuple[Entry, ...]
    on_call: tuple[OnCall, ...]
    selection: Selection
    agreement_before_trial: bool
    serves: Serves
    contact_with_minors: bool
    stages: Mapping[StageKind, PresetStage]
    competences: tuple[Asked, ...]


class IncompletePreset(ValueError):
    """A preset that lacks something: a fault of the package, never of a user."""


def presets() -> tuple[Preset, ...]:
    """All presets, in the order in which people choose."""
    return _load()


def preset_named(slug: str) -> Preset:
    """The preset with this short name. Raises KeyError."""
    return {preset.slug: preset for preset in _load()}[slug]


@lru_cache(maxsize=1)
def _load() -> tuple[Preset, ...]:
    shared = _toml("shared")
    return tuple(read(_toml(slug), shared) for slug in ORDER)


def _toml(slug: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{slug}.toml").read_text(encoding="utf-8"))


def words(table: Mapping[str, str], where: str) -> Words:
    """A text that exists in every language. Raises IncompletePreset."""
    if set(table) != set(LANGUAGES) or not all(text.strip() for text in table.values()):
        raise IncompletePreset(f"{where}: give a text in each of {', '.join(LANGUAGES)}")
    return Words({language: text.strip() for language, text in table.items()})


def read(data: dict[str, Any], shared: dict[str, Any]) -> Preset:
    """One preset from its file and the shared lines. Raises IncompletePreset, KeyError or ValueError
    (a value that the model doesn't know)."""
    slug = data["code"]
    pattern = Pattern(data["pattern"])
    given = [name for name in (*TEXTS, *PATTERN_TEXTS) if name in data or name in TEXTS]
    return Preset(
        slug=slug,
        form=Form(data["form"]),
        pattern=pattern,
        weight=Weight(data["weight"]),
        name=words(data["name"], f"{slug}.name"),
        card=words(data["card"], f"{slug}.card"),
        texts={name: words(data[name], f"{slug}.{name}") for name in given},
        lists={name: _sentences(data, shared, name) for name in LISTS},
        numbers={name: int(data[name]) for name in NUMBERS if name in data},
        series={name: tuple(data[name]) for name in SERIES},
        match_weights=_weights(data),
        tasks=tuple(_task(row, shared, slug) for row in data["tasks"]),
        contact=tuple(_contact(row, slug) for row in data["contact"]),
        conditions=tuple(_condition(row, shared, slug) for row in data["conditions"]),
        on_call=tuple(_on_call(row, shared, slug) for row in data["on_call"]),
        selection=Selection(data["selection"]),
        agreement_before_trial=data.get("agreement_before_trial", False),
        serves=Serves(data["serves"]),
        contact_with_minors=data.get("contact_with_minors", False),
        stages=_stages(data),
        competences=_competences(data, shared),
    )


def _sentences(data: dict[str, Any], shared: dict[str, Any], name: str) -> tuple[Words, ...]:
    drawer = DRAWERS.get(name, name)
    rows = (shared[drawer][row] if isinstance(row, str) else row for row in data[name])
    return tuple(words(row, f"{data['code']}.{name}") for row in rows)


def _weights(data: dict[str, Any]) -> dict[str, int]:
    weights: dict[str, int] = data.get("match_weights", {})
    if weights and set(weights) != set(PARTS):
        raise IncompletePreset(f"{data['code']}.match_weights: name every part")
    return weights


def _person(shared: dict[str, Any], key: str) -> Words:
    return words(shared["people"][key], f"shared.people.{key}")


def _task(row: dict[str, Any], shared: dict[str, Any], slug: str) -> PresetTask:
    return PresetTask(
        name=words(row["name"], f"{slug}.tasks"),
        who=Task.Who(row["who"]).value,
        is_core=row["core"],
        steps_in=_person(shared, row["steps_in"]),
        note=words(row["note"], f"{slug}.tasks.note") if "note" in row else None,
    )


def _contact(row: dict[str, Any], slug: str) -> ContactPlan:
    return ContactPlan(
        way=ContactLine.Way(row["way"]).value,
        every=row["every"],
        unit=ContactLine.Unit(row["unit"]).value,
        with_whom=words(row["with_whom"], f"{slug}.contact"),
    )


def _condition(row: str | dict[str, Any], shared: dict[str, Any], slug: str) -> Entry:
    table: dict[str, Any] = shared["conditions"][row] if isinstance(row, str) else row
    return Entry(
        kind=EntryCondition.Kind(table["kind"]).value,
        name=words(table["name"], f"{slug}.conditions"),
        who_arranges=_person(shared, table["who"]),
        is_required=table.get("required", True),
    )


def _on_call(row: str | dict[str, Any], shared: dict[str, Any], slug: str) -> OnCall:
    table: dict[str, Any] = shared["on_call"][row] if isinstance(row, str) else row
    return OnCall(
        when=words(table["when"], f"{slug}.on_call"),
        who=words(table["who"], f"{slug}.on_call"),
        phone=table.get("phone", ""),
    )


def _stages(data: dict[str, Any]) -> dict[StageKind, PresetStage]:
    """Every stage: on where the selection uses it, unless the preset says otherwise."""
    usual = STAGES_OF[Selection(data["selection"])]
    own = {StageKind(kind): table for kind, table in data.get("stages", {}).items()}
    return {
        kind: _stage(own.get(kind, {}), f"{data['code']}.stages.{kind}", is_on=kind in usual)
        for kind in StageKind
    }


def _stage(table: dict[str, Any], where: str, *, is_on: bool) -> PresetStage:
    unknown = set(table) - {"on", "least", "most", *STAGE_TEXTS}
    if unknown:
        raise IncompletePreset(f"{where}: we don’t know {sorted(unknown)}")
    return PresetStage(
        is_on=table.get("on", is_on),
        least_days=table.get("least"),
        most_days=table.get("most"),
        texts={name: words(table[name], where) for name in STAGE_TEXTS if name in table},
    )


def _competences(data: dict[str, Any], shared: dict[str, Any]) -> tuple[Asked, ...]:
    rows = tuple(_asked(row, shared, data["code"]) for row in data["competences"])
    if not any(row.is_needed for row in rows):
        raise IncompletePreset(f"{data['code']}.competences: say at least one that is needed")
    return rows


def _asked(row: str | dict[str, Any], shared: dict[str, Any], slug: str) -> Asked:
    """A name of shared.toml (needed), a table that changes it (`use`), or one of the preset's own."""
    given: dict[str, Any] = {"use": row} if isinstance(row, str) else row
    table = {**shared["competences"][given["use"]], **given} if "use" in given else given
    where = f"{slug}.competences"
    return Asked(
        kind=Competence.Kind(table["kind"]).value,
        name=words(table["name"], where),
        example=words(table["example"], where),
        is_needed=table.get("needed", True),
    )
