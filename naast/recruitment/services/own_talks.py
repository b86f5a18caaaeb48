"""What a candidate does with an invitation, behind their own link."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import StateConflict
from naast.organisations.actors import Actor
from naast.organisations.models import Membership
from naast.recruitment.models import Application, Talk, TalkOption, Waits
from naast.recruitment.policies import talks as policies
from naast.recruitment.queries import applications
from naast.recruitment.queries import talks as queries
from naast.recruitment.services import talk_letters
from naast.recruitment.services.moving import OWED, owe
from naast.recruitment.services.talks import become_planned

WHOM_CAP = 120


class MomentGone(StateConflict):
    """Somebody else was first, or the moment has passed."""


@transaction.atomic
def choose(
    *, actor: Actor, application_id: UUID, talk_id: UUID, option_id: UUID, brings_along: str = ""
) -> Talk:
    """The candidate chooses one of the moments: the talk is planned, both are told (S1-238, S1-247).

    The same choice twice is the same as once. Raises Application.DoesNotExist, Talk.DoesNotExist,
    NotAllowed, or MomentGone when the moment has passed or was given to somebody else meanwhile.
    """
    application, talk = _locked(actor, application_id, talk_id)
    option = TalkOption.objects.filter(talk=talk, pk=option_id).first()
    if option is not None and talk.starts_at == option.starts_at:
        return talk
    policies.can_choose(actor, talk).require()
    _lock_host(talk)
    if option is None or option.starts_at <= clock.now() or not queries.is_free(talk, option):
        raise MomentGone(_("This moment is gone. Choose another one, or ask us to call you."))
    talk.status, talk.starts_at, talk.asked_call_on = Talk.Status.PLANNED, option.starts_at, None
    talk.save(update_fields=["status", "starts_at", "asked_call_on"])
    if brings_along.strip():
        application.brings_along = brings_along.strip()[:WHOM_CAP]
        application.save(update_fields=["brings_along"])
    become_planned(actor, application, talk)
    return talk


@transaction.atomic
def ask_to_be_called(*, actor: Actor, application_id: UUID, talk_id: UUID) -> Talk:
    """None of the moments suits: from now on we owe a call. Twice is the same as once.

    Raises Application.DoesNotExist, Talk.DoesNotExist or NotAllowed.
    """
    application, talk = _locked(actor, application_id, talk_id)
    if talk.asked_call_on is not None:
        return talk
    policies.can_choose(actor, talk).require()
    talk.asked_call_on = clock.today()
    talk.save(update_fields=["asked_call_on"])
    owe(application, Waits.US)
    application.save(update_fields=OWED)
    log.record("talk.asked-call", actor=actor, target=application, changes={"talk": str(talk.pk)})
    talk_letters.tell_coordinator(actor, application, kind="talk.asked-call")
    return talk


def _locked(actor: Actor, application_id: UUID, talk_id: UUID) -> tuple[Application, Talk]:
    application = applications.lock_any(actor, application_id)
    talk = (
        Talk.objects.select_related("host__user")
        .select_for_update(of=("self",), no_key=True)
        .get(application=application, pk=talk_id)
    )
    talk.application = application
    return application, talk


def _lock_host(talk: Talk) -> None:
    """Two candidates may choose the same hour of one host at once: the lock makes them queue."""
    if talk.host_id is not None:
        Membership.objects.select_for_update(no_key=True).get(pk=talk.host_id)
