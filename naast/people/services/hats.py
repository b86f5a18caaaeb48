"""Writes about hats: somebody becomes a volunteer or participant, pauses, comes back, says goodbye."""

from collections.abc import Mapping
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.organisations import policies as organisation_policies
from naast.organisations import services as organisation_services
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership
from naast.people import policies, queries
from naast.people.errors import ExpectationsMissing, HatAlreadyOn
from naast.people.inputs import HatTerms
from naast.people.models import HatChange, ParticipantProfile, Person, VolunteerProfile
from naast.people.services.arrivals import change_hat
from naast.people.states import BY_HAT

PROFILES: dict[str, type[VolunteerProfile] | type[ParticipantProfile]] = {
    "volunteer": VolunteerProfile,
    "participant": ParticipantProfile,
}
FIRST_REVIEW = relativedelta(months=1)
SECOND_REVIEW = relativedelta(months=3)


@transaction.atomic
def put_on_hat(
    *,
    actor: Actor,
    person_id: UUID,
    hat: str,
    fields: Mapping[str, object] | None = None,
    terms: HatTerms | None = None,
    status: str = "active",
) -> VolunteerProfile | ParticipantProfile:
    """Give somebody the hat «volunteer» or «participant», beside the one they wear: one person, one
    record, views apart (S1-35). Who wears the other hat already says what they expect and hears what we
    expect (`terms`), and both look back after one and three months (S1-251). `status` is where they stand
    from the first day («interested» for a volunteer who is still on the way to a start).

    Raises Person.DoesNotExist, NotAllowed, HatAlreadyOn, ExpectationsMissing or StaffNoteMissing.
    """
    person = queries.lock_person(actor, person_id)
    policies.can_edit(actor, person).require()
    if hasattr(person, hat):
        raise HatAlreadyOn(_("This person wears this hat already."))
    other = "participant" if hat == "volunteer" else "volunteer"
    if hasattr(person, other):
        _look_back_later(actor, person, hat, terms)
    profile = PROFILES[hat](
        organisation_id=person.organisation_id,
        person=person,
        sort_name=person.sort_name,
        since_on=terms.changed_on if terms else clock.today(),
        status=status,
    )
    profile.save()
    if fields:
        profile = change_hat(actor=actor, person_id=person_id, hat=hat, changes=fields)
    _give_function(actor, person, Function(hat))
    log.record("person.hat-put-on", actor=actor, target=person, changes={"hat": hat})
    return profile


def _look_back_later(actor: Actor, person: Person, hat: str, terms: HatTerms | None) -> None:
    if terms is None or not (terms.expects.strip() and terms.we_expect.strip()):
        raise ExpectationsMissing(
            _(
                "Write down what the person expects and what you expect: a change of hats needs care."
            )
        )
    HatChange.objects.create(
        organisation_id=person.organisation_id,
        person=person,
        to_hat=hat,
        changed_on=terms.changed_on,
        expects=terms.expects,
        we_expect=terms.we_expect,
        first_review_on=terms.changed_on + FIRST_REVIEW,
        second_review_on=terms.changed_on + SECOND_REVIEW,
    )
    log.record("person.hats-changed", actor=actor, target=person, changes={"hat": hat})


def _give_function(actor: Actor, person: Person, function: Function) -> None:
    """Who signs in here gets the home of the new hat as well."""
    if person.user is None or not organisation_policies.can_manage_members(actor):
        return
    if Membership.objects.filter(
        organisation_id=actor.organisation_id, user=person.user, ended_on__isnull=True
    ).exists():
        organisation_services.add_member(
            actor=actor, user=person.user, functions=frozenset({function}), person_id=person.pk
        )


@transaction.atomic
def take_step(
    *, actor: Actor, person_id: UUID, hat: str, step: str
) -> VolunteerProfile | ParticipantProfile:
    """Take one step of the state table of a hat: begin, pause, come-back, say-goodbye, start-again.
    Volunteers pause, come back and stop when they want; so do participants stop.

    Raises Person.DoesNotExist, the profile's DoesNotExist, NotAllowed or StateConflict.
    """
    person = queries.lock_person(actor, person_id)
    table = BY_HAT[hat]
    policies.can_take_step(actor, person, table.steps[step].by).require()
    profile: VolunteerProfile | ParticipantProfile = getattr(person, hat)
    profile.status = table.target(step, source=profile.status)
    if isinstance(profile, VolunteerProfile):
        profile.left_on = clock.today() if step == "say-goodbye" else None
    profile.save()
    log.record(f"{hat}.{step}", actor=actor, target=person, changes={"status": profile.status})
    return profile
