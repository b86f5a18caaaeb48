"""Writes about people themselves: they come on the list, and what we know of them changes."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import NotAllowed
from naast.organisations.actors import Actor
from naast.organisations.models import Membership, Organisation
from naast.people import policies, queries
from naast.people.errors import ConsentMissing, StaffNoteMissing
from naast.people.inputs import (
    FIELDS_OF_HAT,
    OWN_FIELDS,
    PARTICIPANT_FIELDS,
    PERSON_FIELDS,
    VOLUNTEER_FIELDS,
    NewPerson,
)
from naast.people.models import (
    ParticipantProfile,
    Person,
    PersonLanguage,
    PersonTopic,
    PersonWord,
    VolunteerProfile,
)
from naast.people.names import sort_name
from naast.people.services import topics, words

ROWS_A_TIME = 1_000
_AT_START = frozenset({"status", "left_on"})


def create_person(*, actor: Actor, new: NewPerson) -> Person:
    """Put one person on the list, with the hats they wear from the start.

    Raises NotAllowed, StaffNoteMissing or ConsentMissing. Look at `queries.likely_same` first.
    """
    with transaction.atomic():
        person = bulk_create_people(actor=actor, people=[new])[0]
        hats = [hat for hat in FIELDS_OF_HAT if getattr(new, hat) is not None]
        log.record("person.created", actor=actor, target=person, changes={"hats": hats})
    return person


@transaction.atomic
def bulk_create_people(*, actor: Actor, people: Sequence[NewPerson]) -> list[Person]:
    """Put many people on the list, with hats, words, languages and topics, in as few queries as the
    database allows; in the order given. The caller records where they came from.

    Raises NotAllowed, StaffNoteMissing or ConsentMissing; then nobody is added.
    """
    policies.can_create(actor).require()
    for new in people:
        _check(new)
    organisation = Organisation.objects.get(pk=actor.organisation_id)
    rows = [_person(organisation, new) for new in people]
    words.put_on_map(rows, organisation)
    Person.objects.bulk_create(rows, batch_size=ROWS_A_TIME)
    pairs = list(zip(rows, people, strict=True))
    _bulk(VolunteerProfile.objects, [_hat(VolunteerProfile, row, new.volunteer, VOLUNTEER_FIELDS)
                             for row, new in pairs if new.volunteer is not None])  # fmt: skip
    _bulk(ParticipantProfile.objects, [_hat(ParticipantProfile, row, new.participant, PARTICIPANT_FIELDS)
                               for row, new in pairs if new.participant is not None])  # fmt: skip
    _bulk(PersonWord.objects, words.word_rows(rows))
    _bulk(PersonLanguage.objects, _languages(pairs))
    _bulk(PersonTopic.objects, _topics(organisation.pk, pairs))
    return rows


def _bulk(manager: models.Manager[Any], rows: Sequence[models.Model]) -> None:
    if rows:
        manager.bulk_create(rows, batch_size=ROWS_A_TIME)


def _check(new: NewPerson) -> None:
    """What must hold before anything is written."""
    if any(use.kind in topics.NEEDS_CONSENT for use in new.topics):
        raise ConsentMissing(_("Ask the person first: this may only be written down after a yes."))
    _check_staff_note(new.volunteer or {})


def _check_staff_note(values: Mapping[str, object]) -> None:
    """A volunteer who is also paid here does something clearly different, in words (S1-43)."""
    if values.get("is_also_staff") and not str(values.get("staff_note", "")).strip():
        raise StaffNoteMissing(
            _("Somebody who is paid here can only volunteer for a clearly different task. Write down which.")
        )  # fmt: skip


def _person(organisation: Organisation, new: NewPerson) -> Person:
    values = {name: getattr(new, name) for name in PERSON_FIELDS}
    values["email"] = new.email.strip().lower()
    return Person(
        organisation=organisation, sort_name=sort_name(new.given_name, new.family_name), **values
    )


def _hat(
    model: type[models.Model],
    person: Person,
    values: Mapping[str, object] | None,
    may: frozenset[str],
) -> models.Model:
    given = dict(values or {})
    _refuse_unknown(given, may | _AT_START)
    return model(
        organisation_id=person.organisation_id, person=person, sort_name=person.sort_name, **given
    )


def _refuse_unknown(values: Mapping[str, object], may: frozenset[str]) -> None:
    unknown = values.keys() - may
    if unknown:
        raise ValueError(f"no such fields: {sorted(unknown)}")


def _languages(pairs: list[tuple[Person, NewPerson]]) -> list[PersonLanguage]:
    return [
        PersonLanguage(
            organisation_id=person.organisation_id, person=person, language=code, level=level
        )
        for person, new in pairs
        for code, level in new.languages.items()
    ]


def _topics(organisation_id: UUID, pairs: list[tuple[Person, NewPerson]]) -> list[PersonTopic]:
    known = topics.topics_named(organisation_id, {use for _row, new in pairs for use in new.topics})
    rows: dict[tuple[UUID, UUID, str], PersonTopic] = {}
    for person, new in pairs:
        for use in new.topics:
            if use in known:
                rows[person.pk, known[use].pk, use.stance] = PersonTopic(
                    organisation_id=organisation_id,
                    person=person,
                    topic=known[use],
                    stance=use.stance,
                )
    return list(rows.values())


@transaction.atomic
def change_person(*, actor: Actor, person_id: UUID, changes: Mapping[str, object]) -> Person:
    """Change what we know of a person (PERSON_FIELDS). People change their own OWN_FIELDS themselves.
    Search, lists and map follow at once; when nothing differs, nothing is written.

    Raises Person.DoesNotExist or NotAllowed.
    """
    person = queries.lock_person(actor, person_id)
    _may_change(actor, person, changes, PERSON_FIELDS)
    values = dict(changes)
    if "email" in values:
        values["email"] = str(values["email"]).strip().lower()
    changed = _put(person, values)
    if not changed:
        return person
    if changed & {"given_name", "family_name"}:
        person.sort_name = sort_name(person.given_name, person.family_name)
        words.sort_hats(person)
    if changed & words.PLACE_FIELDS:
        words.put_on_map([person], Organisation.objects.get(pk=person.organisation_id))
    person.save()
    if changed & words.WORD_FIELDS:
        words.find_again(person)
    log.record("person.changed", actor=actor, target=person, changes={"fields": sorted(changed)})
    return person


@transaction.atomic
def change_hat(
    *, actor: Actor, person_id: UUID, hat: str, changes: Mapping[str, object]
) -> VolunteerProfile | ParticipantProfile:
    """Change what belongs to being a volunteer or participant (VOLUNTEER_FIELDS, PARTICIPANT_FIELDS).
    When nothing differs, nothing is written.

    Raises Person.DoesNotExist, the profile's DoesNotExist, NotAllowed or StaffNoteMissing.
    """
    person = queries.lock_person(actor, person_id)
    _may_change(actor, person, changes, FIELDS_OF_HAT[hat])
    profile: VolunteerProfile | ParticipantProfile = getattr(person, hat)
    if "professional_id" in changes:
        _check_professional(actor, changes["professional_id"])
    if isinstance(profile, VolunteerProfile):
        now = {name: getattr(profile, name) for name in ("is_also_staff", "staff_note")}
        _check_staff_note({**now, **changes})
    changed = _put(profile, changes)
    if changed:
        profile.save()
        log.record(
            f"{hat}.changed", actor=actor, target=person, changes={"fields": sorted(changed)}
        )
    return profile


def _check_professional(actor: Actor, membership_id: Any) -> None:
    here = Membership.objects.filter(organisation_id=actor.organisation_id, ended_on__isnull=True)
    if membership_id is not None and not here.filter(pk=membership_id).exists():
        raise NotAllowed(_("This professional belongs to another organisation."))


def _may_change(
    actor: Actor, person: Person, changes: Mapping[str, object], may: frozenset[str]
) -> None:
    _refuse_unknown(changes, may)
    if policies.is_own(actor, person) and changes.keys() <= OWN_FIELDS:
        return
    policies.can_edit(actor, person).require()


def _put(row: models.Model, values: Mapping[str, object]) -> set[str]:
    """Set what differs; returns the names of those fields."""
    changed = {name for name, value in values.items() if getattr(row, name) != value}
    for name in changed:
        setattr(row, name, values[name])
    return changed


@transaction.atomic
def mark_discussed(*, actor: Actor, person_id: UUID) -> VolunteerProfile:
    """The four blocks were talked through today (S3-8). Raises as `change_hat`."""
    profile = change_hat(
        actor=actor,
        person_id=person_id,
        hat="volunteer",
        changes={"last_discussed_on": clock.today()},
    )
    assert isinstance(profile, VolunteerProfile)  # noqa: S101 -- narrows the type for mypy
    return profile


@transaction.atomic
def forget_newcomer(*, actor: Actor, person_id: UUID) -> bool:
    """Erase somebody who was on the way to a first start and never began: a volunteer's card and nothing
    else. Who wears another hat, signs in, or began once stays. Returns whether somebody was erased.

    Raises NotAllowed.
    """
    people = Person.objects.filter(
        organisation_id=actor.organisation_id, pk=person_id, user=None, participant=None
    )
    person = people.select_for_update(of=("self",)).first()
    if person is None:
        return False
    policies.can_edit(actor, person).require()
    if person.volunteer.status != VolunteerProfile.Status.INTERESTED:
        return False
    log.record("person.forgotten", actor=actor, target=person)
    person.delete()
    return True
