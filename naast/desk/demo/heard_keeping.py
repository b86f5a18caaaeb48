"""The demo's part of terms, holds, pictures and attendance: a little in every state, all invented."""

from datetime import timedelta

from naast.desk.demo.season import Season
from naast.organisations.models import Function
from naast.people.models import Person, VolunteerProfile
from naast.privacy.models import AttendanceLetter, LegalHold, PhotoUse, RetentionRun
from naast.privacy.services import attendance, holds, photos, retention

FORMER = VolunteerProfile.Status.FORMER
# What went on which of the last nights.
WENT: tuple[dict[str, int], ...] = (
    {},
    {"support.told": 2},
    {},
    {"messaging.messages": 14, "audit.looks": 31},
    {},
)


def fill(season: Season, active: list[Person]) -> None:
    """Own terms and backups, somebody whose file is over its term, a hold to look at again, pictures, a letter."""
    actor = season.as_member(season.staff[0], Function.COORDINATOR)
    retention.tell_backups(
        actor=actor, days=35, where="Bij onze host, alleen voor wie de server beheert"
    )
    retention.choose_term(
        actor=actor,
        code="files.volunteers",
        months=18,
        why="Na anderhalf jaar vraagt niemand het nog.",
    )
    _nights(season)
    _who_left(season)
    for person in active[:1]:
        _pictures(season, person)
        _letter(season, person)


def _nights(season: Season) -> None:
    RetentionRun.objects.bulk_create(
        RetentionRun(
            organisation_id=season.actor.organisation_id,
            day=season.ago(number + 1),
            counts=counts,
            finished_at=season.moment(season.ago(number + 1), hour=3),
        )
        for number, counts in enumerate(WENT)
    )


def _who_left(season: Season) -> None:
    """Of who said goodbye, one left long ago and goes tonight; one is held and asks for a look."""
    actor = season.as_member(season.staff[0], Function.COORDINATOR)
    left = VolunteerProfile.objects.filter(
        organisation_id=actor.organisation_id, status=FORMER
    ).order_by("left_on", "id")
    people = [profile.person for profile in left.select_related("person")[:2]]
    for person in people[:1]:
        VolunteerProfile.objects.filter(person=person).update(left_on=season.ago(1_000))
    for person in people[1:]:
        made = holds.hold(
            actor=actor,
            person_id=person.pk,
            terms=holds.Terms("Er loopt een verzekeringsdossier over een val op een uitstap."),
        )
        LegalHold.objects.filter(pk=made.pk).update(
            from_on=season.ago(190), look_again_on=season.ago(190) + timedelta(days=182)
        )


def _pictures(season: Season, person: Person) -> None:
    """One yes that stands and was used, and one that was taken back, with something still to take down."""
    staff = season.as_member(season.staff[0], Function.COORDINATOR)
    own = season.as_person(person, Function.VOLUNTEER)
    for use, where in (
        (PhotoUse.NEWSLETTER, "Nieuwsbrief van de lente"),
        (PhotoUse.WEBSITE, "De pagina over de tuin"),
    ):
        found = photos.say_yes(
            actor=own,
            person_id=person.pk,
            new=photos.NewYes(use, kind_of_picture="Samen met anderen"),
        )
        photos.note_published(actor=staff, yes_id=found.pk, where=where, published_on=season.today)
    photos.withdraw(actor=own, yes_id=found.pk)


def _letter(season: Season, person: Person) -> None:
    attendance.ask(
        actor=season.as_person(person, Function.VOLUNTEER),
        person_id=person.pk,
        asked=attendance.Asked(
            for_whom="Voor mezelf",
            from_on=season.ago(180),
            until_on=season.today,
            how=AttendanceLetter.How.ON_SCREEN,
            asked_on=season.today,
        ),
    )
