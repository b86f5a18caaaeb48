"""Writes about the vocabulary of an organisation and how people relate to its words."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.organisations.actors import Actor
from naast.people import policies, queries
from naast.people.errors import ConsentMissing
from naast.people.inputs import TopicUse
from naast.people.models import Consent, Person, PersonTopic, Topic
from naast.people.names import plain

LONGEST_NAME = 80
# Words that may only be kept after a yes of the person, and the purpose of that yes (S3-10, S1-91).
NEEDS_CONSENT = {
    Topic.Kind.EXPERIENCE.value: Consent.Purpose.LIVED_EXPERIENCE,
    Topic.Kind.OWN_CRITERION.value: Consent.Purpose.OWN_CRITERIA,
}


def _key(kind: str, name: str) -> tuple[str, str]:
    return kind, plain(" ".join(name.split()))[:LONGEST_NAME]


def topics_named(organisation_id: UUID, uses: Iterable[TopicUse]) -> dict[TopicUse, Topic]:
    """The topic of each use; words nobody used before are added to the organisation's vocabulary.
    Capitals and accents make no new word. A constant number of queries."""
    wanted = {use: _key(use.kind, use.name) for use in uses if use.name.strip()}
    if not wanted:
        return {}
    known = {
        _key(topic.kind, topic.name): topic
        for topic in Topic.objects.filter(
            organisation_id=organisation_id, kind__in={use.kind for use in wanted}
        )
    }
    missing: dict[tuple[str, str], Topic] = {}
    for use, key in wanted.items():
        if key not in known and key not in missing:
            name = " ".join(use.name.split())[:LONGEST_NAME]
            missing[key] = Topic(organisation_id=organisation_id, kind=use.kind, name=name)
    # Somebody else may have added the same word a moment ago: then theirs counts.
    Topic.objects.bulk_create(missing.values(), ignore_conflicts=True)
    if missing:
        made = Topic.objects.filter(
            organisation_id=organisation_id, name__in={topic.name for topic in missing.values()}
        )
        known |= {_key(topic.kind, topic.name): topic for topic in made}
    return {use: known[key] for use, key in wanted.items()}


@transaction.atomic
def set_topics(
    *, actor: Actor, person_id: UUID, kind: str, stance: str, names: Collection[str]
) -> None:
    """Make these the person's words of one kind and stance; others of that kind and stance go.

    Lived experience and own wishes about who somebody is need a yes of the person first.
    Raises Person.DoesNotExist, NotAllowed or ConsentMissing.
    """
    person = queries.lock_person(actor, person_id)
    policies.can_change_own(actor, person).require()
    if names and kind in NEEDS_CONSENT:
        require_consent(person, kind)
    uses = [TopicUse(kind, stance, name) for name in names]
    topics = {topic.pk: topic for topic in topics_named(person.organisation_id, uses).values()}
    rows = PersonTopic.objects.filter(person=person, stance=stance, topic__kind=kind)
    known = set(rows.values_list("topic_id", flat=True))
    if known == set(topics):
        return
    rows.filter(topic_id__in=known - set(topics)).delete()
    PersonTopic.objects.bulk_create(
        PersonTopic(
            organisation_id=person.organisation_id, person=person, topic=topic, stance=stance
        )
        for pk, topic in topics.items()
        if pk not in known
    )
    log.record("person.topics-changed", actor=actor, target=person, changes={"kind": kind})


def require_consent(person: Person, kind: str) -> None:
    """Raise ConsentMissing unless the person said yes to keeping words of this kind."""
    if not queries.has_consent(person, NEEDS_CONSENT[kind]):
        raise ConsentMissing(_("Ask the person first: this may only be written down after a yes."))
