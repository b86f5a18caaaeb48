"""What this room adds to the homes of volunteers, participants and professionals. There is no link for everybody:
only who is a part of a circle sees that there are any."""

from collections.abc import Callable, Container, Mapping
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from naast.circles.models import Circle, Covenant, CovenantYes
from naast.circles.policies import circles as policies
from naast.circles.policies import passages as passage_policies
from naast.circles.queries import meetings as meeting_queries
from naast.circles.states import CircleState
from naast.core.attention import EVERYTHING, Signs
from naast.core.home import Ask, Link
from naast.organisations.actors import Actor

LINKS: Mapping[str, tuple[Link, ...]] = {}
VOLUNTEER, PARTICIPANT, PROFESSIONAL = "volunteer", "participant", "professional"
# A home shows what waits, not everything.
MOST = 3
LOOKING_BACK = (CircleState.CLOSING, CircleState.AFTERCARE)


def signs(actor: Actor, hat: str, *, now: datetime) -> Signs:
    """The rows of each kind of question, for one look at which of them exist."""
    if hat == PROFESSIONAL:
        return {"circles-outer": policies.places_in_outer(actor)}
    if hat not in (VOLUNTEER, PARTICIPANT):
        return {}
    circles = _circles(actor, hat)
    found: Signs = {"circles-own": circles, "circles-covenant": _to_agree(actor, circles)}
    if hat == VOLUNTEER:
        found["circles-minutes"] = meeting_queries.to_write(actor, now=now)
    else:
        found["circles-yes"] = circles.filter(consented_on__isnull=True)
    return {**found, "circles-look-back": _to_look_back(actor, circles)}


def asks(actor: Actor, hat: str, *, now: datetime, there: Container[str] = EVERYTHING) -> list[Ask]:
    """What waits for this person; one query a kind that is `there`."""
    if hat == PROFESSIONAL:
        return _outer(actor) if "circles-outer" in there else []
    if hat not in (VOLUNTEER, PARTICIPANT):
        return []
    circles = _circles(actor, hat)
    found: list[Ask] = []
    if hat == VOLUNTEER and "circles-minutes" in there:
        found += _minutes(actor, now)
    if hat == PARTICIPANT and "circles-yes" in there:
        found += _asked(actor, circles.filter(consented_on__isnull=True))
    kinds: tuple[tuple[str, Callable[[Actor, QuerySet[Circle]], list[Ask]]], ...] = (
        ("circles-covenant", _covenants),
        ("circles-look-back", _look_backs),
        ("circles-own", _own),
    )
    return found + [ask for name, kind in kinds if name in there for ask in kind(actor, circles)]


def _circles(actor: Actor, hat: str) -> QuerySet[Circle]:
    if hat == VOLUNTEER:
        return policies.as_volunteer(actor)
    return policies.as_core(actor).filter(ended_on__isnull=True)


def _to_agree(actor: Actor, circles: QuerySet[Circle]) -> QuerySet[Circle]:
    """Circles whose newest agreements this person has not agreed to."""
    later = Covenant.objects.filter(circle=OuterRef("circle"), number__gt=OuterRef("number"))
    said = CovenantYes.objects.filter(Q(person_id=actor.person_id), covenant=OuterRef("pk"))
    waiting = Covenant.objects.filter(~Exists(later), ~Exists(said), circle__in=circles)
    return circles.filter(pk__in=waiting.values("circle"))


def _to_look_back(actor: Actor, circles: QuerySet[Circle]) -> QuerySet[Circle]:
    return circles.filter(state__in=LOOKING_BACK).exclude(Q(look_backs__person_id=actor.person_id))


def _minutes(actor: Actor, now: datetime) -> list[Ask]:
    rows = meeting_queries.to_write(actor, now=now).select_related("circle")
    return [
        Ask(
            _("Would you write down how the meeting of %(name)s went? A few lines are enough.")
            % {"name": meeting.circle.name},
            actor.url("circles:minutes", circle_id=meeting.circle_id, meeting_id=meeting.pk),
            _("Write the minutes"),
            tone="attention",
        )
        for meeting in rows.order_by("minutes_due_at", "id")[:MOST]
    ]


def _asked(actor: Actor, circles: QuerySet[Circle]) -> list[Ask]:
    return [
        Ask(
            _("Somebody would like to form a circle around you. You decide."),
            actor.url("circles:my_circle", circle_id=circle.pk),
            _("Read what it is"),
            tone="attention",
        )
        for circle in circles[:MOST]
    ]


def _covenants(actor: Actor, circles: QuerySet[Circle]) -> list[Ask]:
    return [
        Ask(
            _("The agreements of %(name)s wait for your yes.") % {"name": circle.name},
            actor.url("circles:my_covenant", circle_id=circle.pk),
            _("Read the agreements"),
            tone="attention",
        )
        for circle in _to_agree(actor, circles)[:MOST]
    ]


def _look_backs(actor: Actor, circles: QuerySet[Circle]) -> list[Ask]:
    return [
        Ask(
            _("%(name)s comes to an end. What did it bring you?") % {"name": circle.name},
            actor.url("circles:look_back", circle_id=circle.pk),
            _("Look back"),
        )
        for circle in _to_look_back(actor, circles)[:MOST]
    ]


def _own(actor: Actor, circles: QuerySet[Circle]) -> list[Ask]:
    """The way to one's own circle; one line however many there are."""
    asked = Q(consented_on__isnull=True, core_id=actor.person_id)
    found = list(circles.exclude(asked).order_by("name", "id")[:MOST])
    if not found:
        return []
    if len(found) == 1:
        url = actor.url("circles:my_circle", circle_id=found[0].pk)
    else:
        url = actor.url("circles:mine")
    names = {"names": ", ".join(circle.name for circle in found)}
    return [Ask(_("You are a part of: %(names)s.") % names, url, _("To the circle"))]


def _outer(actor: Actor) -> list[Ask]:
    unread = set(
        passage_policies.received_by(actor)
        .filter(read_at__isnull=True)
        .values_list("passage__circle_id", flat=True)[:MOST]
    )
    places = policies.places_in_outer(actor).select_related("circle").order_by("id")[:MOST]
    return [
        Ask(
            _("Something was passed on to you about %(name)s.") % {"name": place.circle.name}
            if place.circle_id in unread
            else _("You stand in the outer circle of %(name)s.") % {"name": place.circle.name},
            actor.url("circles:outer", circle_id=place.circle_id),
            _("Read it") if place.circle_id in unread else _("To your page"),
            tone="attention" if place.circle_id in unread else "calm",
        )
        for place in places
    ]
