"""Filling in a text: the names between braces, and what happens when one of them is not known. Pure.

A line that asks for something optional that nobody filled in is left out, with the line above it when that only
announced it («What you choose freely:»). Anything else that is missing stops the text.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from naast.agreements.contents import CannotFill, Clause
from naast.core.text import Text

NAME = re.compile(r"\{([a-z_]+)\}")


class Mend(StrEnum):
    """Where somebody fills in what a text asks for."""

    ABOUT_US = "about_us"
    SETTINGS = "settings"
    INSURANCE = "insurance"
    PROGRAMME = "programme"
    TASKS = "tasks"
    CONTACT = "contact"
    TRAINING = "training"
    ON_CALL = "on_call"
    SUPPORT = "support"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One thing that is filled in: its words for the writer, where it is mended, whether it may be empty.
    `needs_programme`: only a text about one programme knows it."""

    label: Text
    mend: Mend
    is_optional: bool = False
    needs_programme: bool = False


def _house(label: Text, mend: Mend, *, optional: bool = False) -> Placeholder:
    return Placeholder(label, mend, is_optional=optional)


def _work(label: Text, mend: Mend = Mend.SUPPORT, *, optional: bool = True) -> Placeholder:
    return Placeholder(label, mend, is_optional=optional, needs_programme=True)


PLACEHOLDERS: Mapping[str, Placeholder] = {
    "person": Placeholder(_("name of the reader"), Mend.PERSON),
    "takes_part_as": Placeholder(_("as what somebody takes part"), Mend.PERSON, is_optional=True),
    "start": Placeholder(_("first day"), Mend.PERSON, needs_programme=True),
    "until": Placeholder(_("agreed last day"), Mend.PERSON, is_optional=True),
    "own_limits": Placeholder(_("the reader’s own limits"), Mend.PERSON, is_optional=True),
    "organisation": _house(_("name of the organisation"), Mend.SETTINGS),
    "organisation_phone": _house(_("phone of the organisation"), Mend.SETTINGS),
    "organisation_email": _house(
        _("e-mail address of the organisation"), Mend.SETTINGS, optional=True
    ),
    "legal_form": _house(_("legal form"), Mend.ABOUT_US),
    "answers_for_us": _house(_("who answers for us"), Mend.ABOUT_US, optional=True),
    "aim": _house(_("our aim"), Mend.ABOUT_US),
    "costs": _house(_("which costs we give back, when and how"), Mend.ABOUT_US),
    "insurer": _house(_("insurer"), Mend.INSURANCE),
    "policy_number": _house(_("policy number"), Mend.INSURANCE, optional=True),
    "insured_risks": _house(_("what is insured"), Mend.INSURANCE),
    "programme": _work(_("name of the programme"), Mend.PROGRAMME, optional=False),
    "purpose": _work(_("what the programme is for"), Mend.PROGRAMME, optional=False),
    "vision": _work(_("vision in one sentence"), Mend.PROGRAMME),
    "volunteer_word": _work(_("word for the volunteer"), Mend.PROGRAMME, optional=False),
    "participant_word": _work(_("word for the participant"), Mend.PROGRAMME, optional=False),
    "where": _work(_("place"), Mend.PROGRAMME),
    "tasks_core": _work(_("tasks: the fixed core"), Mend.TASKS, optional=False),
    "tasks_free": _work(_("tasks: the free room"), Mend.TASKS),
    "tasks_together": _work(_("tasks: together"), Mend.TASKS),
    "tasks_professional": _work(_("tasks of professionals"), Mend.TASKS),
    "tasks_consult": _work(_("tasks: only after consulting"), Mend.TASKS),
    "tasks_never": _work(_("tasks: never"), Mend.TASKS),
    "not_done": _work(_("what we don’t do"), Mend.PROGRAMME),
    "mandate": _work(_("what the volunteer may decide"), Mend.PROGRAMME),
    "relation_frame": _work(_("closeness and distance: gifts, money, phone"), Mend.PROGRAMME),
    "steps_in": _work(_("who steps in, and for which tasks"), Mend.TASKS),
    "contact_person": _work(_("contact person"), optional=False),
    "contact_phone": Placeholder(
        _("phone of the contact person"), Mend.SETTINGS, needs_programme=True
    ),
    "coach": _work(_("coach")),
    "responsible": _work(_("professional with final responsibility")),
    "staff_presence": _work(_("which professional is near")),
    "reachable_hours": _work(_("when the professional can be reached")),
    "on_call_term": _work(_("how soon the person on call answers")),
    "stand_in": _work(_("who takes over when a volunteer is away")),
    "on_call": _work(_("who answers when"), Mend.ON_CALL),
    "training": _work(_("training before the start"), Mend.TRAINING),
    "rhythm": _work(_("how often people meet"), Mend.CONTACT, optional=False),
    "support_rhythm": _work(_("how often the coordinator speaks the volunteer"), Mend.PROGRAMME),
    "trial": _work(_("length of the trial"), Mend.PROGRAMME),
    "minimum_term": _work(_("shortest length"), Mend.PROGRAMME),
}


