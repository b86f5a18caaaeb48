"""What this room does at night: cards whose yes is over go, teams hear a nudge, and a year is looked back at."""

from datetime import date, datetime, timedelta

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from naast.appreciation.models import Post
from naast.appreciation.queries.board import ended, to_look_back
from naast.appreciation.queries.thanks import quiet_teams
from naast.appreciation.services.board import let_go
from naast.core.night import each, in_batches
from naast.messaging.reminders import Reminding, remind
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.people.api import reach_of
from naast.people.models import VolunteerProfile
from naast.programmes.models import Programme

# A night that was missed is made good within this time.
CATCH_UP_DAYS = 7


def run(now: datetime) -> dict[str, int]:
    """Everything of this room for one night, organisation after organisation. Returns what was done."""
    houses = list(Organisation.objects.all())
    return {
        "cards ended": sum(_end_cards(house, now) for house in houses),
        "teams nudged to thank": sum(_nudge(house, now) for house in houses),
        "asked to look back": sum(_ask_to_look_back(house, now) for house in houses),
    }


def _end_cards(house: Organisation, now: datetime) -> int:
    actor = Actor.system(house, reason="ends cards whose yes is over")
    return in_batches(ended(house.pk, day=localdate(now)), lambda rows: _end(actor, rows))


def _end(actor: Actor, rows: list[Post]) -> int:
    locked = Post.objects.select_for_update(no_key=True).filter(pk__in=[row.pk for row in rows])
    return each(locked, lambda post: _end_one(actor, post))


def _end_one(actor: Actor, post: Post) -> int:
    let_go(actor=actor, post=post, step="take_down")
    return 1


def _nudge(house: Organisation, now: datetime) -> int:
    """Once a quarter at most, to who coordinates the programme."""
    day = localdate(now)
    actor = Actor.system(house, reason="nudges to thank")
    teams = quiet_teams(house.pk, day=day).select_related("coordinator__user")
    step = f"{day.year}-{(day.month + 2) // 3}"
    return in_batches(
        teams, lambda rows: remind(actor=actor, rows=[_nudging(actor, row, step) for row in rows])
    )


def _nudging(actor: Actor, programme: Programme, step: str) -> Reminding:
    return Reminding(
        kind="thanks-nudge",
        subject_id=programme.pk,
        step=step,
        subject=_("A word of thanks"),
        body=_(
            "In one of your programmes nobody noted a thank-you for two months. Who comes to mind?"
        ),
        user=programme.coordinator.user if programme.coordinator else None,
        url=actor.url("appreciation:overview"),
    )


def _ask_to_look_back(house: Organisation, now: datetime) -> int:
    """On the day, or within a week when a night was missed: once for each year."""
    days = [localdate(now) - timedelta(days=back) for back in range(CATCH_UP_DAYS)]
    return sum(_ask_who_began_on(day, house) for day in days)


def _ask_who_began_on(day: date, house: Organisation) -> int:
    actor = Actor.system(house, reason="asks what a year brought")
    rows = to_look_back(house.pk, day=day).select_related("person__user")
    return in_batches(
        rows,
        lambda batch: remind(
            actor=actor, rows=[_asking(actor, house, row, str(day.year)) for row in batch]
        ),
    )


def _asking(actor: Actor, house: Organisation, row: VolunteerProfile, step: str) -> Reminding:
    reach = reach_of(row.person, language=house.language)
    has_page = reach["user"] is not None
    return Reminding(
        kind="appreciation.year",
        subject_id=row.person_id,
        step=step,
        subject=_("Another year together"),
        body=_(
            "Thank you for being here. What does it bring you? It takes a minute, and is for yourself."
        )
        if has_page
        else _(
            "Thank you for being here. We like to hear what it brings you: tell it when we meet."
        ),
        url=actor.url("appreciation:year") if has_page else "",
        **reach,
    )
