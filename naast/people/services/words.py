"""Keeping what is derived from a person true: their place in lists, in search and on the map."""

from collections.abc import Iterable

from naast.organisations.models import Organisation
from naast.people import places
from naast.people.models import ParticipantProfile, Person, PersonWord, VolunteerProfile
from naast.people.names import phone_words, words

WORD_FIELDS = frozenset(
    {"given_name", "family_name", "place", "postcode", "email", "phone", "external_id"}
)
PLACE_FIELDS = frozenset({"place", "postcode"})


def words_of(person: Person) -> set[str]:
    """By what somebody can be found: name, place, postcode, own number, phone, and the part of the
    mail address before the @ (the rest is shared by half the country)."""
    own_mail = person.email.partition("@")[0]
    texts = (person.given_name, person.family_name, person.place, person.postcode)
    return words(*texts, own_mail, person.external_id) | phone_words(person.phone)


def word_rows(people: Iterable[Person]) -> list[PersonWord]:
    """The rows of the search index for these people."""
    return [
        PersonWord(person=person, organisation_id=person.organisation_id, word=word)
        for person in people
        for word in sorted(words_of(person))
    ]


def find_again(person: Person) -> None:
    """Make the search index of one person true."""
    wanted = words_of(person)
    rows = PersonWord.objects.filter(person=person)
    known = set(rows.values_list("word", flat=True))
    rows.filter(word__in=known - wanted).delete()
    PersonWord.objects.bulk_create(
        PersonWord(person=person, organisation_id=person.organisation_id, word=word)
        for word in sorted(wanted - known)
    )


def sort_hats(person: Person) -> None:
    """Both hats stand in lists under the person's own name."""
    VolunteerProfile.objects.filter(person=person).update(sort_name=person.sort_name)
    ParticipantProfile.objects.filter(person=person).update(sort_name=person.sort_name)


def put_on_map(people: list[Person], organisation: Organisation) -> None:
    """Fill in coordinates: by the name of the place, else by people with the same postcode. What is not
    known stays empty. The rows are not saved here."""
    by_place = places.locate_many(organisation.country, {person.place for person in people})
    lost = {person.postcode for person in people if person.place not in by_place}
    by_postcode = places.locate_postcodes(organisation.pk, lost) if lost - {""} else {}
    for person in people:
        found = by_place.get(person.place) or by_postcode.get(person.postcode)
        person.latitude, person.longitude = found or (None, None)
