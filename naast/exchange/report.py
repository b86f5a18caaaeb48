"""What the check of a list tells the screen: counts, problems, doubles and changes, as plain JSON."""

import json
from datetime import date
from typing import Any

from django.utils.formats import date_format

from naast.exchange.duplicates import Verdict
from naast.exchange.identity import fingerprint_of
from naast.exchange.listing import List, unmapped
from naast.exchange.plan import Alike, Card, Outcome, Plan, Planned
from naast.exchange.reading import as_text, is_filled
from naast.exchange.vocabulary import field_named
from naast.exchange.words_of import word_for, words_for_week
from naast.people.terms import language_name

# A screen shows this much; the spreadsheet with leftovers has everything.
MOST_PROBLEMS, MOST_ALIKE, MOST_CHANGED, MOST_NOTES, MOST_ROWS = 500, 200, 100, 100, 40

Report = dict[str, Any]


def make_report(listed: List, plan: Plan) -> Report:
    """Everything the preview shows."""
    problems = [problem.as_json() for problem in plan.problems()]
    return {
        "counts": plan.counts() | {"rows": len(plan.planned)},
        "problems": problems[:MOST_PROBLEMS],
        "problem_count": len(problems),
        "notes": [note.as_json() for note in plan.notes()[:MOST_NOTES]],
        "doubtful": [_doubt(each) for each in plan.planned if needs_decision(each)][:MOST_ALIKE],
        "mentioned": [_alike(each) for each in plan.alike() if each.verdict is Verdict.MENTION][
            :MOST_ALIKE
        ],
        "changed": [
            _changed(each, listed.kind) for each in plan.planned if each.outcome is Outcome.UPDATED
        ][:MOST_CHANGED],
        "unmapped": [column.name for column in unmapped(listed)],
        "columns": [
            {"letters": column.letters, "heading": column.heading, "field": column.field}
            for column in listed.understanding.columns
        ],
        "rows": _grid(listed, plan),
    }


def needs_decision(each: Planned) -> bool:
    """Whether the row waits for «same person» or «new person»."""
    return each.outcome is Outcome.LEFT_OUT and any(
        problem.code == "duplicate.ask" for problem in each.row.problems
    )


def _doubt(each: Planned) -> dict[str, Any]:
    return {
        "row": each.row.number,
        "fingerprint": fingerprint_of(each.wanted),
        "this": _card(each.alike[0].this),
        "others": [_alike(alike) for alike in each.alike if alike.verdict is not Verdict.MENTION],
    }


def _alike(alike: Alike) -> dict[str, Any]:
    return {
        "row": alike.row,
        "why": alike.why.value,
        "this": _card(alike.this),
        "other": _card(alike.other),
        "person_id": str(alike.person_id) if alike.person_id else "",
        "other_row": alike.other_row,
    }


def duplicates_json(plan: Plan) -> list[dict[str, Any]]:
    """The likely duplicates for the command's answer: rows, what they share, never silently merged."""
    found = []
    for alike in plan.alike():
        entry = _alike(alike)
        found.append(
            {
                "row": entry["row"],
                "value": entry["this"]["name"],
                "same_as_row": entry["other_row"],
                "same_as_person": entry["person_id"] or None,
                "name": entry["other"]["name"],
                "reason": entry["why"],
                "certainty": alike.verdict.value,
            }
        )
    return found


def _card(card: Card) -> dict[str, str]:
    return {
        "name": card.name,
        "birth_on": date_format(card.birth_on, "DATE_FORMAT") if card.birth_on else "",
        "email": card.email,
        "phone": card.phone,
        "place": card.place,
    }


def _changed(each: Planned, kind: str) -> dict[str, Any]:
    name = f"{each.wanted.get('given_name', '')} {each.wanted.get('family_name', '')}".strip()
    return {
        "row": each.row.number,
        "name": name,
        "changes": [
            {
                "field": _field_name(kind, change.field),
                "old": in_words(change.field, change.old, kind),
                "new": in_words(change.field, change.new, kind),
            }
            for change in each.changes
            if change.field != "hat"
        ],
    }


_CODE_OF = {"weekly": "availability"}


def _field_name(kind: str, code: str) -> str:
    field = field_named(kind, _CODE_OF.get(code, code))
    return field.heading if field else code


def in_words(code: str, value: Any, kind: str) -> str:
    """A value of a state as a reader would write it."""
    if value in (None, "", [], {}):
        return ""
    if code == "weekly":
        return words_for_week(value)
    if isinstance(value, bool):
        return word_for("answer", "yes" if value else "no")
    if isinstance(value, date):
        return str(date_format(value, "SHORT_DATE_FORMAT"))
    return _words(code, value, kind)


def _words(code: str, value: Any, kind: str) -> str:
    if isinstance(value, dict):
        return ", ".join(
            f"{language_name(key)} ({word_for('level', str(level))})"
            for key, level in value.items()
        )
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return word_for(_table(code, kind), str(value)) if _table(code, kind) else str(value)


def _table(code: str, kind: str) -> str:
    if code == "status":
        return "volunteer_status" if kind == "volunteers" else "participant_status"
    return {"gender": "gender", "state": "match_state", "mode": "mode", "mood": "mood"}.get(
        code, ""
    )


def _grid(listed: List, plan: Plan) -> list[dict[str, Any]]:
    """Rows of the sheet as the user knows them, those with problems first."""
    ordered = [*plan.left_out(), *plan.taken()]
    return [_grid_row(listed, each) for each in ordered[:MOST_ROWS]]


def _grid_row(listed: List, each: Planned) -> dict[str, Any]:
    cells = listed.sheet.rows[each.row.number - 1]
    texts = []
    for column in listed.understanding.columns:
        cell = cells[column.index] if column.index < len(cells) else ""
        found = [problem.message for problem in each.row.problems if problem.column == column.name]
        texts.append(
            {
                "text": as_text(cell)[:80] if is_filled(cell) else "",
                "problem": " ".join(found),
                "heading": column.name,
            }
        )
    loose = [
        problem.message
        for problem in each.row.problems
        if problem.column not in {column.name for column in listed.understanding.columns}
    ]
    return {
        "row": each.row.number,
        "outcome": each.outcome.value,
        "cells": texts,
        "problem": " ".join(loose),
    }


def leftovers(listed: List, plan: Plan) -> str:
    """The rows that were left out, with the reason beside each, as JSON; empty when there are none."""
    columns = listed.understanding.columns
    rows = []
    for each in plan.left_out():
        if not each.row.problems:
            continue
        cells = listed.sheet.rows[each.row.number - 1]
        reason = " ".join(
            f"{problem.column}: {problem.message}" if problem.column else problem.message
            for problem in each.row.problems
        )
        texts = [
            as_text(cells[column.index]) if column.index < len(cells) else "" for column in columns
        ]
        rows.append([each.row.number, reason, *texts])
    if not rows:
        return ""
    return json.dumps(
        {"headings": [column.name for column in columns], "rows": rows}, ensure_ascii=False
    )
