"""Writes about who takes part and as what: the kind, the test of the law, the conditions met."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.programmes import policies, queries
from naast.programmes.errors import (
    AlreadyTakesPart,
    EngagementEnded,
    KeptElsewhere,
    NotVolunteering,
    TermsIncomplete,
)
from naast.programmes.kinds import Terms, problems
from naast.programmes.models import Engagement, EngagementTest, EntryCondition, Kind, Programme
from naast.programmes.readiness import LONG_AGO

# What says something about the kind of engagement, so that another kind asks for it anew (S1-58).
ASKED_ANEW = frozenset(
    {
        EntryCondition.Kind.INFORMATION,
        EntryCondition.Kind.SECRECY,
        EntryCondition.Kind.AGREEMENT,
        EntryCondition.Kind.INSURANCE,
    }
)


@dataclass(frozen=True, slots=True)
class Answers:
    """The five questions of art. 3, each answered with yes (True) or no."""

    is_unpaid: bool
    is_free_choice: bool
    is_for_others: bool
    is_outside_family: bool
    is_not_also_employed: bool

    @property
    def passed(self) -> bool:
        """Volunteering only when all five answers are yes."""
        return all(asdict(self).values())


def _check(terms: Terms, answers: Answers | None) -> None:
    found = problems(terms)
    if found:
        raise TermsIncomplete(found)
    if terms.kind == Kind.VOLUNTEERING and answers is not None and not answers.passed:
        raise NotVolunteering(
            _(
                "With a no among the five answers this is not volunteering. Choose the kind that it is."
            )
        )


def lock_open(actor: Actor, engagement_id: UUID) -> Engagement:
    """The engagement, locked, for who may change it. Raises Engagement.DoesNotExist, NotAllowed or
    EngagementEnded."""
    engagement = queries.lock_engagement(actor, engagement_id)
    policies.can_change_engagement(actor, engagement).require()
    if engagement.ended_on is not None:
        raise EngagementEnded(_("This has ended. Its history stays as it was."))
    return engagement


def lock_to_decide(actor: Actor, engagement_id: UUID) -> Engagement:
    """As `lock_open`, for what nobody decides about themselves. Raises as there."""
    engagement = lock_open(actor, engagement_id)
    policies.can_decide(actor, engagement).require()
    return engagement


def _write_test(actor: Actor, engagement: Engagement, answers: Answers) -> EngagementTest:
    test = EngagementTest.objects.create(
        organisation_id=engagement.organisation_id,
        engagement=engagement,
        tested_on=clock.today(),
        tested_by_id=actor.membership_id,
        **asdict(answers),
    )
    log.record(
        "engagement.tested", actor=actor, target=engagement, changes={"passed": answers.passed}
    )
    return test


@transaction.atomic
def engage(
    *,
    actor: Actor,
    person: Person,
    programme: Programme,
    terms: Terms,
    answers: Answers | None = None,
) -> Engagement:
    """Let a person take part, under the name of what it is. A guided path needs who steers and until
    when (S1-82). Raises NotAllowed, TermsIncomplete, NotVolunteering or AlreadyTakesPart."""
    policies.can_engage(actor, person, programme).require()
    _check(terms, answers)
    # Locks the programme, so that two clicks make one engagement.
    queries.lock_programme(actor, programme.pk)
    if Engagement.objects.filter(person=person, programme=programme).open().exists():
        raise AlreadyTakesPart(_("This person takes part in this programme already."))
    engagement = Engagement.objects.create(
        organisation_id=actor.organisation_id, person=person, programme=programme, **asdict(terms)
    )
    log.record(
        "engagement.started", actor=actor, target=engagement, changes={"kind": terms.kind.value}
    )
    if answers is not None:
        _write_test(actor, engagement, answers)
    return engagement


@transaction.atomic
def test_engagement(*, actor: Actor, engagement_id: UUID, answers: Answers) -> EngagementTest:
    """Write down the five answers, with day and tester. One no takes the name volunteering away
    (S1-42); older tests stay. Raises NotAllowed, EngagementEnded or Engagement.DoesNotExist."""
    return _write_test(actor, lock_open(actor, engagement_id), answers)


@transaction.atomic
def change_kind(
    *, actor: Actor, engagement_id: UUID, terms: Terms, answers: Answers | None = None
) -> Engagement:
    """One form turns into another, or somebody is more or less free than before (S1-28): the old one ends
    and stays in the history, a new one starts, the five questions are asked again and so is what depends
    on the kind (S1-58).

    Raises NotAllowed, EngagementEnded, TermsIncomplete, NotVolunteering or DomainError.
    """
    former = lock_open(actor, engagement_id)
    _check(terms, answers)
    if (former.kind, former.working_relation) == (terms.kind, terms.working_relation):
        raise DomainError(_("Choose another kind than it is now."))
    if terms.kind == Kind.VOLUNTEERING and answers is None:
        raise DomainError(_("Answer the five questions: only then can it be called volunteering."))
    if terms.started_on < former.started_on:
        raise TermsIncomplete({"started_on": _("The change comes after the start.")})
    former.ended_on = terms.started_on
    former.save(update_fields=["ended_on"])
    engagement = Engagement.objects.create(
        organisation_id=former.organisation_id,
        person_id=former.person_id,
        programme_id=former.programme_id,
        conditions_met=_kept(former),
        **asdict(terms),
    )
    log.record(
        "engagement.kind-changed",
        actor=actor,
        target=engagement,
        changes={
            "from": former.kind,
            "to": terms.kind.value,
            "relation": terms.working_relation.value,
            "former": str(former.pk),
        },
    )
    if answers is not None:
        _write_test(actor, engagement, answers)
    return engagement


def _kept(former: Engagement) -> dict[str, str]:
    anew = EntryCondition.objects.filter(programme_id=former.programme_id, kind__in=ASKED_ANEW)
    again = {str(pk) for pk in anew.values_list("pk", flat=True)}
    return {pk: day for pk, day in former.conditions_met.items() if pk not in again}


@transaction.atomic
def meet_condition(
    *, actor: Actor, engagement_id: UUID, condition_id: UUID, day: date
) -> Engagement:
    """A condition of the programme is in place since that day. Raises NotAllowed, EngagementEnded,
    KeptElsewhere for what another page proves, DomainError for a day that is still to come, or
    DoesNotExist."""
    engagement = lock_to_decide(actor, engagement_id)
    if day > clock.today():
        raise DomainError(_("Choose today or a day in the past."))
    condition = EntryCondition.objects.get(pk=condition_id, programme_id=engagement.programme_id)
    if queries.kept_elsewhere(engagement, [condition]):
        raise KeptElsewhere(
            _(
                "Was it signed or followed on paper? Note it on its own page: choose its name above. What has no page of its own, you write down here."
            )
        )
    engagement.conditions_met[str(condition.pk)] = day.isoformat()
    engagement.save(update_fields=["conditions_met"])
    log.record(
        "engagement.condition-met",
        actor=actor,
        target=engagement,
        changes={"condition": str(condition.pk), "kind": condition.kind},
    )
    return engagement


@transaction.atomic
def undo_condition(*, actor: Actor, engagement_id: UUID, condition_id: UUID) -> Engagement:
    """It was not in place after all. Raises NotAllowed, EngagementEnded or Engagement.DoesNotExist."""
    engagement = lock_to_decide(actor, engagement_id)
    if engagement.conditions_met.pop(str(condition_id), None) is not None:
        engagement.look_from = LONG_AGO
        engagement.save(update_fields=["conditions_met", "look_from"])
        log.record(
            "engagement.condition-undone",
            actor=actor,
            target=engagement,
            changes={"condition": str(condition_id)},
        )
    return engagement


@transaction.atomic
def end_engagement(*, actor: Actor, engagement_id: UUID, day: date) -> None:
    """This person no longer takes part here. Raises NotAllowed, EngagementEnded or TermsIncomplete."""
    engagement = lock_open(actor, engagement_id)
    if day < engagement.started_on:
        raise TermsIncomplete({"ended_on": _("The end comes after the start.")})
    engagement.ended_on = day
    engagement.save(update_fields=["ended_on"])
    log.record("engagement.ended", actor=actor, target=engagement)


@transaction.atomic
def extend_engagement(*, actor: Actor, engagement_id: UUID, until_on: date) -> Engagement:
    """It goes on until another agreed end (S1-73). Raises Engagement.DoesNotExist, NotAllowed, EngagementEnded or
    TermsIncomplete."""
    engagement = lock_open(actor, engagement_id)
    if until_on <= clock.today():
        raise TermsIncomplete({"until_on": _("Choose a day that is still to come.")})
    engagement.until_on = until_on
    engagement.save(update_fields=["until_on"])
    log.record(
        "engagement.extended",
        actor=actor,
        target=engagement,
        changes={"until": until_on.isoformat()},
    )
    return engagement
