"""Papers, checks, courses and groups (programmes, agreements, checks, casebook, learning, intervision)."""

from decimal import Decimal

from naast.agreements.models import Asks, Copy, Signature, StaffAcknowledgement
from naast.agreements.models import Question as Asked
from naast.agreements.services import signing
from naast.core import clock
from naast.intervision.models import Promise
from naast.learning.models import Growth
from naast.people.models import Person
from naast.programmes.models import Engagement, EngagementTest, Override
from naast.programmes.models.engagement import FIVE_QUESTIONS
from tests.agreeing import CopyFactory, DocumentFactory, VersionFactory
from tests.checking import CheckFactory, ReportFactory
from tests.conftest import Cast
from tests.factories import EngagementFactory
from tests.learning_rows import CompletionFactory, CourseFactory, EntryFactory, SeatFactory
from tests.meeting_evenings import (
    ActionFactory,
    EthicsFactory,
    EveningFactory,
    FollowUpFactory,
    PresenceFactory,
    PromiseFactory,
    QuestionFactory,
    TalkFactory,
    WishFactory,
    group_of,
)
from tests.privacy.gone import again, copy_of, gone, is_there, person_gone, words_of
from tests.recruiting import CompetenceFactory
from tests.talking import noted, taken


def bea_of(cast: Cast) -> Person:
    """Bea."""
    return Person.objects.get(pk=cast.person_id("bea"))


def test_that_somebody_volunteered_stays_counted_and_nothing_else(cast: Cast) -> None:
    engagement = EngagementFactory(
        organisation=cast.here,
        person=bea_of(cast),
        steered_by="De school",
        contract_reference="C-12",
        conditions_met={"x": "2026-01-01"},
    )
    own = {"organisation": cast.here, "engagement": engagement}
    EngagementTest.objects.create(
        **own, tested_on=clock.today(), **dict.fromkeys(FIVE_QUESTIONS, True)
    )
    override = Override.objects.create(
        **own,
        item="coach",
        label="Een coach",
        reason="Haar coach is ziek.",
        given_on=clock.today(),
        until_on=clock.today(),
    )

    gone(cast, "bea")

    after = Engagement.objects.get()
    assert (after.kind, after.started_on) == ("volunteering", engagement.started_on)
    assert (after.steered_by, after.contract_reference, after.conditions_met) == ("", "", {})
    assert Engagement.objects.volunteering().count() == 1
    assert is_there(override) == [False]


def test_a_signed_agreement_goes_with_its_signatures_and_questions(cast: Cast) -> None:
    copy = CopyFactory(
        organisation=cast.here,
        person=bea_of(cast),
        version=VersionFactory(
            document=DocumentFactory(organisation=cast.here, asks=Asks.SIGNATURE)
        ),
    )
    Asked.objects.create(organisation=cast.here, copy=copy, words="Wat is discreet?")
    signing.sign_own(actor=cast.actor("bea"), copy_id=copy.pk, checksum=copy.checksum)
    signing.sign_for_us(actor=cast.actor("amal"), copy_id=copy.pk, checksum=copy.checksum)
    assert Signature.objects.filter(copy=copy).count() == 2
    other = CopyFactory(organisation=cast.here)

    gone(cast, "bea")

    assert list(Copy.objects.all()) == [other]
    assert not Signature.objects.exists()
    assert not Asked.objects.exists()


def test_a_colleague_who_goes_leaves_no_list_of_what_they_read(cast: Cast) -> None:
    row = StaffAcknowledgement.objects.create(
        organisation=cast.here,
        version=VersionFactory(document=DocumentFactory(organisation=cast.here)),
        membership=cast.nele,
        acknowledged_on=clock.today(),
    )
    cast.nele.roles.all().delete()
    person_gone(cast, cast.person_id("nele"))
    assert is_there(row) == [False]


def test_somebody_reads_what_was_seen_and_not_who_saw_it(cast: Cast) -> None:
    not_kept = noted(cast)
    taken(not_kept, "talk", days_ago=3, by=cast.amal)

    copy = copy_of(cast, "bea")
    assert copy["agreements.Observation"][0]["facts"] == "Was er niet op dinsdag."
    assert "Nele" not in str(copy["agreements.Observation"])
    assert "De bus reed niet." in words_of(cast, "bea")

    gone(cast, "bea")
    assert is_there(not_kept) == [False]


def test_checks_and_reports_go(cast: Cast) -> None:
    bea = {"organisation": cast.here, "person": bea_of(cast)}
    rows = [CheckFactory(**bea, seen=True), ReportFactory(**bea)]
    gone(cast, "bea")
    assert is_there(*rows) == [False, False]


def test_courses_stay_counted_with_their_hours_and_cost_and_the_own_log_goes(cast: Cast) -> None:
    bea, course = bea_of(cast), CourseFactory(organisation=cast.here)
    done = CompletionFactory(
        course=course,
        person=bea,
        provider="Academie Zuid",
        cost=Decimal("45.00"),
        certificate_seen_on=clock.today(),
        certificate_seen_by=cast.amal,
    )
    seat = SeatFactory(session__course=course, person=bea)
    log = EntryFactory(organisation=cast.here, person=bea)
    growth = Growth.objects.create(
        organisation=cast.here,
        person=bea,
        competence=CompetenceFactory(organisation=cast.here),
        step="growing",
        noted_on=clock.today(),
    )

    gone(cast, "bea")

    after = again(done)
    assert (after.minutes, after.cost, after.done_on) == (150, Decimal("45.00"), clock.today())
    assert (after.provider, after.certificate_seen_on, after.certificate_seen_by) == (
        "",
        None,
        None,
    )
    assert again(seat).state == "coming"
    assert is_there(log, growth) == [False, False]


def test_an_evening_keeps_how_many_were_there_and_what_the_house_promised(cast: Cast) -> None:
    series, bea = group_of(cast), bea_of(cast)
    evening = EveningFactory(series=series)
    presence = PresenceFactory(evening=evening, person=bea, words="Mijn dochter is ziek.")
    talk = TalkFactory(evening__series=series)
    wish = WishFactory(talk=talk, asker=bea, text="Ik wil stoelen.")
    promise = PromiseFactory(talk=talk, wish=wish)
    ethics = EthicsFactory(
        organisation=cast.here, asked_by=bea, outcome="Wij nemen bloemen aan, geen geld."
    )
    going = [
        QuestionFactory(evening=evening, asker=bea),
        ActionFactory(evening=evening, person=bea, who=""),
        FollowUpFactory(series=series, person=bea),
        wish,
    ]

    gone(cast, "bea")

    assert (again(presence).state, again(presence).words) == ("came", "")
    assert is_there(*going) == [False] * 4
    assert Promise.objects.get(pk=promise.pk).what == "Nieuwe stoelen"
    assert again(ethics).text == "…"
    assert again(ethics).outcome == "Wij nemen bloemen aan, geen geld."
    assert series.members.count() == 1
