"""Passing on to the professional what is theirs, and hearing what came of it (S1-111)."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.accounts.models import User
from naast.audit import log
from naast.companionship.models import Match
from naast.companionship.services.steps import locked
from naast.companionship.services.telling import owners
from naast.core import clock
from naast.core.errors import StateConflict
from naast.division.errors import WordsMissing
from naast.division.models import PassedOn
from naast.division.policies import matches as match_policies
from naast.division.policies import passing as policies
from naast.division.queries import passing as queries
from naast.division.services.telling import tell_each
from naast.organisations.actors import Actor
from naast.organisations.taps import same_words


@transaction.atomic
def pass_on(*, actor: Actor, match_id: UUID, about: str, text: str) -> PassedOn:
    """The volunteer passes one sentence on; the professional hears of it at once, or who looks after the match
    when there is none. The same words that still wait are passed on once. Raises Match.DoesNotExist,
    NotAllowed or WordsMissing."""
    match = locked(match_policies.visible_to(actor), match_id)
    match_policies.can_say_as(actor, match, match_policies.VOLUNTEER).require()
    if not text.strip():
        raise WordsMissing(
            _("Write one sentence: what should your professional know?"), field="text"
        )
    waiting = PassedOn.objects.filter(match=match, about=about[:200], taken_up_on__isnull=True)
    said_already = same_words(waiting, text=text)
    if said_already is not None:
        return said_already
    passed = PassedOn.objects.create(
        organisation_id=match.organisation_id, match=match, about=about[:200], text=text.strip()
    )
    log.record("passed-on.written", actor=actor, target=passed, changes={"match": str(match.pk)})
    tell_each(
        actor,
        _receivers(actor, match),
        kind="division.passed-on",
        subject=gettext_lazy("Something for you"),
        body=gettext_lazy(
            "A volunteer passes something on that belongs to you. Read it, take it up, and answer in one line."
        ),
        url=actor.url("division:passed", passed_id=passed.pk),
    )
    return passed


def _receivers(actor: Actor, match: Match) -> list[User]:
    professional = match.professional
    if professional is not None and professional.ended_on is None:
        return [professional.user]
    return [membership.user for membership in owners(actor, match)]


@transaction.atomic
def take_up(*, actor: Actor, passed_id: UUID, answer: str) -> PassedOn:
    """The professional takes it up, and answers in one line that the volunteer reads.

    Raises PassedOn.DoesNotExist, NotAllowed, WordsMissing, or StateConflict when somebody did so already.
    """
    passed = queries.lock_passed(actor, passed_id)
    policies.can_answer(actor, passed).require()
    if passed.taken_up_on is not None:
        raise StateConflict(_("Somebody took this up already."))
    if not answer.strip():
        raise WordsMissing(_("Write one line: the volunteer reads it."), field="answer")
    passed.taken_up_on, passed.answer = clock.today(), answer.strip()
    passed.taken_up_by_id = actor.membership_id
    passed.save(update_fields=["taken_up_on", "answer", "taken_up_by"])
    log.record("passed-on.taken-up", actor=actor, target=passed)
    user = passed.match.volunteer.user
    tell_each(
        actor,
        [user] if user is not None else [],
        kind="division.taken-up",
        subject=gettext_lazy("What you passed on is taken up"),
        body=gettext_lazy("Somebody took up what you passed on, and answered in one line."),
        url=actor.url("division:my_division", match_id=passed.match_id),
    )
    return passed
