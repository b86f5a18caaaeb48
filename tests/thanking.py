"""Rows of appreciation for tests."""

from datetime import timedelta
from io import BytesIO

import factory
from factory.django import DjangoModelFactory
from PIL import Image

from naast.appreciation.models import (
    Gathering,
    Letter,
    LetterState,
    Post,
    PostState,
    Thanks,
)
from naast.core import clock
from tests.factories import OrganisationFactory, VolunteerFactory


def photo(
    width: int = 1200, height: int = 900, *, form: str = "JPEG", place: bool = True
) -> BytesIO:
    """A picture as a phone makes it, with the place where it was taken."""
    made, image = BytesIO(), Image.new("RGB", (width, height), "teal")
    exif = Image.Exif()
    if place:
        exif[0x0112] = 6  # held upright
        exif.get_ifd(0x8825)[1] = "N"
    image.save(made, form, exif=exif) if form == "JPEG" else image.save(made, form)
    made.seek(0)
    return made


class ThanksFactory(DjangoModelFactory[Thanks]):
    class Meta:
        model = Thanks

    organisation = factory.SelfAttribute("given_by.organisation")
    given_on = factory.LazyFunction(clock.today)


class PostFactory(DjangoModelFactory[Post]):
    class Meta:
        model = Post

    organisation = factory.SubFactory(OrganisationFactory)
    person = factory.LazyAttribute(lambda it: VolunteerFactory(organisation=it.organisation).person)
    kind = Post.Kind.STORY
    title = "Een goede dag"
    words = "Wij lachten de hele namiddag."
    state = PostState.SHOWN
    offered_on = factory.LazyFunction(clock.today)
    placed_on = factory.LazyFunction(clock.today)
    until_on = factory.LazyFunction(lambda: clock.today() + timedelta(days=60))


class GatheringFactory(DjangoModelFactory[Gathering]):
    class Meta:
        model = Gathering

    organisation = factory.SelfAttribute("host.organisation")
    title = "Koffie"
    place = "De Brug"
    starts_at = factory.LazyFunction(lambda: clock.now() + timedelta(days=7))


class LetterFactory(DjangoModelFactory[Letter]):
    class Meta:
        model = Letter

    organisation = factory.SubFactory(OrganisationFactory)
    person = factory.LazyAttribute(lambda it: VolunteerFactory(organisation=it.organisation).person)
    kind = Letter.Kind.REFERENCE
    state = LetterState.ASKED
    asked_on = factory.LazyFunction(clock.today)
