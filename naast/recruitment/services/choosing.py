"""The candidate chooses freely, on a day that is kept (S1-29)."""

from datetime import timedelta
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.audit import log
from naast.core import clock
from naast.core.errors import StateConflict
from naast.organisations.actors import Actor
from naast.recruitment.models import Application, StopReason, Waits
from naast.recruitment.models.application import YES
from naast.recruitment.policies import own
from naast.recruitment.services import moving
from naast.recruitment.services.outcomes import stop_oneself
from naast.recruitment.services.telling import tell_coordinator
from naast.recruitment.states import LIVING, RESTING, Status

# Thinking time that somebody takes themselves; the longest advice (S1-248).
MORE_DAYS = 14


class Choice(models.TextChoices):
    """What somebody may say at any moment."""

    YES = "yes", gettext_lazy("Yes, I would like to")
    MORE_TIME = "more_time", gettext_lazy("I need more time")
    RATHER_NOT = "rather_not", gettext_lazy("Rather not")


@transaction.atomic
def choose(
    *,
    actor: Actor,
    application_id: UUID,
    choice: Choice,
    stop_reason: StopReason = StopReason.RATHER_NOT_SAY,
) -> Application:
    """What the candidate chose. Yes: we owe the next step; once it fits for us too, this is the free
    choice to start, and its day is kept; who rested is on the way again. More time: nobody asks for two weeks, and an earlier yes is taken
    back; a question that is open stays ours to answer. Rather not: the application closes as their own
    choice, with its day.

    Raises Application.DoesNotExist, NotAllowed or StateConflict.
    """
    application = moving.lock(actor, application_id)
    own.can_act_for_self(actor, application).require()
    if application.status not in LIVING:
        raise StateConflict(_("This is rounded off already. Call us: we gladly look at it again."))
    _keep(actor, application, choice)
    log.record(
        "application.candidate-chose",
        actor=actor,
        target=application,
        changes={"choice": choice.value},
    )
    if choice == Choice.RATHER_NOT:
        return stop_oneself(actor=actor, application_id=application.pk, stop_reason=stop_reason)
    return application


def _keep(actor: Actor, application: Application, choice: Choice) -> None:
    today = clock.today()
    is_to_start = choice == Choice.YES and application.outcome in YES
    application.chose_on = today if is_to_start or choice == Choice.RATHER_NOT else None
    waits_for_answer = application.questions.filter(
        is_by_candidate=True, answered_at__isnull=True
    ).exists()
    if choice == Choice.YES and application.status in RESTING:
        moving.wake(application, actor=actor)
        tell_coordinator(
            actor,
            application,
            kind="application.came-back",
            subject=gettext_lazy("A candidate would like to go on"),
            body=gettext_lazy(
                "Somebody who rested would like to go on. Call or write within two days."
            ),
        )
    elif application.status == Status.OPEN and not waits_for_answer:
        has_time = choice == Choice.MORE_TIME
        due_on = today + timedelta(days=MORE_DAYS) if has_time else None
        moving.owe(application, Waits.CANDIDATE if has_time else Waits.US, due_on=due_on)
    application.save(update_fields=["chose_on", *moving.OWED])
