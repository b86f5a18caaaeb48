"""Who came to us, and who sent them (recruitment, outreach): applications, guests, helpers, groups, referrers."""

from datetime import timedelta

from naast.core import clock
from naast.people.models import Person
from naast.recruitment.models import Application, CompetenceView, Journey, Note, Referral
from naast.recruitment.models import Question as Asked
from tests.conftest import Cast
from tests.factories import VolunteerFactory, member
from tests.outreaching import (
    CampaignFactory,
    GroupFactory,
    HelperFactory,
    LeadFactory,
    MeetingFactory,
    SignUpFactory,
)
from tests.privacy.gone import again, copy_of, gone, is_there, person_gone
from tests.recruiting import ApplicationFactory, NoteFactory, TalkFactory


def applied(cast: Cast, **fields: object) -> Application:
    """Bea applied, before she was a volunteer."""
    application: Application = ApplicationFactory(
        organisation=cast.here, given_name="Bea", why_here="Ik ben graag onder mensen.", **fields
    )
    return application


def test_an_application_goes_with_all_of_it_and_its_journey_stays(cast: Cast) -> None:
    application = applied(cast, person_id=cast.person_id("bea"))
    note, talk = NoteFactory(application=application), TalkFactory(application=application)
    asked = Asked.objects.create(
        organisation=cast.here,
        application=application,
        is_by_candidate=True,
        text="Mag mijn hond mee?",
    )

    gone(cast, "bea")

    assert is_there(application, note, talk, asked) == [False] * 4
    journey = Journey.objects.get()
    assert journey.stopped_on == clock.today()
    assert (journey.programme_id, journey.came_on) == (application.programme_id, clock.today())
    assert Person.objects.filter(pk=cast.person_id("bea")).exists()


def test_an_application_is_found_by_its_address(cast: Cast) -> None:
    application = applied(cast, email=cast.bea.user.email.upper())
    someone_else = applied(cast)
    gone(cast, "bea")
    assert is_there(application, someone_else) == [False, True]


def test_a_candidate_who_never_began_leaves_an_empty_shell(cast: Cast) -> None:
    newcomer = VolunteerFactory(organisation=cast.here, status="interested").person
    application = applied(cast, person=newcomer, made_person=True)
    person_gone(cast, newcomer.pk)
    assert is_there(application, newcomer) == [False, True]


def test_a_candidate_reads_notes_that_were_meant_for_them_and_the_views_of_both(cast: Cast) -> None:
    application = applied(cast, person_id=cast.person_id("bea"))
    for audience in ("candidate", "team", "author"):
        NoteFactory(application=application, audience=audience, text=f"Voor {audience}.")
    CompetenceView.objects.create(
        organisation=cast.here,
        application=application,
        attitude="discreet",
        our_example="Zweeg mooi.",
    )

    copy = copy_of(cast, "bea")

    assert [row["text"] for row in copy[Note._meta.label]] == ["Voor candidate."]
    assert copy["recruitment.CompetenceView"][0]["our_example"] == "Zweeg mooi."


def test_a_referrer_goes_and_the_application_they_sent_stays(cast: Cast) -> None:
    referrer = member(cast.here, name="Rita Verwijst", email="rita@test.example")
    application = applied(cast)
    referral = Referral.objects.create(
        organisation=cast.here,
        application=application,
        service="Dienst Werk",
        name="Rita Verwijst",
        email="Rita@test.example",
        phone="011",
        accepted_conditions_on=clock.today(),
    )
    assert referrer.person_id is not None

    person_gone(cast, referrer.person_id)

    after = again(referral)
    assert (after.name, after.email, after.phone) == ("", "", "")
    assert after.service == "Dienst Werk"
    assert is_there(application) == [True]


def test_guests_and_helpers_go_and_who_spoke_for_a_group_is_forgotten(cast: Cast) -> None:
    address = cast.bea.user.email
    meeting = MeetingFactory(
        organisation=cast.here, starts_at=clock.now() - timedelta(days=3), came_count=12
    )
    guest = SignUpFactory(meeting=meeting, email=address)
    helper = HelperFactory(organisation=cast.here, email=address)
    group = GroupFactory(organisation=cast.here, email=address)
    other = SignUpFactory(meeting=meeting)

    gone(cast, "bea")

    assert is_there(guest, helper, other) == [False, False, True]
    assert again(meeting).came_count == 12
    left = again(group)
    assert (left.contact_name, left.email, left.number) == ("", "", 12)
    assert left.forgotten_on == clock.today()


def test_whom_somebody_would_ask_along_stays_a_number(cast: Cast) -> None:
    lead = LeadFactory(
        campaign=CampaignFactory(organisation=cast.here),
        asker=Person.objects.get(pk=cast.person_id("bea")),
        outcome="yes",
    )
    gone(cast, "bea")
    assert (again(lead).first_name, again(lead).outcome) == ("", "yes")
