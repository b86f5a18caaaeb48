"""A loan and a thing in lines for a page."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from naast.core.templatetags.ui_blocks import Definition
from naast.lending.models import Item, Loan
from naast.organisations.models import Membership


def _day(day: date | None) -> str:
    return date_format(day, "DATE_FORMAT") if day else ""


def _name(member: Membership | None) -> str:
    return member.user.name if member is not None else ""


def lines_of_item(item: Item) -> list[Definition]:
    """What stands in the register."""
    return [
        Definition(_("What"), item.get_kind_display()),
        Definition(_("Number on it"), item.number),
        Definition(_("What belongs to it"), item.note),
        Definition(_("Personal data may be on it"), _("yes") if item.has_data else _("no")),
        Definition(_("No longer lent since"), _day(item.retired_on)),
    ]


def lines_of_loan(loan: Loan) -> list[Definition]:
    """Everything about one loan, as far as it is known."""
    return [
        Definition(_("Number on it"), loan.item.number),
        Definition(_("What belongs to it"), loan.item.note),
        Definition(_("Since"), _day(loan.since_on)),
        Definition(_("Back on"), _day(loan.due_on) or _("when they stop as a volunteer")),
        Definition(_("Lent by"), _name(loan.lent_by)),
        Definition(_("The volunteer said that they have it"), _day(loan.confirmed_on)),
        Definition(_("Came back on"), _day(loan.back_on)),
        Definition(_("How it came back"), loan.get_condition_display()),
        Definition(_("What was on it is erased"), _erased(loan)),
        Definition(_("Taken back by"), _name(loan.taken_by)),
        Definition(_("Anything to know"), loan.note),
    ]


def _erased(loan: Loan) -> str:
    if loan.is_wiped is None:
        return ""
    return _("yes") if loan.is_wiped else _("no")
