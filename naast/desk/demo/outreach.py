"""A meeting to come and one that was, a group that asks, a campaign, a short job, helpers and rings."""

from datetime import timedelta

from naast.desk.demo import words
from naast.desk.demo.season import Season
from naast.organisations.models import Function
from naast.outreach.models.campaign import Campaign, Lead
from naast.outreach.models.group import GroupRequest
from naast.outreach.models.helper import Helper, HelperDay
from naast.outreach.models.job import JobTaker, ShortJob
from naast.outreach.models.meeting import InfoMeeting, SignUp
from naast.outreach.models.ring import Ring, RingMove, RingPlace
from naast.people.models import Person
from naast.people.names import sort_name
from naast.vacancies.models import Channel

RINGS = tuple(Ring)


def fill(season: Season, channel: Channel, volunteers: list[Person]) -> None:
    """Everything of outreach."""
    _meetings(season, channel)
    _groups(season)
    _campaign(season, volunteers)
    _job(season, volunteers)
    _helpers(season)
    _rings(season, volunteers)


def _meetings(season: Season, channel: Channel) -> None:
    own = {"organisation_id": season.actor.organisation_id}
    coming = InfoMeeting.objects.create(
        **own,
        title="Infoavond: naast iemand staan",
        text="Een vrijwilliger vertelt, jij vraagt. Met koffie. Je beslist die avond niets.",
        starts_at=season.moment(season.ago(-9), 19),
        place="In ons huis",
        places=4,
        host=season.staff[0],
        channel=channel,
    )
    was = InfoMeeting.objects.create(
        **own,
        title="Buurtfeest: ons kraampje",
        kind=InfoMeeting.Kind.FAIR,
        starts_at=season.moment(season.ago(3), 14),
        place="Het plein",
        host=season.staff[0],
        channel=channel,
        is_public=False,
    )
    for meeting, guests in ((coming, 6), (was, 3)):
        for number in range(guests):
            name = words.GIVEN_NAMES[(number * 5 + 2) % len(words.GIVEN_NAMES)][0]
            email = f"gast{number}.{season.house.slug}@voorbeeld.example"
            is_full = meeting.places is not None and number >= meeting.places
            SignUp.objects.create(
                **own,
                meeting=meeting,
                name=name,
                email=email,
                contact_key=email,
                state="waiting" if is_full else "confirmed",
            )


def _groups(season: Season) -> None:
    GroupRequest.objects.create(
        organisation_id=season.actor.organisation_id,
        group_name="Drukkerij Letterbak (verzonnen)",
        sort="firm",
        kind="employee",
        contact_name="Dirk Drukinkt",
        email="dirk@voorbeeld.example",
        number=12,
        wanted_on=season.ago(-40),
        plan="Met twaalf collega’s een namiddag de tuin opknappen.",
        brings="Een tuin waar bewoners weer kunnen zitten.",
        after_care="Twee collega’s willen in de lente terugkomen.",
    )


def _campaign(season: Season, volunteers: list[Person]) -> None:
    own = {"organisation_id": season.actor.organisation_id}
    campaign = Campaign.objects.create(
        **own,
        programme=season.programmes[0],
        starts_on=season.ago(20),
        ends_on=season.ago(20) + timedelta(days=91),
        tasks=["Om de week op stap gaan", "Een avond koffie schenken"],
    )
    for number, outcome in enumerate(("not_asked", "try", "yes", "later")):
        Lead.objects.create(
            **own,
            campaign=campaign,
            first_name=words.GIVEN_NAMES[number * 3][0],
            task=campaign.tasks[number % 2],
            asker=volunteers[number % 3],
            ask_before=season.ago(-7 + number * 5),
            outcome=outcome,
            try_on=season.ago(-4) if outcome == "try" else None,
        )


def _job(season: Season, volunteers: list[Person]) -> None:
    own = {"organisation_id": season.actor.organisation_id}
    job = ShortJob.objects.create(
        **own,
        title="Stoelen klaarzetten voor het feest",
        text="Een uurtje samen sleuren, daarna soep voor iedereen.",
        starts_at=season.moment(season.ago(-6), 16),
        minutes=90,
        place="In ons huis",
        places=3,
    )
    JobTaker.objects.create(**own, job=job, person=volunteers[2])


def _helpers(season: Season) -> None:
    own = {"organisation_id": season.actor.organisation_id}
    for number, (name, what, rhythm) in enumerate(
        (
            ("Gilbert Grasmaaier", "Rijdt elk jaar met de bus naar zee", "yearly"),
            ("Nadine Naaigaren", "Naaide de gordijnen", "once"),
        )
    ):
        last = season.ago(350 + number * 20)
        helper = Helper.objects.create(
            **own,
            name=name,
            sort_name=sort_name(*name.split(" ")),
            email=f"helper{number}.{season.house.slug}@voorbeeld.example",
            what=what,
            rhythm=rhythm,
            last_on=last,
            invite_again_on=season.today if rhythm == "yearly" else None,
        )
        HelperDay.objects.create(
            **own, helper=helper, day=last, what=what, noted_by=season.of(Function.COORDINATOR)
        )


def _rings(season: Season, volunteers: list[Person]) -> None:
    own = {"organisation_id": season.actor.organisation_id}
    for number, person in enumerate(volunteers[:18]):
        ring, since = RINGS[(number * 5 + 3) % len(RINGS)], season.ago(30 + number * 11)
        RingPlace.objects.create(
            **own,
            person=person,
            ring=ring,
            since_on=since,
            wish="closer" if number % 7 == 3 else "step_back" if number % 9 == 4 else "fine",
            wish_on=since,
        )
        RingMove.objects.create(**own, person=person, ring=ring, moved_on=since)
