"""How it ends: a yes with its person, or something else that suits better."""

from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta

from naast.core import clock
from naast.core.errors import StateConflict
from naast.messaging.models import Message
from naast.messaging.texts import Words, kind_named
from naast.organisations.actors import Actor
from naast.people.api import ExpectationsMissing
from naast.people.models import HatChange, Person, VolunteerProfile
from naast.programmes.models import StageKind
from naast.recruitment import letters
from naast.recruitment.inputs_path import Ending, GoOn, Welcome
from naast.recruitment.models import Application, Outcome, Referral, StopReason
from naast.recruitment.models.application import YES
from naast.recruitment.services import outcomes, steps
from naast.recruitment.states import Status
from tests.conftest import Cast
from tests.factories import PersonFactory
from tests.recruiting import NoteFactory
from tests.recruitment.way import candidate, programme_with

OTHERS = [outcome for outcome in Outcome if outcome not in YES]
FORBIDDEN = ("reject", "refus", "afgewezen", "score", "screening")


def ending(outcome: Outcome = Outcome.NOT_NOW, **fields: object) -> Ending:
    values = {"alternative": "In het voorjaar opnieuw praten.", "stop_reason": "no_room", **fields}
    return Ending(outcome=outcome, **values)  # type: ignore[arg-type]  # its fields


def say_yes(actor: Actor, application: Application, **fields: object) -> Application:
    yes = Welcome(**{"outcome": Outcome.FITS, **fields})  # type: ignore[arg-type]  # its fields
    return outcomes.welcome(actor=actor, application_id=application.pk, yes=yes)


@pytest.mark.covers("S1-20")
@pytest.mark.parametrize("outcome", OTHERS)
def test_everything_but_a_yes_carries_an_alternative(
    cast: Cast, coordinator: Actor, outcome: Outcome
) -> None:
    application = candidate(cast)
    its: dict[str, Any] = {"actor": coordinator, "application_id": application.pk}
    with pytest.raises(outcomes.AlternativeMissing):
        outcomes.round_off(**its, ending=ending(outcome, alternative=" "))

    after = outcomes.round_off(**its, ending=ending(outcome))

    assert (after.status, after.outcome, after.closed_on) == (
        Status.CLOSED,
        outcome,
        clock.today(),
    )
    journey = after.journey
    assert (journey.outcome, journey.stop_reason, journey.stopped_on) == (
        outcome,
        "no_room",
        clock.today(),
    )


@pytest.mark.covers("S0-17")
def test_every_outcome_has_a_warm_letter_that_names_no_refusal() -> None:
    assert set(letters.OF_OUTCOME) == set(Outcome)
    for outcome, kind in letters.OF_OUTCOME.items():
        assert kind_named(kind.code) == kind
        text = f"{kind.subject} {kind.body}".lower()
        assert not any(word in text for word in FORBIDDEN)
        if outcome not in YES:
            assert {"alternative", "forget_on"} <= kind.placeholders
            assert "{alternative}" in str(kind.body)
            assert "{forget_on}" in str(kind.body)


@pytest.mark.covers("S1-19")
def test_something_to_take_part_in_is_an_outcome_with_its_own_letter(
    cast: Cast, coordinator: Actor
) -> None:
    application = candidate(cast, language="fr")
    usual = outcomes.usual_words(coordinator, application, Outcome.LEISURE)
    assert "{alternative}" in usual.body
    assert application.given_name in usual.body
    words = Words(usual.subject, usual.body + "\nÀ bientôt!")

    outcomes.round_off(
        actor=coordinator,
        application_id=application.pk,
        ending=ending(Outcome.LEISURE, alternative="Le groupe de chant.", words=words),
    )

    letter = Message.objects.get(about_id=application.pk)
    assert (letter.kind, letter.language) == ("application.leisure", "fr")
    assert letter.body.endswith("À bientôt!")
    assert "Le groupe de chant." in letter.body
    application.refresh_from_db()
    forget_on = clock.today() + relativedelta(months=cast.here.candidate_months)
    assert application.erase_on == forget_on
    assert str(forget_on.year) in letter.body


def test_told_in_person_sends_no_letter(cast: Cast, coordinator: Actor) -> None:
    application = candidate(cast)
    outcomes.round_off(actor=coordinator, application_id=application.pk, ending=ending())
    assert not Message.objects.filter(about_id=application.pk).exists()