def names_in(text: str) -> set[str]:
    """The names between braces in a text."""
    return set(NAME.findall(text))


def unknown_in(text: str) -> set[str]:
    """Names between braces that mean nothing: a typing error of the writer."""
    return names_in(text) - set(PLACEHOLDERS)


def fill(
    title: str, clauses: Iterable[Clause], values: Mapping[str, str]
) -> tuple[str, tuple[Clause, ...]]:
    """The title and the clauses, filled in. A clause in which no line is left is left out.

    `values`: name → words, '' or absent for what nobody filled in. Raises CannotFill with everything that is
    missing at once.
    """
    clauses = list(clauses)
    wanted = names_in(title).union(*(names_in(f"{it.heading}\n{it.text}") for it in clauses))
    missing = sorted(name for name in wanted if not values.get(name) and not _may_lack(name))
    if missing:
        raise CannotFill(
            _now("This text can’t be filled in yet. Something is still missing."),
            [PLACEHOLDERS[name].label if name in PLACEHOLDERS else name for name in missing],
            codes=missing,
        )
    filled = (_filled(clause, values) for clause in clauses)
    return _put(title, values), tuple(clause for clause in filled if clause.text)


def _may_lack(name: str) -> bool:
    return name in PLACEHOLDERS and PLACEHOLDERS[name].is_optional


def _filled(clause: Clause, values: Mapping[str, str]) -> Clause:
    kept = _without_empty(clause.text.splitlines(), values)
    text = "\n".join(_line(line, values) for line in kept)
    return replace(clause, heading=_put(clause.heading, values), text=text.strip())


def _without_empty(lines: list[str], values: Mapping[str, str]) -> list[str]:
    """The lines of which everything is known; a line that announces («…:») goes when all it announced went."""
    kept: list[str] = []
    announced: list[bool] = []
    for line in reversed(lines):
        has_all = all(values.get(name) for name in names_in(line))
        if line.rstrip().endswith(":") and announced and not any(announced):
            announced = []
            continue
        if _is_announced(line):
            announced.append(has_all)
        else:
            announced = []
        if has_all:
            kept.append(line)
    return kept[::-1]


def _is_announced(line: str) -> bool:
    """Whether it is an item of a list: a bullet, or a placeholder alone on its line."""
    bare = line.strip()
    return bare.startswith("- ") or NAME.fullmatch(bare) is not None


def _line(line: str, values: Mapping[str, str]) -> str:
    """A line filled in; a list keeps its bullets only where it stands alone."""
    if NAME.fullmatch(line.strip()):
        return _put(line.strip(), values)
    return NAME.sub(lambda found: _in_a_sentence(values.get(found[1], "")), line)


def _in_a_sentence(value: str) -> str:
    return ", ".join(line.strip().removeprefix("- ") for line in value.splitlines())


def _put(text: str, values: Mapping[str, str]) -> str:
    return NAME.sub(lambda found: values.get(found[1], ""), text)
