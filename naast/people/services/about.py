"""Writes about what people say of themselves: languages, week, exceptions, what helps."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError
from naast.organisations.actors import Actor
from naast.people import policies, queries
from naast.people.models import AvailabilityException, PersonLanguage, VolunteerProfile
from naast.people.services.arrivals import change_person
from naast.people.services.topics import set_topics
from naast.people.terms import SUPPORT_WISHES, mask_of


@transaction.atomic
def set_languages(*, actor: Actor, person_id: UUID, languages: Mapping[str, int]) -> None:
    """Make these the languages somebody speaks: ISO 639 code to level 1, 2 or 3.

    Raises Person.DoesNotExist or NotAllowed.
    """
    person = queries.lock_person(actor, person_id)
    policies.can_change_own(actor, person).require()
    rows = PersonLanguage.objects.filter(person=person)
    if dict(rows.values_list("language", "level")) == dict(languages):
        return
    rows.delete()
    PersonLanguage.objects.bulk_create(
        PersonLanguage(
            organisation_id=person.organisation_id, person=person, language=code, level=level
        )
        for code, level in languages.items()
    )
    log.record(
        "person.languages-changed",
        actor=actor,
        target=person,
        changes={"languages": sorted(languages)},
    )


@transaction.atomic
def set_words(
    *,
    actor: Actor,
    person_id: UUID,
    languages: Mapping[str, int],
    topics: Mapping[tuple[str, str], Collection[str]],
) -> None:
    """Languages, and the words of each (kind, stance), all or nothing. Raises as `set_languages` and
    `set_topics`."""
    set_languages(actor=actor, person_id=person_id, languages=languages)
    for (kind, stance), names in topics.items():
        set_topics(actor=actor, person_id=person_id, kind=kind, stance=stance, names=names)


def set_availability(*, actor: Actor, person_id: UUID, parts: Iterable[int] | None) -> None:
    """The parts of the week in which somebody is free (0 Monday morning … 20 Sunday evening); None is
    «never asked». Raises Person.DoesNotExist or NotAllowed."""
    weekly = None if parts is None else mask_of(parts)
    change_person(actor=actor, person_id=person_id, changes={"weekly": weekly})


@transaction.atomic
def add_exception(
    *, actor: Actor, person_id: UUID, from_on: date, until_on: date, note: str = ""
) -> AvailabilityException:
    """Days on which the usual week does not hold. Raises Person.DoesNotExist, NotAllowed, or
    DomainError when the last day comes before the first."""
    person = queries.get_person(actor, person_id)
    policies.can_change_own(actor, person).require()
    if until_on < from_on:
        raise DomainError(_("The last day comes after the first."))
    exception = AvailabilityException.objects.create(
        organisation_id=person.organisation_id,
        person=person,
        from_on=from_on,
        until_on=until_on,
        note=note,
    )
    log.record(
        "person.exception-added",
        actor=actor,
        target=person,
        changes={"from": from_on.isoformat(), "until": until_on.isoformat()},
    )
    return exception


@transaction.atomic
def remove_exception(*, actor: Actor, person_id: UUID, exception_id: UUID) -> None:
    """The usual week holds again. Raises Person.DoesNotExist, AvailabilityException.DoesNotExist or
    NotAllowed."""
    person = queries.get_person(actor, person_id)
    policies.can_change_own(actor, person).require()
    AvailabilityException.objects.get(person=person, pk=exception_id).delete()
    log.record("person.exception-removed", actor=actor, target=person)


@transaction.atomic
def choose_support_wishes(
    *,
    actor: Actor,
    person_id: UUID,
    wishes: Collection[str],
    words: str = "",
    together_on: date | None = None,
) -> VolunteerProfile:
    """What helps this person (codes of terms.SUPPORT_WISHES and own words). Only the person chooses, or
    staff on the day on which they chose it together (S1-27); it carries its date (S1-69).

    Raises Person.DoesNotExist, VolunteerProfile.DoesNotExist, NotAllowed, or DomainError for an unknown
    wish or a day that is still to come.
    """
    person = queries.lock_person(actor, person_id)
    policies.can_choose_support(actor, person, is_together=together_on is not None).require()
    if not set(wishes) <= SUPPORT_WISHES.keys():
        raise DomainError(_("Choose from the list, or say it in your own words."))
    chosen_on = together_on or clock.today()
    if chosen_on > clock.today():
        raise DomainError(_("This day is still to come."))
    profile: VolunteerProfile = person.volunteer
    profile.support_wishes = [code for code in SUPPORT_WISHES if code in wishes]
    profile.support_words = words
    profile.support_chosen_on = chosen_on
    profile.save(update_fields=["support_wishes", "support_words", "support_chosen_on"])
    log.record(
        "volunteer.support-chosen",
        actor=actor,
        target=person,
        changes={"together_on": together_on.isoformat() if together_on else ""},
    )
    return profile
