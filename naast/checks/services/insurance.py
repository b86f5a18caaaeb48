"""The register of insurance, and activities under the free Flemish insurance (S2-40, S4-21)."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.audit import log
from naast.checks.errors import TooLate, TooManyHours
from naast.checks.models import Activity, Policy
from naast.checks.policies import insurance as policies
from naast.checks.queries import insurance as queries
from naast.core import clock
from naast.core.errors import DomainError, StateConflict
from naast.law import insurance as law
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation

HAS_BEGUN = gettext_lazy("This policy has begun. Change its last day, and note a new policy.")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a policy says; `risks` are codes of law.insurance.RISKS."""

    kind: str
    insurer: str
    risks: tuple[str, ...]
    from_on: date
    number: str = ""
    until_on: date | None = None
    cover: str = ""


@transaction.atomic
def keep_policy(*, actor: Actor, terms: Terms, policy_id: UUID | None = None) -> Policy:
    """Note a policy, or change what we noted. Of a municipality's policy the risks are known (spec/law 2.6).
    One that has begun goes on having begun, and for liability: the gate looks at what was insured once.

    Raises NotAllowed, Policy.DoesNotExist, StateConflict, or DomainError.
    """
    policies.can_keep(actor).require()
    if terms.until_on is not None and terms.until_on < terms.from_on:
        raise DomainError(_("The last day comes after the first."))
    risks = {*terms.risks, *_of_municipality(actor, terms)}
    if not risks or not risks <= set(law.RISKS):
        raise DomainError(_("Say what is covered."))
    rows = policies.visible_to(actor).select_for_update()
    policy = rows.get(pk=policy_id) if policy_id else Policy(organisation_id=actor.organisation_id)
    if policy_id and policy.from_on <= clock.today():
        _require_history(policy, terms.from_on, risks)
    for name in ("kind", "insurer", "number", "cover", "from_on", "until_on"):
        setattr(policy, name, getattr(terms, name))
    policy.risks = [risk for risk in law.RISKS if risk in risks]
    policy.save()
    log.record("policy.kept", actor=actor, target=policy, changes={"risks": policy.risks})
    return policy


def _require_history(policy: Policy, from_on: date, risks: set[str]) -> None:
    is_gone = law.LIABILITY in policy.risks and law.LIABILITY not in risks
    if is_gone or from_on > clock.today():
        raise StateConflict(HAS_BEGUN)


def _of_municipality(actor: Actor, terms: Terms) -> set[str]:
    """What the chosen policy of a municipality covers: the plus policy comes on top of the basic one."""
    if terms.kind != Policy.Kind.MUNICIPAL or not terms.cover:
        return set()
    house = Organisation.objects.get(pk=actor.organisation_id)
    rows = law.municipal(house.country, clock.today())
    codes = {Policy.Cover.BASIS.value, terms.cover}
    return {risk for row in rows if row.code in codes for risk in row.risks}


@transaction.atomic
def drop_policy(*, actor: Actor, policy_id: UUID) -> None:
    """It was a mistake. Raises NotAllowed, Policy.DoesNotExist, or StateConflict once it has begun."""
    policies.can_keep(actor).require()
    policy = policies.visible_to(actor).select_for_update().get(pk=policy_id)
    if policy.from_on <= clock.today():
        raise StateConflict(HAS_BEGUN)
    log.record("policy.dropped", actor=actor, target=policy)
    policy.delete()


@transaction.atomic
def plan_activity(*, actor: Actor, name: str, starts_at: datetime, hours: Decimal) -> Activity:
    """Note an activity that has to be registered with the free insurance. Raises NotAllowed, or DomainError
    for one that takes no time."""
    policies.can_keep(actor).require()
    if hours <= 0:
        raise DomainError(_("Say how many hours it takes all volunteers together."))
    activity = Activity.objects.create(
        organisation_id=actor.organisation_id, name=name, starts_at=starts_at, hours=hours
    )
    log.record("activity.planned", actor=actor, target=activity)
    return activity


@transaction.atomic
def register_activity(*, actor: Actor, activity_id: UUID) -> Activity:
    """Note that it was registered with the free insurance just now. Twice is the same as once.

    Raises NotAllowed, Activity.DoesNotExist, TooLate within a day of the start, or TooManyHours when it no
    longer fits.
    """
    policies.can_keep(actor).require()
    # Two activities at once may fill the last hours: the organisation's row makes them queue.
    house = Organisation.objects.select_for_update(no_key=True).get(pk=actor.organisation_id)
    activity = policies.activities_visible_to(actor).select_for_update().get(pk=activity_id)
    if activity.registered_at is not None:
        return activity
    now = clock.now()
    counted = queries.counted(house, queries.of_organisation(house.pk), clock.today())
    if counted is None:
        raise DomainError(_("Note the free insurance in the register first."))
    in_time = counted.scheme.is_in_time(registered_at=now, starts_at=activity.starts_at)
    if not in_time:
        raise TooLate(str(in_time.reason))
    fits = counted.scheme.may_register(used=counted.used, hours=float(activity.hours))
    if not fits:
        raise TooManyHours(str(fits.reason))
    activity.registered_at = now
    activity.save(update_fields=["registered_at"])
    log.record("activity.registered", actor=actor, target=activity)
    return activity


@transaction.atomic
def drop_activity(*, actor: Actor, activity_id: UUID) -> None:
    """It does not take place. Raises NotAllowed or Activity.DoesNotExist."""
    policies.can_keep(actor).require()
    activity = policies.activities_visible_to(actor).select_for_update().get(pk=activity_id)
    log.record("activity.dropped", actor=actor, target=activity)
    activity.delete()
