"""Being guided, thanked and let go (capacity, belonging, support, appreciation, parting)."""

from naast.appreciation.models import Picture, YearLook
from naast.companionship.models import Match
from naast.core import clock
from naast.parting.models import (
    Care,
    ClosingTalk,
    Keepsake,
    Parting,
    PartingReason,
    PulseContact,
    Seen,
)
from naast.people.models import Person
from naast.support.models import Told
from tests.carrying import AskingFactory, CheckFactory, StepBackFactory
from tests.conftest import Cast
from tests.leaving import ended, own_wish, pulse_of, shared
from tests.privacy.gone import again, copy_of, gone, is_there, kept_from, words_of
from tests.supporting import action_for, check_in_for, plan_for, talk_for
from tests.thanking import LetterFactory, PostFactory, ThanksFactory
from tests.welcoming import (
    ContactFactory,
    FirstDayFactory,
    GuideFactory,
    IdeaFactory,
    MentoringFactory,
    MomentFactory,
    QuestionFactory,
    WishFactory,
    engaged,
    led_by,
)


def bea_of(cast: Cast) -> Person:
    """Bea."""
    return Person.objects.get(pk=cast.person_id("bea"))


def test_what_somebody_can_carry_and_wishes_goes(cast: Cast) -> None:
    bea = bea_of(cast)
    rows = [
        CheckFactory(person=bea, how_are_you="Moe."),
        AskingFactory(person=bea),
        StepBackFactory(person=bea, words="Het is te veel."),
        WishFactory(organisation=cast.here, person=bea),
        ContactFactory(organisation=cast.here, person=bea),
        GuideFactory(organisation=cast.here, person=bea),
    ]
    assert "Het is te veel." in words_of(cast, "bea")
    gone(cast, "bea")
    assert is_there(*rows) == [False] * 6


def test_that_people_were_received_asked_and_mentored_stays_counted(cast: Cast) -> None:
    engagement = engaged(cast)
    day = FirstDayFactory(organisation=cast.here, engagement=engagement, received_on=clock.today())
    asked = QuestionFactory(
        organisation=cast.here,
        engagement=engagement,
        answered_on=clock.today(),
        how="screen",
        words="Ik voel me thuis.",
        reply="Fijn!",
    )
    mentoring = MentoringFactory(
        organisation=cast.here,
        engagement=engagement,
        mentor_answer="yes",
        newcomer_answer="yes",
        mentor_shares_phone=True,
    )
    moment = MomentFactory(mentoring=mentoring, line="Bea twijfelt of ze blijft.")
    idea = IdeaFactory(organisation=cast.here, hand_over_words="Bea neemt het over.")
    along = led_by(idea, bea_of(cast))
    assert "twijfelt" not in words_of(cast, "bea")
    assert len(kept_from(cast, "bea")) == 1

    gone(cast, "bea")

    assert (again(day).received_on, again(day).lines) == (clock.today(), [])
    after = again(asked)
    assert (after.answered_on, after.how, after.words, after.reply) == (
        clock.today(),
        "screen",
        "",
        "",
    )
    assert (again(mentoring).newcomer_answer, again(mentoring).mentor_answer) == ("", "yes")
    assert (again(moment).line, again(moment).due_on) == ("", moment.due_on)
    assert (again(idea).hand_over_words, again(idea).title) == ("", idea.title)
    assert is_there(along) == [False]


def test_talks_stay_counted_and_what_was_said_goes(cast: Cast) -> None:
    talk = talk_for(
        cast,
        held_on=clock.today(),
        appreciation="Je luistert goed.",
        blocks={"goal": "Meer rust."},
        own_words="Ik ben content.",
        place="Kamer 3, 14 uur",
    )
    action, check = action_for(talk), check_in_for(bea_of(cast), words="Goed, dank je.")
    plan = plan_for(bea_of(cast), aim_grow="Zingen in de groep.")
    told = Told.objects.create(
        organisation=cast.here, person=bea_of(cast), told_by=cast.nele, words="Zij lijkt moe."
    )
    text = words_of(cast, "bea")
    assert "Meer rust." in text
    assert "lijkt moe" not in text

    gone(cast, "bea")

    after = again(talk)
    assert (after.kind, after.held_on) == ("open", clock.today())
    assert (after.appreciation, after.blocks, after.own_words, after.place) == ("", {}, "", "")
    assert (again(check).answered_on, again(check).words) == (check.answered_on, "")
    assert is_there(action, plan, told) == [False] * 3


def test_thanks_letters_and_pictures_go(cast: Cast) -> None:
    bea = bea_of(cast)
    post = PostFactory(organisation=cast.here, person=bea)
    rows = [
        post,
        Picture.objects.create(organisation=cast.here, post=post, jpeg=b"\xff\xd8"),
        ThanksFactory(person=bea, given_by=cast.nele, words="Wat een fijne namiddag."),
        LetterFactory(organisation=cast.here, person=bea, text="Zij is er elke week."),
        YearLook.objects.create(
            organisation=cast.here, person=bea, year=2026, brings=[], written_on=clock.today()
        ),
    ]
    gone(cast, "bea")
    assert is_there(*rows) == [False] * 5


def test_why_somebody_left_stays_counted_without_a_word(cast: Cast) -> None:
    parting = own_wish(cast)
    keepsake = Keepsake.objects.create(
        organisation=cast.here,
        parting=parting,
        language="nl",
        made_on=clock.today(),
        content={"name": "Bea Buddy"},
    )

    gone(cast, "bea")

    after = Parting.objects.get()
    assert (after.kind, after.reason_words) == (parting.kind, "")
    assert PartingReason.objects.get().code == "grown_work"
    assert is_there(keepsake) == [False]


def test_somebody_we_part_with_reads_what_was_seen_and_not_who_saw_it(cast: Cast) -> None:
    shared(cast)
    seen = copy_of(cast, "bea")["parting.Seen"]
    assert seen[0]["facts"]
    assert "seen_by" not in seen[0]
    gone(cast, "bea")
    assert not Seen.objects.exists()


def test_the_closing_talk_of_one_is_not_the_others(cast: Cast) -> None:
    match = ended(cast)
    words = {"volunteer": "Ik miste hem.", "participant": "Zij zweeg vaak."}
    for side, brought in words.items():
        ClosingTalk.objects.filter(closing__match=match, side=side).update(brought=brought)
    assert "Zij zweeg vaak." not in words_of(cast, "bea")
    assert "Zij zweeg vaak." in words_of(cast, "piet")

    gone(cast, "bea")

    talks = ClosingTalk.objects.filter(closing__match=match).order_by("side")
    assert [talk.brought for talk in talks] == ["Zij zweeg vaak.", ""]
    assert [talk.outcome for talk in talks] == ["talked", "talked"]
    assert not Care.objects.filter(match=match, side="volunteer").exclude(note="").exists()


def test_light_contact_is_the_file_of_the_participant(cast: Cast) -> None:
    match: Match = ended(cast)
    pulse = pulse_of(cast, match)
    contact = PulseContact.objects.create(
        organisation=cast.here, pulse=pulse, contact_on=clock.today(), line="Het gaat, zegt Piet."
    )
    gone(cast, "bea")
    assert again(contact).line == "Het gaat, zegt Piet."
    gone(cast, "piet")
    assert (again(contact).line, again(contact).contact_on) == ("", clock.today())
