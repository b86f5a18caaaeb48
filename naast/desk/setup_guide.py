"""The first steps of a new organisation: what is done, and what comes next."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from naast.companionship.models import Match, Request
from naast.organisations.actors import Actor
from naast.organisations.models import Membership
from naast.people.models import ParticipantProfile, VolunteerProfile
from naast.programmes.models import Programme


@dataclass(frozen=True, slots=True)
class SetupStep:
    """One step, with the page where it is done."""

    label: str
    is_done: bool
    url: str


def steps(actor: Actor) -> list[SetupStep]:
    """The steps in order. One small look-up each; the guide disappears once there is a match."""

    def here(model: type) -> bool:
        return bool(
            model._default_manager.filter(  # type: ignore[attr-defined]  # models of the house
                organisation_id=actor.organisation_id
            ).exists()
        )

    colleagues = Membership.objects.filter(organisation_id=actor.organisation_id)[:2]
    return [
        SetupStep(
            _("Choose what your programme looks like"),
            here(Programme),
            actor.url("programmes:new_programme"),
        ),
        SetupStep(
            _("Invite a colleague"), len(colleagues) > 1, actor.url("organisations:new_member")
        ),
        SetupStep(
            _("Load your list of volunteers"), here(VolunteerProfile), actor.url("exchange:start")
        ),
        SetupStep(
            _("Load or add your participants"),
            here(ParticipantProfile),
            actor.url("exchange:start"),
        ),
        SetupStep(
            _("Write down a first wish"), here(Request), actor.url("companionship:new_request")
        ),
        SetupStep(_("Propose a first match"), here(Match), actor.url("companionship:requests")),
    ]
