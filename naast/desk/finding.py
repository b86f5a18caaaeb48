"""Search over everything the actor may see."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from naast.organisations.actors import Actor
from naast.people import queries as people_queries
from naast.people.models import Person
from naast.programmes import policies as programme_policies
from naast.recruitment.queries.applications import find as find_candidates

MOST = 20


@dataclass(frozen=True, slots=True)
class Found:
    """One answer: what it is, in words, and where it is."""

    title: str
    detail: str
    url: str
    is_person: bool


def _hats(person: Person) -> str:
    hats = [
        str(label)
        for hat, label in (("volunteer", _("volunteer")), ("participant", _("participant")))
        if hasattr(person, hat)
    ]
    return ", ".join([*hats, person.place] if person.place else hats)


def _file(actor: Actor, person: Person) -> str:
    if hasattr(person, "participant") and not hasattr(person, "volunteer"):
        return actor.url("people:participant", person_id=person.pk)
    return actor.url("people:volunteer", person_id=person.pk)


def find(actor: Actor, words: str) -> list[Found]:
    """At most twenty people, twenty candidates and twenty programmes; nothing for an empty question."""
    if not words:
        return []
    people = [
        Found(hit.name, _hats(hit), _file(actor, hit), is_person=True)
        for hit in people_queries.search_people(actor, words, limit=MOST)
        if hasattr(hit, "volunteer") or hasattr(hit, "participant")
    ]
    programmes = [
        Found(
            programme.name,
            str(programme.get_form_display()),
            actor.url("programmes:programme", programme_id=programme.pk),
            is_person=False,
        )
        for programme in programme_policies.visible_to(actor).filter(name__icontains=words)[:MOST]
    ]
    return people + _candidates(actor, words) + programmes


def _candidates(actor: Actor, words: str) -> list[Found]:
    return [
        Found(
            hit.name,
            f"{_('candidate')}, {hit.programme.name} · {hit.get_status_display()}",
            actor.url("recruitment:application", application_id=hit.pk),
            is_person=True,
        )
        for hit in find_candidates(actor, words, limit=MOST)
    ]
