"""What this room asks attention for on the desk: at most one line a volunteer, with the most urgent reason."""

from collections.abc import Callable, Container, Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from naast.companionship.models import CallBack
from naast.core import clock
from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.people.models import Person
from naast.support.models import Action, CheckIn, Guidance, Plan, Talk, Told
from naast.support.policies import talks as policies
from naast.support.queries import plans as queries
from naast.support.states import Room, TalkKind

MOST = 30
Kind = Callable[[Actor, datetime], Iterable[AttentionItem]]


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    if not actor.is_coordinator:
        return {}
    day = timezone.localdate(now)
    return {
        "support.told": _told(actor),
        "support.call": _to_call(actor),
        "support.promised": _promised(actor, day),
        "support.write": _to_write(actor, day),
        "support.room": _wished(actor),
        "support.speak": queries.overdue(actor, day=day),
        "support.talk": _to_plan(actor, day),
        "support.unmet": queries.unmet(actor, day=day),
    }


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """Eight queries at most, none for what is not `there`; for coordinators only. Whoever has several reasons
    shows with the first of them: the order below is that of urgency."""
    if not actor.is_coordinator:
        return []
    found: dict[Any, AttentionItem] = {}
    for kind, read in KINDS.items():
        for item in read(actor, now) if kind in there else ():
            found.setdefault(item.subject_id, item)
    return list(found.values())


def _told(actor: Actor) -> QuerySet[Told]:
    return policies.told_visible_to(actor).filter(handled_on__isnull=True)


def _to_call(actor: Actor) -> QuerySet[CheckIn]:
    """Less fun than before, and nobody called since: a call they asked for themselves counts too."""
    called = CallBack.objects.filter(
        person=OuterRef("person"), handled_on__gte=OuterRef("answered_on")
    )
    rows = policies.check_ins_visible_to(actor).filter(asks_a_call=True)
    return rows.exclude(Exists(called))


def _promised(actor: Actor, day: date) -> QuerySet[Action]:
    """What we would have done by now. What a volunteer would do stands on their own page."""
    rows = policies.actions_visible_to(actor).exclude(person=actor.person_id)
    return rows.filter(done_on__isnull=True, due_on__lt=day, who=Action.Who.US)


def _to_write(actor: Actor, day: date) -> QuerySet[Talk]:
    rows = policies.visible_to(actor).filter(held_on__isnull=True, cancelled_on__isnull=True)
    return rows.filter(planned_on__lt=day)


def _wished(actor: Actor) -> QuerySet[Guidance]:
    rows = Guidance.objects.filter(
        organisation_id=actor.organisation_id,
        until_on__isnull=True,
        wish__in=[Room.MORE.value, Room.LESS.value],
    )
    return rows.exclude(person_id=actor.person_id) if actor.person_id else rows


def _to_plan(actor: Actor, day: date) -> QuerySet[Plan]:
    coming = Talk.objects.filter(
        organisation_id=actor.organisation_id, held_on__isnull=True, cancelled_on__isnull=True
    )
    return (
        queries.running(actor)
        .filter(talk_due_on__lte=day)
        .exclude(person_id__in=coming.values("person_id"))
    )


def _item(
    actor: Actor,
    kind: str,
    person: Person,
    sentence: str,
    **rest: Any,
) -> AttentionItem:
    return AttentionItem(
        kind=kind,
        subject_id=person.pk,
        name=person.name,
        sentence=sentence % {"name": person.first_name},
        **{
            "urgency": Urgency.THIS_WEEK,
            "url": actor.url("support:of_person", person_id=person.pk),
            "action": _("Look"),
            **rest,
        },
    )


def _guide(rows: QuerySet[Any]) -> QuerySet[Any]:
    named: QuerySet[Any] = rows.annotate(guide_id=F("person__support_plan__guide_id"))
    return named.select_related("person")


def _tellings(actor: Actor, _now: datetime) -> Iterator[AttentionItem]:
    for row in _guide(_told(actor)).order_by("id")[:MOST]:
        yield _item(
            actor,
            "support.told",
            row.person,
            _("A colleague told something about %(name)s."),
            since=row.created_at,
            urgency=Urgency.NOW,
            url=actor.url("support:told"),
            action=_("Read"),
        )


