"""Reads about terms: what is kept how long, what would go tonight, what went."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import IntegerField, QuerySet, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from naast.core import retention
from naast.core.retention import Kind
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.people.api import visible_to
from naast.people.models import Person
from naast.privacy.models import Backups, KeptFor, RetentionRun
from naast.privacy.policies import keeping as policies

# A dry run counts so far and no further: then it says «more than».
MOST = 1_000
NIGHTS_SHOWN = 14


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of data: its term in months (or days), from when it goes, and how many rows that are tonight (None:
    not tried)."""

    kind: Kind
    months: int
    own: KeptFor | None
    before: date
    number: int | None = None

    @property
    def is_more(self) -> bool:
        """Whether there are more than were counted."""
        return self.number is not None and self.number > MOST


class _Counted(Subquery):
    """How many rows a query has."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    output_field = IntegerField()


def lines(actor: Actor, *, day: date, is_tried: bool = False) -> list[Line]:
    """Every kind with its term, by title; with `is_tried` also what would go tonight, counted in one query, and the
    kinds of which something goes first."""
    policies.can_choose_terms(actor).require()
    own = {row.kind: row for row in _own(actor)}
    chosen = {code: row.months for code, row in own.items()}
    kinds = list(retention.kinds())
    numbers = _count(actor, kinds, day, chosen) if is_tried else {}
    rows = [
        Line(
            kind=kind,
            months=retention.months_of(kind, actor.organisation_id, chosen),
            own=own.get(kind.code) if kind.is_free else None,
            before=retention.before(kind, actor.organisation_id, day=day, chosen=chosen),
            number=numbers.get(kind.code),
        )
        for kind in kinds
    ]
    return sorted(rows, key=lambda line: (not line.number, str(line.kind.title).casefold()))


def line(actor: Actor, kind: Kind, *, day: date) -> Line:
    """One kind, tried."""
    policies.can_choose_terms(actor).require()
    own = _own(actor).filter(kind=kind.code).first()
    chosen = {kind.code: own.months} if own else {}
    return Line(
        kind=kind,
        months=retention.months_of(kind, actor.organisation_id, chosen),
        own=own,
        before=retention.before(kind, actor.organisation_id, day=day, chosen=chosen),
        number=_count(actor, [kind], day, chosen)[kind.code],
    )


def people_going(actor: Actor, kind: Kind, *, day: date) -> QuerySet[Person]:
    """Who would go tonight, as far as this actor may know them; nobody where a kind names no people."""
    policies.can_choose_terms(actor).require()
    if not kind.shows_people or not kind.person:
        return Person.objects.none()
    rows = retention.going(kind, actor.organisation_id, day=day).order_by()
    return visible_to(actor).filter(pk__in=rows.values(kind.person))


def terms_of(organisation_id: UUID) -> list[tuple[str, str]]:
    """Every kind of data of this house and for how long it is kept here, in words for the person (GDPR art. 15.1.d)."""
    rows = KeptFor.objects.filter(organisation_id=organisation_id)
    chosen = dict(rows.values_list("kind", "months"))
    return [
        (str(kind.title), _term(kind, retention.months_of(kind, organisation_id, chosen)))
        for kind in retention.kinds()
    ]


def _term(kind: Kind, months: int) -> str:
    if kind.has_own_day:
        return _("each has its own day")
    length = _("not longer")
    if kind.days:
        length = ngettext("%(number)s day", "%(number)s days", kind.days) % {"number": kind.days}
    elif months:
        length = ngettext("%(number)s month", "%(number)s months", months) % {"number": months}
    return ", ".join((length, _("counted from %(starts)s.") % {"starts": kind.starts}))


def backups_of(organisation_id: UUID) -> Backups | None:
    """How long backups are kept, for whoever is told that something was erased; None when nobody said it."""
    return Backups.objects.filter(organisation_id=organisation_id).first()


def nights(actor: Actor) -> list[tuple[RetentionRun, int, list[tuple[Kind, int]]]]:
    """The reports of the last nights: how many rows in all, and of which kinds."""
    known = {kind.code: kind for kind in retention.kinds()}
    return [
        (
            run,
            sum(run.counts.values()),
            [(known[code], number) for code, number in sorted(run.counts.items()) if code in known],
        )
        for run in policies.runs_visible_to(actor).order_by("-day")[:NIGHTS_SHOWN]
    ]


def _own(actor: Actor) -> QuerySet[KeptFor]:
    rows = KeptFor.objects.filter(organisation_id=actor.organisation_id)
    return rows.select_related("chosen_by__user")


def _count(actor: Actor, kinds: list[Kind], day: date, chosen: dict[str, int]) -> dict[str, int]:
    counted = [
        _Counted(
            retention.going(kind, actor.organisation_id, day=day, chosen=chosen)
            .order_by()
            .values("pk")[: MOST + 1]
        )
        for kind in kinds
    ]
    found = Organisation.objects.filter(pk=actor.organisation_id).values_list(*counted).get()
    return dict(zip((kind.code for kind in kinds), found, strict=True))
