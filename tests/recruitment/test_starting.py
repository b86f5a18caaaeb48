"""The start: what must be in place, the free choice, and the engagement it becomes."""

from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest

from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.programmes.errors import NotVolunteering
from naast.programmes.models import Engagement, EntryCondition, Kind, StageKind, WorkingRelation
from naast.programmes.models.engagement import FIVE_QUESTIONS
from naast.programmes.services import Answers
from naast.recruitment.inputs_path import Start, Welcome
from naast.recruitment.models import Application, Outcome
from naast.recruitment.services import outcomes, starting
from naast.recruitment.services.moving import DayMissing
from naast.recruitment.states import Status
from tests.conftest import Cast
from tests.factories import ProgrammeFactory
from tests.recruitment.way import candidate, passed, programme_with

ALL_YES = Answers(**dict.fromkeys(FIVE_QUESTIONS, True))


def welcomed(cast: Cast, **fields: Any) -> Application:
    """Somebody who fits and is insured, in a programme with one talk that lies behind them."""
    programme = fields.pop("programme", None) or programme_with(cast, StageKind.FIRST_TALK)
    fields = {"insured_on": clock.today(), **fields}
    application = candidate(cast, programme, stage=StageKind.FIRST_TALK, **fields)
    return outcomes.welcome(
        actor=cast.actor("amal"), application_id=application.pk, yes=Welcome(outcome=Outcome.FITS)
    )


def begin(actor: Actor, application: Application, **fields: Any) -> Engagement:
    new = Start(**{"day": clock.today(), "answers": ALL_YES, **fields})
    return starting.start(actor=actor, application_id=application.pk, new=new)


def chose(actor: Actor, application: Application) -> None:
    starting.choose(actor=actor, application_id=application.pk, day=clock.today())


@pytest.mark.covers("S1-29")
def test_nobody_starts_before_they_chose_freely_on_a_day(cast: Cast, coordinator: Actor) -> None:
    application = welcomed(cast)
    with pytest.raises(starting.NotYet):
        begin(coordinator, application, override="Het is dringend.")
    tomorrow = clock.today() + timedelta(days=1)
    with pytest.raises(DayMissing):
        starting.choose(actor=coordinator, application_id=application.pk, day=tomorrow)

    chose(coordinator, application)
    engagement = begin(coordinator, application)

    application.refresh_from_db()
    assert (application.status, application.chose_on) == (Status.STARTED, clock.today())
    assert engagement.tests.get().passed is True
    person = Person.objects.get(pk=engagement.person_id)
    assert person.volunteer.status == "active"


def test_a_choice_follows_our_yes(cast: Cast, coordinator: Actor) -> None:
    with pytest.raises(starting.NotYet):
        chose(coordinator, candidate(cast))


def test_a_colleague_who_leads_a_talk_writes_down_no_choice(cast: Cast) -> None:
    application = candidate(cast, coordinator=cast.nele)
    with pytest.raises(NotAllowed):
        chose(cast.actor("nele"), application)


@pytest.mark.covers("S3-3")
def test_an_initiative_of_their_own_asks_no_talks_no_agreement_and_no_insurance(
    cast: Cast,
) -> None:
    programme = ProgrammeFactory(organisation=cast.here, selection="own_initiative")
    application = welcomed(cast, programme=programme, insured_on=None)
    codes = {item.code for item in starting.missing_of(application)}
    assert not {code for code in codes if code.startswith("stage-")}
    assert "insured" not in codes
    url = cast.url(f"candidates/{application.pk}/start/")
    assert cast.client("amal").get(url).context["is_own_initiative"] is True


@pytest.mark.covers("S0-45")
def test_a_stage_that_is_missing_waits_only_with_a_reason_and_a_name(
    cast: Cast, coordinator: Actor
) -> None:
    programme = programme_with(cast, StageKind.FIRST_TALK, StageKind.TRAINING)
    application = welcomed(cast, programme=programme)
    chose(coordinator, application)
    items = starting.missing_of(application)
    assert [item.code for item in items if not item.in_place] == [
        "stage-first_talk",
        "stage-training",
        "choice",
    ]
    with pytest.raises(starting.NotYet):
        begin(coordinator, application)

    begin(coordinator, application, override="De vorming begint volgende week.")

    application.refresh_from_db()
    assert (application.override, application.override_by_id) == (
        "De vorming begint volgende week.",
        cast.amal.pk,
    )


