"""Reads of what people say: own words, early checks, what changed."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from naast.companionship.models import Match
from naast.companionship.states import LIVING_STATES
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.programmes.models import Programme
from naast.surroundings import questions
from naast.surroundings.models import MatchCheck, Outcome, ProgrammeQuestions, Saying
from naast.surroundings.models.asking import Agrees
from naast.surroundings.policies import asking as policies
from naast.surroundings.policies import people as people_policies

SHOWN = 10


def said(actor: Actor) -> QuerySet[Saying]:
    """What this actor may read of what was said, with who said and who answered it."""
    return (
        policies.sayings_visible_to(actor)
        .filter(said_at__isnull=False)
        .select_related("person", "answered_by__user")
    )


def said_by(actor: Actor, person: Person) -> list[Saying]:
    """What one person said, the newest first."""
    return list(said(actor).filter(person=person).order_by("-said_at")[:SHOWN])


def own_sayings(actor: Actor) -> list[Saying]:
    """What the actor said themselves, the newest first."""
    rows = policies.sayings_put_to(actor).filter(said_at__isnull=False)
    return list(rows.order_by("-said_at")[:SHOWN])


def get_own_saying(actor: Actor, saying_id: UUID) -> Saying:
    """Something the actor said or was invited to say. Raises Saying.DoesNotExist."""
    return policies.sayings_put_to(actor).select_related("answered_by__user").get(pk=saying_id)


def get_own_outcome(actor: Actor, outcome_id: UUID) -> Outcome:
    """A question about what changed put to the actor. Raises Outcome.DoesNotExist."""
    return policies.outcomes_put_to(actor).get(pk=outcome_id)


def invitations(actor: Actor) -> QuerySet[Saying]:
    """The open invitations to the actor themselves."""
    return policies.sayings_put_to(actor).filter(said_at__isnull=True, not_now_on__isnull=True)


def by_phone(organisation_id: UUID) -> QuerySet[Saying]:
    """The open invitations of who is not online: somebody rings, or prints their page (S2-14)."""
    return Saying.objects.filter(
        Q(person__user__isnull=True) | Q(person__prefers_paper=True),
        organisation_id=organisation_id,
        said_at__isnull=True,
        not_now_on__isnull=True,
    )


def to_ask_by_phone(actor: Actor) -> QuerySet[Person]:
    """Whom this actor asks by phone or on paper how it goes, as long as somebody stands beside them."""
    living = Match.objects.filter(participant=OuterRef("pk"), state__in=LIVING_STATES)
    waiting = by_phone(actor.organisation_id).values("person_id")
    people = people_policies.participants(actor).filter(Exists(living), pk__in=waiting)
    return people if actor.person_id is None else people.exclude(pk=actor.person_id)


def own_checks(actor: Actor) -> QuerySet[MatchCheck]:
    """The early checks put to the actor themselves that they did not answer yet."""
    return policies.checks_put_to(actor).filter(
        answered_at__isnull=True, match__state__in=LIVING_STATES
    )


def own_outcomes(actor: Actor) -> QuerySet[Outcome]:
    """The questions about what changed that wait for the actor themselves."""
    return policies.outcomes_put_to(actor).filter(answered_at__isnull=True, not_now_on__isnull=True)


def get_check(actor: Actor, check_id: UUID) -> MatchCheck:
    """An early check this actor may see. Raises MatchCheck.DoesNotExist."""
    rows = policies.checks_visible_to(actor).select_related(
        "match__volunteer", "match__participant", "match__programme", "person"
    )
    return rows.get(pk=check_id)


def get_outcome(actor: Actor, outcome_id: UUID) -> Outcome:
    """A question about what changed this actor may see. Raises Outcome.DoesNotExist."""
    return policies.outcomes_visible_to(actor).select_related("person", "match").get(pk=outcome_id)


@dataclass(frozen=True, slots=True)
class Told:
    """What changed at one moment, in words; open while nobody told it yet."""

    outcome: Outcome
    answers: list[tuple[Text, Text]]


def outcomes_of(actor: Actor, person: Person) -> list[Told]:
    """What somebody told at each moment, in order of time, and what is asked but not told yet."""
    rows = policies.outcomes_visible_to(actor).filter(person=person, not_now_on__isnull=True)
    return [Told(row, _sentences(row)) for row in rows.order_by("asked_on", "id")[:SHOWN]]


def _sentences(outcome: Outcome) -> list[tuple[Text, Text]]:
    if outcome.answered_at is None:
        return []
    return [
        (sentence, in_words(getattr(outcome, name))) for name, sentence in questions.OUTCOME.items()
    ]


@dataclass(frozen=True, slots=True)
class Read:
    """An early check with its answers in words, for the coordinator."""

    check: MatchCheck
    in_words: list[tuple[Text, Text]]


def checks_of(actor: Actor, match: Match) -> list[list[Read]]:
    """The early checks of a match: moment by moment, what each of the two answered; one query."""
    moments: dict[object, list[Read]] = {}
    rows = policies.checks_visible_to(actor).filter(match=match).select_related("person")
    for check in rows.order_by("asked_on", "-side"):
        moments.setdefault(check.milestone_id or check.asked_on, []).append(
            Read(check, answers_of(check))
        )
    return list(moments.values())


def answers_of(check: MatchCheck) -> list[tuple[Text, Text]]:
    """Each sentence with what was answered, in words."""
    rows: list[tuple[Text, Text]] = [
        (sentence, in_words(getattr(check, name))) for name, sentence in questions.CHECK.items()
    ]
    if check.often:
        rows.append((questions.OFTEN, MatchCheck.Often(check.often).label))
    rows.append((questions.GO_ON, MatchCheck.GoOn(check.go_on).label if check.go_on else ""))
    return rows


def in_words(value: int | None) -> Text:
    """How far somebody goes along with a sentence, never as a figure."""
    return questions.DONT_KNOW if value is None else Agrees(value).label


def programmes_with_questions(actor: Actor) -> list[tuple[Programme, bool]]:
    """Each programme and whether it asks what changed; two queries."""
    asking = set(
        ProgrammeQuestions.objects.filter(
            organisation_id=actor.organisation_id, asks_outcome=True
        ).values_list("programme_id", flat=True)
    )
    programmes = Programme.objects.filter(organisation_id=actor.organisation_id)
    return [(programme, programme.pk in asking) for programme in programmes]
