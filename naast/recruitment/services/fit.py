"""How the candidate and we see each competence: written down by each for their own part (S1-239)."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from naast.audit import log
from naast.organisations.actors import Actor
from naast.recruitment.models import Application, Attitude, CompetenceView
from naast.recruitment.policies import applications as policies
from naast.recruitment.policies import own
from naast.recruitment.queries import applications


@dataclass(frozen=True, slots=True)
class View:
    """How somebody sees one thing, with an example."""

    seen: str
    example: str = ""


OURS, OWN = ("our_view", "our_example"), ("own_view", "example")


@transaction.atomic
def keep_our_view(
    *, actor: Actor, application_id: UUID, moment: str, views: Mapping[str, View]
) -> None:
    """What we see, for these keys of queries.fit.items_of; what the candidate says stays as it is.

    Raises Application.DoesNotExist or NotAllowed. Keys that this role does not ask are left out.
    """
    application = applications.lock_application(actor, application_id)
    policies.can_talk(actor, application).require()
    _keep(application, moment, views, OURS)
    log.record("fit.seen", actor=actor, target=application, changes={"moment": moment})


@transaction.atomic
def keep_own_view(
    *, actor: Actor, application_id: UUID, moment: str, views: Mapping[str, View]
) -> None:
    """What the candidate says of themselves, behind their own link; what we see stays as it is.

    Raises Application.DoesNotExist or NotAllowed. Keys that this role does not ask are left out.
    """
    application = applications.lock_any(actor, application_id)
    own.can_act_for_self(actor, application).require()
    _keep(application, moment, views, OWN)
    log.record("fit.told", actor=actor, target=application, changes={"moment": moment})


def _keep(
    application: Application, moment: str, views: Mapping[str, View], columns: tuple[str, str]
) -> None:
    """One row a key and moment; the application is locked, so two never make the same row."""
    known = {str(line.pk): line for line in application.programme.competences.all()}
    for key, view in views.items():
        if key not in known and key not in Attitude.values:
            continue
        CompetenceView.objects.update_or_create(
            organisation_id=application.organisation_id,
            application=application,
            competence=known.get(key),
            attitude="" if key in known else key,
            moment=moment,
            defaults=dict(zip(columns, (view.seen, view.example.strip()), strict=True)),
        )
