"""The early check of a match: each of the two, apart (instruments B24-4)."""

from dataclasses import asdict
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.companionship.models import CallBack, Milestone
from naast.companionship.services.callbacks import ask_call_back
from naast.companionship.services.milestones import close_answered
from naast.core import clock
from naast.core.errors import StateConflict
from naast.organisations.actors import Actor
from naast.surroundings.inputs import CheckAnswers
from naast.surroundings.models import MatchCheck
from naast.surroundings.policies import asking as policies


@transaction.atomic
def fill_in(*, actor: Actor, check_id: UUID, answers: CheckAnswers) -> MatchCheck:
    """The answers of one of the two, told by them or written down for them. «I'd like to talk» becomes a
    call-back. When both answered, the moment of the early check is done.

    Raises MatchCheck.DoesNotExist, NotAllowed or StateConflict.
    """
    check = (
        policies.checks_visible_to(actor)
        .select_for_update(of=("self",))
        .select_related("match__coach__user", "person")
        .get(pk=check_id)
    )
    policies.can_fill_in(actor, check).require()
    if check.answered_at is not None:
        raise StateConflict(_("This was answered already. Thank you."))
    for name, value in asdict(answers).items():
        setattr(check, name, value)
    check.answered_at, check.user_id = clock.now(), actor.user_id
    check.seen_at = None if _asks_for_somebody(check) else clock.now()
    check.save()
    log.record("match.check-answered", actor=actor, target=check, changes={"side": check.side})
    if answers.wants_to_talk:
        ask_call_back(
            actor=actor, kind=CallBack.Kind.TALK, text="", match=check.match, person=check.person
        )
    _close_when_both(actor, check)
    return check


@transaction.atomic
def mark_seen(*, actor: Actor, check_id: UUID) -> MatchCheck:
    """A coordinator read an answer that asks for one. Raises MatchCheck.DoesNotExist or NotAllowed."""
    check = policies.checks_visible_to(actor).select_for_update(of=("self",)).get(pk=check_id)
    policies.can_see_to(actor, check).require()
    check.seen_at = clock.now()
    check.save(update_fields=["seen_at"])
    log.record("match.check-read", actor=actor, target=check)
    return check


def _asks_for_somebody(check: MatchCheck) -> bool:
    """Doubt, a wish to talk, or words: a coordinator should read it."""
    return bool(check.go_on != MatchCheck.GoOn.YES or check.wants_to_talk or check.words.strip())


def _close_when_both(actor: Actor, check: MatchCheck) -> None:
    milestone = check.milestone
    if milestone is None or milestone.kind != Milestone.Kind.EARLY_CHECK:
        return
    # The two may answer at the same moment: whoever comes second then sees the answer of the first.
    Milestone.objects.select_for_update(no_key=True).get(pk=milestone.pk)
    if not MatchCheck.objects.filter(milestone=milestone, answered_at__isnull=True).exists():
        close_answered(actor=actor, milestone=milestone)
