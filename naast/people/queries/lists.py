"""Reads of the lists of volunteers and participants."""

from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from naast.organisations.actors import Actor
from naast.people import policies
from naast.people.models import (
    ParticipantProfile,
    PersonLanguage,
    PersonTopic,
    Topic,
    VolunteerProfile,
)
from naast.people.names import typed_words
from naast.people.queries.search import words_beginning

P = TypeVar("P", VolunteerProfile, ParticipantProfile)
TOPICS_OFFERED = 300
FEW = 400
# Lived experience and own wishes about who somebody is are there for matching alone (S3-10).
OPEN_KINDS = (
    Topic.Kind.COMPETENCE,
    Topic.Kind.INTEREST,
    Topic.Kind.THEME,
    Topic.Kind.EXPERTISE,
)
# What a line of a list reads. The rest of a card (long texts, sealed ones, vocabularies) stays in the database.
SHOWN = (
    "sort_name",
    "since_on",
    "person__given_name",
    "person__family_name",
    "person__place",
)


@dataclass(frozen=True, slots=True)
class ListFilter:
    """What a list is narrowed to; empty is everything. One status keeps a list in its index."""

    status: str = ""
    language: str = ""
    topic: UUID | None = None
    # The beginning of what somebody can be asked about (S2-32, S3-7).
    expertise: str = ""
    text: str = ""


def volunteers(actor: Actor, asked: ListFilter) -> QuerySet[VolunteerProfile]:
    """The volunteers this actor may know, with person, languages and what they can (`shown_topics`)."""
    rows = _narrowed(policies.volunteers_visible_to(actor), actor, asked)
    return (
        rows.select_related("person")
        .only(*SHOWN, "strengths")
        .prefetch_related("person__languages", _topics(PersonTopic.Stance.CAN))
    )


def participants(actor: Actor, asked: ListFilter) -> QuerySet[ParticipantProfile]:
    """The participants this actor may know, with person, professional, languages and interests."""
    rows = _narrowed(policies.participants_visible_to(actor), actor, asked)
    return (
        rows.select_related("person", "professional__user")
        .only(*SHOWN, "professional__user__name")
        .prefetch_related("person__languages", _topics(PersonTopic.Stance.LIKES))
    )


def _topics(stance: str) -> Prefetch[str]:
    shown = PersonTopic.objects.filter(stance=stance, topic__kind__in=OPEN_KINDS)
    return Prefetch(
        "person__topics",
        queryset=shown.select_related("topic").order_by("topic__name"),
        to_attr="shown_topics",
    )


def _narrowed(rows: QuerySet[P], actor: Actor, asked: ListFilter) -> QuerySet[P]:
    if asked.status:
        rows = rows.filter(status=asked.status)
    if asked.language:
        speaks = PersonLanguage.objects.filter(
            organisation_id=actor.organisation_id, language=asked.language
        )
        rows = _among(rows, speaks.values_list("person_id", flat=True))
    if asked.topic:
        relates = PersonTopic.objects.filter(
            organisation_id=actor.organisation_id,
            topic_id=asked.topic,
            topic__kind__in=OPEN_KINDS,
        )
        rows = _among(rows, relates.values_list("person_id", flat=True))
    if asked.expertise:
        knows = PersonTopic.objects.filter(
            organisation_id=actor.organisation_id,
            topic__organisation_id=actor.organisation_id,
            topic__kind=Topic.Kind.EXPERTISE,
            topic__name__istartswith=asked.expertise,
        )
        rows = _among(rows, knows.values_list("person_id", flat=True))
    typed = typed_words(asked.text)
    if typed:
        found = words_beginning(actor.organisation_id, typed)
        rows = _among(rows, found.values_list("person_id", flat=True))
    return rows


def _among(rows: QuerySet[P], ids: QuerySet[Any, UUID]) -> QuerySet[P]:
    """Only these people. A few are looked up by their ids; when there are many, walking the list in its
    own order meets a page of them soon. Either way the cost does not grow with the list."""
    few = list(ids[: FEW + 1])
    return rows.filter(person_id__in=few if len(few) <= FEW else ids)


def topics_offered(actor: Actor) -> list[Topic]:
    """The words of the organisation by which a list can be narrowed."""
    return list(
        Topic.objects.filter(organisation_id=actor.organisation_id, kind__in=OPEN_KINDS)[
            :TOPICS_OFFERED
        ]
    )


def topic_names(actor: Actor, kind: str) -> list[str]:
    """The words of one kind that this organisation uses, to choose from while typing."""
    rows = Topic.objects.filter(organisation_id=actor.organisation_id, kind=kind)
    return list(rows.values_list("name", flat=True)[:TOPICS_OFFERED])
