"""Rows of outreach for tests. Names are invented."""

from datetime import timedelta

import factory
from factory.django import DjangoModelFactory

from naast.core import clock
from naast.outreach.models import (
    Campaign,
    GroupRequest,
    Helper,
    InfoMeeting,
    Lead,
    ShortJob,
    SignUp,
)
from naast.people.names import plain
from tests.factories import OrganisationFactory, PersonFactory, ProgrammeFactory


class MeetingFactory(DjangoModelFactory[InfoMeeting]):
    """A public meeting, in ten days."""

    class Meta:
        model = InfoMeeting

    organisation = factory.SubFactory(OrganisationFactory)
    title = factory.Sequence(lambda number: f"Koffie en uitleg {number}")
    starts_at = factory.LazyFunction(lambda: clock.now() + timedelta(days=10))
    place = "Dorpsstraat 1"


class SignUpFactory(DjangoModelFactory[SignUp]):
    """Somebody who comes: `SignUpFactory(meeting=…)`."""

    class Meta:
        model = SignUp

    meeting = factory.SubFactory(MeetingFactory)
    organisation = factory.SelfAttribute("meeting.organisation")
    name = factory.Sequence(lambda number: f"Gast{number} Van Proef")
    email = factory.Sequence(lambda number: f"gast{number}@test.example")
    contact_key = factory.LazyAttribute(lambda it: it.email or it.phone)


class GroupFactory(DjangoModelFactory[GroupRequest]):
    """A group that asks to come."""

    class Meta:
        model = GroupRequest

    organisation = factory.SubFactory(OrganisationFactory)
    group_name = factory.Sequence(lambda number: f"Ploeg {number}")
    sort = GroupRequest.Sort.FIRM
    contact_name = "Gust Groep"
    email = factory.Sequence(lambda number: f"ploeg{number}@test.example")
    number = 12
    plan = "De tuin opknappen."
    brings = "Een tuin waar men kan zitten."


class CampaignFactory(DjangoModelFactory[Campaign]):
    """A campaign that began today."""

    class Meta:
        model = Campaign

    organisation = factory.SubFactory(OrganisationFactory)
    programme = factory.SubFactory(
        ProgrammeFactory, organisation=factory.SelfAttribute("..organisation")
    )
    starts_on = factory.LazyFunction(clock.today)
    ends_on = factory.LazyAttribute(lambda it: it.starts_on + timedelta(days=90))
    tasks = ["Koffie schenken op dinsdag"]


class LeadFactory(DjangoModelFactory[Lead]):
    """Somebody to ask: `LeadFactory(campaign=…, asker=…)`."""

    class Meta:
        model = Lead

    campaign = factory.SubFactory(CampaignFactory)
    organisation = factory.SelfAttribute("campaign.organisation")
    asker = factory.SubFactory(PersonFactory, organisation=factory.SelfAttribute("..organisation"))
    first_name = factory.Sequence(lambda number: f"Lies{number}")
    task = "Koffie schenken op dinsdag"
    ask_before = factory.LazyAttribute(lambda it: it.campaign.ends_on)


class JobFactory(DjangoModelFactory[ShortJob]):
    """A short job of next week."""

    class Meta:
        model = ShortJob

    organisation = factory.SubFactory(OrganisationFactory)
    title = factory.Sequence(lambda number: f"Soep maken {number}")
    starts_at = factory.LazyFunction(lambda: clock.now() + timedelta(days=7))
    place = "De keuken"


class HelperFactory(DjangoModelFactory[Helper]):
    """Somebody who helped lately."""

    class Meta:
        model = Helper

    organisation = factory.SubFactory(OrganisationFactory)
    name = factory.Sequence(lambda number: f"Hilde{number} Helpt")
    sort_name = factory.LazyAttribute(lambda it: plain(it.name))
    email = factory.Sequence(lambda number: f"hilde{number}@test.example")
    what = "Wafels bakken"
    last_on = factory.LazyFunction(clock.today)