@pytest.mark.covers("S1-17")
def test_a_referrer_hears_a_neutral_code_and_never_why(cast: Cast, coordinator: Actor) -> None:
    application = candidate(cast)
    referral = Referral.objects.create(
        organisation=cast.here,
        application=application,
        service="Dienst Straat",
        name="Dora Dienst",
        email="dora@test.example",
        accepted_conditions_on=clock.today(),
        candidate_agreed=True,
        tells=Referral.Tells.OUTCOME,
    )
    outcomes.round_off(
        actor=coordinator,
        application_id=application.pk,
        ending=ending(Outcome.NOT_NOW, alternative="Het eetcafé.", stop_reason=StopReason.LIFE),
    )
    referral.refresh_from_db()
    assert referral.told == "not_now"
    letter = Message.objects.get(to_address="dora@test.example")
    assert "eetcafé" not in letter.body
    assert application.given_name not in letter.body
    assert str(StopReason.LIFE.label) not in letter.body


@pytest.mark.covers("S1-252")
def test_support_is_promised_only_after_asking_whether_we_can_carry_it(
    cast: Cast, coordinator: Actor
) -> None:
    application = candidate(cast)
    its: dict[str, Any] = {"actor": coordinator, "application_id": application.pk}
    with pytest.raises(outcomes.CannotCarry):
        say_yes(coordinator, application, outcome=Outcome.FITS_WITH_SUPPORT)
    with pytest.raises(outcomes.CannotCarry):
        outcomes.say_whether_we_can_carry(**its, can=True, words=" ")
    outcomes.say_whether_we_can_carry(**its, can=False, words="Geen mentor vrij.")
    with pytest.raises(outcomes.CannotCarry):
        say_yes(coordinator, application, outcome=Outcome.FITS_WITH_SUPPORT)

    outcomes.say_whether_we_can_carry(**its, can=True, words="Lut is mentor.")
    after = say_yes(coordinator, application, outcome=Outcome.FITS_WITH_SUPPORT)
    assert (after.outcome, after.carried_by_id) == ("fits_with_support", cast.amal.pk)


@pytest.mark.covers("S0-14")
@pytest.mark.parametrize("outcome", OTHERS)
def test_fitting_is_answered_with_something_else_and_never_with_a_bare_no(
    cast: Cast, outcome: Outcome
) -> None:
    application = candidate(cast)
    amal = cast.client("amal")
    address = cast.url(f"candidates/{application.pk}/round-off/{outcome}/")
    bare = {"alternative": " ", "stop_reason": "no_room", "how": "in_person"}

    answer = amal.post(address, bare)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert set(answer.context["form"].errors) == {"alternative"}
    application.refresh_from_db()
    assert (application.status, application.outcome) == (Status.OPEN, "")
    else_where = amal.post(address, bare | {"alternative": "De buurtwinkel."})
    assert else_where.status_code == HTTPStatus.SEE_OTHER


def test_a_yes_brings_a_new_person_on_the_list_with_what_they_told(
    cast: Cast, coordinator: Actor
) -> None:
    application = candidate(
        cast,
        why_here="Ik woon in de buurt.",
        likes="Wandelen.",
        can="Goed luisteren.",
        languages={"nl": 3, "ar": 2},
        weekly=5,
        term_months=12,
        support_wishes=["time"],
        professional_past="Verpleegkundige.",
    )
    after = say_yes(coordinator, application)
    person = Person.objects.get(pk=after.person_id)
    card = person.volunteer
    assert after.made_person is True
    assert (person.given_name, person.email, person.weekly) == (
        application.given_name,
        application.email,
        5,
    )
    assert dict(person.languages.values_list("language", "level")) == {"nl": 3, "ar": 2}
    assert (card.status, card.motives, card.strengths, card.knowledge) == (
        VolunteerProfile.Status.INTERESTED,
        "Ik woon in de buurt.",
        "Wandelen.",
        "Goed luisteren.",
    )
    assert (card.term_months, card.support_wishes, card.professional_past) == (
        12,
        ["time"],
        "Verpleegkundige.",
    )


def test_a_yes_goes_to_the_person_that_was_chosen(cast: Cast, coordinator: Actor) -> None:
    known = PersonFactory(organisation=cast.here, given_name="Ria", family_name="Bekend")
    application = candidate(cast, email="ria@test.example")
    after = say_yes(coordinator, application, person_id=known.pk)
    assert (after.person_id, after.made_person) == (known.pk, False)
    assert VolunteerProfile.objects.get(person=known).status == "interested"
    assert not Person.objects.filter(email="ria@test.example").exists()


@pytest.mark.covers("S1-251")
def test_a_participant_becomes_a_volunteer_with_both_expectations_and_looks_back(
    cast: Cast, coordinator: Actor
) -> None:
    piet = cast.person_id("piet")
    application = candidate(cast, person_id=piet)
    with pytest.raises(ExpectationsMissing):
        say_yes(coordinator, application)

    say_yes(coordinator, application, expects="Iets terugdoen.", we_expect="Elke week komen.")

    change = HatChange.objects.get(person_id=piet)
    today = clock.today()
    assert (change.first_review_on, change.second_review_on) == (
        today + relativedelta(months=1),
        today + relativedelta(months=3),
    )
    person = Person.objects.get(pk=piet)
    assert (person.volunteer.status, person.participant.status) == ("interested", "active")


