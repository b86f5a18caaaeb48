"""Rows of vacancies and recruitment for tests. Names are invented."""

from datetime import timedelta
from typing import Any

import factory
from factory.django import DjangoModelFactory

from naast.core import clock
from naast.people.names import sort_name
from naast.programmes.models import Competence
from naast.recruitment.models import Application, Journey, Note, Passage, Talk
from naast.vacancies.models import Channel, Vacancy, VacancyText
from tests.factories import OrganisationFactory, ProgrammeFactory


class ChannelFactory(DjangoModelFactory[Channel]):
    class Meta:
        model = Channel

    organisation = factory.SubFactory(OrganisationFactory)
    name = factory.Sequence(lambda number: f"Kanaal {number}")
    code = factory.Sequence(lambda number: f"kanaal-{number}")
    circle = Channel.Circle.ONLINE


class VacancyFactory(DjangoModelFactory[Vacancy]):
    """A vacancy on the site, with a Dutch text."""

    class Meta:
        model = Vacancy
        skip_postgeneration_save = True

    organisation = factory.SubFactory(OrganisationFactory)
    programme = factory.SubFactory(
        ProgrammeFactory, organisation=factory.SelfAttribute("..organisation")
    )
    status = Vacancy.Status.PUBLISHED
    published_on = factory.LazyFunction(clock.today)
    valid_until = factory.LazyFunction(lambda: clock.today() + timedelta(days=60))
    requirements = ["Je kunt luisteren."]

    @factory.post_generation
    def text(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        """Its Dutch text; `text=None` is the usual one."""
        if create:
            VacancyText.objects.create(
                organisation=self.organisation,
                vacancy=self,
                language="nl",
                title=extracted or "Buddy worden",
                text="Je gaat elke week bij iemand langs.",
                plain="Je gaat op bezoek. Je praat samen.",
            )


class CompetenceFactory(DjangoModelFactory[Competence]):
    class Meta:
        model = Competence

    organisation = factory.SubFactory(OrganisationFactory)
    programme = factory.SubFactory(
        ProgrammeFactory, organisation=factory.SelfAttribute("..organisation")
    )
    name = factory.Sequence(lambda number: f"Kan luisteren {number}")


class JourneyFactory(DjangoModelFactory[Journey]):
    class Meta:
        model = Journey

    organisation = factory.SubFactory(OrganisationFactory)
    programme = factory.SubFactory(
        ProgrammeFactory, organisation=factory.SelfAttribute("..organisation")
    )
    came_on = factory.LazyFunction(clock.today)


class ApplicationFactory(DjangoModelFactory[Application]):
    """Somebody who has just applied: `ApplicationFactory(organisation=…, programme=…)`."""

    class Meta:
        model = Application
        skip_postgeneration_save = True

    organisation = factory.SubFactory(OrganisationFactory)
    programme = factory.SubFactory(
        ProgrammeFactory, organisation=factory.SelfAttribute("..organisation")
    )
    journey = factory.SubFactory(
        JourneyFactory,
        organisation=factory.SelfAttribute("..organisation"),
        programme=factory.SelfAttribute("..programme"),
        came_on=factory.SelfAttribute("..came_on"),
        stage=factory.SelfAttribute("..stage"),
    )
    given_name = factory.Sequence(lambda number: f"Kandidaat{number}")
    family_name = "Van Proef"
    sort_name = factory.LazyAttribute(lambda it: sort_name(it.given_name, it.family_name))
    email = factory.Sequence(lambda number: f"kandidaat{number}@test.example")
    stage = "application"
    came_on = factory.LazyFunction(clock.today)
    stage_since = factory.LazyAttribute(lambda it: it.came_on)
    touched_on = factory.LazyAttribute(lambda it: it.came_on)
    due_on = factory.LazyAttribute(lambda it: it.came_on + timedelta(days=2))

    @factory.post_generation
    def passage(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        """The stage where it stands, as the path keeps it."""
        if create:
            Passage.objects.create(
                organisation=self.organisation,
                journey=self.journey,
                kind=self.stage,
                entered_on=self.stage_since,
            )


class TalkFactory(DjangoModelFactory[Talk]):
    class Meta:
        model = Talk

    application = factory.SubFactory(ApplicationFactory)
    organisation = factory.SelfAttribute("application.organisation")
    where = "In het huis"


class NoteFactory(DjangoModelFactory[Note]):
    class Meta:
        model = Note

    application = factory.SubFactory(ApplicationFactory)
    organisation = factory.SelfAttribute("application.organisation")
    audience = "team"
    text = "Lacht veel, wil graag buiten zijn."
