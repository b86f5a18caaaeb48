"""The shortlist in words, proposing from it, and places for a volunteer."""

import json
from functools import partial
from io import StringIO
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.audit.models import Event
from naast.companionship.models import Match, MatchState, MatchStep, Proposal, Request, RequestTopic
from naast.companionship.queries import places as place_queries
from naast.companionship.queries.shortlist import Sheet, sheet_for
from naast.companionship.services.proposing import NotPossible, propose
from naast.core.errors import NotAllowed
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.people.models import Consent, ParticipantProfile, Person, PersonTopic, Topic
from naast.programmes.models import EntryCondition, Programme
from tests.at_once import at_once, refused
from tests.companionship.wish import (
    consent,
    piets_wish,
    read,
    says,
    speaks,
    topic,
    volunteer,
)
from tests.conftest import Cast
from tests.factories import MatchFactory, ProgrammeFactory, RequestFactory, UserFactory

Stance = PersonTopic.Stance


@pytest.fixture
def programme(cast: Cast) -> Programme:
    return ProgrammeFactory(organisation=cast.here, coordinator=cast.amal, coach=cast.amal)


def sheet(cast: Cast, wish: Request) -> Sheet:
    return sheet_for(read(cast, wish))


@pytest.mark.covers("S0-7")
def test_the_shortlist_says_what_connects_in_sentences_or_that_nothing_was_found(
    cast: Cast, programme: Programme
) -> None:
    wish = piets_wish(cast, programme)
    walking = topic(cast.here, Topic.Kind.INTEREST, "wandelen")
    says(wish.participant, Stance.LIKES, walking)
    walker, other = volunteer(programme), volunteer(programme)
    says(walker, Stance.LIKES, walking)

    shown = {each.person_id: each for each in sheet(cast, wish).shown}

    assert any("wandelen" in sentence for sentence in shown[str(walker.pk)].reasons)
    assert "no_common_ground" not in shown[str(walker.pk)].reason_codes
    assert len(shown[str(other.pk)].to_talk_about) >= 1
    assert not any("wandelen" in sentence for sentence in shown[str(other.pk)].reasons)


@pytest.mark.covers("S0-7")
def test_the_volunteer_s_own_words_about_the_theme_are_the_common_ground(
    cast: Cast, programme: Programme
) -> None:
    wish = piets_wish(cast, programme)
    theme = topic(cast.here, Topic.Kind.THEME, "dementie")
    RequestTopic.objects.create(organisation=cast.here, request=wish, topic=theme)
    person = volunteer(programme, common_ground="zorgde voor haar moeder")
    says(person, Stance.CAN, theme)

    (only,) = sheet(cast, wish).shown

    assert only.reason_codes[0] == "common_ground"
    assert "zorgde voor haar moeder" in only.reasons[0]


@pytest.mark.covers("S3-10")
def test_the_choice_record_keeps_lived_experience_as_a_code_only(
    cast: Cast, programme: Programme
) -> None:
    wish = piets_wish(cast, programme)
    loss = topic(cast.here, Topic.Kind.EXPERIENCE, "verlies")
    RequestTopic.objects.create(organisation=cast.here, request=wish, topic=loss)
    person = volunteer(programme)
    says(person, Stance.LIVED, loss)
    consent(person, "lived_experience")

    found = sheet(cast, wish)

    assert "shared_experience" in found.record[0]["reasons"]
    assert "verlies" not in json.dumps(found.record)
    assert set(found.record[0]) == {"person", "word", "reasons"}


def test_who_is_left_out_is_counted_with_the_reason_and_the_names(
    cast: Cast, programme: Programme
) -> None:
    wish = piets_wish(cast, programme, languages={"nl": 2})
    for _person in range(2):
        speaks(volunteer(programme, person={"given_name": "Ali", "family_name": ""}), fr=3)

    found = sheet(cast, wish)

    assert found.shown == []
    (reason,) = found.left_out
    assert (reason.code, reason.count, reason.more) == ("language", 2, 0)
    assert [name for _id, name in reason.names] == ["Ali", "Ali"]


def test_missing_training_is_a_point_to_talk_about_not_a_closed_door(
    cast: Cast, programme: Programme
) -> None:
    EntryCondition.objects.create(
        organisation=cast.here, programme=programme, kind="training", name="Startdag"
    )
    wish = piets_wish(cast, programme)
    volunteer(programme)

    (only,) = sheet(cast, wish).shown

    assert only.word_code == "talk_first"
    assert any("Startdag" in sentence for sentence in only.to_talk_about)


@pytest.mark.covers("S1-91")
def test_a_yes_that_was_taken_back_leaves_nobody_to_propose(
    cast: Cast, programme: Programme
) -> None:
    wish = piets_wish(cast, programme)
    volunteer(programme)
    Consent.objects.update(withdrawn_on=wish.asked_on)

    found = sheet(cast, wish)

    assert found.shown == []
    assert len(found.blocked_by) == 1


