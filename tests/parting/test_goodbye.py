"""The goodbye itself: what is in the way, what ends, access at once, and what remains."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from naast.appreciation.models import Letter, Post, PostState
from naast.appreciation.services import letters
from naast.belonging.states import MentoringState
from naast.companionship.models import MatchState
from naast.core import clock
from naast.core.errors import Incomplete, StateConflict
from naast.intervision.models import AgreedAction
from naast.messaging.models import Message
from naast.organisations.models import Function, Membership
from naast.parting.errors import InTheWay
from naast.parting.inputs import Goodbye, OwnWish
from naast.parting.keepsake import keepsake_pdf
from naast.parting.links import keepsake_of, link_of
from naast.parting.models import Care, Invitation, Keepsake, OnwardGoal, Parting, Pulse
from naast.parting.queries.partings import left_without_talk
from naast.parting.services import grounds
from naast.parting.services.goodbye import say_goodbye
from naast.parting.services.keepsakes import forget, invite_back, stop_invitation
from naast.parting.services.onward import set_goal
from naast.parting.services.partings import open_parting, write_down
from naast.parting.states import PartingState
from naast.people.api import take_step
from naast.people.models import VolunteerProfile
from naast.programmes.models import Engagement
from naast.support.models import CheckIn
from naast.support.services import nightly as support_nightly
from tests import pdf_checks
from tests.circling import circle_of, place_for
from tests.companionship.pair import pair, person_of
from tests.conftest import Cast
from tests.factories import EngagementFactory, actor_of
from tests.leaving import ended, own_wish, pulse_of, second_colleague, talked_about
from tests.meeting_evenings import EveningFactory, SeriesFactory
from tests.supporting import check_in_for, talk_for
from tests.thanking import GatheringFactory, LetterFactory, PostFactory, ThanksFactory
from tests.welcoming import MentoringFactory, engaged

THANKS = "Voor twee jaar woensdagen met Piet."


def leave(cast: Cast, parting: Parting, **fields: Any) -> Parting:
    """Amal says goodbye to Bea."""
    return say_goodbye(
        actor=cast.actor("amal"), parting_id=parting.pk, goodbye=Goodbye(thanks=THANKS), **fields
    )


def test_the_open_browser_gets_no_page_any_more(cast: Cast) -> None:
    bea = cast.client("bea")
    assert bea.get(cast.url("volunteer/")).status_code == 200

    leave(cast, own_wish(cast))

    for page in ("volunteer/", "mine/parting/", "me/", "people/volunteers/"):
        assert bea.get(cast.url(page)).status_code == 404
    assert bea.post(cast.url("mine/parting/stay/")).status_code == 404


def test_everything_open_ends_and_the_open_tasks_go_to_somebody(cast: Cast) -> None:
    parting = own_wish(cast)
    engagement = EngagementFactory(organisation=cast.here, person=person_of(cast.bea))
    later = EngagementFactory(
        organisation=cast.here,
        person=person_of(cast.bea),
        started_on=clock.today() + timedelta(days=9),
    )
    evening = EveningFactory(series=SeriesFactory(organisation=cast.here))
    evening.series.members.create(
        organisation=cast.here, person=person_of(cast.bea), joined_on=clock.today()
    )
    action = AgreedAction.objects.create(
        organisation=cast.here, evening=evening, what="Sleutel", person=person_of(cast.bea)
    )
    with pytest.raises(Incomplete) as refused:
        leave(cast, parting)
    assert set(refused.value.fields) == {"takes_over"}

    leave(cast, parting, takes_over_id=cast.amal.pk)

    engagement.refresh_from_db()
    action.refresh_from_db()
    profile = VolunteerProfile.objects.get(person_id=cast.person_id("bea"))
    assert engagement.ended_on == clock.today()
    assert Engagement.objects.get(pk=later.pk).ended_on == later.started_on
    assert (action.person, action.who) == (None, "Amal Coördineert")
    assert evening.series.members.get().left_on == clock.today()
    assert (profile.status, profile.left_on) == ("former", clock.today())
    assert Membership.objects.get(pk=cast.bea.pk).ended_on == clock.today()


def test_an_open_match_is_in_the_way_with_a_link(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    parting = own_wish(cast)

    with pytest.raises(InTheWay) as refused:
        leave(cast, parting)

    ((words, url),) = refused.value.what
    assert "Piet" in words
    assert url == cast.url(f"matches/{match.pk}/")
    assert Parting.objects.get().state == PartingState.OPEN


def test_a_hat_as_participant_stays(cast: Cast) -> None:
    cast.bea.roles.create(function=Function.PARTICIPANT)
    bea = cast.client("bea")

    leave(cast, own_wish(cast))

    assert bea.get(cast.url("volunteer/")).status_code == 404
    assert bea.get(cast.url("participant/")).status_code == 200


def test_on_our_initiative_only_after_two_colleagues_decided(cast: Cast) -> None:
    omar = second_colleague(cast)
    parting = talked_about(cast)
    with pytest.raises(StateConflict):
        leave(cast, parting)
    grounds.agree(actor=actor_of(omar), parting_id=parting.pk, words="Akkoord.")

    leave(cast, parting)

    assert Parting.objects.get().state == PartingState.PARTED
    assert cast.client("bea").get(cast.url("volunteer/")).status_code == 404


def test_why_and_thanks_are_asked(cast: Cast) -> None:
    parting = own_wish(cast, reasons=())

    with pytest.raises(Incomplete) as refused:
        say_goodbye(actor=cast.actor("amal"), parting_id=parting.pk, goodbye=Goodbye(thanks=" "))

    assert set(refused.value.fields) == {"reasons", "thanks"}


def test_a_place_in_a_circle_and_walking_along_end_too(cast: Cast) -> None:
    place = place_for(circle_of(cast), cast.person_id("bea"))
    mentoring = MentoringFactory(
        organisation=cast.here, engagement=engaged(cast), state=MentoringState.RUNNING
    )
    parting = own_wish(cast)

    page = cast.client("amal").get(cast.url(f"alongside/parting/volunteers/{parting.pk}/goodbye/"))
    # That somebody has a place in a circle may be a secret.
    assert "circle" not in str(page.context["ties"].ends).lower()
    leave(cast, parting)

    place.refresh_from_db()
    mentoring.refresh_from_db()
    assert place.ended_on == clock.today()
    assert mentoring.state == MentoringState.ENDED


def test_a_light_contact_ends_and_its_last_question_waits(cast: Cast) -> None:
    pulse = pulse_of(cast, ended(cast))

    leave(cast, own_wish(cast))

    pulse = Pulse.objects.get(pk=pulse.pk)
    assert (pulse.ended_on, pulse.last_answer) == (clock.today(), "")


def test_their_cards_leave_the_board_and_their_places_at_moments_to_come_are_free(
    cast: Cast,
) -> None:
    bea, here = person_of(cast.bea), cast.here
    for state in PostState:
        PostFactory(organisation=here, person=bea, state=state)
    coming = GatheringFactory(host=cast.amal)
    was = GatheringFactory(host=cast.amal, starts_at=clock.now() - timedelta(days=1))
    for gathering in (coming, was):
        gathering.guests.create(organisation=here, person=bea)
    coming.guests.create(organisation=here, person=person_of(cast.piet))

    leave(cast, own_wish(cast))

    assert {card.state for card in Post.objects.filter(person=bea)} == {PostState.ENDED}
    # Only the one that had ended before keeps what its own end left.
    assert [card.words for card in Post.objects.filter(person=bea)].count("") == 2
    assert [guest.person for guest in coming.guests.all()] == [person_of(cast.piet)]
    assert was.guests.count() == 1


def test_the_words_of_a_thank_you_and_that_a_letter_exists_go_along(cast: Cast) -> None:
    bea = person_of(cast.bea)
    ThanksFactory(person=bea, given_by=cast.nele, words="Jij bleef zitten tot het lachen kwam.")
    for state, kind in (("agreed", "reference"), ("asked", "certificate")):
        LetterFactory(
            organisation=cast.here,
            person=bea,
            state=state,
            kind=kind,
            text="Wat er precies in staat.",
            agreed_on=clock.today() if state == "agreed" else None,
        )

    leave(cast, own_wish(cast))

    keepsake = Keepsake.objects.get()
    rows = [row for part in keepsake.content["parts"] for row in part["rows"]]
    words = pdf_checks.words_of(keepsake_pdf(keepsake))
    assert len(rows) == 2
    assert "Jij bleef zitten tot het lachen kwam." in rows[0]
    assert cast.nele.user.name in rows[0]
    assert "Jij bleef zitten" in words
    assert "Wat er precies" not in words


def test_thanks_remain_readable_without_an_account(cast: Cast, client: Client) -> None:
    EngagementFactory(organisation=cast.here, person=person_of(cast.bea))
    leave(cast, own_wish(cast))

    letter = Message.objects.get(kind="parting.keepsake")
    page = client.get(letter.url)
    pdf = client.get(f"{letter.url}thank-you.pdf").content

    assert letter.to_address == cast.bea.user.email
    assert THANKS in page.content.decode()
    assert pdf_checks.problems_of(pdf) == []
    assert THANKS in pdf_checks.words_of(pdf)
    assert "Bea Buddy" in pdf_checks.words_of(pdf)


def test_a_link_of_another_house_or_an_old_one_opens_nothing(cast: Cast, client: Client) -> None:
    leave(cast, own_wish(cast))
    keepsake = Keepsake.objects.get()
    link = link_of(keepsake, cast.here.slug)
    assert client.get(link.replace("hier", "elders", 1)).status_code == 404

    Keepsake.objects.update(link_version=2)

    assert client.get(link).status_code == 404
    assert client.get(f"/v/{cast.here.slug}/goodbye/onzin/").status_code == 404
    assert keepsake_of(cast.actor("amal"), "onzin") is None


def test_after_a_death_no_letter_leaves(cast: Cast) -> None:
    parting = own_wish(cast, reasons=())
    parting.reasons.create(organisation=cast.here, code="died")

    say_goodbye(actor=cast.actor("amal"), parting_id=parting.pk, goodbye=Goodbye(thanks=""))

    assert not Message.objects.filter(kind="parting.keepsake").exists()
    assert keepsake_pdf(Keepsake.objects.get())


@pytest.mark.covers("S1-267")
def test_who_grew_on_reached_where_they_were_heading(cast: Cast) -> None:
    goal = set_goal(actor=cast.actor("bea"), kind="work", words="Een bakkerij.")
    assert goal is not None

    leave(cast, own_wish(cast))

    assert OnwardGoal.objects.get().reached_on == clock.today()


def test_an_onward_goal_may_be_forgotten(cast: Cast) -> None:
    set_goal(actor=cast.actor("bea"), kind="study", words="")

    assert set_goal(actor=cast.actor("bea"), kind="", words="") is None

    assert not OnwardGoal.objects.exists()


def test_the_yearly_word_goes_once_a_year_and_stops_with_one_click(
    cast: Cast, client: Client
) -> None:
    leave(cast, own_wish(cast, come_back=True))
    system, words = cast.actor("amal"), Message.objects.filter(kind="parting.come-back")
    assert invite_back(system, clock.now()) == 0
    Invitation.objects.update(next_on=clock.today())

    assert [invite_back(system, clock.now()) for _night in range(2)] == [1, 0]

    link = words.get().url
    assert client.get(link).context["is_invited"]
    client.post(f"{link}stop/")
    assert not client.get(link).context["is_invited"]
    Invitation.objects.update(next_on=clock.today())
    assert invite_back(system, clock.now()) == 0


def test_who_is_back_gets_no_word(cast: Cast) -> None:
    leave(cast, own_wish(cast, come_back=True))
    Invitation.objects.update(next_on=clock.today())
    take_step(
        actor=cast.actor("amal"),
        person_id=cast.person_id("bea"),
        hat="volunteer",
        step="start-again",
    )

    assert invite_back(cast.actor("amal"), clock.now()) == 0


def test_after_two_years_the_words_go_and_the_figures_stay(cast: Cast) -> None:
    leave(cast, own_wish(cast, come_back=True))
    assert forget(cast.actor("amal"), clock.now()) == 0
    Parting.objects.update(closed_on=clock.today() - timedelta(days=740))

    assert [forget(cast.actor("amal"), clock.now()) for _night in range(2)] == [1, 0]

    parting = Parting.objects.get()
    assert (parting.reason_words, parting.thanks) == ("", "")
    assert parting.reasons.get().code == "grown_work"
    # Whoever wants a yearly word keeps what they took along.
    assert Keepsake.objects.exists()
    stop_invitation(actor=cast.actor("amal"), keepsake=Keepsake.objects.get())
    # Nor does it stay for ever once nobody waits for a word.
    assert [forget(cast.actor("amal"), clock.now()) for _night in range(2)] == [1, 0]
    assert not Keepsake.objects.exists()


def test_a_keepsake_without_any_words_goes_in_time_too(cast: Cast) -> None:
    parting = own_wish(cast, reasons=(), reason_words="")
    parting.reasons.create(organisation=cast.here, code="died")
    say_goodbye(actor=cast.actor("amal"), parting_id=parting.pk, goodbye=Goodbye(thanks=""))
    Parting.objects.update(closed_on=clock.today() - timedelta(days=740))

    assert [forget(cast.actor("amal"), clock.now()) for _night in range(2)] == [1, 0]

    assert not Keepsake.objects.exists()


def test_letters_that_they_would_like_are_asked_for_at_once_and_once(cast: Cast) -> None:
    LetterFactory(
        organisation=cast.here, person=person_of(cast.bea), kind="certificate", state="agreed"
    )
    parting = own_wish(cast, wants_letter=True, wants_certificate=True)
    own_wish(cast, wants_letter=True, wants_certificate=True)

    assert list(Letter.objects.filter(state="asked").values_list("kind", flat=True)) == [
        "reference"
    ]
    leave(cast, parting)
    letter = Letter.objects.get(kind="reference")
    letters.write(actor=cast.actor("amal"), letter_id=letter.pk, text="Zij kan luisteren.")
    # Bea has no page here any more: it is read together.
    assert not Message.objects.filter(kind="letter-written").exists()
    letters.hear(actor=cast.actor("amal"), letter_id=letter.pk, step="agree")
    letter.refresh_from_db()
    assert letter.state == "agreed"


def test_planned_talks_are_called_off_and_nobody_is_asked_to_ring(cast: Cast) -> None:
    bea = person_of(cast.bea)
    coming = talk_for(cast, planned_on=clock.today() + timedelta(days=2))
    before = talk_for(cast, planned_on=clock.today() - timedelta(days=3))
    check_in_for(bea, asks_a_call=True)
    check_in_for(bea, answered_on=None, enjoys="", how="")
    parting = own_wish(cast)
    page = cast.client("amal").get(cast.url(f"alongside/parting/volunteers/{parting.pk}/goodbye/"))
    assert any("1" in words for words in page.context["ties"].ends)

    leave(cast, parting)
    Message.objects.all().delete()
    support_nightly.run(clock.now())

    coming.refresh_from_db()
    before.refresh_from_db()
    assert (coming.cancelled_on, before.cancelled_on) == (clock.today(), None)
    assert not Message.objects.exists()
    assert not CheckIn.objects.filter(answered_on__isnull=True).exists()
    assert not CheckIn.objects.filter(asks_a_call=True).exists()


def test_who_died_is_not_rung_nor_written_to_nor_listed(cast: Cast) -> None:
    match = ended(cast)
    wish = OwnWish(reasons=("died",), come_back=True)
    parting = open_parting(actor=cast.actor("amal"), person_id=match.volunteer_id, kind="own_wish")
    write_down(actor=cast.actor("amal"), parting_id=parting.pk, wish=wish)
    assert Care.objects.filter(side="volunteer").exists()

    say_goodbye(actor=cast.actor("amal"), parting_id=parting.pk, goodbye=Goodbye(thanks=""))

    assert set(Care.objects.values_list("side", flat=True)) == {"participant"}
    assert not Invitation.objects.exists()
    year = clock.today().year
    assert list(left_without_talk(cast.actor("amal"), year=year)) == []
