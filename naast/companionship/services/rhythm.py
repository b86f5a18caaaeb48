"""What two people agree about how often, and the times at a distance of the house (S1-198, S2-28)."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.companionship.models import DistanceTime, Match, RhythmLine, RhythmYes
from naast.companionship.policies import matches as match_policies
from naast.companionship.policies import rhythm as policies
from naast.companionship.queries.rhythm import own_interval_of
from naast.companionship.services import notices
from naast.companionship.services.steps import lock, save, write_down
from naast.companionship.services.telling import tell_person
from naast.companionship.states import FINAL_STATES, LIVING_STATES, Noted
from naast.core import clock
from naast.core.errors import DomainError, StateConflict
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it was agreed: a way of meeting, and how often."""

    way: str
    every: int = 1
    unit: str = "week"
    with_whom: str = ""


@transaction.atomic
def write_lines(*, actor: Actor, match_id: UUID, lines: tuple[Line, ...]) -> Match:
    """Write down how often these two see each other; both are asked whether it is right. Without lines the
    programme's contact plan counts again. Raises Match.DoesNotExist, NotAllowed or StateConflict."""
    match = lock(actor, match_id)
    match_policies.can_arrange(actor, match).require()
    if match.state in FINAL_STATES:
        raise StateConflict(_("This match has ended: it stays as it was."))
    if [Line(each.way, each.every, each.unit, each.with_whom) for each in _lines(match)] == list(
        lines
    ):
        return match
    match.rhythm_lines.all().delete()
    made = RhythmLine.objects.bulk_create(
        RhythmLine(
            organisation_id=match.organisation_id, match=match, position=place, **asdict(line)
        )
        for place, line in enumerate(lines)
    )
    save(
        match,
        rhythm_version=match.rhythm_version + 1,
        own_interval=own_interval_of(made) if made else None,
    )
    write_down(match, Noted.RHYTHM_CHANGED, actor=actor)
    # Only a match that lives can be said yes to, and without lines there is nothing to agree with.
    told = (match.volunteer, match.participant) if made and match.state in LIVING_STATES else ()
    for person in told:
        tell_person(actor, match, person, notices.RHYTHM_TO_AGREE)
    return match


@transaction.atomic
def agree(
    *, actor: Actor, match_id: UUID, side: str, version: int, how: str = RhythmYes.How.HERE
) -> RhythmYes:
    """One of the two agrees with this version. Twice is once.

    Raises Match.DoesNotExist, NotAllowed, or StateConflict when the lines changed meanwhile.
    """
    match = lock(actor, match_id)
    policies.can_agree(actor, match, side).require()
    if version != match.rhythm_version or not _lines(match):
        raise StateConflict(_("This was changed meanwhile. Read it once more."))
    yes, is_new = RhythmYes.objects.get_or_create(
        organisation_id=match.organisation_id,
        match=match,
        version=version,
        side=side,
        defaults={"agreed_on": clock.today(), "how": how, "user_id": actor.user_id},
    )
    if is_new:
        changes = {"side": side, "version": str(version)}
        log.record("match.rhythm-agreed", actor=actor, target=match, changes=changes)
    return yes


def _lines(match: Match) -> list[RhythmLine]:
    return list(match.rhythm_lines.all())


@dataclass(frozen=True, slots=True)
class AtADistance:
    """From when, how often by phone or online, and what everybody reads."""

    from_on: date
    every: int = 1
    unit: str = "week"
    until_on: date | None = None
    words: str = ""


@transaction.atomic
def keep_distance(*, actor: Actor, terms: AtADistance) -> DistanceTime:
    """For a while the whole house meets by phone or online. Raises NotAllowed, StateConflict or DomainError."""
    policies.can_keep_distance(actor).require()
    Organisation.objects.select_for_update(no_key=True).get(pk=actor.organisation_id)
    if terms.until_on is not None and terms.until_on < terms.from_on:
        raise DomainError(_("The last day comes after the first."))
    # One whose last day has passed is over, though nobody said so.
    open_ones = DistanceTime.objects.filter(
        organisation_id=actor.organisation_id, ended_on__isnull=True
    )
    today = clock.today()
    open_ones.filter(until_on__lt=today).update(ended_on=today)
    if open_ones.exists():
        raise StateConflict(_("There is a time at a distance already. End it first."))
    made = DistanceTime.objects.create(organisation_id=actor.organisation_id, **asdict(terms))
    log.record("house.distance-began", actor=actor, target=made)
    return made


@transaction.atomic
def meet_again(*, actor: Actor) -> DistanceTime:
    """People visit each other again. Raises NotAllowed or DistanceTime.DoesNotExist."""
    policies.can_keep_distance(actor).require()
    found = DistanceTime.objects.select_for_update().get(
        organisation_id=actor.organisation_id, ended_on__isnull=True
    )
    found.ended_on = clock.today()
    found.save(update_fields=["ended_on"])
    log.record("house.distance-ended", actor=actor, target=found)
    return found
