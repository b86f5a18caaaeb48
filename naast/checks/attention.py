"""What this room puts on the coordinator's desk."""

from collections.abc import Container
from datetime import date, datetime, timedelta

from django.db.models import Exists, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from naast.checks.models import CheckRecord, Policy, Report
from naast.checks.policies import insurance as insurance_policies
from naast.checks.queries import checks as check_queries
from naast.checks.queries import insurance as insurance_queries
from naast.checks.queries import reports as report_queries
from naast.core import clock
from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.organisations.actors import Actor
from naast.organisations.models import Country
from naast.programmes.models import Programme

MOST = 10
# An activity under the free insurance is registered a day before: two days before, it is time.
REGISTER_WITHIN = timedelta(hours=48)


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    if not actor.is_coordinator:
        return {}
    today = timezone.localdate(now)
    return {
        "checks.needed": check_queries.listed(actor, check_queries.TO_ASK, day=today),
        "checks.talk": check_queries.listed(actor, check_queries.TALK, day=today),
        "checks.due": check_queries.due(actor, day=today),
        "checks.limits": _to_look_at(actor, today),
        "checks.insurance": _ending(actor, today),
        "checks.uninsured": _uninsured(actor),
        "checks.hours": _free(actor),
        "checks.register": insurance_queries.to_register(actor, now=now, within=REGISTER_WITHIN),
    }


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """Twelve queries at most, none for what is not `there`; for coordinators only."""
    if not actor.is_coordinator:
        return []
    today = timezone.localdate(now)
    return [
        *(_checks(actor, check_queries.TO_ASK, today) if "checks.needed" in there else ()),
        *(_checks(actor, check_queries.TALK, today) if "checks.talk" in there else ()),
        *(_checks(actor, check_queries.DUE, today) if "checks.due" in there else ()),
        *(_limits(actor, today) if "checks.limits" in there else ()),
        *(_insurance(actor, today) if "checks.insurance" in there else ()),
        *(_never_insured(actor) if "checks.uninsured" in there else ()),
        *(_hours(actor, today) if "checks.hours" in there else ()),
        *(_activities(actor, now) if "checks.register" in there else ()),
    ]


# Tab of the list → the kind of item, and how soon.
KINDS: dict[str, tuple[str, Urgency]] = {
    check_queries.TO_ASK: ("checks.needed", Urgency.THIS_WEEK),
    check_queries.TALK: ("checks.talk", Urgency.NOW),
    check_queries.DUE: ("checks.due", Urgency.GOOD_TO_KNOW),
}


def _checks(actor: Actor, tab: str, today: date) -> list[AttentionItem]:
    kind, urgency = KINDS[tab]
    rows = check_queries.listed(actor, tab, day=today)
    order = "review_on" if tab == check_queries.DUE else "since_on"
    return [
        AttentionItem(
            kind=kind,
            subject_id=record.pk,
            name=record.person.name,
            sentence=_sentence(tab, record),
            since=clock.morning(_since(tab, record, today)),
            urgency=urgency,
            url=actor.url("checks:of_person", person_id=record.person_id),
            action=_("Open"),
        )
        for record in rows.order_by(order, "id")[:MOST]
    ]


def _since(tab: str, record: CheckRecord, today: date) -> date:
    if tab == check_queries.DUE and record.review_on is not None:
        return min(record.review_on - check_queries.BEFORE_REVIEW, today)
    return record.since_on


def _sentence(tab: str, record: CheckRecord) -> str:
    if tab == check_queries.DUE and record.review_on is not None:
        return _("Look at the check of conduct again before %(day)s.") % {
            "day": date_format(record.review_on, "DATE_FORMAT")
        }
    if tab == check_queries.TALK:
        return _("You would talk about the check of conduct first.")
    return _("A check of conduct is needed, and not asked yet.")


def _to_look_at(actor: Actor, today: date) -> QuerySet[Report]:
    return report_queries.limits_to_ask(actor).filter(silent_on__lte=today)


def _limits(actor: Actor, today: date) -> list[AttentionItem]:
    rows = _to_look_at(actor, today).select_related("person").order_by("silent_on", "id")
    return [
        AttentionItem(
            kind="checks.limits",
            subject_id=report.pk,
            name=report.person.name,
            sentence=_("The office had its time to answer: silence means yes. Were limits set?"),
            since=clock.morning(report.silent_on),
            urgency=Urgency.GOOD_TO_KNOW,
            url=actor.url("checks:report_of", person_id=report.person_id),
            action=_("Ask and note"),
        )
        for report in rows[:MOST]
        if report.silent_on is not None
    ]


