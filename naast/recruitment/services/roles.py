"""Another role suits better: the same person goes on, in another programme (S0-14, S1-20)."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core.errors import DomainError
from naast.organisations.actors import Actor
from naast.programmes.models import Programme
from naast.recruitment.models import Application, Waits
from naast.recruitment.policies import applications as policies
from naast.recruitment.services import moving
from naast.recruitment.states import LIVING


class SameRole(DomainError):
    """Nothing would change."""


class DecidedAlready(DomainError):
    """A yes belongs to the programme for which it was given."""


@transaction.atomic
def change_programme(*, actor: Actor, application_id: UUID, programme_id: UUID) -> Application:
    """Go on in another programme: what was told, talked over and asked stays, and so does the stage. From
    now on the path of the other programme counts, in the figures as well, and we owe the next step.

    Raises Application.DoesNotExist, Programme.DoesNotExist, NotAllowed, StateConflict, SameRole or
    DecidedAlready.
    """
    application = moving.lock(actor, application_id)
    policies.can_move(actor, application).require()
    if application.status not in LIVING:
        raise moving.conflict()
    if application.outcome:
        raise DecidedAlready(
            _(
                "It was decided that it fits here. Another role begins with an application of its own."
            )
        )
    programme = Programme.objects.get(organisation_id=actor.organisation_id, pk=programme_id)
    policies.can_enter(actor, programme).require()
    if programme.pk == application.programme_id and not application.is_undecided:
        raise SameRole(_("This is the role that it is about already. Choose another one."))
    former = application.programme_id
    moving.owe(application, Waits.US)
    moving.save(
        application,
        programme_id=programme.pk,
        vacancy_id=application.vacancy_id if programme.pk == former else None,
        is_undecided=False,
        coordinator_id=application.coordinator_id or programme.coordinator_id,
        **{name: getattr(application, name) for name in moving.OWED},
    )
    journey = application.journey
    journey.programme_id = programme.pk
    journey.save(update_fields=["programme"])
    log.record(
        "application.programme-changed",
        actor=actor,
        target=application,
        changes={"from": str(former), "to": str(programme.pk)},
    )
    return application
