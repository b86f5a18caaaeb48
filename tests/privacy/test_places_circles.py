"""A COSA circle holds data about offences (GDPR art. 10): whose it is, who reads it, and how it goes."""

import pytest

from naast.circles.models import (
    Circle,
    Contact,
    CovenantYes,
    InnerMember,
    LookBack,
    Meeting,
    Present,
    Report,
    Signal,
)
from naast.core import clock
from naast.core.models import Draft
from naast.people.models import Person
from naast.privacy.queries.erasing import dry_run
from naast.privacy.queries.somebody import somebody
from tests.circling import meeting_of, passage_of, signal_of, weekly_circle
from tests.conftest import Cast
from tests.privacy.gone import again, copy_of, gone, is_there, kept_from, words_of


@pytest.fixture
def circle(cast: Cast) -> Circle:
    """Piet in the middle; Bea wrote minutes, was in touch, noticed something and looked back."""
    found = weekly_circle(cast)
    own = {"organisation": cast.here, "circle": found}
    meeting = meeting_of(found, support="Over het werk.", accountability="Over de afspraak.")
    Meeting.objects.filter(pk=meeting.pk).update(
        written_by=cast.person_id("bea"), written_at=clock.now()
    )
    Present.objects.create(organisation=cast.here, meeting=meeting, person_id=cast.person_id("bea"))
    bea = {"person_id": cast.person_id("bea")}
    Contact.objects.create(
        **own, **bea, happened_on=clock.today(), way="phone", words="Belde, was stil."
    )
    signal_of(found, cast.person_id("bea"))
    LookBack.objects.create(**own, **bea, brought="Ik leerde luisteren.")
    Report.objects.create(
        **own, kind="summary", held_on=clock.today(), answers={"how": "Het loopt."}
    )
    return found


def test_with_the_person_in_the_middle_the_whole_circle_goes(cast: Cast, circle: Circle) -> None:
    meeting = circle.meetings.get()
    for number, row_id in enumerate((circle.pk, meeting.pk)):
        Draft.objects.create(
            user_id=cast.amal.user_id, key=f"circle:{row_id}:{number}", content="half"
        )

    gone(cast, "piet")

    for model in (Circle, InnerMember, Meeting, Present, Contact, Signal, LookBack, Report):
        assert not model._base_manager.exists(), model
    assert not Draft.objects.exists()


def test_a_volunteer_who_goes_takes_their_own_along_and_leaves_the_file_of_the_circle(
    cast: Cast, circle: Circle
) -> None:
    own = LookBack.objects.get()
    place = InnerMember.objects.get(person_id=cast.person_id("bea"))
    yeses = CovenantYes.objects.count()

    gone(cast, "bea")

    assert is_there(own, place) == [False, False]
    assert CovenantYes.objects.count() == yeses
    assert Present.objects.count() == 1
    assert Signal.objects.get().words.startswith("Ik maak me zorgen")
    assert Contact.objects.get().words == "Belde, was stil."
    assert again(circle.meetings.get()).support == "Over het werk."
    assert again(circle).core_id == cast.person_id("piet")


def test_the_person_in_the_middle_reads_nothing_of_signals_nor_that_there_is_one(
    cast: Cast, circle: Circle
) -> None:
    passage_of(circle, released_at=clock.now(), why="Met jouw ja.")
    passage_of(
        circle,
        released_at=clock.now(),
        basis="danger",
        is_hidden=True,
        words="Er dreigt iets.",
        hidden_why="Dan loopt het mis.",
    )

    text = words_of(cast, "piet")

    assert "Het gaat rustig." in text
    for unread in (
        "zorgen over",
        "dreigt",
        "loopt het mis",
        "Met jouw ja",
        "was stil",
        "luisteren",
    ):
        assert unread not in text
    assert "circles.Signal" not in {
        model for model, rows in copy_of(cast, "piet").items() if any(rows)
    }
    Signal.objects.all().delete()
    before = kept_from(cast, "piet")
    signal_of(circle, cast.person_id("bea"))
    assert kept_from(cast, "piet") == before


def test_a_volunteer_carries_nothing_of_a_circle_out_in_their_copy(
    cast: Cast, circle: Circle
) -> None:
    text = words_of(cast, "bea")
    assert "Ik leerde luisteren." in text
    for unread in ("was stil", "zorgen over", "Over het werk", "COSA", "cosa"):
        assert unread not in text


def test_a_coordinator_who_prepares_an_erasing_does_not_learn_of_a_circle(
    cast: Cast, circle: Circle
) -> None:
    person = Person.objects.get(pk=cast.person_id("piet"))
    with_circle = dry_run(somebody(person))
    circle.delete()
    without = dry_run(somebody(person))
    assert [line.title for line in with_circle.lines] == [line.title for line in without.lines]