def _calls(actor: Actor, _now: datetime) -> Iterator[AttentionItem]:
    for row in _guide(_to_call(actor)).order_by("answered_on", "id")[:MOST]:
        yield _item(
            actor,
            "support.call",
            row.person,
            _("%(name)s has less fun in it than before. A call would do good."),
            since=clock.morning(row.answered_on),
            owner_id=row.guide_id,
            action=_("Call"),
        )


def _promises(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    rows = _guide(_promised(actor, timezone.localdate(now)))
    for row in rows.order_by("due_on", "id")[:MOST]:
        yield _item(
            actor,
            "support.promised",
            row.person,
            _("We would do something for %(name)s by now."),
            since=clock.morning(row.due_on),
            owner_id=row.guide_id,
        )


def _writings(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    rows = _to_write(actor, timezone.localdate(now)).select_related("person")
    for row in rows.order_by("planned_on", "id")[:MOST]:
        yield _item(
            actor,
            "support.write",
            row.person,
            _("You would talk with %(name)s: write down how it was."),
            since=clock.morning(row.planned_on),
            owner_id=row.led_by_id,
            url=actor.url("support:talk", talk_id=row.pk),
            action=_("Write it down"),
        )


def _wishes(actor: Actor, _now: datetime) -> Iterator[AttentionItem]:
    for row in _guide(_wished(actor)).order_by("wished_on", "id")[:MOST]:
        sentence = (
            _("%(name)s would like more room in a task.")
            if row.wish == Room.MORE
            else _("%(name)s would like more guidance in a task.")
        )
        yield _item(
            actor,
            "support.room",
            row.person,
            sentence,
            since=clock.morning(row.wished_on),
            owner_id=row.guide_id,
            action=_("Talk about it"),
        )


def _overdue(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    rows = queries.overdue(actor, day=timezone.localdate(now)).select_related("person")
    for plan in rows.order_by("due_on", "id")[:MOST]:
        yield _item(
            actor,
            "support.speak",
            plan.person,
            _("You would have talked with %(name)s by now. Ask how it goes."),
            since=clock.morning(plan.due_on),
            owner_id=plan.guide_id,
            url=actor.url("support:check_in", person_id=plan.person_id),
            action=_("Call"),
        )


def _plannings(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    rows = _to_plan(actor, timezone.localdate(now)).select_related("person")
    for plan in rows.order_by("talk_due_on", "id")[:MOST]:
        kind = TalkKind(plan.talk_kind)
        yield _item(
            actor,
            "support.talk",
            plan.person,
            _("Time for a talk with %%(name)s: %(kind)s.")
            % {"kind": str(kind.label).replace("%", "")},
            since=clock.morning(plan.talk_due_on or plan.due_on),
            urgency=Urgency.GOOD_TO_KNOW,
            owner_id=plan.guide_id,
            url=actor.url("support:new_talk", person_id=plan.person_id, kind=kind),
            action=_("Plan the talk"),
        )


def _unmet(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    """One line for all of them."""
    rows = queries.unmet(actor, day=timezone.localdate(now))
    first = rows.order_by("unmet_since", "id").first()
    if first is None:
        return
    number = rows.count()
    sentence = ngettext(
        "%(number)s volunteer was not met face to face for three months.",
        "%(number)s volunteers were not met face to face for three months.",
        number,
    )
    house = Organisation.objects.only("name").get(pk=actor.organisation_id)
    yield AttentionItem(
        kind="support.unmet",
        subject_id=house.pk,
        name=house.name,
        sentence=sentence % {"number": number},
        since=clock.morning(first.unmet_since),
        urgency=Urgency.GOOD_TO_KNOW,
        url=actor.url("support:overview") + "?show=unmet",
        action=_("Look"),
    )


# In the order of urgency.
KINDS: dict[str, Kind] = {
    "support.told": _tellings,
    "support.call": _calls,
    "support.promised": _promises,
    "support.write": _writings,
    "support.room": _wishes,
    "support.speak": _overdue,
    "support.talk": _plannings,
    "support.unmet": _unmet,
}
