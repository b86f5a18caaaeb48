"""naast import FILE --organisation SLUG --kind KIND: load a list from the command line."""  # noqa: N999 -- the command is called import

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from naast.core.errors import DomainError
from naast.exchange.errors import UnusableList
from naast.exchange.listing import List, make_plan, understand_list
from naast.exchange.models import ImportJob
from naast.exchange.plan import Decisions, Outcome, Plan
from naast.exchange.reading import read_path
from naast.exchange.report import duplicates_json
from naast.exchange.services import load_now
from naast.exchange.values.readings import folded
from naast.exchange.vocabulary import KINDS, field_named, known_words
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation

ALL_TAKEN, LEFT_OUT, UNREADABLE = 0, 1, 2


class Command(BaseCommand):
    """Loads a spreadsheet. Exit status: 0 all rows taken, 1 rows left out, 2 not readable."""

    help = "Load a list of volunteers, participants, matches or visits from a spreadsheet."
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The words after the command."""
        parser.add_argument("file", help="xlsx, ods, xls, csv, tsv or json")
        parser.add_argument("--organisation", required=True, help="its short name in addresses")
        parser.add_argument("--kind", required=True, help=", ".join(KINDS))
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would happen, change nothing"
        )
        parser.add_argument(
            "--all-or-nothing", action="store_true", help="load nothing when a row can't be taken"
        )
        parser.add_argument(
            "--json", action="store_true", help="print one JSON object and nothing else"
        )
        parser.add_argument("--sheet", default="", help="the sheet to read; the best one otherwise")
        parser.add_argument(
            "--map",
            action="append",
            default=[],
            metavar="HEADING=FIELD",
            help="say what a column means; an empty field leaves it out",
        )
        parser.add_argument(
            "--doubtful",
            choices=["ask", "new"],
            default="ask",
            help="rows that may be somebody you know: leave them out (ask) or take them as new",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Read, plan, load, tell."""
        organisation = Organisation.objects.filter(slug=options["organisation"]).first()
        with override(organisation.language if organisation else "en"):
            try:
                status = self._load(organisation, options)
            except DomainError as error:
                self._refuse(str(error), as_json=options["json"])
                status = UNREADABLE
        if status:
            sys.exit(status)

    def _load(self, organisation: Organisation | None, options: dict[str, Any]) -> int:
        if organisation is None:
            raise UnusableList(
                _("There is no organisation “%(slug)s”.") % {"slug": options["organisation"]}
            )
        if options["kind"] not in KINDS:
            raise UnusableList(
                _("There is no kind of list “%(kind)s”. Choose one of: %(kinds)s.")
                % {"kind": options["kind"], "kinds": ", ".join(KINDS)}
            )
        actor = Actor.system(organisation, reason="command line import")
        path = Path(options["file"])
        listed = _listed(actor, path, options)
        plan = make_plan(listed, Decisions(otherwise=options["doubtful"]))
        is_strict = options["all_or_nothing"]
        if not options["dry_run"]:
            rule = ImportJob.Rule.ALL_OR_NOTHING if is_strict else ImportJob.Rule.GOOD_ROWS
            load_now(actor=actor, listed=listed, rule=rule, plan=plan, name=path.name)
        answer = _answer(plan, is_strict=is_strict)
        if options["json"]:
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
        else:
            self._tell(answer, is_dry=options["dry_run"])
        return LEFT_OUT if plan.left_out() else ALL_TAKEN

    def _refuse(self, sentence: str, *, as_json: bool) -> None:
        """One sentence on standard error; a script that asked for JSON still gets its one object."""
        self.stderr.write(sentence)
        if as_json:
            problem = {"row": None, "column": "", "value": "", "message": sentence}
            self.stdout.write(json.dumps(_EMPTY | {"problems": [problem]}, ensure_ascii=False))

    def _tell(self, answer: dict[str, Any], *, is_dry: bool) -> None:
        heading = _("Nothing was changed. This would happen:") if is_dry else _("Done.")
        self.stdout.write(heading)
        for key, label in (
            ("rows", _("rows")),
            ("created", _("new")),
            ("updated", _("changed")),
            ("unchanged", _("unchanged")),
        ):
            self.stdout.write(f"  {answer[key]:>6}  {label}")
        if answer["unmapped"]:
            self.stdout.write(
                _("Columns that were not taken: %(names)s")
                % {"names": ", ".join(answer["unmapped"])}
            )
        for double in answer["duplicates"]:
            other = (
                double["name"]
                if double["same_as_row"] is None
                else _("row %(row)s") % {"row": double["same_as_row"]}
            )
            self.stdout.write(
                _("Row %(row)s looks like %(other)s.") % {"row": double["row"], "other": other}
            )
        if answer["problems"]:
            count = len(answer["problems"])
            self.stdout.write(
                ngettext("%(count)s problem:", "%(count)s problems:", count) % {"count": count}
            )
        for problem in answer["problems"]:
            place = _("row %(row)s") % {"row": problem["row"]}
            parts = [part for part in (place, problem["column"], problem["value"]) if part]
            self.stdout.write(f"  {' · '.join(parts)}: {problem['message']}")


_EMPTY: dict[str, Any] = {
    "rows": 0,
    "created": 0,
    "updated": 0,
    "unchanged": 0,
    "duplicates": [],
    "problems": [],
    "unmapped": [],
}


def _listed(actor: Actor, path: Path, options: dict[str, Any]) -> List:
    listed = understand_list(actor, read_path(path), options["kind"], sheet_name=options["sheet"])
    given = dict(_pair(text, options["kind"]) for text in options["map"])
    if not given:
        return listed
    columns = {folded(column.name): column.index for column in listed.understanding.columns}
    mapping = listed.understanding.mapping()
    for heading, field in given.items():
        if heading not in columns:
            raise UnusableList(_("There is no column “%(name)s” in this list.") % {"name": heading})
        # What is said outright takes the field away from the column that was guessed.
        mapping = {index: code for index, code in mapping.items() if code != field} | {
            columns[heading]: field
        }
    understanding = listed.understanding.with_mapping(mapping)
    return List(actor, listed.kind, listed.sheet, understanding)


def _pair(text: str, kind: str) -> tuple[str, str]:
    heading, equals, field = text.rpartition("=")
    code = field.strip()
    if code and field_named(kind, code) is None:
        code = known_words(kind).get(folded(code), "")
        if not code:
            raise UnusableList(_("There is no field “%(name)s”.") % {"name": field})
    if not equals:
        raise UnusableList(_("Write --map as heading=field."))
    return folded(heading), code


def _answer(plan: Plan, *, is_strict: bool) -> dict[str, Any]:
    counts = plan.counts()
    if is_strict and counts[Outcome.LEFT_OUT]:
        counts = dict.fromkeys(counts, 0)
    return {
        "rows": len(plan.planned),
        "created": counts[Outcome.CREATED],
        "updated": counts[Outcome.UPDATED],
        "unchanged": counts[Outcome.UNCHANGED],
        "duplicates": duplicates_json(plan),
        "problems": [problem.as_json() for problem in plan.problems()],
        "unmapped": plan.unmapped,
    }
