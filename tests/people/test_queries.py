"""Search, likely doubles, lists and looks; with somebody in each who could leak."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.audit import log
from naast.core.templatetags.ui_base import draw
from naast.organisations.actors import Actor
from naast.people import history, panels, queries, services
from naast.people.inputs import NewPerson, TopicUse
from naast.people.models import Person, Topic
from naast.people.queries import ListFilter
from tests.conftest import Cast


def add(actor: Actor, given: str, family: str = "", **fields: Any) -> Person:
    fields = {"volunteer": {}, **fields}
    return services.create_person(
        actor=actor, new=NewPerson(given_name=given, family_name=family, **fields)
    )


def test_search_takes_beginnings_of_words_in_any_order(coordinator: Actor, stranger: Actor) -> None:
    jan = add(coordinator, "Ján", "Zwaan", place="Aalst", phone="+32475123456")
    jana = add(coordinator, "Jana", "Peeters", place="Gent", email="jp@test.example")
    add(stranger, "Jan", "Zwaan")  # somebody who could leak

    def found(text: str) -> list[Person]:
        return queries.search_people(coordinator, text)

    assert found("jan") == [jana, jan]
    assert found("zw ja") == [jan]
    assert found("JÁN aal") == [jan]
    assert found("0475 12") == [jan]
    assert found("+32 475") == [jan]
    assert found("jp") == [jana]
    assert found("wan") == found("test") == found("  ") == found("jan zzz") == []
    assert queries.search_people(coordinator, "jan", limit=1) == [jan]


def test_a_professional_finds_their_own_participants_alone(
    cast: Cast, coordinator: Actor, professional: Actor
) -> None:
    mine = add(
        coordinator, "Rik", "Roos", volunteer=None, participant={"professional_id": cast.nele.pk}
    )
    add(coordinator, "Rik", "Raaf", volunteer=None, participant={})
    assert queries.search_people(professional, "rik") == [mine]


def test_a_search_costs_two_queries_whatever_is_found(coordinator: Actor) -> None:
    for number in range(4):
        add(coordinator, "Jan", f"Nummer{number}")
        with CaptureQueriesContext(connection) as captured:
            assert len(queries.search_people(coordinator, "jan num")) == number + 1
        assert len(captured) == 2


def test_likely_doubles_by_mail_phone_and_name_where_no_birth_dates_differ(
    coordinator: Actor, stranger: Actor
) -> None:
    lien = add(
        coordinator,
        "Lien",
        "Maes",
        email="lien@test.example",
        phone="+32475123456",
        birth_on=date(1958, 7, 3),
    )
    add(stranger, "Lien", "Maes", email="lien@test.example")

    def same(given: str, family: str = "", **known: object) -> list[Person]:
        return queries.likely_same(coordinator, given_name=given, family_name=family, **known)  # type: ignore[arg-type]  # loose on purpose

    assert same("Iemand", email="Lien@Test.example ") == [lien]
    assert same("Iemand", phone="+32475123456") == [lien]
    assert same("lièn", "MAES") == [lien]
    assert same("Lien", "Maes", birth_on=date(1958, 7, 3)) == [lien]
    assert same("Lien", "Maes", birth_on=date(1960, 1, 1)) == []
    assert same("Lien", "Maas") == []


def test_a_list_narrows_by_status_language_topic_and_text(coordinator: Actor) -> None:
    cook = (TopicUse("competence", "can", "Koken"),)
    lies = add(coordinator, "Lies", place="Gent", languages={"fr": 2}, topics=cook)
    mo = add(coordinator, "Mo", place="Gent", volunteer={"status": "paused"})
    topic = Topic.objects.get(name="Koken")

    def listed(**asked: object) -> set[Person]:
        rows = queries.volunteers(coordinator, ListFilter(**asked))  # type: ignore[arg-type]  # loose on purpose
        return {row.person for row in rows}

    assert listed(text="gent") == {lies, mo}
    assert listed(text="gent", status="paused") == {mo}
    assert listed(language="fr") == {lies}
    assert listed(topic=topic.pk) == {lies}
    assert listed(topic=topic.pk, language="nl") == set()
    assert queries.topics_offered(coordinator) == [topic]


@pytest.mark.covers("S2-32", "S3-7")
def test_somebody_who_can_be_asked_about_something_is_found_by_its_beginning(
    coordinator: Actor,
) -> None:
    lies = add(coordinator, "Lies", topics=(TopicUse("expertise", "can", "Boekhouden"),))
    add(coordinator, "Mo", topics=(TopicUse("competence", "can", "Boekhouden"),))

    def knowing(word: str) -> list[Person]:
        asked = ListFilter(expertise=word)
        return [row.person for row in queries.volunteers(coordinator, asked)]

    assert knowing("boekh") == [lies]
    assert knowing("recht") == []


def test_the_words_of_another_organisation_are_not_offered(cast: Cast, coordinator: Actor) -> None:
    Topic.objects.create(organisation=cast.elsewhere, kind="interest", name="Geheim")
    Topic.objects.create(organisation=cast.here, kind="experience", name="Rouw")
    assert queries.topics_offered(coordinator) == []
    assert queries.topic_names(coordinator, "interest") == []


@pytest.mark.covers("S2-3")
def test_looks_are_told_once_a_reader_and_day_with_their_functions(
    cast: Cast, coordinator: Actor, professional: Actor
) -> None:
    piet = Person.objects.get(pk=cast.piet.person_id)
    for actor in (coordinator, coordinator, professional):
        log.looked("participant.file-read", actor=actor, target=piet)

    looks = queries.looks_at(piet)

    assert [(look.name, [str(each) for each in look.functions]) for look in looks] == [
        ("Nele Beroeps", [str(looks[0].functions[0])]),
        ("Amal Coördineert", [str(looks[1].functions[0])]),
    ]
    assert len(looks) == 2


def test_every_kind_of_event_written_here_has_words_for_the_timeline(
    cast: Cast, coordinator: Actor
) -> None:
    bea = Person.objects.get(pk=cast.bea.person_id)
    services.change_person(actor=coordinator, person_id=bea.pk, changes={"place": "Aalst"})
    services.set_languages(actor=coordinator, person_id=bea.pk, languages={"nl": 3})
    services.take_step(actor=coordinator, person_id=bea.pk, hat="volunteer", step="pause")
    events = queries.events_about(bea)
    assert len(events) == 3
    assert all(panels.words_for(event.kind) for event in events)


def test_every_word_on_a_timeline_has_an_icon_that_exists() -> None:
    for sentence, icon in history.WORDS.values():
        assert "<svg" in draw(icon, 20), sentence
