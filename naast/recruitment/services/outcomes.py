"""How getting to know each other ends: a warm yes, or something else that suits better (S1-20)."""

from datetime import date
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError
from naast.messaging import services as messaging
from naast.messaging.texts import Words
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.recruitment import letters
from naast.recruitment.inputs_path import Ending, Welcome
from naast.recruitment.models import Application, Outcome, StopReason, Waits
from naast.recruitment.models.application import YES
from naast.recruitment.policies import applications as policies
from naast.recruitment.services import moving, newcomers, talks, writing
from naast.recruitment.services.referrals import tell_referrer
from naast.recruitment.services.telling import tell_coordinator
from naast.recruitment.states import Status


class AlternativeMissing(DomainError):
    """Nobody leaves without something else that is possible (S1-20)."""


class CannotCarry(DomainError):
    """The organisation has not said that it can carry this now (S1-252)."""


class OtherOutcome(DomainError):
    """A yes and another outcome are two different things to write down."""


@transaction.atomic
def say_whether_we_can_carry(
    *, actor: Actor, application_id: UUID, can: bool, words: str
) -> Application:
    """Before a yes to somebody who needs support, the organisation asks itself whether it can carry this
    now: who said so, and how (S1-252). A no leads to «not now» or to another organisation.

    Raises Application.DoesNotExist, NotAllowed or CannotCarry for an answer without words.
    """
    application = moving.lock(actor, application_id)
    policies.can_move(actor, application).require()
    if not words.strip():
        raise CannotCarry(_("Write down how you carry this, or what is missing to do so."))
    moving.save(
        application, we_can_carry=can, carry_words=words.strip(), carried_by_id=actor.membership_id
    )
    log.record("application.carry-asked", actor=actor, target=application, changes={"can": can})
    return application


@transaction.atomic
def welcome(*, actor: Actor, application_id: UUID, yes: Welcome) -> Application:
    """It fits. The person comes on the list of volunteers, with what they told us, or gets the hat beside
    the one they wear. The start itself follows the candidate's own choice.

    Raises Application.DoesNotExist, NotAllowed, StateConflict, OtherOutcome, CannotCarry, and as
    `newcomers.person_for`.
    """
    application = moving.lock(actor, application_id)
    policies.can_take(actor, application, "start").require()
    _require_yes(application, yes)
    application.expects = yes.expects.strip() or application.expects
    application.we_expect = yes.we_expect.strip() or application.we_expect
    person = newcomers.person_for(actor, application, yes.person_id)
    is_new = application.person_id is None and yes.person_id is None
    moving.owe(application, Waits.CANDIDATE)
    moving.save(
        application,
        person_id=person.pk,
        outcome=yes.outcome,
        expects=application.expects,
        we_expect=application.we_expect,
        made_person=application.made_person or is_new,
        **{name: getattr(application, name) for name in moving.OWED},
    )
    log.record(
        "application.fits", actor=actor, target=application, changes={"person": str(person.pk)}
    )
    if yes.words is not None:
        _write(actor, application, yes.words)
    return application


def _require_yes(application: Application, yes: Welcome) -> None:
    if application.status != Status.OPEN:
        raise moving.conflict()
    if yes.outcome not in YES:
        raise OtherOutcome(_("This is not a yes: round it off with what suits better."))
    if yes.outcome == Outcome.FITS_WITH_SUPPORT and application.we_can_carry is not True:
        raise CannotCarry(
            _("First ask yourselves whether you can carry this now: who does it, and how.")
        )


@transaction.atomic
def round_off(*, actor: Actor, application_id: UUID, ending: Ending) -> Application:
    """It ends here, with an alternative and a warm letter or a talk. Nothing but codes stays after the
    day of erasing, which the letter names.

    Raises Application.DoesNotExist, NotAllowed, StateConflict, OtherOutcome or AlternativeMissing.
    """
    application = moving.lock(actor, application_id)
    if ending.outcome in YES:
        raise OtherOutcome(_("This is a yes: write down that it fits."))
    if not ending.alternative.strip():
        raise AlternativeMissing(_("What is possible instead? Nobody leaves with empty hands."))
    _close(
        actor,
        application,
        outcome=ending.outcome,
        alternative=ending.alternative.strip(),
        stop_reason=ending.stop_reason,
    )
    if ending.words is not None:
        _write(actor, application, ending.words)
    return application


@transaction.atomic
def stop_oneself(*, actor: Actor, application_id: UUID, stop_reason: str = "") -> Application:
    """The candidate stops, on their own page and without having to say why.

    Raises Application.DoesNotExist, NotAllowed or StateConflict.
    """
    application = moving.lock(actor, application_id)
    _close(
        actor,
        application,
        outcome=Outcome.OWN_CHOICE,
        alternative="",
        stop_reason=stop_reason or StopReason.RATHER_NOT_SAY,
    )
    tell_coordinator(
        actor,
        application,
        kind="application.stopped",
        subject=gettext_lazy("A candidate stops"),
        body=gettext_lazy(
            "Somebody said on their own page that they stop. You need to do nothing."
        ),
    )
    return application


def _close(
    actor: Actor, application: Application, *, outcome: str, alternative: str, stop_reason: str
) -> None:
    today = clock.today()
    moving.take(
        application,
        "close",
        actor=actor,
        outcome=outcome,
        alternative=alternative,
        stop_reason=stop_reason,
        closed_on=today,
        later_until=None,
        waits_for=Waits.NOBODY,
        touched_on=today,
        erase_on=erase_day(actor, today),
        erase_told_on=None,
    )
    moving.end_journey(application)
    talks.let_go(actor=actor, application=application)
    tell_referrer(actor=actor, application=application)


def erase_day(actor: Actor, day: date) -> date:
    """On which day somebody who stops today is forgotten (Organisation.candidate_months)."""
    house = Organisation.objects.get(pk=actor.organisation_id)
    return day + relativedelta(months=house.candidate_months)


def usual_words(actor: Actor, application: Application, outcome: str) -> Words:
    """The letter as the coordinator reads it first, with open places for the alternative, which they write
    themselves, and for the day of erasing."""
    kind = letters.OF_OUTCOME[outcome]
    return writing.words_to_change(actor, application, kind, *kind.fills)


def preview(
    actor: Actor, application: Application, outcome: str, *, words: Words, alternative: str = ""
) -> Words:
    """The letter as it would go out now. Raises as messaging.services.compose."""
    return messaging.compose(
        actor=actor, letter=_letter(actor, application, outcome, words, alternative)
    )


def _write(actor: Actor, application: Application, words: Words) -> None:
    """The letter of this outcome; nothing for somebody without an address."""
    if application.email:
        letter = _letter(actor, application, application.outcome, words, application.alternative)
        messaging.write(actor=actor, letter=letter)


def _letter(
    actor: Actor, application: Application, outcome: str, words: Words, alternative: str
) -> messaging.Letter:
    with override(application.language):
        forget_on = date_format(erase_day(actor, clock.today()), "j F Y")
    return writing.letter_to(
        actor,
        application,
        letters.OF_OUTCOME[outcome],
        values={"alternative": alternative.strip(), "forget_on": forget_on},
        words=words,
    )