def test_somebody_who_stopped_is_not_welcomed_and_opens_again_first(
    cast: Cast, coordinator: Actor
) -> None:
    application = candidate(cast, programme_with(cast, StageKind.FIRST_TALK))
    outcomes.round_off(actor=coordinator, application_id=application.pk, ending=ending())
    with pytest.raises(StateConflict):
        say_yes(coordinator, application)
    with pytest.raises(StateConflict):
        outcomes.round_off(actor=coordinator, application_id=application.pk, ending=ending())

    after = steps.reopen(actor=coordinator, application_id=application.pk)
    assert (after.status, after.outcome, after.erase_on) == (Status.OPEN, "", None)
    after.journey.refresh_from_db()
    assert (after.journey.stopped_on, after.journey.stop_reason) == (None, "")
    assert after.journey.passages.get().left_on is None


@pytest.mark.covers("S1-189")
def test_the_page_of_the_decision_shows_the_training_and_what_was_seen_there(cast: Cast) -> None:
    programme = programme_with(cast, StageKind.FIRST_TALK, StageKind.TRAINING)
    application = candidate(cast, programme, stage=StageKind.FIRST_TALK)
    amal, home = cast.client("amal"), cast.url(f"candidates/{application.pk}/")
    assert "note_training" not in amal.get(f"{home}guide/").context["form"].fields
    go_on = GoOn(stage=StageKind.TRAINING)
    steps.go_on(actor=cast.actor("amal"), application_id=application.pk, where=go_on)
    NoteFactory(application=application, text="Iets anders.")

    seen = {"note_training": "Stelde veel vragen.", "for_training": "team"}
    assert amal.post(f"{home}guide/", seen).status_code == HTTPStatus.SEE_OTHER

    response = amal.get(f"{home}round-off/")
    assert len(response.context["training"]) == 2
    assert [note.text for note in response.context["training_notes"]] == ["Stelde veel vragen."]
    assert "Stelde veel vragen." in response.content.decode()


def test_the_letter_is_read_before_it_goes_out(cast: Cast) -> None:
    application = candidate(cast)
    client, url = (
        cast.client("amal"),
        cast.url(f"candidates/{application.pk}/round-off/other_organisation/"),
    )
    first = client.get(url).context["form"]
    data = {
        "alternative": "De buurtwinkel.",
        "stop_reason": "other_fit",
        "how": "letter",
        "subject": first.initial["subject"],
        "body": first.initial["body"],
    }
    shown = client.post(url, {**data, "look": "1"})
    assert "De buurtwinkel." in shown.context["form"].look.body
    assert "{" not in shown.context["form"].look.body
    assert not Message.objects.filter(about_id=application.pk).exists()

    for body in (" ", "Dag {niemand}"):
        refused = client.post(url, {**data, "body": body})
        assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert client.post(url, data).status_code == HTTPStatus.SEE_OTHER
    assert "De buurtwinkel." in Message.objects.get(about_id=application.pk).body
    assert client.get(url).status_code == HTTPStatus.NOT_FOUND


def test_who_may_be_the_same_stands_beside_the_candidate(cast: Cast) -> None:
    known = PersonFactory(organisation=cast.here, email="ria@test.example")
    application = candidate(cast, email="ria@test.example")
    client, url = cast.client("amal"), cast.url(f"candidates/{application.pk}/round-off/fits/")
    response = client.get(url)
    assert [name for name, _rows in response.context["same"]] == [known.name]

    data = {"person": str(known.pk), "how": "in_person"}
    assert client.post(url, data).status_code == HTTPStatus.SEE_OTHER
    application.refresh_from_db()
    assert application.person_id == known.pk


def test_a_yes_with_support_asks_first_whether_we_can_carry_it(cast: Cast) -> None:
    application = candidate(cast)
    base = cast.url(f"candidates/{application.pk}/")
    client = cast.client("amal")
    asked = client.get(base + "round-off/fits_with_support/")
    assert (asked.status_code, asked["Location"]) == (HTTPStatus.SEE_OTHER, base + "carry/")
    client.post(base + "carry/", {"can": "yes", "words": "Samen met de mentor."})
    assert client.get(base + "round-off/fits_with_support/").status_code == HTTPStatus.OK
    assert client.get(base + "round-off/nonsense/").status_code == HTTPStatus.NOT_FOUND


def test_the_candidate_stops_without_having_to_say_why(cast: Cast) -> None:
    application = candidate(cast)
    visitor = Actor.visitor(cast.here, reason="own link")
    after = outcomes.stop_oneself(actor=visitor, application_id=application.pk)
    assert (after.outcome, after.stop_reason) == ("own_choice", "rather_not_say")
    assert after.erase_on is not None
    assert after.erase_on > clock.today() + timedelta(days=100)
