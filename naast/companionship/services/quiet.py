"""Silence leads to one friendly question, never to a red mark (S2-16)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from naast.audit import log
from naast.companionship.models import Match, QuietQuestion
from naast.companionship.policies import visits as policies
from naast.companionship.queries import rhythm
from naast.companionship.services import notices
from naast.companionship.services.callbacks import ask_call_back
from naast.companionship.services.steps import locked
from naast.companionship.services.telling import tell_person
from naast.core import clock
from naast.core.errors import StateConflict
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation

A_BATCH = 500


def ask_quiet_ones(now: datetime) -> int:
    """Put one friendly question to every volunteer we have not heard from for longer than twice the
    rhythm. One question a silence: the next comes only after something was heard again.

    For the night; each organisation and match on its own. Returns how many were asked.
    """
    return sum(_ask_in(organisation, now) for organisation in Organisation.objects.all())


def _ask_in(organisation: Organisation, now: datetime) -> int:
    actor = Actor.system(organisation, reason="asks how quiet matches are")
    day = localdate(now)
    everything = Match.objects.filter(organisation_id=organisation.pk)
    asked_already = QuietQuestion.objects.filter(
        match=OuterRef("pk"), asked_at__date__gte=OuterRef("last_visit_on")
    )
    never_heard = QuietQuestion.objects.filter(match=OuterRef("pk"))
    quiet = rhythm.silent(everything, rhythm.intervals(organisation.pk, day=day), day=day)
    new = quiet.exclude(Exists(asked_already)).exclude(
        Exists(never_heard), last_visit_on__isnull=True
    )
    ids = list(new.order_by("pk").values_list("pk", flat=True)[:A_BATCH])
    return sum(_ask(actor, match_id, now) for match_id in ids)


@transaction.atomic
def _ask(actor: Actor, match_id: UUID, now: datetime) -> int:
    match = locked(Match.objects.filter(organisation_id=actor.organisation_id), match_id)
    # Two nights may run at once: whoever comes second finds the question put.
    if QuietQuestion.objects.filter(match=match, answered_at__isnull=True).exists():
        return 0
    question = QuietQuestion.objects.create(
        organisation_id=match.organisation_id, match=match, asked_at=now
    )
    log.record("match.quiet-asked", actor=actor, target=match)
    tell_person(actor, match, match.volunteer, notices.quiet(question.pk))
    return 1


@transaction.atomic
def answer_quiet(*, actor: Actor, question_id: UUID, answer: str) -> QuietQuestion:
    """One tap. «I'd like to talk» becomes a call-back with a promised day.

    Raises QuietQuestion.DoesNotExist or StateConflict.
    """
    question = (
        policies.quiet_questions_of(actor)
        .select_for_update(of=("self",))
        .select_related("match__coach__user")
        .get(pk=question_id)
    )
    if question.answered_at is not None:
        raise StateConflict(_("You answered this already. Thank you."))
    question.answer, question.answered_at = answer, clock.now()
    question.save(update_fields=["answer", "answered_at"])
    log.record(
        "match.quiet-answered", actor=actor, target=question.match, changes={"answer": answer}
    )
    if answer == QuietQuestion.Answer.TALK:
        ask_call_back(actor=actor, kind="talk", text="", match=question.match)
    return question
