"""Taking our starter set: once, or again when we made it better."""

from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any, TypeVar

from django.db import transaction

from naast.audit import log
from naast.casebook.index import codes_of, words_of
from naast.casebook.inputs import CaseText, SheetText, Taken
from naast.casebook.models import SHEET_LISTS, Case, Sheet
from naast.casebook.policies import can_write
from naast.casebook.starter import loader
from naast.casebook.words import LISTS
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation

P = TypeVar("P", Case, Sheet)


@transaction.atomic
def take_starter_set(*, actor: Actor) -> Taken:
    """Add what is not here yet, and bring what nobody changed here up to date; what was changed or put aside
    stays so. Twice does nothing more. A constant number of queries. Raises NotAllowed."""
    can_write(actor).require()
    # One at a time: two clicks at once would both find nothing.
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=actor.organisation_id)
    kinds = (
        _take(Case, [_new_case(actor, row) for row in loader.cases()]),
        _take(Sheet, [_new_sheet(actor, row) for row in loader.sheets()]),
    )
    taken = Taken(
        added=sum(each.added for each in kinds), renewed=sum(each.renewed for each in kinds)
    )
    if taken.added or taken.renewed:
        log.record(
            "casebook.starter-taken",
            actor=actor,
            target=organisation,
            changes={"version": loader.VERSION, **asdict(taken)},
        )
    return taken


def _take(model: type[P], wanted: Sequence[P]) -> Taken:
    """Of one kind: at most three queries."""
    here = {
        (row.code, row.language): row
        for row in model.objects.filter(
            organisation_id=wanted[0].organisation_id, code__in=[each.code for each in wanted]
        )
    }
    new = [each for each in wanted if (each.code, each.language) not in here]
    model.objects.bulk_create(new)
    older = [
        _brought_up_to(here[each.code, each.language], each)
        for each in wanted
        if (each.code, each.language) in here and _is_older(here[each.code, each.language])
    ]
    if older:
        model.objects.bulk_update(older, _columns_of(older[0]))
    return Taken(added=len(new), renewed=len(older))


def _is_older(row: P) -> bool:
    return row.changed_on is None and (row.starter_version or 0) < loader.VERSION


def _brought_up_to(row: P, newest: P) -> P:
    for name in _columns_of(row):
        setattr(row, name, getattr(newest, name))
    return row


def _columns_of(row: Case | Sheet) -> list[str]:
    """What comes from us: the text, its version, and by what it is found."""
    text = [field.name for field in fields(CaseText if isinstance(row, Case) else SheetText)]
    return [*text, "starter_version", "index_text", "index_codes"]


def _new_case(actor: Actor, row: loader.Row) -> Case:
    text = CaseText(**_known(CaseText, row))
    return Case(**_origin(actor, row), **index_of_case(text), **asdict(text))


def _new_sheet(actor: Actor, row: loader.Row) -> Sheet:
    text = SheetText(**_known(SheetText, row))
    return Sheet(**_origin(actor, row), **index_of_sheet(text), **asdict(text))


def _known(kind: type[CaseText | SheetText], row: loader.Row) -> dict[str, Any]:
    """What the organisation keeps of a row: numbers of the catalogue, for one, stay with us."""
    return {each.name: row[each.name] for each in fields(kind) if each.name in row}


def _origin(actor: Actor, row: loader.Row) -> dict[str, object]:
    return {
        "organisation_id": actor.organisation_id,
        "code": row["code"],
        "starter_version": loader.VERSION,
    }


def index_of_case(text: CaseText) -> dict[str, str]:
    """By what a case is found: its title and what happens, and its codes."""
    return {
        "index_text": words_of((text.title, text.situation)),
        "index_codes": codes_of({name: getattr(text, name) for name in LISTS}),
    }


def index_of_sheet(text: SheetText) -> dict[str, str]:
    """By what a sheet is found: all its words."""
    lists = [line for name in SHEET_LISTS for line in getattr(text, name)]
    return {"index_text": words_of((text.title, text.lead, text.means, *lists))}
