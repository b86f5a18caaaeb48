"""The first steps of a new organisation: what is done, and what comes next."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from naast.agreements.models import AboutUs, Version
from naast.checks.models import Policy
from naast.companionship.models import Match, Request
from naast.organisations.actors import Actor
from naast.organisations.models import Membership, Organisation, Owned
from naast.people.models import ParticipantProfile, VolunteerProfile
from naast.programmes.models import Programme


@dataclass(frozen=True, slots=True)
class SetupStep:
    """One step, with the page where it is done."""

    label: str
    is_done: bool
    url: str


def steps(actor: Actor) -> list[SetupStep]:
    """The steps in order, in one query. The guide disappears once there is a match: then don't ask."""
    (
        has_programme,
        has_about_us,
        has_text,
        has_insurance,
        has_colleague,
        has_volunteers,
        has_participants,
        has_wish,
        has_match,
    ) = (
        Organisation.objects.filter(pk=actor.organisation_id)
        .values_list(
            _has(Programme),
            _has(AboutUs),
            Exists(Version.objects.filter(organisation=OuterRef("pk"), published_on__isnull=False)),
            _has(Policy),
            Exists(Membership.objects.filter(organisation=OuterRef("pk"))[1:]),
            _has(VolunteerProfile),
            _has(ParticipantProfile),
            _has(Request),
            _has(Match),
        )
        .get()
    )
    return [
        SetupStep(
            _("Choose what your programme looks like"),
            has_programme,
            actor.url("programmes:new_programme"),
        ),
        SetupStep(_("Invite a colleague"), has_colleague, actor.url("organisations:new_member")),
        SetupStep(
            _("Write what every text says about us, and choose the first texts"),
            has_about_us and has_text,
            actor.url("agreements:papers"),
        ),
        SetupStep(_("Write down your insurance"), has_insurance, actor.url("checks:insurance")),
        SetupStep(_("Load your list of volunteers"), has_volunteers, actor.url("exchange:start")),
        SetupStep(
            _("Load or add your participants"),
            has_participants,
            actor.url("exchange:start"),
        ),
        SetupStep(_("Write down a first wish"), has_wish, actor.url("companionship:new_request")),
        SetupStep(_("Propose a first match"), has_match, actor.url("companionship:requests")),
    ]


def _has(model: type[Owned]) -> Exists:
    return Exists(model._default_manager.filter(organisation=OuterRef("pk")))
