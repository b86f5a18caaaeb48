"""Rows of privacy for tests: people who left, holds, yeses to pictures, letters."""

from datetime import date, timedelta
from typing import Any

from naast.core import clock
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.people.models import Person, VolunteerProfile
from naast.privacy.models import AttendanceLetter, LegalHold, PhotoUse, PhotoYes
from naast.privacy.services import attendance, holds, photos
from tests.factories import VolunteerFactory

LONG_AGO = timedelta(days=3 * 366)


def who_left(house: Organisation, *, ago: timedelta = LONG_AGO, **fields: Any) -> Person:
    """Somebody who volunteered here and said goodbye so long ago."""
    profile = VolunteerFactory(
        organisation=house,
        status=VolunteerProfile.Status.FORMER,
        left_on=clock.today() - ago,
        **fields,
    )
    person: Person = profile.person
    return person


def held(actor: Actor, person: Person, *, until_on: date | None = None) -> LegalHold:
    """A hold on this person."""
    terms = holds.Terms("Er loopt een procedure.", until_on)
    return holds.hold(actor=actor, person_id=person.pk, terms=terms)


def photo_yes(actor: Actor, person: Person, use: str = PhotoUse.NEWSLETTER) -> PhotoYes:
    """A yes to one use of pictures, said in a talk."""
    new = photos.NewYes(use=use, how="in_person")
    return photos.say_yes(actor=actor, person_id=person.pk, new=new)


def letter(actor: Actor, person: Person, **changes: Any) -> AttendanceLetter:
    """A letter about the last two months, asked by the volunteer on their screen."""
    today = clock.today()
    asked = {
        "for_whom": "Voor mezelf",
        "from_on": today - timedelta(days=60),
        "until_on": today,
        "how": AttendanceLetter.How.ON_SCREEN,
        "asked_on": today,
        **changes,
    }
    return attendance.ask(actor=actor, person_id=person.pk, asked=attendance.Asked(**asked))
