"""Writes about organisations and who does what there."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.accounts.models import User
from naast.audit import log
from naast.core.errors import DomainError
from naast.organisations import policies
from naast.organisations.actors import Actor
from naast.organisations.models import Absence, Country, Function, Membership, Organisation, Role


class SlugTaken(DomainError):
    """Another organisation has this short name."""


@dataclass(frozen=True, slots=True)
class NewOrganisation:
    """What is needed to begin."""

    slug: str
    name: str
    country: str
    language: str = "nl"
    requires_second_factor: bool = True


@transaction.atomic
def create_organisation(new: NewOrganisation) -> Organisation:
    """Make an organisation. In Belgium the welfare decree is assumed until somebody says otherwise
    (spec/law 1.3). Raises SlugTaken."""
    if Organisation.objects.filter(slug=new.slug).exists():
        raise SlugTaken(_("There is already an organisation with this short name."))
    organisation = Organisation.objects.create(
        slug=new.slug,
        name=new.name,
        country=new.country,
        language=new.language,
        is_under_welfare_decree=new.country == Country.BELGIUM,
        requires_second_factor=new.requires_second_factor,
    )
    actor = Actor.system(organisation, reason="organisation created")
    log.record("organisation.created", actor=actor, target=organisation)
    return organisation


@transaction.atomic
def add_member(
    *, actor: Actor, user: User, functions: frozenset[Function], person_id: UUID | None = None
) -> Membership:
    """Give a user functions here, beside those they have. Raises NotAllowed."""
    policies.can_give_functions(actor, user.pk).require()
    membership, _made = Membership.objects.select_for_update().get_or_create(
        organisation_id=actor.organisation_id, user=user
    )
    membership.ended_on = None
    membership.person_id = person_id or membership.person_id
    membership.save(update_fields=["ended_on", "person_id"])
    for function in functions:
        Role.objects.get_or_create(membership=membership, function=function)
    log.record(
        "membership.functions-given",
        actor=actor,
        target=membership,
        changes={"functions": sorted(functions)},
    )
    return membership


@transaction.atomic
def end_membership(*, actor: Actor, membership: Membership, day: date) -> None:
    """From now on this user is nobody here; what they did stays. Raises NotAllowed."""
    policies.can_end_membership(actor, membership).require()
    membership.ended_on = day
    membership.save(update_fields=["ended_on"])
    log.record("membership.ended", actor=actor, target=membership)


@transaction.atomic
def take_function(*, actor: Actor, membership: Membership, function: Function, day: date) -> None:
    """Take one function away; who has none left is nobody here from that moment. What they did stays.
    Raises NotAllowed."""
    policies.can_take_function(actor, membership).require()
    # Somebody may give a function at this moment: the lock makes them queue.
    held = Membership.objects.select_for_update().get(pk=membership.pk)
    held.roles.filter(function=function).delete()
    if not held.roles.exists():
        held.ended_on = day
        held.save(update_fields=["ended_on"])
    log.record(
        "membership.function-taken",
        actor=actor,
        target=held,
        changes={"function": function.value, "is_last": held.ended_on is not None},
    )


@transaction.atomic
def plan_absence(
    *, actor: Actor, membership: Membership, deputy: Membership, from_on: date, until_on: date
) -> Absence:
    """Name who stands in while a colleague is away. Raises NotAllowed or DomainError."""
    policies.can_plan_absence(actor, membership, deputy).require()
    if until_on < from_on:
        raise DomainError(_("The last day comes after the first."))
    absence = Absence.objects.create(
        organisation_id=actor.organisation_id,
        membership=membership,
        deputy=deputy,
        from_on=from_on,
        until_on=until_on,
    )
    log.record(
        "membership.deputy-named",
        actor=actor,
        target=membership,
        changes={"deputy": str(deputy.pk)},
    )
    return absence


@transaction.atomic
def change_settings(
    *, actor: Actor, organisation: Organisation, changes: dict[str, object]
) -> None:
    """Change the organisation's own settings. Raises NotAllowed."""
    policies.can_change_settings(actor).require()
    for name, value in changes.items():
        setattr(organisation, name, value)
    organisation.save(update_fields=list(changes))
    log.record(
        "organisation.settings-changed",
        actor=actor,
        target=organisation,
        changes={"fields": sorted(changes)},
    )