def test_health_and_background_of_the_participant_change_nothing(
    cast: Cast, programme: Programme
) -> None:
    wish = piets_wish(cast, programme)
    for _person in range(3):
        volunteer(programme)
    before = sheet(cast, wish).record

    profile = wish.participant.participant
    profile.background, profile.network = "Heeft diabetes, komt uit Ghana.", "Kerk"
    profile.save()

    assert sheet(cast, wish).record == before


def test_proposing_starts_a_match_keeps_the_choice_and_tells_without_names(
    cast: Cast, programme: Programme, coordinator: Actor
) -> None:
    wish = piets_wish(cast, programme)
    person = volunteer(programme)
    person.user = UserFactory()
    person.save()
    shown = sheet(cast, wish).record

    proposal = propose(
        actor=coordinator,
        request_id=wish.pk,
        volunteer_id=person.pk,
        why="Houden allebei van de zee.",
        shown=shown,
    )

    match = Match.objects.get()
    assert (match.state, match.volunteer, match.participant, match.request_id) == (
        MatchState.PROPOSED,
        person,
        wish.participant,
        wish.pk,
    )
    profile = ParticipantProfile.objects.get(person=wish.participant)
    assert (match.coach_id, match.professional_id) == (cast.amal.pk, profile.professional_id)
    assert Proposal.objects.get() == proposal
    assert (proposal.why, proposal.shown) == ("Houden allebei van de zee.", shown)
    assert proposal.proposed_by_id == cast.amal.pk
    step = MatchStep.objects.get()
    assert (step.name, step.from_state, step.to_state) == ("propose", "", "proposed")
    event = Event.objects.get(kind="match.proposed")
    assert event.changes == {"request": str(wish.pk), "volunteer": str(person.pk)}
    message = Message.objects.get()
    assert message.user == person.user
    for name in ("Piet", "Deelnemer", person.given_name):
        assert name not in message.subject + message.body


def test_one_proposal_is_out_at_a_time(
    cast: Cast, programme: Programme, coordinator: Actor
) -> None:
    wish = piets_wish(cast, programme)
    first, second = volunteer(programme), volunteer(programme)
    propose(actor=coordinator, request_id=wish.pk, volunteer_id=first.pk)

    with pytest.raises(NotAllowed):
        propose(actor=coordinator, request_id=wish.pk, volunteer_id=second.pk)
    assert Match.objects.count() == 1


@pytest.mark.covers("S1-31")
def test_after_a_no_the_next_proposal_follows_with_somebody_else(
    cast: Cast, programme: Programme, coordinator: Actor
) -> None:
    wish = piets_wish(cast, programme)
    first, second = volunteer(programme), volunteer(programme)
    propose(actor=coordinator, request_id=wish.pk, volunteer_id=first.pk)
    Match.objects.update(state=MatchState.NOT_STARTED)

    with pytest.raises(NotPossible):
        propose(actor=coordinator, request_id=wish.pk, volunteer_id=first.pk)
    propose(actor=coordinator, request_id=wish.pk, volunteer_id=second.pk)
    assert Match.objects.get(state=MatchState.PROPOSED).volunteer == second


def test_a_hard_check_refuses_a_proposal_with_its_reason(
    cast: Cast, programme: Programme, coordinator: Actor
) -> None:
    wish = piets_wish(cast, programme, no_smoker=True)
    smoker = volunteer(programme, smokes=True)

    with pytest.raises(NotPossible) as refused:
        propose(actor=coordinator, request_id=wish.pk, volunteer_id=smoker.pk)
    assert str(refused.value)
    assert not Match.objects.exists()


def test_somebody_outside_the_programme_or_the_organisation_is_not_proposed(
    cast: Cast, programme: Programme, coordinator: Actor
) -> None:
    wish = piets_wish(cast, programme)
    outside = volunteer(ProgrammeFactory(organisation=cast.here))
    stranger = volunteer(ProgrammeFactory(organisation=cast.elsewhere))

    with pytest.raises(NotPossible):
        propose(actor=coordinator, request_id=wish.pk, volunteer_id=outside.pk)
    with pytest.raises(Person.DoesNotExist):
        propose(actor=coordinator, request_id=wish.pk, volunteer_id=stranger.pk)


