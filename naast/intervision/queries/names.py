"""Reads for the check on names: whose names a writer may know."""

from uuid import UUID

from django.db.models import CharField, F, Q, QuerySet, Value
from django.db.models.functions import Concat, Replace

from naast.intervision import acquaintances, anonymity
from naast.intervision.models import SeriesMember
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import Person, PersonWord
from naast.people.names import words
from naast.people.policies import looks_after_all

# More words than anybody writes in a few sentences.
MOST_WORDS = 400


def traces_in(actor: Actor, text: str, *, series_id: UUID | None = None) -> anonymity.Traces:
    """What in this text leads to a person. Certain: participants the writer knows (a coordinator may know
    all), and people of the group. Perhaps: for who looks after all, volunteers here; for others whatever is
    written as a name, whoever is here. Four queries at most, none for an empty text.

    Who does not look after all learns from the answer only what they know already: nobody is looked up for
    them."""
    asked = sorted(anonymity.candidates(text))[:MOST_WORDS]
    if not asked:
        return anonymity.traces(text, known=(), perhaps=())
    known = _names_of(_people_known(actor)) | _names_in_series(actor, series_id)
    if looks_after_all(actor):
        known |= _matching(actor, asked, Q(person__participant__isnull=False))
        capitals = sorted(anonymity.written_as_names(text))[:MOST_WORDS]
        perhaps = _matching(actor, capitals, Q(person__volunteer__isnull=False))
    else:
        perhaps = anonymity.may_be_names(text)
    return anonymity.traces(text, known=known, perhaps=perhaps)


def _people_known(actor: Actor) -> list[Person]:
    if actor.person_id is None:
        return []
    known = acquaintances.known_to(organisation_id=actor.organisation_id, person_id=actor.person_id)
    if actor.has(Function.PROFESSIONAL) and actor.membership_id is not None:
        known += Person.objects.filter(
            organisation_id=actor.organisation_id,
            participant__professional_id=actor.membership_id,
        )
    return known


def _names_of(people: list[Person]) -> set[str]:
    return {word for person in people for word in words(person.given_name, person.family_name)}


def _names_in_series(actor: Actor, series_id: UUID | None) -> set[str]:
    """The names of the group: nobody is talked about by name, also who sits at the table."""
    if series_id is None:
        return set()
    members = SeriesMember.objects.filter(
        organisation_id=actor.organisation_id, series_id=series_id
    )
    rows = members.values_list("person__given_name", "person__family_name")
    return {word for row in rows for word in words(*row)}


def _matching(actor: Actor, asked: list[str], wanted: Q) -> set[str]:
    """Of these words, the ones that stand in the name (not the address) of such a person."""
    spaced = Concat(
        Value(" "),
        Replace("person__sort_name", Value("-"), Value(" ")),
        Value(" "),
        output_field=CharField(),
    )
    rows: QuerySet[PersonWord] = PersonWord.objects.filter(
        wanted, organisation_id=actor.organisation_id, word__in=asked
    )
    rows = rows.annotate(
        spaced=spaced, sought=Concat(Value(" "), F("word"), Value(" "), output_field=CharField())
    )
    return set(rows.filter(spaced__contains=F("sought")).values_list("word", flat=True).distinct())
