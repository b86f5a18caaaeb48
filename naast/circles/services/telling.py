"""Telling that there is something to read. Never a name, a circle or its kind: a phone lies on a table."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from naast.circles.models import Circle
from naast.circles.queries import circles as queries
from naast.core import clock
from naast.core.text import Text
from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.organisations.models import Absence, Membership

SUBJECT: Text = _("Something new on your page")
NEW_SIGNAL: Text = _(
    "A volunteer noticed something. Please look now: your page says what and before when."
)
NEW_FEEDBACK: Text = _("What you passed on was looked at. Your page says what came of it.")
NEW_INCOMING: Text = _("Somebody passed something on to you. Your page says what.")
NEW_PASSAGE: Text = _("Something was passed on to you. You read it on your page.")
MEETING_PLANNED: Text = _("A meeting is planned. Your page says when and where.")
MEETING_OFF: Text = _("A meeting does not take place. Your page says more.")
CHANGED: Text = _("Something changed in what you take part in. Your page says what.")
YES_TAKEN_BACK: Text = _("Somebody took back a yes. Please look today.")


def who_leads(circle: Circle, *, everybody: bool = False) -> list[Membership]:
    """Who sees to this circle today: its coordinator; while that one is away or gone, the deputy; both when
    it can't wait. Nobody who left."""
    here = [row for row in (circle.coordinator, circle.deputy) if queries.is_present(row) and row]
    if everybody or len(here) < 2:
        return here
    return here[1:] if is_away(here[0]) else here[:1]


def is_away(member: Membership) -> bool:
    """Whether a colleague is away today."""
    today = clock.today()
    rows = Absence.objects.filter(membership=member, from_on__lte=today, until_on__gte=today)
    return rows.exists()


def tell_leads(
    actor: Actor, circle: Circle, body: Text, url: str, *, everybody: bool = False
) -> None:
    """Tell who leads the circle, except who did it."""
    members = who_leads(circle, everybody=everybody)
    _tell(actor, (row for row in members if row.user_id != actor.user_id), body, url)


def _tell(actor: Actor, members: Iterable[Membership], body: Text, url: str) -> None:
    for member in members:
        tell(actor=actor, user=member.user, kind="circle", subject=SUBJECT, body=body, url=url)


def tell_inner(actor: Actor, circle: Circle, body: Text, *, with_core: bool = False) -> None:
    """Tell the volunteers of the circle who have an account, and the core member where it is for them too."""
    people = [row.person for row in queries.inner_of(circle)]
    if with_core:
        people.append(circle.core)
    url = actor.url("circles:my_circle", circle_id=circle.pk)
    for person in people:
        if person.user is not None and person.user_id != actor.user_id:
            tell(actor=actor, user=person.user, kind="circle", subject=SUBJECT, body=body, url=url)
