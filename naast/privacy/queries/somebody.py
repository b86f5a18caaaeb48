"""One person under every id and address by which the rooms know them."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from naast.accounts.models import User
from naast.core.personal_data import Key
from naast.organisations.models import Membership
from naast.people.models import Person


@dataclass(frozen=True, slots=True)
class Somebody:
    """Somebody in one organisation; `person_id` is None for a colleague who only works here. `addresses` are in lower case, and only those that nobody else here has too:
    letters to an address that is shared are others' as well. `account_is_ours`: no other house knows their
    account, so what hangs on it and on no organisation is reached from here."""

    organisation_id: UUID
    person_id: UUID | None
    user_id: UUID | None
    membership_id: UUID | None
    addresses: frozenset[str]
    account_is_ours: bool
    name: str
    phone: str

    def known_as(self, key: Key) -> Collection[UUID | str]:
        """What stands at the end of a path of this kind when it leads to this person."""
        if key is Key.EMAIL:
            return self.addresses
        ids = {
            Key.PERSON: self.person_id,
            Key.USER: self.user_id,
            Key.MEMBERSHIP: self.membership_id,
        }
        found = ids.get(key)
        return [found] if found is not None else []


def somebody(person: Person) -> Somebody:
    """Who this person is in their house; a constant number of queries."""
    membership = Membership.objects.filter(
        organisation_id=person.organisation_id, person_id=person.pk
    ).first()
    user_id = person.user_id or (membership.user_id if membership else None)
    user = User.objects.filter(pk=user_id).first() if user_id else None
    own = _only_theirs(
        person.organisation_id, {person.email, user.email if user else ""}, but=person.pk
    )
    return Somebody(
        organisation_id=person.organisation_id,
        person_id=person.pk,
        user_id=user_id,
        membership_id=membership.pk if membership else None,
        addresses=own,
        account_is_ours=user is not None and _is_only_here(user, person.organisation_id),
        name=person.name,
        phone=person.phone,
    )


def colleague(membership: Membership) -> Somebody:
    """Who signs in here and is no person of a list, such as an invited colleague."""
    user, house_id = membership.user, membership.organisation_id
    return Somebody(
        organisation_id=house_id,
        person_id=None,
        user_id=user.pk,
        membership_id=membership.pk,
        addresses=_only_theirs(house_id, {user.email}),
        account_is_ours=_is_only_here(user, house_id),
        name=user.name,
        phone="",
    )


def has_namesake(person: Person) -> bool:
    """Whether somebody else in their house has the same name: a text that has it may be about the other one."""
    here = Person.objects.filter(organisation_id=person.organisation_id, erased_on__isnull=True)
    return here.filter(sort_name=person.sort_name).exclude(pk=person.pk).exists()


def _is_only_here(user: User, house_id: UUID) -> bool:
    """Whether no other house knows this account, now or earlier."""
    return not Membership.objects.filter(user=user).exclude(organisation_id=house_id).exists()


def _only_theirs(house_id: UUID, addresses: set[str], *, but: UUID | None = None) -> frozenset[str]:
    """Without the addresses that somebody else here has as well, such as a partner."""
    others = Person.objects.filter(organisation_id=house_id).exclude(pk__in=[but] if but else [])
    return frozenset(
        each.lower()
        for each in sorted(addresses - {""})
        if not others.filter(email__iexact=each).exists()
    )