@pytest.mark.covers("S1-16")
def test_who_needs_guidance_from_outside_starts_only_when_it_is_there(
    cast: Cast, coordinator: Actor
) -> None:
    application = welcomed(cast, needs_guide=True)
    chose(coordinator, application)
    with pytest.raises(starting.NotYet):
        begin(coordinator, application, override="Komt later.")
    Application.objects.filter(pk=application.pk).update(guide="Justitiehuis, elke week.")
    assert begin(coordinator, application).pk is not None


def test_compulsory_meetings_are_told_before_the_start(cast: Cast, coordinator: Actor) -> None:
    application = welcomed(cast)
    EntryCondition.objects.create(
        organisation=cast.here,
        programme=application.programme,
        kind=EntryCondition.Kind.INTERVISION,
        name="Intervisie, elke maand",
    )
    chose(coordinator, application)
    with pytest.raises(starting.NotYet):
        begin(coordinator, application)
    Application.objects.filter(pk=application.pk).update(told_intervision_on=clock.today())
    assert begin(coordinator, application).pk is not None


def test_a_shortest_term_of_the_programme_is_agreed_first(cast: Cast) -> None:
    programme = programme_with(cast, StageKind.FIRST_TALK, minimum_months=12)
    short = welcomed(cast, programme=programme, term_months=6)
    lasting = candidate(cast, programme, term_months=12)
    by_code = {item.code: item.in_place for item in starting.missing_of(short)}
    assert by_code["term"] is False
    assert {item.code: item.in_place for item in starting.missing_of(lasting)}["term"] is True


@pytest.mark.covers("S1-82")
def test_who_is_steered_starts_under_an_honest_name_with_who_steers_and_until_when(
    cast: Cast, coordinator: Actor
) -> None:
    until = clock.today() + timedelta(days=180)
    application = welcomed(
        cast, kind=Kind.GUIDED, steered_by="Dienst Werk", contract_reference="W-12"
    )
    chose(coordinator, application)
    with pytest.raises(starting.NotYet):
        begin(coordinator, application, answers=None)
    Application.objects.filter(pk=application.pk).update(
        until_on=until, working_relation=WorkingRelation.COMPULSORY
    )
    engagement = begin(coordinator, application, answers=None)
    assert (engagement.kind, engagement.steered_by, engagement.contract_reference) == (
        "guided",
        "Dienst Werk",
        "W-12",
    )
    assert (engagement.until_on, engagement.working_relation) == (until, "compulsory")


def test_with_a_no_among_the_five_answers_nobody_starts_as_a_volunteer(
    cast: Cast, coordinator: Actor
) -> None:
    application = welcomed(cast)
    chose(coordinator, application)
    no = Answers(**{**dict.fromkeys(FIVE_QUESTIONS, True), "is_free_choice": False})
    with pytest.raises(NotVolunteering):
        begin(coordinator, application, answers=no)
    application.refresh_from_db()
    assert application.status == Status.OPEN


def test_a_start_happens_once(cast: Cast, coordinator: Actor) -> None:
    application = welcomed(cast)
    chose(coordinator, application)
    begin(coordinator, application)
    with pytest.raises((StateConflict, NotAllowed)):
        begin(coordinator, application)
    assert Engagement.objects.filter(programme=application.programme).count() == 1


def test_the_page_of_the_start_asks_the_five_questions_when_it_may_begin(cast: Cast) -> None:
    client = cast.client("amal")
    application = welcomed(cast)
    url = cast.url(f"candidates/{application.pk}/start/")
    assert client.get(url).context["can_start"] is False
    chose(cast.actor("amal"), application)
    page = client.get(url)
    assert page.context["can_start"] is True

    answers = dict.fromkeys(FIVE_QUESTIONS, "yes")
    data = {"day": clock.today().isoformat(), **answers}
    half = client.post(url, {**data, "is_unpaid": ""})
    assert half.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    done = client.post(url, data)
    engagement = Engagement.objects.get(programme=application.programme)
    assert (done.status_code, done["Location"]) == (
        HTTPStatus.SEE_OTHER,
        cast.url(f"programmes/taking-part/{engagement.pk}/"),
    )


def test_what_is_missing_is_always_on_the_page_of_the_candidate(cast: Cast) -> None:
    application = candidate(cast, programme_with(cast, StageKind.FIRST_TALK, StageKind.TRAINING))
    passed(application, StageKind.FIRST_TALK)
    response = cast.client("amal").get(cast.url(f"candidates/{application.pk}/"))
    in_place = [row.in_place for row in response.context["missing"]]
    # The first talk and the age; not the training, the decision, the insurance, the choice.
    assert in_place == [True, False, False, True, False, False]
