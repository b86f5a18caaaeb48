"""What somebody still holds here when they say goodbye: what is in the way, and what ends by itself."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from naast.appreciation.models import Guest, Post, PostState
from naast.belonging.models import Mentoring
from naast.belonging.states import MentoringState
from naast.companionship.models import Match
from naast.companionship.states import OPEN_STATES
from naast.core import clock
from naast.intervision.models import AgreedAction, SeriesMember
from naast.learning.models import Seat
from naast.organisations.actors import Actor
from naast.outreach.models import JobTaker
from naast.parting.belongings import belongings_of
from naast.parting.models import Pulse
from naast.people.models import Person
from naast.programmes.models import Engagement
from naast.support.models import Talk

OPEN_MENTORING = (MentoringState.ASKED, MentoringState.RUNNING)


@dataclass(frozen=True, slots=True)
class Ties:
    """Open matches, in the way of a goodbye: (words, address). `ends` says in words what stops with it;
    `tasks` how many agreed actions go to somebody else. `belongings` must come back, and keep nobody waiting."""

    in_the_way: list[tuple[str, str]]
    ends: list[str]
    tasks: int
    belongings: list[tuple[str, str]]


def matches_in_the_way(actor: Actor, person: Person) -> list[tuple[str, str]]:
    """Open matches of a volunteer: to be closed well, or handed over, before a goodbye. One query."""
    rows = Match.objects.filter(
        organisation_id=person.organisation_id, volunteer=person, state__in=OPEN_STATES
    ).select_related("participant")
    return [
        (
            _("The match with %(name)s: %(state)s")
            % {"name": row.participant.first_name, "state": row.get_state_display()},
            actor.url("companionship:match", match_id=row.pk),
        )
        for row in rows.order_by("id")
    ]


def ties_of(actor: Actor, person: Person) -> Ties:
    """Everything, for the page of the goodbye. Places in circles end too, and are not named: that somebody has
    one may be a secret. A constant number of queries."""
    its = {"organisation_id": person.organisation_id, "person": person}
    programmes = Engagement.objects.filter(**its, ended_on__isnull=True).values_list(
        "programme__name", flat=True
    )
    groups = SeriesMember.objects.filter(**its, left_on__isnull=True).count()
    mentoring = Mentoring.objects.filter(
        Q(mentor=person) | Q(newcomer=person), state__in=OPEN_MENTORING
    ).count()
    dates = Seat.objects.filter(**its, session__starts_at__gt=clock.now()).count()
    jobs = JobTaker.objects.filter(**its, job__starts_at__gt=clock.now()).count()
    contacts = Pulse.objects.filter(
        organisation_id=person.organisation_id, volunteer=person, ended_on__isnull=True
    ).count()
    cards = Post.objects.filter(**its).exclude(state=PostState.ENDED).count()
    together = Guest.objects.filter(
        **its, is_staff=False, gathering__starts_at__gt=clock.now()
    ).count()
    talks = Talk.objects.filter(
        **its, held_on__isnull=True, cancelled_on__isnull=True, planned_on__gte=clock.today()
    ).count()
    counted = (
        (talks, _("Planned talks: %(n)s")),
        (groups, ngettext("%(n)s group for evenings", "%(n)s groups for evenings", groups)),
        (mentoring, ngettext("%(n)s time walking along", "%(n)s times walking along", mentoring)),
        (dates, ngettext("%(n)s course date", "%(n)s course dates", dates)),
        (jobs, ngettext("%(n)s short job", "%(n)s short jobs", jobs)),
        (cards, ngettext("%(n)s card on the board", "%(n)s cards on the board", cards)),
        (together, ngettext("%(n)s moment together", "%(n)s moments together", together)),
        (
            contacts,
            ngettext(
                "%(n)s light contact after an end: we ask the last question",
                "%(n)s light contacts after an end: we ask the last question",
                contacts,
            ),
        ),
    )
    return Ties(
        in_the_way=matches_in_the_way(actor, person),
        ends=[
            *(_("Taking part in %(name)s") % {"name": name} for name in programmes),
            *(words % {"n": number} for number, words in counted if number),
        ],
        tasks=AgreedAction.objects.filter(**its, done_on__isnull=True).count(),
        belongings=belongings_of(actor, person.pk),
    )
