"""Where somebody heard of us, written down afterwards (S1-64, S1-231)."""

from uuid import UUID

from django.db import transaction

from naast.audit import log
from naast.organisations.actors import Actor
from naast.recruitment.models import Application
from naast.recruitment.policies import applications as policies
from naast.recruitment.services import moving
from naast.vacancies.models import Channel


@transaction.atomic
def change_channel(*, actor: Actor, application_id: UUID, code: str) -> Application:
    """Through which channel somebody came, as they said it later; an empty code: not known. The journey,
    which stays when the person is forgotten, says the same.

    Raises Application.DoesNotExist, NotAllowed or Channel.DoesNotExist.
    """
    application = moving.lock(actor, application_id)
    policies.can_move(actor, application).require()
    here = Channel.objects.filter(organisation_id=actor.organisation_id)
    channel = here.get(code=code) if code else None
    moving.save(application, channel=channel)
    journey = application.journey
    journey.channel = channel
    journey.save(update_fields=["channel"])
    log.record(
        "application.channel-changed", actor=actor, target=application, changes={"channel": code}
    )
    return application
