"""The channel between a candidate and us: a question, an answer (S1-248)."""

from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError
from naast.organisations.actors import Actor
from naast.programmes.models import StageKind
from naast.recruitment.letters_public import ANSWERED
from naast.recruitment.models import Application, Question, Talk, Waits
from naast.recruitment.policies import applications as policies
from naast.recruitment.policies import own
from naast.recruitment.services import moving
from naast.recruitment.services.arrivals import answer_by
from naast.recruitment.services.telling import tell_coordinator
from naast.recruitment.services.writing import write_usual
from naast.recruitment.states import Status


class NothingSaid(DomainError):
    """A line without words."""


@transaction.atomic
def ask(*, actor: Actor, application_id: UUID, text: str) -> Question:
    """A question of the candidate, at any moment. From now on we owe an answer, within two working days.

    Raises Application.DoesNotExist, NotAllowed or NothingSaid.
    """
    application = moving.lock(actor, application_id)
    own.can_act_for_self(actor, application).require()
    question = _line(actor, application, text, is_by_candidate=True)
    if application.status == Status.OPEN:
        due_on = answer_by(clock.today(), application.organisation.country)
        moving.owe(application, Waits.US, due_on=due_on)
        application.save(update_fields=moving.OWED)
    log.record("question.asked", actor=actor, target=application)
    _tell_coordinator(actor, application)
    return question


@transaction.atomic
def answer(*, actor: Actor, application_id: UUID, text: str) -> Question:
    """An answer to all that is open, or a word of our own. The candidate gets a letter that says that
    there is one, not what it says.

    Raises Application.DoesNotExist, NotAllowed or NothingSaid.
    """
    application = moving.lock(actor, application_id)
    policies.can_talk(actor, application).require()
    line = _line(actor, application, text, is_by_candidate=False)
    application.questions.filter(is_by_candidate=True, answered_at__isnull=True).update(
        answered_at=clock.now()
    )
    if application.status == Status.OPEN:
        _owe_after_answer(application)
        application.save(update_fields=moving.OWED)
    log.record("question.answered", actor=actor, target=application)
    write_usual(actor, application, ANSWERED)
    return line


def _line(actor: Actor, application: Application, text: str, *, is_by_candidate: bool) -> Question:
    if not text.strip():
        raise NothingSaid(_("Write a few words first."))
    return Question.objects.create(
        organisation_id=actor.organisation_id,
        application=application,
        is_by_candidate=is_by_candidate,
        author_id=actor.membership_id,
        text=text.strip(),
    )


def _owe_after_answer(application: Application) -> None:
    """Who had the next step before the question has it again: the candidate who thinks or may choose a
    moment; otherwise we do, by the day of the talk when there is one."""
    talks = {
        talk.status: talk
        for talk in application.talks.filter(
            status__in=[Talk.Status.INVITED, Talk.Status.PLANNED]
        ).order_by("-starts_at")
    }
    if application.stage == StageKind.THINKING or Talk.Status.INVITED in talks:
        moving.owe(application, Waits.CANDIDATE)
        return
    planned = talks.get(Talk.Status.PLANNED)
    ahead = localdate(planned.starts_at) if planned and planned.starts_at else None
    moving.owe(application, Waits.US, due_on=ahead if ahead and ahead > clock.today() else None)


def _tell_coordinator(actor: Actor, application: Application) -> None:
    tell_coordinator(
        actor,
        application,
        kind="question.asked",
        subject=gettext_lazy("A candidate has a question"),
        body=gettext_lazy("Somebody asked something on their own page. Answer within two days."),
    )
