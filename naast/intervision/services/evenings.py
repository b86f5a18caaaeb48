"""Planning an evening by hand, changing and calling off, and what stands on its agenda."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.casebook.models import Case
from naast.casebook.policies import cases_visible_to
from naast.core import clock
from naast.intervision import guides, themes
from naast.intervision.errors import EveningOver, NotOfHere
from naast.intervision.inputs import AgendaPlan, EveningPlan
from naast.intervision.models import Evening, GroupTalk, Series
from naast.intervision.policies import evenings as policies
from naast.intervision.policies import series as series_policies
from naast.intervision.queries import agenda as agenda_queries
from naast.intervision.queries import evenings as queries
from naast.intervision.queries import series as series_queries
from naast.intervision.queries import talks as talk_queries
from naast.intervision.services import telling
from naast.intervision.states import EveningKind
from naast.organisations.actors import Actor

# When one of these changes, the group hears it.
TOLD = ("starts_at", "place", "online_url")


@transaction.atomic
def plan_evening(*, actor: Actor, series_id: UUID, plan: EveningPlan) -> Evening:
    """An evening beside the rhythm, or the yearly group talk (S1-265). Raises Series.DoesNotExist,
    NotAllowed, or EveningOver for a day that is past or a group that stopped."""
    series_policies.can_arrange(actor).require()
    series = series_queries.lock_series(actor, series_id)
    _refuse_past(series, plan)
    evening = Evening.objects.create(
        organisation_id=series.organisation_id,
        series=series,
        kind=plan.kind,
        method=series.method,
        **_columns(plan),
    )
    if evening.is_talk:
        _talk_of(evening, plan)
    log.record("evening.planned", actor=actor, target=evening, changes={"kind": plan.kind})
    return evening


@transaction.atomic
def change_evening(*, actor: Actor, evening_id: UUID, plan: EveningPlan) -> Evening:
    """Change an evening to come; the group hears of another moment or place. Raises Evening.DoesNotExist,
    NotAllowed or EveningOver."""
    series_policies.can_arrange(actor).require()
    evening = queries.lock_evening(policies.visible_to(actor), evening_id)
    refuse_over(evening)
    _refuse_past(evening.series, plan)
    columns = _columns(plan)
    changed = {name for name, value in columns.items() if getattr(evening, name) != value}
    for name, value in columns.items():
        setattr(evening, name, value)
    # What was a group talk stays one: its wishes hang on it.
    if plan.kind == EveningKind.GROUP_TALK or not hasattr(evening, "talk"):
        evening.kind = plan.kind
    if evening.is_talk:
        _talk_of(evening, plan)
    evening.revision += 1
    evening.save()
    log.record("evening.changed", actor=actor, target=evening, changes={"fields": sorted(changed)})
    if changed.intersection(TOLD):
        telling.tell_everybody(actor=actor, evening=evening, body=telling.CHANGED)
    return evening


@transaction.atomic
def cancel_evening(*, actor: Actor, evening_id: UUID) -> Evening:
    """An evening does not take place; the group hears it, and what was brought in moves to the next one.
    Raises Evening.DoesNotExist, NotAllowed or EveningOver."""
    series_policies.can_arrange(actor).require()
    evening = queries.lock_evening(policies.visible_to(actor), evening_id)
    refuse_over(evening)
    if evening.starts_at <= clock.now():
        raise EveningOver(_("This evening has begun already."))
    evening.cancelled_at = clock.now()
    evening.revision += 1
    evening.save(update_fields=["cancelled_at", "revision"])
    log.record("evening.cancelled", actor=actor, target=evening)
    telling.tell_everybody(actor=actor, evening=evening, body=telling.CANCELLED)
    later = queries.next_after(evening)
    if later is not None:
        evening.questions.update(evening=later)
        evening.ethics_questions.update(evening=later)
    return evening


@transaction.atomic
def arrange_agenda(*, actor: Actor, evening_id: UUID, plan: AgendaPlan) -> Evening:
    """What the leader chooses: method, article, question about what is right, who brings something in,
    who leads, themes. Raises Evening.DoesNotExist, NotAllowed, EveningOver when it was called off, or
    NotOfHere for a person outside the group."""
    evening = queries.lock_evening(policies.led_by(actor), evening_id)
    policies.can_lead(actor, evening).require()
    if evening.cancelled_at is not None:
        raise EveningOver(_("This evening does not take place."))
    evening.method = plan.method if plan.method in guides.codes() else evening.series.method
    codes = {each.code: each for each in agenda_queries.articles_for(evening)}
    chosen = codes.get(plan.article)
    evening.article = chosen.code if chosen else agenda_queries.NO_ARTICLE
    evening.article_heading = chosen.heading[:200] if chosen else ""
    evening.case = _case(actor, plan.case_id)
    evening.themes = [code for code in plan.themes if code in themes.THEMES]
    evening.brought_by_id = _of_the_group(evening.series, plan.brought_by_id)
    evening.led_by_id = _of_the_group(evening.series, plan.led_by_id)
    evening.save()
    _put_ethics(evening, plan.ethics_id)
    log.record("evening.agenda-arranged", actor=actor, target=evening)
    return evening


def _put_ethics(evening: Evening, ethics_id: UUID | None) -> None:
    """This question stands on the agenda, and no other that waits."""
    evening.ethics_questions.filter(discussed_on__isnull=True).update(evening=None)
    if ethics_id is not None:
        talk_queries.waiting_for(evening).filter(pk=ethics_id).update(evening=evening)


def _case(actor: Actor, case_id: UUID | None) -> Case | None:
    return cases_visible_to(actor).filter(pk=case_id).first() if case_id else None


def _of_the_group(series: Series, person_id: UUID | None) -> UUID | None:
    if person_id is None:
        return None
    if not series.members.filter(person_id=person_id, left_on__isnull=True).exists():
        raise NotOfHere(_("Choose somebody of the group."))
    return person_id


def _talk_of(evening: Evening, plan: EveningPlan) -> None:
    GroupTalk.objects.update_or_create(
        evening=evening,
        defaults={"organisation_id": evening.organisation_id, "votes_each": plan.votes_each},
    )


def _columns(plan: EveningPlan) -> dict[str, object]:
    return {
        "title": plan.title.strip(),
        "starts_at": plan.starts_at,
        "minutes": plan.minutes,
        "place": plan.place,
        "online_url": plan.online_url,
    }


def _refuse_past(series: Series, plan: EveningPlan) -> None:
    if series.ended_on is not None:
        raise EveningOver(_("This group has stopped."))
    if plan.starts_at <= clock.now():
        raise EveningOver(_("Choose a day that is still to come."))


def refuse_over(evening: Evening) -> None:
    """Raises EveningOver once an evening was called off or closed."""
    if evening.cancelled_at is not None:
        raise EveningOver(_("This evening does not take place."))
    if evening.closed_on is not None:
        raise EveningOver(_("This evening was held already."))