def _ending(actor: Actor, today: date) -> QuerySet[Policy]:
    soon = today + insurance_queries.BEFORE_THE_END
    return insurance_policies.visible_to(actor).filter(until_on__lte=soon)


def _insurance(actor: Actor, today: date) -> list[AttentionItem]:
    """Liability that ended, and what ends without anything that follows."""
    rows = list(insurance_policies.visible_to(actor))
    ending = [
        _policy_item(
            actor,
            policy,
            _("This insurance ends on %(day)s, and nothing follows yet."),
            since=policy.until_on - insurance_queries.BEFORE_THE_END,
        )
        for policy in insurance_queries.ending_of(rows, day=today)
        if policy.until_on is not None
    ]
    ended = insurance_queries.last_liability(rows, today)
    if ended is None or ended.until_on is None:
        return ending
    sentence = _("Our insurance for liability ended on %(day)s: nobody can start.")
    return [
        _policy_item(actor, ended, sentence, since=ended.until_on, urgency=Urgency.NOW),
        *ending,
    ]


def _policy_item(
    actor: Actor,
    policy: Policy,
    sentence: str,
    *,
    since: date,
    urgency: Urgency = Urgency.THIS_WEEK,
) -> AttentionItem:
    return AttentionItem(
        kind="checks.insurance",
        subject_id=policy.pk,
        name=policy.insurer,
        sentence=sentence % {"day": date_format(policy.until_on or since, "DATE_FORMAT")},
        since=clock.morning(since),
        urgency=urgency,
        url=actor.url("checks:insurance"),
        action=_("Look"),
    )


def _uninsured(actor: Actor) -> QuerySet[Programme]:
    """Programmes that run in Belgium, where the law asks insurance, as long as no policy was ever noted."""
    noted = insurance_policies.visible_to(actor)
    running = Programme.objects.filter(
        organisation_id=actor.organisation_id,
        organisation__country=Country.BELGIUM,
        status=Programme.Status.ACTIVE,
    )
    return running.filter(~Exists(noted))


def _never_insured(actor: Actor) -> list[AttentionItem]:
    return [
        AttentionItem(
            kind="checks.uninsured",
            subject_id=programme.organisation_id,
            name=programme.name,
            sentence=_(
                "No policy is noted yet. Take the last letter of your insurer and note it: it takes two "
                "minutes."
            ),
            since=programme.created_at,
            urgency=Urgency.THIS_WEEK,
            url=actor.url("checks:new_policy"),
            action=_("Note a policy"),
        )
        for programme in _uninsured(actor).order_by("id")[:1]
    ]


def _free(actor: Actor) -> QuerySet[Policy]:
    return insurance_policies.visible_to(actor).filter(kind=Policy.Kind.FREE)


def _hours(actor: Actor, today: date) -> list[AttentionItem]:
    """The hours of the free insurance are nearly used up."""
    rows = list(_free(actor).select_related("organisation"))
    counted = insurance_queries.counted(rows[0].organisation, rows, today) if rows else None
    if counted is None or not counted.asks_attention:
        return []
    return [
        AttentionItem(
            kind="checks.hours",
            subject_id=rows[0].pk,
            name=rows[0].insurer,
            sentence=_("The free insurance is nearly used up. Look for another one in time."),
            since=clock.morning(today),
            urgency=Urgency.THIS_WEEK,
            url=actor.url("checks:insurance"),
            action=_("Look"),
        )
    ]


def _activities(actor: Actor, now: datetime) -> list[AttentionItem]:
    rows = insurance_queries.to_register(actor, now=now, within=REGISTER_WITHIN)
    return [
        AttentionItem(
            kind="checks.register",
            subject_id=activity.pk,
            name=activity.name,
            sentence=_("%(activity)s: not registered for the insurance yet.")
            % {"activity": activity.name},
            since=max(activity.created_at, activity.starts_at - REGISTER_WITHIN),
            urgency=Urgency.NOW,
            url=actor.url("checks:insurance"),
            action=_("Register"),
        )
        for activity in rows.order_by("starts_at", "id")[:MOST]
    ]
