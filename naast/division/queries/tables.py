"""Reads about tables of tasks. Every function starts from what the actor may see."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from naast.companionship.models import Match
from naast.companionship.states import LIVING_STATES
from naast.core.text import Text
from naast.division import table
from naast.division.models import Division, DivisionVersion, DivisionYes
from naast.division.policies import matches, tables
from naast.organisations.actors import Actor
from naast.programmes.models import Pattern, Programme

WITH_PEOPLE = (
    "programme",
    "match__programme",
    "match__volunteer",
    "match__participant",
    "match__professional__user",
)
# So long a table may wait for a yes before anybody is reminded.
WAITS = timedelta(days=14)
VERSIONS_SHOWN = 10


def get_table(actor: Actor, division_id: UUID) -> Division | None:
    """One table, or None when this actor may not know it exists."""
    return tables.visible_to(actor).select_related(*WITH_PEOPLE).filter(pk=division_id).first()


def lock_table(actor: Actor, division_id: UUID) -> Division:
    """The table, locked until the transaction ends. Raises Division.DoesNotExist."""
    rows = tables.visible_to(actor).select_for_update(of=("self",), no_key=True)
    return rows.select_related(*WITH_PEOPLE, "match__volunteer__user").get(pk=division_id)


def table_of(match: Match) -> Division | None:
    """The table of a match the actor may see. One query."""
    return Division.objects.filter(match=match).select_related(*WITH_PEOPLE).first()


def example_of(programme: Programme) -> Division | None:
    """The example of a programme. One query."""
    return Division.objects.filter(programme=programme, match__isnull=True).first()


def version_of(division: Division) -> DivisionVersion:
    """The version that counts now, with who said yes to it."""
    rows = DivisionVersion.objects.prefetch_related("yeses__said_by__user")
    return rows.get(division=division, number=division.number)


@dataclass(frozen=True, slots=True)
class TablePage:
    """A table as everybody reads it."""

    division: Division
    version: DivisionVersion
    groups: list[table.Group]
    # (side, who it is, their yes or None)
    sides: list[tuple[str, Text, DivisionYes | None]]
    # Earlier versions to which somebody said yes, newest first.
    earlier: list[DivisionVersion]

    @property
    def is_agreed(self) -> bool:
        """Whether both said yes to this version."""
        return self.division.agreed_on is not None


def table_page(division: Division) -> TablePage:
    """Everything about one table: two queries for the versions and two for who agreed."""
    said = Prefetch("yeses", DivisionYes.objects.select_related("said_by__user"))
    versions = list(division.versions.prefetch_related(said)[:VERSIONS_SHOWN])
    version, *earlier = versions
    given = {yes.side: yes for yes in version.yeses.all()}
    match = division.match
    now = table.phase_of(match.state) if match is not None else None
    return TablePage(
        division=division,
        version=version,
        groups=table.grouped(table.rows_in(version.content), now=now),
        sides=[(side, label, given.get(side)) for side, label in DivisionYes.Side.choices if match],
        earlier=earlier,
    )


def _unsaid(side: str) -> Q:
    said = DivisionYes.objects.filter(
        version__division=OuterRef("pk"), version__number=OuterRef("number"), side=side
    )
    return ~Q(Exists(said))


def to_agree(actor: Actor, side: str) -> QuerySet[Division]:
    """The tables that wait for the yes of this actor on this side."""
    rows = Division.objects.filter(
        organisation_id=actor.organisation_id,
        agreed_on__isnull=True,
        match__state__in=LIVING_STATES,
    )
    if side == matches.VOLUNTEER and actor.person_id is not None:
        rows = rows.filter(match__volunteer_id=actor.person_id)
    elif side == matches.PROFESSIONAL and actor.membership_id is not None:
        rows = rows.filter(match__professional_id=actor.membership_id)
    else:
        return rows.none()
    return rows.filter(_unsaid(side))


def unsaid(actor: Actor) -> QuerySet[Division]:
    """Tables of living matches that wait for a yes of one of the two."""
    return tables.visible_to(actor).filter(
        agreed_on__isnull=True, match__isnull=False, match__state__in=LIVING_STATES
    )


def waiting(actor: Actor, *, now: datetime) -> QuerySet[Division]:
    """Those that wait for two weeks or longer, for coordinators and the night."""
    return unsaid(actor).filter(waits_since__lte=now - WAITS)


def to_review(actor: Actor, *, day: date) -> QuerySet[Division]:
    """Tables to talk through again."""
    return tables.visible_to(actor).filter(
        match__state__in=LIVING_STATES, review_on__isnull=False, review_on__lte=day
    )


def without_example(actor: Actor) -> QuerySet[Programme]:
    """Running programmes in which volunteer and professional must divide tasks, with matches and no example."""
    peer = Match.objects.filter(
        matches.of_pattern(Pattern.PEER), matches.living(), programme=OuterRef("pk")
    )
    example = Division.objects.filter(programme=OuterRef("pk"), match__isnull=True)
    return Programme.objects.filter(
        Exists(peer),
        ~Exists(example),
        organisation_id=actor.organisation_id,
        status=Programme.Status.ACTIVE,
    )


def without_table(organisation_id: UUID) -> QuerySet[Match]:
    """Living matches whose pattern asks for a table, in a programme with an example, that have none yet."""
    example = Division.objects.filter(programme=OuterRef("programme_id"), match__isnull=True)
    return Match.objects.filter(
        matches.of_pattern(Pattern.PEER),
        matches.living(),
        Exists(example),
        organisation_id=organisation_id,
        division__isnull=True,
    )
