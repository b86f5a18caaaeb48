"""Writing a table of tasks together, and saying yes to it (S1-108, S1-181, S3-20)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.audit import log
from naast.companionship.models import Match
from naast.companionship.services.steps import locked
from naast.core import clock
from naast.core.errors import DomainError, NotAllowed, StateConflict
from naast.core.text import Text
from naast.division import table
from naast.division.errors import ChangedMeanwhile
from naast.division.models import Division, DivisionVersion, DivisionYes
from naast.division.policies import matches as match_policies
from naast.division.policies import programmes as programme_policies
from naast.division.policies import tables as policies
from naast.division.queries import tables as queries
from naast.division.queries.terms import terms_of
from naast.division.services.telling import tell_each, users_of
from naast.organisations.actors import Actor
from naast.programmes import queries as programmes
from naast.programmes.models import Programme

READ_IT: tuple[Text, Text] = (
    gettext_lazy("Who does what"),
    gettext_lazy(
        "There is a table of who does what in your match. Read it, change what is not right, and say yes when it is."
    ),
)
CHANGED: tuple[Text, Text] = (
    gettext_lazy("Who does what has changed"),
    gettext_lazy(
        "Somebody changed who does what in your match. Read it again, and say yes when it is right."
    ),
)
AGREED: tuple[Text, Text] = (
    gettext_lazy("Who does what is agreed"),
    gettext_lazy("Both sides said yes to who does what in your match."),
)


@transaction.atomic
def begin_table(*, actor: Actor, match_id: UUID) -> Division:
    """Begin the table of a match, from the example of its programme or else from its tasks.

    Raises Match.DoesNotExist, NotAllowed, or StateConflict when there is one already.
    """
    match = locked(match_policies.visible_to(actor), match_id)
    match_policies.can_work_on(actor, match).require()
    if Division.objects.filter(match=match).exists():
        raise StateConflict(_("The table has been begun already. Look again."))
    division = _make(actor, match.programme, first_rows(match), match)
    log.record("division.begun", actor=actor, target=division, changes={"match": str(match.pk)})
    _tell(actor, match, READ_IT)
    return division


@transaction.atomic
def begin_example(*, actor: Actor, programme_id: UUID) -> Division:
    """Begin the example of a programme: from now on, every match that needs a table gets it at night.

    Raises Programme.DoesNotExist, NotAllowed, or StateConflict when there is one already.
    """
    programme = programmes.lock_programme(actor, programme_id)
    programme_policies.can_arrange(actor, programme).require()
    if queries.example_of(programme) is not None:
        raise StateConflict(_("The example has been begun already. Look again."))
    division = _make(actor, programme, _from_tasks(programme, _sides_of(programme)), None)
    log.record("division.begun", actor=actor, target=division)
    return division


def first_rows(match: Match, example: DivisionVersion | None = None) -> list[table.Row]:
    """The rows with which the table of a match begins; one or two queries without the example."""
    if example is None:
        example = DivisionVersion.objects.filter(
            division__programme_id=match.programme_id, division__match__isnull=True
        ).first()
    if example is not None:
        return table.rows_in(example.content)
    return _from_tasks(match.programme, _sides_of(match.programme, match))


def _from_tasks(programme: Programme, sides: table.Sides) -> list[table.Row]:
    return table.begin(programme.tasks.all(), sides)


def _sides_of(programme: Programme, match: Match | None = None) -> table.Sides:
    professional = match.professional if match is not None else None
    staff = professional.user.name if professional is not None else _("the professional")
    volunteer = match.volunteer.first_name if match is not None else programme.volunteer_word
    both = _("%(one)s and %(other)s") % {"one": volunteer, "other": staff}
    return table.Sides(volunteer, staff, both)


def _make(
    actor: Actor, programme: Programme, rows: list[table.Row], match: Match | None
) -> Division:
    owned = {"organisation_id": programme.organisation_id}
    division = Division.objects.create(
        **owned, programme=programme, match=match, waits_since=clock.now()
    )
    DivisionVersion.objects.create(
        **owned,
        division=division,
        number=1,
        content=table.content_of(rows),
        made_by_id=actor.membership_id,
    )
    return division


def save_row(
    *, actor: Actor, division_id: UUID, number: int, row: table.Row, place: int | None = None
) -> Division:
    """Change the row in this place (counted from 1), or add one at the end.

    `number` is the version that was on the screen. Raises Division.DoesNotExist, NotAllowed,
    ChangedMeanwhile, or DomainError for a table that is too long.
    """

    def change(rows: list[table.Row]) -> list[table.Row]:
        if place is None:
            return [*rows, row]
        return [row if at == place else each for at, each in enumerate(rows, start=1)]

    return _change(actor, division_id, number, change)


def remove_row(*, actor: Actor, division_id: UUID, number: int, place: int) -> Division:
    """Leave this row out. Raises as `save_row`."""
    return _change(
        actor,
        division_id,
        number,
        lambda rows: [each for at, each in enumerate(rows, start=1) if at != place],
    )


@transaction.atomic
def _change(
    actor: Actor,
    division_id: UUID,
    number: int,
    change: Callable[[list[table.Row]], list[table.Row]],
) -> Division:
    """What somebody said yes to stays as it was: other rows are a new version, to which both say yes again. A
    version without any yes only gets a new number, so that nobody agrees to what they did not see."""
    division = queries.lock_table(actor, division_id)
    policies.can_change(actor, division).require()
    _require_same(division, number)
    version = DivisionVersion.objects.get(division=division, number=division.number)
    before = table.rows_in(version.content)
    rows = change(before)
    if rows == before:
        return division
    if len(rows) > table.MOST_ROWS:
        raise DomainError(_("A table with so many rows is not read any more. Put some together."))
    had_yes = version.yeses.exists()
    if had_yes:
        version = DivisionVersion(organisation_id=division.organisation_id, division=division)
    version.number = division.number + 1
    version.content = table.content_of(rows)
    version.made_by_id = actor.membership_id
    version.save()
    _wait_again(division, version.number)
    log.record(
        "division.changed", actor=actor, target=division, changes={"version": version.number}
    )
    if division.match is not None and had_yes:
        _tell(actor, division.match, CHANGED)
    return division


def _wait_again(division: Division, number: int) -> None:
    division.number = number
    division.waits_since = clock.now()
    division.agreed_on = None
    division.save(update_fields=["number", "waits_since", "agreed_on"])


def _require_same(division: Division, number: int) -> None:
    if division.number != number:
        raise ChangedMeanwhile(
            _("Somebody changed the table in the meantime. Read it again as it is now.")
        )


@transaction.atomic
def say_yes(*, actor: Actor, division_id: UUID, number: int) -> Division:
    """The volunteer or the professional agrees to this version.

    Raises Division.DoesNotExist, NotAllowed, ChangedMeanwhile, or StateConflict for a second yes.
    """
    division = queries.lock_table(actor, division_id)
    match = _match_of(division)
    side = match_policies.side_of(actor, match)
    match_policies.can_say_as(actor, match, side).require()
    _require_same(division, number)
    return _yes(actor, division, OnPaper(side, clock.today()), is_on_paper=False)


@dataclass(frozen=True, slots=True)
class OnPaper:
    """A yes that was said on paper or in a talk: of which side, on which day."""

    side: str
    said_on: date


@transaction.atomic
def write_yes(*, actor: Actor, division_id: UUID, number: int, said: OnPaper) -> Division:
    """A coordinator writes down that one side said yes on paper or in a talk.

    Raises Division.DoesNotExist, NotAllowed, ChangedMeanwhile, StateConflict, or DomainError for a day to come.
    """
    division = queries.lock_table(actor, division_id)
    match_policies.can_write_yes(actor, _match_of(division)).require()
    _require_same(division, number)
    if said.said_on > clock.today():
        raise DomainError(_("Choose today or a day that is past."))
    return _yes(actor, division, said, is_on_paper=True)


def _match_of(division: Division) -> Match:
    """Raises Division.DoesNotExist for an example: nobody says yes to that."""
    if division.match is None:
        raise Division.DoesNotExist
    return division.match


def _yes(actor: Actor, division: Division, said: OnPaper, *, is_on_paper: bool) -> Division:
    if actor.membership_id is None:
        raise NotAllowed(_("A yes needs somebody who wrote it down."))
    version = DivisionVersion.objects.get(division=division, number=division.number)
    given = dict(version.yeses.values_list("side", "said_on"))
    if said.side in given:
        raise StateConflict(_("This side said yes already."))
    DivisionYes.objects.create(
        organisation_id=division.organisation_id,
        version=version,
        side=said.side,
        said_on=said.said_on,
        said_by_id=actor.membership_id,
        is_on_paper=is_on_paper,
    )
    log.record(
        "division.agreed",
        actor=actor,
        target=division,
        changes={"side": said.side, "version": version.number, "on_paper": is_on_paper},
    )
    if {*given, said.side} == set(DivisionYes.Side.values):
        division.agreed_on = max(said.said_on, *given.values())
        division.review_on = _next_review(division, division.agreed_on)
        division.save(update_fields=["agreed_on", "review_on"])
        _tell(actor, _match_of(division), AGREED)
    return division


@transaction.atomic
def talk_through(*, actor: Actor, division_id: UUID, talked_on: date) -> Division:
    """They talked the table through; the next time follows from the terms of the programme.

    Raises Division.DoesNotExist, NotAllowed, or DomainError for a day to come.
    """
    division = queries.lock_table(actor, division_id)
    match_policies.can_work_on(actor, _match_of(division)).require()
    if talked_on > clock.today():
        raise DomainError(_("Choose today or a day that is past."))
    division.talked_on = talked_on
    division.review_on = _next_review(division, talked_on)
    division.save(update_fields=["talked_on", "review_on"])
    log.record("division.talked-through", actor=actor, target=division)
    return division


def _next_review(division: Division, day: date) -> date:
    months = terms_of(division.programme_id, language="nl").review_months
    return day + relativedelta(months=months)


def _tell(actor: Actor, match: Match, words: tuple[Text, Text]) -> None:
    subject, body = words
    tell_each(
        actor,
        users_of(match),
        kind="division.table",
        subject=subject,
        body=body,
        url=actor.url("division:my_division", match_id=match.pk),
    )
