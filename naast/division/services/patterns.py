"""Moving a match to another pattern of responsibility, and hearing how much room somebody likes."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.audit import log
from naast.companionship.models import Match
from naast.companionship.services.steps import locked, save
from naast.core import clock
from naast.core.errors import DomainError, StateConflict
from naast.division import rules
from naast.division.errors import WordsMissing
from naast.division.models import PatternMove, RoomWish
from naast.division.policies import matches as policies
from naast.division.services.telling import tell_each, users_of
from naast.organisations.actors import Actor
from naast.programmes.models import Pattern


@transaction.atomic
def move_pattern(
    *, actor: Actor, match_id: UUID, pattern: Pattern, reason: str, moved_on: date
) -> PatternMove:
    """Move a match to another pattern, with a reason and a day; both hear that the rules changed (B10).

    The pattern of the programme needs no override: then the match follows its programme again. Raises
    Match.DoesNotExist, NotAllowed, StateConflict when it has this pattern already, WordsMissing without a
    reason, or DomainError for a day to come.
    """
    match = locked(policies.visible_to(actor), match_id)
    policies.can_arrange(actor, match).require()
    before = rules.pattern_of(match)
    if before == pattern:
        raise StateConflict(_("This match has this pattern already."))
    if not reason.strip():
        raise WordsMissing(_("Write down why: both read it."), field="reason")
    if moved_on > clock.today():
        raise DomainError(_("Choose today or a day that is past."))
    follows = pattern == match.programme.pattern
    save(
        match,
        pattern="" if follows else pattern.value,
        pattern_reason="" if follows else reason.strip(),
    )
    move = PatternMove.objects.create(
        organisation_id=match.organisation_id,
        match=match,
        from_pattern=before,
        to_pattern=pattern,
        moved_on=moved_on,
        reason=reason.strip(),
        moved_by_id=actor.membership_id,
    )
    changes = {"from": before.value, "to": pattern.value}
    log.record("match.pattern-moved", actor=actor, target=match, changes=changes)
    tell_each(
        actor,
        users_of(match),
        kind="division.pattern",
        subject=gettext_lazy("How you work together has changed"),
        body=gettext_lazy(
            "Who carries what in your match has changed. The page says what it means for you."
        ),
        url=actor.url("division:my_division", match_id=match.pk),
    )
    return move


@transaction.atomic
def say_room(*, actor: Actor, match_id: UUID, wants: RoomWish.Wants) -> RoomWish:
    """The volunteer says how much they like to decide in this match (S1-104); they may change it any day.

    Raises Match.DoesNotExist or NotAllowed.
    """
    match: Match = locked(policies.visible_to(actor), match_id)
    policies.can_say_as(actor, match, policies.VOLUNTEER).require()
    wish, _made = RoomWish.objects.update_or_create(
        match=match,
        defaults={
            "organisation_id": match.organisation_id,
            "wants": wants,
            "said_on": clock.today(),
        },
    )
    log.record("match.room-said", actor=actor, target=match)
    return wish
