"""Search by the beginnings of words: each one a look-up in an index, whatever the number of people."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from naast.organisations.actors import Actor
from naast.people import policies
from naast.people.models import Person, PersonWord
from naast.people.names import LONGEST_WORD, typed_words

FOUND_AT_MOST = 20
# A person may have several words with the same beginning (name, mail address).
ROWS_A_PERSON = 3
# Words hold a-z and 0-9 alone, where z comes last in every database and collation.
LAST = "z" * LONGEST_WORD


def _begins_with(word: str) -> Q:
    return Q(word__gte=word, word__lt=word + LAST)


def words_beginning(organisation_id: UUID, typed: list[str]) -> QuerySet[PersonWord]:
    """The rows of the index that begin with the first of these words, of people who have all of them."""
    rows = PersonWord.objects.filter(_begins_with(typed[0]), organisation_id=organisation_id)
    for word in typed[1:]:
        rows = rows.filter(
            Exists(PersonWord.objects.filter(_begins_with(word), person=OuterRef("person")))
        )
    return rows


def search_people(actor: Actor, text: str, *, limit: int = FOUND_AT_MOST) -> list[Person]:
    """The people this actor may know with all these beginnings of words in name, place, postcode, mail
    address, phone or own number; by name, `limit` at most. Two queries."""
    typed = typed_words(text)
    if not typed:
        return []
    rows = words_beginning(actor.organisation_id, typed)
    if not policies.looks_after_all(actor):
        rows = rows.filter(person__in=policies.visible_to(actor))
    found = rows.order_by("word", "person_id").values_list("person_id", flat=True)
    ids = list(dict.fromkeys(found[: limit * ROWS_A_PERSON]))[:limit]
    people = policies.visible_to(actor).filter(pk__in=ids)
    # Sorted here: asked to sort, a database may walk the whole list in order to find these few.
    found_people = people.select_related("volunteer", "participant").order_by()
    return sorted(found_people, key=lambda person: (person.sort_name, person.pk))
