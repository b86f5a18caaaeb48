"""What nobody starts without: an age, a parent's yes, an insurance, an honest name; and what the way has
shown, which is not asked again."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from naast.core import clock
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.programmes.errors import TermsIncomplete
from naast.programmes.models import EntryCondition, Kind, StageKind, WorkingRelation
from naast.recruitment.models import Application
from naast.recruitment.queries.applications import get_application
from naast.recruitment.queries.facts import facts_panel
from naast.recruitment.queries.still_missing import Item
from naast.recruitment.services import starting
from tests.conftest import Cast
from tests.recruiting import TalkFactory
from tests.recruitment.sending import fresh_limits
from tests.recruitment.test_referrals import REFER, referring
from tests.recruitment.test_starting import begin, chose, welcomed
from tests.recruitment.way import candidate, passed, programme_with

__all__ = ["fresh_limits"]

TALK, TRIAL, TRAINING = StageKind.FIRST_TALK, StageKind.TRIAL, StageKind.TRAINING
TODAY = clock.today()


def change(application: Application, **fields: Any) -> None:
    Application.objects.filter(pk=application.pk).update(**fields)


def item(actor: Actor, application: Application, code: str) -> Item | None:
    """One thing that must be in place, as it stands now."""
    found = get_application(actor, application.pk)
    assert found is not None
    return next((each for each in starting.missing_of(found) if each.code == code), None)


# --- the age -------------------------------------------------------------------------------------------


@pytest.mark.covers("S0-40", "S1-38")
@pytest.mark.parametrize("age", ["", "under_15", "16_17"])
def test_too_young_for_the_role_or_not_asked_yet_never_starts(
    cast: Cast, coordinator: Actor, age: str
) -> None:
    programme = programme_with(cast, TALK, minimum_age=18)
    application = welcomed(cast, programme=programme, age=age, parent_agreed_on=TODAY)
    chose(coordinator, application)
    with pytest.raises(starting.NotYet):
        begin(coordinator, application, override="Het is dringend.")
    change(application, age="adult")
    assert begin(coordinator, application).pk is not None


@pytest.mark.covers("S1-38")
def test_who_is_not_yet_18_starts_with_the_yes_of_a_parent_alone(
    cast: Cast, coordinator: Actor
) -> None:
    application = welcomed(cast, age="16_17")
    chose(coordinator, application)
    with pytest.raises(starting.NotYet):
        begin(coordinator, application, override="Mama weet het.")
    change(application, parent_agreed_on=TODAY + timedelta(days=1))
    with pytest.raises(starting.NotYet):
        begin(coordinator, application)
    change(application, parent_agreed_on=TODAY)
    assert begin(coordinator, application).pk is not None


def test_an_age_that_a_person_has_to_look_up_waits_with_a_reason(
    cast: Cast, coordinator: Actor
) -> None:
    application = welcomed(cast, programme=programme_with(cast, TALK, minimum_age=21))
    found = item(coordinator, application, "age")
    assert found is not None
    assert (found.in_place, found.may_wait) == (False, True)


def test_without_a_rule_a_grown_up_starts_and_a_young_one_is_looked_up(
    cast: Cast, coordinator: Actor
) -> None:
    Organisation.objects.filter(pk=cast.here.pk).update(country="NL")
    found = {}
    for age in ("adult", "16_17"):
        application = candidate(cast, age=age)
        found[age] = item(coordinator, application, "age")
        parent = item(coordinator, application, "parent")
        assert (parent is not None) == (age == "16_17")
    assert [each is not None and each.in_place for each in found.values()] == [True, False]


@pytest.mark.covers("S1-38")
def test_what_the_law_says_of_an_age_stands_with_its_source_before_the_start_and_in_the_facts(
    cast: Cast,
) -> None:
    application = candidate(cast, age="16_17")
    amal, address = cast.client("amal"), cast.url(f"candidates/{application.pk}/")
    for page in (amal.get(address), amal.get(f"{address}facts/")):
        assert "Vlaams Steunpunt Vrijwilligerswerk" in page.content.decode()


@pytest.mark.covers("S1-38")
def test_an_age_that_was_not_asked_is_filled_in_later_with_the_languages(
    cast: Cast, coordinator: Actor
) -> None:
    application = candidate(cast, age="")
    amal = cast.client("amal")
    address = cast.url(f"candidates/{application.pk}/facts/practical/")

    def still_open() -> int:
        found = get_application(coordinator, application.pk)
        assert found is not None
        sections = facts_panel(coordinator, found).sections
        return len(next(each.still_open for each in sections if each.slug == "practical"))

    before = still_open()
    assert "parent_agreed_on" in amal.get(address).context["form"].fields
    sent = {"age": "adult", "language_0": "ar", "level_0": "3", "language_1": "nl", "level_1": "1"}
    assert amal.post(address, sent).status_code == 303

    application.refresh_from_db()
    assert (application.age, application.languages) == ("adult", {"ar": 3, "nl": 1})
    assert still_open() == before - 1
    form = amal.get(address).context["form"]
    assert [language.value() for language, _level in form.first_rows] == ["ar", "nl", None]


# --- an honest name -------------------------------------------------------------------------------------


@pytest.mark.covers("S1-28", "S1-54")
@pytest.mark.parametrize(
    "fields",
    [
        {"working_relation": WorkingRelation.COMPULSORY},
        {"working_relation": WorkingRelation.CONDITIONAL},
        {"free_choice": "no"},
    ],
)
def test_who_has_to_starts_under_another_name_than_volunteering(
    cast: Cast, coordinator: Actor, fields: dict[str, str]
) -> None:
    application = welcomed(cast, **fields)
    chose(coordinator, application)
    with pytest.raises(starting.NotYet):
        begin(coordinator, application, override="Zo is het afgesproken.")
    change(application, kind=Kind.COMMUNITY_SERVICE, steered_by="De rechtbank")
    assert begin(coordinator, application, answers=None).kind == Kind.COMMUNITY_SERVICE


@pytest.mark.covers("S1-10")
def test_only_coordinators_read_before_the_start_that_somebody_has_to(cast: Cast) -> None:
    application = candidate(cast, free_choice="no")
    TalkFactory(application=application, host=cast.nele)
    shown = {
        name: cast.client(name).get(cast.url(f"candidates/{application.pk}/")).context["missing"]
        for name in ("amal", "nele")
    }
    assert len(shown["amal"]) == len(shown["nele"]) + 1
    assert not any(row.url for row in shown["nele"])


@pytest.mark.covers("S1-28")
@pytest.mark.parametrize("relation", ["conditional", "compulsory"])
def test_a_referrer_calls_what_is_not_free_by_another_name(cast: Cast, relation: str) -> None:
    programme_with(cast)
    answer = Client().post(REFER, referring(working_relation=relation))
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"kind"})
    named = referring(working_relation=relation, kind="guided")
    assert Client().post(REFER, named).status_code == 303


def test_an_end_before_the_first_day_is_refused_before_it_starts(
    cast: Cast, coordinator: Actor
) -> None:
    application = welcomed(cast, kind=Kind.GUIDED, steered_by="Dienst", until_on=TODAY)
    chose(coordinator, application)
    with pytest.raises((starting.NotYet, TermsIncomplete)):
        begin(coordinator, application, answers=None, day=TODAY + timedelta(days=1))


# --- the insurance -------------------------------------------------------------------------------------------


@pytest.mark.covers("S1-237")
@pytest.mark.parametrize("insured_on", [None, TODAY + timedelta(days=2)])
def test_nobody_starts_before_the_insurance_runs_also_without_a_trial(
    cast: Cast, coordinator: Actor, insured_on: Any
) -> None:
    application = welcomed(cast, insured_on=insured_on)
    chose(coordinator, application)
    with pytest.raises(starting.NotYet):
        begin(coordinator, application, override="De polis is onderweg.")
    page = cast.client("amal").get(cast.url(f"candidates/{application.pk}/start/"))
    urls = [row.url for row in page.context["missing"] if not row.in_place]
    assert urls == [cast.url(f"candidates/{application.pk}/facts/declared/")]
    change(application, insured_on=TODAY)
    assert begin(coordinator, application).pk is not None


# --- what the way has shown ----------------------------------------------------------------------------------


@pytest.mark.covers("S0-45")
def test_what_the_way_has_shown_is_met_on_its_day_and_the_rest_stays_open(
    cast: Cast, coordinator: Actor
) -> None:
    programme = programme_with(cast, TRIAL, TRAINING, TALK)
    lines = {
        name: EntryCondition.objects.create(
            organisation=cast.here, programme=programme, kind=kind, name=name, position=place
        )
        for place, (name, kind) in enumerate(
            [
                ("first", "first_talk"),
                ("second", "first_talk"),
                ("trial", "trial"),
                ("training", "training"),
                ("insured", "insurance"),
                ("meetings", "intervision"),
                *((kind, kind) for kind in ("information", "secrecy", "charter", "check")),
            ]
        )
    }
    told = TODAY - timedelta(days=3)
    application = welcomed(cast, programme=programme, days_ago=9, told_intervision_on=told)
    passed(application, TRIAL, TRAINING)
    chose(coordinator, application)

    engagement = begin(coordinator, application)

    engagement.refresh_from_db()
    long_ago, today = (TODAY - timedelta(days=9)).isoformat(), TODAY.isoformat()
    met = {
        name: engagement.conditions_met[str(line.pk)]
        for name, line in lines.items()
        if str(line.pk) in engagement.conditions_met
    }
    assert met == {
        "first": today,
        "trial": long_ago,
        "training": long_ago,
        "insured": today,
        "meetings": told.isoformat(),
    }


def test_a_day_that_is_still_to_come_meets_nothing_yet(cast: Cast, coordinator: Actor) -> None:
    programme = programme_with(cast, TALK)
    EntryCondition.objects.create(
        organisation=cast.here, programme=programme, kind="insurance", name="Verzekerd"
    )
    soon = TODAY + timedelta(days=7)
    application = welcomed(cast, programme=programme, insured_on=soon)
    chose(coordinator, application)

    engagement = begin(coordinator, application, day=soon)

    engagement.refresh_from_db()
    application.refresh_from_db()
    assert engagement.conditions_met == {}
    # The way is counted from the first day, not from the day on which it was written down.
    assert application.journey.started_on == soon
