"""Texts of an organisation's own: new, changed, put aside, shown again."""

from dataclasses import asdict
from typing import TypeVar
from uuid import UUID

from django.db import transaction

from naast.audit import log
from naast.casebook.inputs import CaseText, SheetText
from naast.casebook.models import Case, Sheet
from naast.casebook.policies import can_change, can_write, cases_visible_to, sheets_visible_to
from naast.casebook.services.starter import index_of_case, index_of_sheet
from naast.core import clock
from naast.organisations.actors import Actor

P = TypeVar("P", Case, Sheet)


@transaction.atomic
def write_case(*, actor: Actor, text: CaseText) -> Case:
    """A case of our own. Raises NotAllowed."""
    can_write(actor).require()
    case = Case.objects.create(
        organisation_id=actor.organisation_id, **index_of_case(text), **asdict(text)
    )
    log.record("case.written", actor=actor, target=case)
    return case


@transaction.atomic
def change_case(*, actor: Actor, case_id: UUID, text: CaseText) -> Case:
    """Another text; one of ours becomes the organisation's own. Raises Case.DoesNotExist or NotAllowed."""
    case = cases_visible_to(actor).select_for_update(no_key=True).get(pk=case_id)
    can_change(actor, case).require()
    return _changed(actor, case, {**asdict(text), **index_of_case(text)})


@transaction.atomic
def write_sheet(*, actor: Actor, text: SheetText) -> Sheet:
    """A sheet of our own. Raises NotAllowed."""
    can_write(actor).require()
    sheet = Sheet.objects.create(
        organisation_id=actor.organisation_id, **index_of_sheet(text), **asdict(text)
    )
    log.record("sheet.written", actor=actor, target=sheet)
    return sheet


@transaction.atomic
def change_sheet(*, actor: Actor, sheet_id: UUID, text: SheetText) -> Sheet:
    """Another text; one of ours becomes the organisation's own. Raises Sheet.DoesNotExist or NotAllowed."""
    sheet = sheets_visible_to(actor).select_for_update(no_key=True).get(pk=sheet_id)
    can_change(actor, sheet).require()
    return _changed(actor, sheet, {**asdict(text), **index_of_sheet(text)})


@transaction.atomic
def show_case(*, actor: Actor, case_id: UUID, is_shown: bool) -> Case:
    """Let everybody read it, or put it aside. Raises Case.DoesNotExist or NotAllowed."""
    case = cases_visible_to(actor).select_for_update(no_key=True).get(pk=case_id)
    return _shown(actor, case, is_shown=is_shown)


@transaction.atomic
def show_sheet(*, actor: Actor, sheet_id: UUID, is_shown: bool) -> Sheet:
    """Let everybody read it, or put it aside. Raises Sheet.DoesNotExist or NotAllowed."""
    sheet = sheets_visible_to(actor).select_for_update(no_key=True).get(pk=sheet_id)
    return _shown(actor, sheet, is_shown=is_shown)


def _changed(actor: Actor, piece: P, columns: dict[str, object]) -> P:
    for name, value in columns.items():
        setattr(piece, name, value)
    piece.changed_on = clock.today()
    piece.save()
    log.record(f"{piece._meta.model_name}.changed", actor=actor, target=piece)
    return piece


def _shown(actor: Actor, piece: P, *, is_shown: bool) -> P:
    can_change(actor, piece).require()
    if piece.is_shown != is_shown:
        piece.is_shown = is_shown
        piece.save(update_fields=["is_shown"])
        kind = "shown" if is_shown else "put-aside"
        log.record(f"{piece._meta.model_name}.{kind}", actor=actor, target=piece)
    return piece
