"""What was let wait, and the day from which on somebody has to look: after everything else of the demo."""

from dataclasses import replace
from datetime import timedelta

from naast.companionship.models import Match, MatchState
from naast.core import clock
from naast.desk.demo.season import Season
from naast.organisations.models import Organisation
from naast.people.models import Person
from naast.programmes.models import Engagement, Override
from naast.programmes.queries import for_readiness, readiness_of
from naast.programmes.readiness import can_be_let_wait
from naast.programmes.services import let_wait, nightly, take_back

REASONS = (
    "De vorming is pas volgende maand. Tot dan gaat de coach mee.",
    "De papieren zijn onderweg met de post, we hebben de kopie gezien.",
    "We spreken dit samen door op de eerste avond.",
)
DAYS = (60, 20, 7)
SOON = (MatchState.MEETING_PLANNED, MatchState.BOTH_YES)


def fill(season: Season, volunteers: list[Person]) -> None:
    """Something waits for those who are about to start, for a few others, and once it was taken back."""
    boss = season.staff[0]
    actor = replace(
        season.actor, user_id=boss.user_id, membership_id=boss.pk, person_id=boss.person_id
    )
    here = Engagement.objects.filter(organisation_id=actor.organisation_id).open()
    about_to = Match.objects.filter(organisation_id=actor.organisation_id, state__in=SOON)
    first = here.filter(person__in=about_to.values("volunteer_id")).order_by("id")
    others = here.filter(person__in=volunteers).order_by("-id")
    engagements = [*for_readiness(first)[:1], *for_readiness(others)[:12]]
    items = readiness_of(engagements)
    able = [(each, found) for each in engagements if (found := can_be_let_wait(items[each.pk]))]
    for number, (engagement, missing) in enumerate(able[: len(REASONS)]):
        made = let_wait(
            actor=actor,
            engagement_id=engagement.pk,
            item_key=missing[0].key,
            reason=REASONS[number],
            until_on=season.today + timedelta(days=DAYS[number]),
        )
        if number == 1:
            take_back(actor=actor, engagement_id=engagement.pk, override_id=made.pk)
        if number == len(REASONS) - 1:
            # Its day has passed: it stands on the desk.
            Override.objects.filter(pk=made.pk).update(
                given_on=season.ago(40), until_on=season.ago(3)
            )
    nightly.look(Organisation.objects.get(pk=actor.organisation_id), clock.now())