@pytest.mark.covers("S1-91")
def test_nobody_is_proposed_without_the_participant_s_yes(
    cast: Cast, programme: Programme, coordinator: Actor
) -> None:
    wish = piets_wish(cast, programme)
    person = volunteer(programme)
    Consent.objects.all().delete()

    with pytest.raises(NotAllowed):
        propose(actor=coordinator, request_id=wish.pk, volunteer_id=person.pk)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_coordinators_who_propose_at_once_make_one_match(
    cast: Cast, programme: Programme
) -> None:
    wish = piets_wish(cast, programme)
    first, second = volunteer(programme), volunteer(programme)
    amal = cast.actor("amal")
    results = at_once(
        lambda: propose(actor=amal, request_id=wish.pk, volunteer_id=first.pk),
        lambda: propose(actor=amal, request_id=wish.pk, volunteer_id=second.pk),
    )
    assert refused(results) == 1
    assert Match.objects.count() == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_one_volunteer_proposed_for_two_wishes_at_once_is_asked_within_their_own_limit(
    cast: Cast, programme: Programme
) -> None:
    own, other = (
        piets_wish(cast, programme),
        RequestFactory(organisation=cast.here, programme=programme),
    )
    consent(other.participant)
    asked, amal = volunteer(programme, max_matches=1), cast.actor("amal")
    results = at_once(
        *(
            partial(propose, actor=amal, request_id=wish.pk, volunteer_id=asked.pk)
            for wish in (own, other)
        )
    )
    assert refused(results) == 1
    assert Match.objects.count() == 1


@pytest.mark.covers("S1-105")
def test_places_start_from_the_volunteer_with_words_reasons_and_questions(
    cast: Cast, programme: Programme, coordinator: Actor
) -> None:
    wish = piets_wish(cast, programme)
    cards = topic(cast.here, Topic.Kind.INTEREST, "kaarten")
    says(wish.participant, Stance.LIKES, cards)
    person = volunteer(programme, smokes=True)
    says(person, Stance.LIKES, cards)
    smoke_free = RequestFactory(organisation=cast.here, programme=programme, no_smoker=True)
    other = ProgrammeFactory(organisation=cast.here, name="Aparte werking")
    elsewhere_here = RequestFactory(organisation=cast.here, programme=other)
    RequestFactory(organisation=cast.here, programme=programme, status=Request.Status.EXPLORING)
    taken = RequestFactory(organisation=cast.here, programme=programme)
    MatchFactory(
        organisation=cast.here, request=taken, programme=programme, state=MatchState.PROPOSED
    )
    RequestFactory(organisation=cast.elsewhere)
    card = place_queries.get_volunteer(coordinator, person.pk)
    assert card is not None

    mine, others = place_queries.places_for(coordinator, card)

    assert (mine.programme, mine.takes_part) == (programme, True)
    (place,) = mine.places
    assert place.request == wish
    assert any("kaarten" in sentence for sentence in place.reasons)
    assert place.still_to_ask
    assert [each.request for each in mine.not_here] == [smoke_free]
    assert mine.not_here[0].sentences
    assert (others.programme, others.takes_part) == (other, False)
    assert [each.request for each in others.places] == [elsewhere_here]


@pytest.mark.usefixtures("alone")
def test_places_cost_the_same_for_one_wish_and_three(
    cast: Cast, programme: Programme, coordinator: Actor
) -> None:
    piets_wish(cast, programme)
    card = place_queries.get_volunteer(coordinator, volunteer(programme).pk)
    assert card is not None

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            place_queries.places_for(coordinator, card)
        return len(captured)

    first = queries()
    for _wish in range(2):
        RequestFactory(organisation=cast.here, programme=programme)
    assert queries() == first
    assert first <= 8


def command(*arguments: Any) -> str:
    out = StringIO()
    call_command("shortlist", *map(str, arguments), stdout=out)
    return out.getvalue()


def test_the_command_gives_the_same_as_the_page_as_one_json_object(
    cast: Cast, programme: Programme
) -> None:
    wish = piets_wish(cast, programme, languages={"nl": 2})
    person = volunteer(programme)
    speaks(volunteer(programme), fr=3)

    answer = json.loads(command(wish.pk, "--json"))

    (shown,) = sheet(cast, wish).shown
    assert answer["request"] == str(wish.pk)
    assert answer["looked_at"] == 2
    assert answer["candidates"] == [
        {
            "volunteer": str(person.pk),
            "name": person.name,
            "word": shown.word_code,
            "said": shown.word,
            "reasons": shown.reasons,
            "to_talk_about": shown.to_talk_about,
            "still_to_ask": shown.still_to_ask,
        }
    ]
    assert [(each["code"], each["count"]) for each in answer["excluded"]] == [("language", 1)]
    assert person.name in command(wish.pk)


def test_the_command_says_in_one_sentence_what_is_wrong(cast: Cast, programme: Programme) -> None:
    closed = piets_wish(cast, programme, status=Request.Status.CLOSED)

    for given in ("nonsense", uuid4(), closed.pk):
        with pytest.raises(CommandError):
            command(given)
