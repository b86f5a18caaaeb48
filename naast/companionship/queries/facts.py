"""What matching needs to know about people and wishes, read for many at once."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from django.db.models import CharField, Q, Value

from naast.companionship.models import AvoidedPerson, Match, RequestTopic
from naast.companionship.states import OPEN_STATES
from naast.people.models import Consent, PersonLanguage, PersonTopic, Topic
from naast.people.terms import language_name

AVOIDED = "avoided"
MATCHED_ON = (
    Topic.Kind.INTEREST,
    Topic.Kind.EXPERIENCE,
    Topic.Kind.THEME,
    Topic.Kind.OWN_CRITERION,
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A match, open or over, as far as a new proposal must know of it."""

    volunteer_id: UUID
    participant_id: UUID
    request_id: UUID | None
    state: str

    @property
    def is_open(self) -> bool:
        """Whether it takes a place of the volunteer's load; a proposal that is out does as well, so
        that nobody is asked for two things at once."""
        return self.state in OPEN_STATES


@dataclass(frozen=True)
class Facts:
    """Everything by id. Nothing in here is about health, origin or religion, except an own criterion
    that its owner entered and said yes to (instruments B13.6)."""

    languages: Mapping[UUID, Mapping[str, int]]
    # person -> (kind of topic, stance, topic id)
    topics: Mapping[UUID, list[tuple[str, str, str]]]
    # request -> (kind of topic, topic id)
    asked: Mapping[UUID, list[tuple[str, str]]]
    avoided: Mapping[UUID, set[UUID]]
    # person -> purpose -> yes, or a yes that was taken back
    consents: Mapping[UUID, Mapping[str, bool]]
    pairs: list[Pair]
    # What people read for the ids of topics and the codes of languages.
    names: Mapping[str, str] = field(default_factory=dict)

    def consent(self, person_id: UUID, purpose: str) -> bool | None:
        """Yes, taken back, or never asked."""
        return self.consents.get(person_id, {}).get(purpose)

    @cached_property
    def loads(self) -> Mapping[UUID, int]:
        """How many places of each volunteer are taken now."""
        loads: dict[UUID, int] = defaultdict(int)
        for pair in self.pairs:
            loads[pair.volunteer_id] += pair.is_open
        return loads


def facts_about(
    organisation_id: UUID,
    *,
    volunteer_ids: Collection[UUID],
    participant_ids: Collection[UUID],
    request_ids: Collection[UUID],
) -> Facts:
    """Five queries, however many people and wishes."""
    people = [*volunteer_ids, *participant_ids]
    topics, names = _topics(organisation_id, people)
    asked, avoided, asked_names = _asked(organisation_id, request_ids)
    languages = _languages(people)
    codes = {code for spoken in languages.values() for code in spoken}
    return Facts(
        languages=languages,
        topics=topics,
        asked=asked,
        avoided=avoided,
        consents=_consents(organisation_id, people),
        pairs=_pairs(organisation_id, volunteer_ids, participant_ids),
        names={**names, **asked_names, **{code: language_name(code) for code in codes}},
    )


def _languages(people: Collection[UUID]) -> Mapping[UUID, dict[str, int]]:
    spoken: dict[UUID, dict[str, int]] = defaultdict(dict)
    rows = PersonLanguage.objects.filter(person_id__in=people).order_by()
    for person_id, language, level in rows.values_list("person_id", "language", "level"):
        spoken[person_id][language] = level
    return spoken


def _topics(
    organisation_id: UUID, people: Collection[UUID]
) -> tuple[Mapping[UUID, list[tuple[str, str, str]]], dict[str, str]]:
    rows = PersonTopic.objects.filter(
        organisation_id=organisation_id, person_id__in=people, topic__kind__in=MATCHED_ON
    ).order_by()
    topics: dict[UUID, list[tuple[str, str, str]]] = defaultdict(list)
    names: dict[str, str] = {}
    for person_id, kind, stance, topic_id, name in rows.values_list(
        "person_id", "topic__kind", "stance", "topic_id", "topic__name"
    ):
        topic = str(topic_id)
        topics[person_id].append((kind, stance, topic))
        names[topic] = name
    return topics, names


def _asked(
    organisation_id: UUID, request_ids: Collection[UUID]
) -> tuple[Mapping[UUID, list[tuple[str, str]]], Mapping[UUID, set[UUID]], dict[str, str]]:
    """What is asked for in the other and who is avoided, in one query."""
    topics = RequestTopic.objects.filter(
        organisation_id=organisation_id, request_id__in=request_ids
    ).values_list("request_id", "topic__kind", "topic_id", "topic__name")
    people = (
        AvoidedPerson.objects.filter(organisation_id=organisation_id, request_id__in=request_ids)
        .annotate(
            what=Value(AVOIDED, output_field=CharField()),
            nameless=Value("", output_field=CharField()),
        )
        .values_list("request_id", "what", "person_id", "nameless")
    )
    asked: dict[UUID, list[tuple[str, str]]] = defaultdict(list)
    avoided: dict[UUID, set[UUID]] = defaultdict(set)
    names: dict[str, str] = {}
    for request_id, what, found_id, name in topics.union(people, all=True):
        if what == AVOIDED:
            avoided[request_id].add(found_id)
        else:
            asked[request_id].append((what, str(found_id)))
            names[str(found_id)] = name
    return asked, avoided, names


def _consents(organisation_id: UUID, people: Collection[UUID]) -> Mapping[UUID, dict[str, bool]]:
    rows = Consent.objects.filter(organisation_id=organisation_id, person_id__in=people).order_by()
    consents: dict[UUID, dict[str, bool]] = defaultdict(dict)
    for person_id, purpose, withdrawn_on in rows.values_list(
        "person_id", "purpose", "withdrawn_on"
    ):
        given = consents[person_id]
        given[purpose] = given.get(purpose, False) or withdrawn_on is None
    return consents


def _pairs(
    organisation_id: UUID, volunteer_ids: Collection[UUID], participant_ids: Collection[UUID]
) -> list[Pair]:
    """The open matches of these volunteers, and every match these participants ever had."""
    rows = Match.objects.filter(
        Q(volunteer_id__in=volunteer_ids, state__in=OPEN_STATES)
        | Q(participant_id__in=participant_ids),
        organisation_id=organisation_id,
    ).order_by()
    return [
        Pair(*row)
        for row in rows.values_list("volunteer_id", "participant_id", "request_id", "state")
    ]
