"""A file with its understanding becomes a plan: the part that web and command line share."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from naast.core.clock import today
from naast.exchange import memory
from naast.exchange.cells import PARSERS
from naast.exchange.errors import UnusableList
from naast.exchange.headings import (
    Column,
    Understanding,
    fingerprint,
    understand,
    understand_sheet,
)
from naast.exchange.plan import Decisions, Plan, Setting
from naast.exchange.reading import Sheet, Sheets
from naast.exchange.rows import Context, read_rows
from naast.exchange.subjects import subject_of
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation

NEEDED = {
    "volunteers": ({"full_name", "given_name", "family_name"},),
    "participants": ({"full_name", "given_name", "family_name"},),
    "matches": (
        {"volunteer", "volunteer_email", "volunteer_id", "volunteer_phone", "volunteer_family"},
        {
            "participant",
            "participant_email",
            "participant_id",
            "participant_phone",
            "participant_family",
        },
    ),
}
NEEDED["visits"] = (*NEEDED["matches"], {"visited_on"})


@dataclass(frozen=True, slots=True)
class List:
    """One sheet that is understood as a list of one kind."""

    actor: Actor
    kind: str
    sheet: Sheet
    understanding: Understanding


def context_of(actor: Actor) -> Context:
    """The country of the organisation, and today."""
    country = Organisation.objects.values_list("country", flat=True).get(pk=actor.organisation_id)
    return Context(country, today())


def understand_list(
    actor: Actor,
    sheets: Sheets,
    kind: str,
    *,
    sheet_name: str = "",
    mapping: dict[int, str] | None = None,
    heading_row: int | None = None,
) -> List:
    """The right sheet with its columns: as given, else as remembered, else guessed.

    Raises UnreadableFile when the file has no sheet of that name.
    """
    context = context_of(actor)
    if sheet_name:
        sheet = sheets.named(sheet_name)
        found = understand_sheet(
            sheet, kind, country=context.country, today=context.today, heading_row=heading_row
        )
    else:
        found = understand(sheets, kind, country=context.country, today=context.today)
        sheet = sheets.named(found.sheet)
    if mapping is None:
        mapping = memory.remembered_mapping(actor, kind, fingerprint(found.columns))
    if mapping is not None:
        found = found.with_mapping(mapping)
    return List(actor, kind, sheet, found)


def require_usable(listed: List) -> None:
    """Raise UnusableList unless the columns say whom the rows are about."""
    mapped = set(listed.understanding.mapping().values())
    for needed in NEEDED[listed.kind]:
        if not mapped & needed:
            raise UnusableList(_missing(listed.kind, needed))
    if not any(True for _row in listed.sheet.filled_rows(after=listed.understanding.heading_row)):
        raise UnusableList(_("There are no rows below the headings."))


def _missing(kind: str, needed: set[str]) -> str:
    if "visited_on" in needed:
        return _("No column was found that says on which day they met. Choose it, or add one.")
    if "full_name" in needed:
        return _(
            "No column with names was found in this list. Choose the column that holds the names, or add headings."
        )
    if "volunteer" in needed:
        return _(
            "No column was found that says which volunteer a row is about. Choose it, or add one."
        )
    return _(
        "No column was found that says which participant a row is about. Choose it, or add one."
    )


def make_plan(listed: List, decisions: Decisions | None = None) -> Plan:
    """What would happen to each row. Reads, and changes nothing.

    Raises UnusableList when the columns don't say whom the rows are about.
    """
    require_usable(listed)
    setting = setting_of(listed, decisions)
    rows = list(
        read_rows(listed.sheet, listed.understanding, PARSERS[listed.kind], setting.context)
    )
    planned = subject_of(listed.kind).plan(rows, setting)
    return Plan(planned, [column.name for column in unmapped(listed)])


def setting_of(listed: List, decisions: Decisions | None = None) -> Setting:
    """What the plan of this list depends on."""
    return Setting(listed.actor, listed.kind, context_of(listed.actor), decisions or Decisions())


def unmapped(listed: List) -> list[Column]:
    """Columns that lead nowhere."""
    return listed.understanding.unmapped
