"""Who may read and write cases, sheets and cards."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.casebook.models import Case, Piece, Sheet
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor


def cases_visible_to(actor: Actor) -> QuerySet[Case]:
    """Every member reads the cases that are shown, coordinators those put aside too."""
    rows = Case.objects.filter(organisation_id=actor.organisation_id)
    return rows if actor.is_coordinator else rows.filter(is_shown=True)


def sheets_visible_to(actor: Actor) -> QuerySet[Sheet]:
    """Every member reads the sheets that are shown, coordinators those put aside too."""
    rows = Sheet.objects.filter(organisation_id=actor.organisation_id)
    return rows if actor.is_coordinator else rows.filter(is_shown=True)


def can_write(actor: Actor) -> Decision:
    """Coordinators take our set and write texts of their own."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can write cases and sheets."))
    return ALLOW


def can_change(actor: Actor, piece: Piece) -> Decision:
    """Coordinators change the texts of their organisation, ours as well as their own."""
    if piece.organisation_id != actor.organisation_id:
        return deny(_("This text belongs to another organisation."))
    return can_write(actor)
