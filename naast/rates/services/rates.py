"""Rows that an administrator adds with their source, and withdraws. None is ever edited."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import pairwise
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.audit import log
from naast.core import clock
from naast.core.errors import Incomplete, StateConflict
from naast.core.text import Text
from naast.law.costs.figures import FIRST_DAY
from naast.law.costs.plausible import Odd, Row, odd, year_of
from naast.law.dated import UNVERIFIED
from naast.messaging.services import tell_members
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Organisation
from naast.organisations.queries import colleagues
from naast.rates import uses, words
from naast.rates.inputs import NewRate
from naast.rates.lawful import AMOUNTS, OF_A_YEAR, OF_COUNTRY, figure_of, known, row_of
from naast.rates.models import Figure, OwnRate
from naast.rates.policies import rates as policies
from naast.rates.queries.figures import rows_with

DAYS_IN_A_YEAR = 366
MOST_TOLD = 20
WITHDRAWN = (
    gettext_lazy("An amount of the law was withdrawn"),
    gettext_lazy("Claims were judged with it. Look at those of its days again."),
)
REPLACED = (
    gettext_lazy("An amount of the law was replaced"),
    gettext_lazy("Claims were judged with the one before. Look at those of its days again."),
)
ORDER = {Figure.CEILINGS: ("day", "year", "raised"), Figure.ALLOWANCE: ("hour", "month", "year")}


@transaction.atomic
def add(*, actor: Actor, new: NewRate) -> OwnRate:
    """Add a published figure with its source. It holds instead of one of the package on the same days.

    Finance hears of it when claims were judged with that one.

    Raises NotAllowed; Incomplete when something can't be, when a row of the organisation already holds on one of
    these days, or when something looks odd and nobody said why it is right. (spec/law 1.7.1, S1-44)
    """
    policies.can_keep(actor).require()
    # Two administrators may enter the same period at once: the lock makes them queue.
    house = Organisation.objects.select_for_update().get(pk=actor.organisation_id)
    if wrong := dict(_wrong(new, house.country, clock.today())):
        raise Incomplete(wrong)
    own = list(OwnRate.objects.filter(organisation=house, withdrawn_at__isnull=True))
    if there := _overlapping(new, own):
        raise Incomplete(
            {
                "valid_from": _(
                    "You already entered an amount for %(days)s. Withdraw it first, or choose other days."
                )
                % {"days": words.days(there.valid_from, there.valid_to)}
            }
        )
    codes = _odd(new, house.country, own)
    why_right = new.why_right.strip()
    if codes and not why_right:
        raise Incomplete({"why_right": words.odd_sentence(list(codes))})
    row = OwnRate.objects.create(
        organisation=house,
        figure=new.figure,
        valid_from=new.valid_from,
        valid_to=new.valid_to,
        amounts=dict(new.amounts),
        source=new.source.strip(),
        odd=list(codes),
        why_right=why_right if codes else "",
        added_by_id=actor.membership_id,
    )
    log.record("rate.added", actor=actor, target=row, changes={"figure": row.figure})
    if Odd.KNOWN_ALREADY in codes and _count(row, since=house.created_at):
        _tell_finance(actor, REPLACED, kind="rates.replaced")
    return row


@transaction.atomic
def withdraw(*, actor: Actor, rate_id: UUID, because: str) -> int:
    """A row no longer holds, with the reason. Returns how many claims were judged with it: they stay as they are,
    and finance hears that they are to be looked at again.

    Raises NotAllowed; OwnRate.DoesNotExist; Incomplete without a reason; StateConflict when it is withdrawn already.
    """
    policies.can_keep(actor).require()
    row = policies.visible_to(actor).select_for_update().get(pk=rate_id)
    if row.withdrawn_at is not None:
        raise StateConflict(_("Somebody withdrew this amount already."))
    if not because.strip():
        raise Incomplete({"because": _("Say why it no longer holds.")})
    number = judged_with(row)
    row.withdrawn_at = clock.now()
    row.withdrawn_by_id = actor.membership_id
    row.withdrawn_because = because.strip()
    row.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_because"])
    log.record("rate.withdrawn", actor=actor, target=row, changes={"claims": number})
    if number:
        _tell_finance(actor, WITHDRAWN, kind="rates.withdrawn")
    return number


def _tell_finance(actor: Actor, words_of: tuple[Text, Text], *, kind: str) -> None:
    members = colleagues(actor, Function.FINANCE)[:MOST_TOLD]
    tell_members(actor, members, words_of, kind=kind, url=actor.url("rates:history"))


def judged_with(row: OwnRate) -> int:
    """How many claims that hold their place were judged with this row; one query."""
    return _count(row, since=row.created_at)


def _count(row: OwnRate, *, since: datetime) -> int:
    figure, last = Figure(row.figure), row.valid_to or date.max
    return uses.judged_with(row.organisation_id, figure, row.valid_from, last, since=since)


def _wrong(new: NewRate, country: str, today: date) -> Iterator[tuple[str, Text]]:
    """What can't be, by field."""
    if new.figure not in OF_COUNTRY.get(country, ()):
        yield "figure", _("The law of your country has no such amount.")
        return
    if not new.source.strip():
        yield "source", _("Say where it stands: a letter, a page, a day.")
    yield from _wrong_days(new, today)
    yield from _wrong_amounts(new)


def _wrong_days(new: NewRate, today: date) -> Iterator[tuple[str, Text]]:
    if new.valid_from < FIRST_DAY:
        yield "valid_from", _("Amounts from before 2019 are not used.")
    if new.valid_to < new.valid_from:
        yield "valid_to", _("It ends before it begins.")
    elif (new.valid_to - new.valid_from).days >= DAYS_IN_A_YEAR:
        yield (
            "valid_to",
            _("An amount holds for a year at most. Enter the next one when it is known."),
        )
    elif new.valid_to.year > today.year + 1:
        yield "valid_to", _("Nobody knows the amounts of that year yet.")
    elif new.figure in OF_A_YEAR and new.valid_to > year_of(new.valid_from).last:
        yield "valid_to", _("This amount holds for one calendar year.")


def _wrong_amounts(new: NewRate) -> Iterator[tuple[str, Text]]:
    names = AMOUNTS[new.figure]
    missing = [name for name in names if new.amounts.get(name, 0) <= 0]
    for name in missing:
        yield name, _("Enter this amount.")
    if missing:
        return
    ordered = ORDER.get(new.figure, ())
    for smaller, larger in pairwise(ordered):
        # The raised amount of a year may be the same as the ordinary one.
        least = new.amounts[smaller] + (larger != "raised")
        if new.amounts[larger] < least:
            yield larger, _("This is less than it can be beside the other amounts.")
    if new.figure == Figure.ALLOWANCE and new.amounts["hour_young"] > new.amounts["hour"]:
        yield "hour_young", _("Younger people can’t have more than others.")


def _overlapping(new: NewRate, own: list[OwnRate]) -> OwnRate | None:
    for row in own:
        ends = row.valid_to or date.max
        if row.figure == new.figure and row.valid_from <= new.valid_to and new.valid_from <= ends:
            return row
    return None


def _odd(new: NewRate, country: str, own: list[OwnRate]) -> tuple[Odd, ...]:
    confirmed = [row for row in known(country) if _is_like(row, new)]
    return odd(row_of(country, new), before=_before(new, country, own), known=confirmed)


def _before(new: NewRate, country: str, own: list[OwnRate]) -> Row | None:
    """The figure of the same kind that began last before this one."""
    earlier = [
        row
        for row in rows_with(country, own)
        if _is_like(row, new) and row.valid_from < new.valid_from
    ]
    return max(earlier, key=lambda row: row.valid_from, default=None)


def _is_like(row: Row, new: NewRate) -> bool:
    return figure_of(row) == new.figure and row.confidence != UNVERIFIED
