"""Pages: who gets in, what they show, and what happens to a refused form."""

from datetime import date
from http import HTTPStatus

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from naast.audit.models import Event
from naast.organisations.models import Function
from naast.people import panels, services
from naast.people.forms import WordsForm
from naast.people.inputs import HatTerms
from naast.people.models import Consent, Household, Note, Person, VolunteerProfile
from tests.conftest import Cast
from tests.factories import ParticipantFactory, PersonFactory, VolunteerFactory, member

MOST_QUERIES = 12
MOST_WITHOUT_PANELS = 10


@pytest.fixture
def amal(cast: Cast) -> Client:
    return cast.client("amal")


def text_of(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == HTTPStatus.OK, url
    return response.content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "people/volunteers/",
        "people/participants/",
        "people/volunteers/new/",
        "people/participants/new/",
        "people/volunteers/{bea}/",
        "people/volunteers/{bea}/print/",
        "people/participants/{piet}/",
        "people/participants/{piet}/read-by/",
        "people/{bea}/edit/",
        "people/{bea}/edit/contact/",
        "people/{bea}/edit/card/",
        "people/{bea}/edit/words/",
        "people/{bea}/edit/week/",
        "people/{bea}/edit/suits/",
        "people/{bea}/edit/paid/",
        "people/{piet}/edit/file/",
        "people/{bea}/notes/new/",
        "people/{bea}/consents/",
        "people/{bea}/days-away/",
        "people/{bea}/what-helps/",
        "people/{bea}/hats/",
        "people/{bea}/hats/participant/",
        "people/{bea}/household/?q=piet",
        "people/me/",
    ],
)
def test_the_coordinator_opens_every_page_and_nobody_elsewhere_does(cast: Cast, path: str) -> None:
    url = cast.url(path.format(bea=cast.bea.person_id, piet=cast.piet.person_id))

    text_of(cast.client("amal"), url)

    assert cast.client("chris").get(url).status_code == HTTPStatus.NOT_FOUND


def test_a_person_of_another_organisation_is_absent(cast: Cast, amal: Client) -> None:
    other = VolunteerFactory(organisation=cast.elsewhere)
    for path in ("volunteers/{}/", "{}/edit/", "{}/consents/", "{}/hats/", "{}/household/"):
        response = amal.get(cast.url("people/" + path.format(other.person_id)))
        assert response.status_code == HTTPStatus.NOT_FOUND


def test_volunteers_and_participants_reach_their_own_pages_alone(cast: Cast) -> None:
    bea = cast.client("bea")
    for path in ("volunteers/", f"volunteers/{cast.bea.person_id}/", f"{cast.bea.person_id}/edit/"):
        assert bea.get(cast.url(f"people/{path}")).status_code == HTTPStatus.NOT_FOUND
    for page in ("days-away", "consents", "what-helps"):
        own = bea.get(cast.url(f"people/{cast.bea.person_id}/{page}/"))
        other = bea.get(cast.url(f"people/{cast.piet.person_id}/{page}/"))
        assert (own.status_code, other.status_code) == (HTTPStatus.OK, HTTPStatus.NOT_FOUND)


def test_a_professional_reads_the_files_of_their_own_participants(cast: Cast) -> None:
    nele = cast.client("nele")
    other = ParticipantFactory(organisation=cast.here)

    listed = text_of(nele, cast.url("people/participants/"))

    assert "Piet Deelnemer" in listed
    assert other.person.name not in listed
    text_of(nele, cast.url(f"people/participants/{cast.piet.person_id}/"))
    gone = nele.get(cast.url(f"people/participants/{other.person_id}/"))
    assert gone.status_code == HTTPStatus.NOT_FOUND
    assert nele.get(cast.url("people/volunteers/")).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize(
    ("path", "factory"),
    [("people/volunteers/", VolunteerFactory), ("people/participants/", ParticipantFactory)],
)
def test_a_list_costs_the_same_for_one_and_three_people(
    cast: Cast, amal: Client, path: str, factory: type
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            text_of(amal, cast.url(path))
        return len(captured)

    amal.get(cast.url(path))
    one = queries()
    factory(organisation=cast.here)
    factory(organisation=cast.here)
    assert queries() == one
    assert one <= MOST_QUERIES


def test_the_list_shows_one_status_and_narrows_by_the_address(cast: Cast, amal: Client) -> None:
    paused = VolunteerFactory(organisation=cast.here, status="paused")
    leaks = VolunteerFactory(organisation=cast.elsewhere)
    url = cast.url("people/volunteers/")

    shown = text_of(amal, url)

    assert "Bea Buddy" in shown
    assert paused.person.name not in shown
    assert leaks.person.name not in shown
    assert paused.person.name in text_of(amal, f"{url}?status=paused")
    assert "Bea Buddy" not in text_of(amal, f"{url}?language=fr")
    assert "Bea Buddy" not in text_of(amal, f"{url}?q=zzz")


@pytest.mark.covers("S1-77", "S3-8")
def test_the_card_opens_with_strengths_and_has_the_four_blocks_with_their_date(
    cast: Cast, amal: Client
) -> None:
    VolunteerProfile.objects.filter(person_id=cast.bea.person_id).update(
        strengths="STERK",
        motives="MOTIEF",
        knowledge="KENNIS",
        possibilities="MOGELIJK",
        wishes="WENS",
        last_discussed_on=date(2026, 2, 3),
    )

    card = text_of(amal, cast.url(f"people/volunteers/{cast.bea.person_id}/"))

    words = ["STERK", "MOTIEF", "KENNIS", "MOGELIJK", "WENS", "2026"]
    places = [card.index(word, card.index("<main")) for word in words]
    assert places == sorted(places)


def test_talking_the_blocks_through_sets_the_date(cast: Cast, amal: Client) -> None:
    url = cast.url(f"people/{cast.bea.person_id}/edit/card/")
    assert (
        amal.post(url, {"motives": "Iets doen", "is_discussed": "on"}).status_code
        == HTTPStatus.SEE_OTHER
    )
    profile = VolunteerProfile.objects.get(person_id=cast.bea.person_id)
    assert profile.motives == "Iets doen"
    assert profile.last_discussed_on is not None


@pytest.mark.covers("S1-30")
def test_the_file_opens_with_strengths_interests_and_network_before_what_others_add(
    cast: Cast, amal: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = Person.objects.get(pk=cast.piet.person_id)
    services.change_hat(
        actor=cast.actor("amal"),
        person_id=person.pk,
        hat="participant",
        changes={"strengths": "STERK", "network": "NETWERK"},
    )
    services.set_topics(
        actor=cast.actor("amal"),
        person_id=person.pk,
        kind="interest",
        stance="likes",
        names=["DUIVEN"],
    )
    panel = panels.Panel("WENSEN", "people/_steps.html")
    monkeypatch.setattr(panels.PANELS, "_entries", {"participant": []})
    panels.register("participant", lambda _actor, _person: panel)

    page = cast.client("amal").get(cast.url(f"people/participants/{person.pk}/")).content.decode()

    main = page.index("<main")
    places = [page.index(word, main) for word in ("STERK", "DUIVEN", "NETWERK", "WENSEN")]
    assert places == sorted(places)


@pytest.mark.covers("S2-3")
def test_opening_a_file_is_written_down_and_the_participant_sees_who_and_as_what(
    cast: Cast, amal: Client
) -> None:
    amal.get(cast.url(f"people/participants/{cast.piet.person_id}/"))
    event = Event.objects.get(is_view=True)
    assert (event.target_id, event.user_id) == (cast.piet.person_id, cast.amal.user_id)

    services.change_hat(
        actor=cast.actor("amal"),
        person_id=event.target_id,
        hat="participant",
        changes={"background": "Woont alleen"},
    )
    for text, audience in (("Voor Piet", "person"), ("Niet voor Piet", "team")):
        services.write_note(
            actor=cast.actor("amal"), person_id=event.target_id, text=text, audience=audience
        )

    own = text_of(cast.client("piet"), cast.url("people/me/"))

    assert "Amal Coördineert" in own
    assert "Woont alleen" in own
    assert "Voor Piet" in own
    assert "Niet voor Piet" not in own
    assert (
        Event.objects.filter(is_view=True).count() == 1
    )  # reading about oneself is nobody's business


@pytest.mark.covers("S1-35")
def test_one_person_with_two_hats_has_two_views_that_tell_nothing_of_each_other(
    cast: Cast, amal: Client
) -> None:
    piet, actor = cast.person_id("piet"), cast.actor("amal")
    terms = HatTerms("Iets teruggeven", "Eén keer per week", date(2026, 1, 31))
    services.put_on_hat(actor=actor, person_id=piet, hat="volunteer", terms=terms)
    for hat, changes in (
        ("participant", {"background": "WOONT ALLEEN"}),
        ("volunteer", {"motives": "TERUGGEVEN"}),
    ):
        services.change_hat(actor=actor, person_id=piet, hat=hat, changes=changes)

    card = text_of(amal, cast.url(f"people/volunteers/{piet}/"))
    file = text_of(amal, cast.url(f"people/participants/{piet}/"))

    assert ("TERUGGEVEN" in card, "WOONT ALLEEN" in card) == (True, False)
    assert ("TERUGGEVEN" in file, "WOONT ALLEEN" in file) == (False, True)


@pytest.mark.covers("S1-43")
def test_a_volunteer_with_a_function_of_staff_gives_a_warning_until_words_are_there(
    cast: Cast, amal: Client
) -> None:
    url = cast.url(f"people/volunteers/{cast.bea.person_id}/")
    paid = f"people/{cast.bea.person_id}/edit/paid/"
    assert paid not in text_of(amal, url)
    cast.bea.roles.create(function="professional")
    assert paid in text_of(amal, url)

    words = {"is_also_staff": "on", "staff_note": "Kookt betaald, wandelt als buddy."}
    amal.post(cast.url(paid), words)

    shown = text_of(amal, url)
    assert paid not in shown
    assert words["staff_note"] in shown


@pytest.mark.parametrize("page", ["volunteers/{}/", "participants/{}/"])
def test_a_card_and_a_file_cost_the_same_however_much_there_is(
    cast: Cast, amal: Client, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Rooms above add their own panels and count those themselves.
    monkeypatch.setattr(panels.PANELS, "_entries", {"volunteer": [], "participant": []})
    actor, person = cast.actor("amal"), PersonFactory(organisation=cast.here)
    VolunteerFactory(organisation=cast.here, person=person)
    ParticipantFactory(organisation=cast.here, person=person)

    def fill(number: int) -> None:
        pk, day = person.pk, date(2999, 1, number)
        services.write_note(actor=actor, person_id=pk, text="Tekst", audience="team")
        services.add_exception(actor=actor, person_id=pk, from_on=day, until_on=day)
        names = [f"Woord {each}" for each in range(number)]
        services.set_topics(actor=actor, person_id=pk, kind="interest", stance="likes", names=names)
        other = PersonFactory(organisation=cast.here)
        services.live_together(actor=actor, person_id=pk, other_id=other.pk)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            text_of(amal, cast.url("people/" + page.format(person.pk)))
        return len(captured)

    amal.get(cast.url("people/me/"))
    fill(1)
    one = queries()
    fill(2)
    fill(3)
    assert queries() == one
    assert one <= MOST_WITHOUT_PANELS


def test_a_likely_double_is_shown_and_lets_go_on(cast: Cast, amal: Client) -> None:
    url = cast.url("people/volunteers/new/")
    values = {"given_name": "Bea", "family_name": "Buddy"}

    refused = amal.post(url, values)

    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert f"people/volunteers/{cast.bea.person_id}/" in refused.content.decode()
    assert Person.objects.filter(given_name="Bea").count() == 1
    went_on = amal.post(url, {**values, "go_on": "1"})
    assert went_on.status_code == HTTPStatus.SEE_OTHER
    new = Person.objects.filter(given_name="Bea").exclude(pk=cast.bea.person_id).get()
    assert new.volunteer.status == "interested"


def test_a_new_participant_gets_a_professional_of_this_organisation(
    cast: Cast, amal: Client
) -> None:
    url = cast.url("people/participants/new/")
    leaked = amal.post(url, {"given_name": "Rita", "professional_id": str(cast.chris.pk)})
    assert leaked.status_code == HTTPStatus.UNPROCESSABLE_ENTITY

    amal.post(
        url, {"given_name": "Rita", "professional_id": str(cast.nele.pk), "phone": "0475 12 34 56"}
    )

    rita = Person.objects.get(given_name="Rita")
    assert rita.participant.professional_id == cast.nele.pk
    assert rita.phone == "+32475123456"


@pytest.mark.parametrize(
    ("section", "values"),
    [
        ("contact", {"given_name": "", "phone": "12"}),
        ("suits", {"heaviest": "2", "rhythm_min": "4", "rhythm_max": "2"}),
        ("words", {"can": "x" * 200}),
        ("week", {"weekly": ["21"]}),
        ("paid", {"is_also_staff": "on"}),
    ],
)
def test_a_refused_section_comes_back_with_what_was_typed(
    cast: Cast, amal: Client, section: str, values: dict[str, object]
) -> None:
    url = cast.url(f"people/{cast.bea.person_id}/edit/{section}/")
    assert amal.post(url, values).status_code == HTTPStatus.UNPROCESSABLE_ENTITY


@pytest.mark.covers("S1-69")
def test_people_change_what_is_recorded_about_them(cast: Cast) -> None:
    bea = cast.client("bea")

    def send(section: str, **values: object) -> int:
        return bea.post(cast.url(f"people/me/{section}/"), values).status_code

    assert send("contact", place="Aalst", phone="") == HTTPStatus.SEE_OTHER
    assert send("week", weekly=["4", "12"]) == HTTPStatus.SEE_OTHER
    assert (
        send("words", language_0="fr", level_0="3", likes="Koken, vissen") == HTTPStatus.SEE_OTHER
    )
    assert send("suits", heaviest="1", own_limits="Geen nachten") == HTTPStatus.SEE_OTHER
    assert send("card", motives="mag niet") == HTTPStatus.NOT_FOUND

    person = Person.objects.get(pk=cast.bea.person_id)
    assert (person.given_name, person.place, person.weekly) == ("Bea", "Aalst", 1 << 4 | 1 << 12)
    assert list(person.languages.values_list("language", "level")) == [("fr", 3)]
    assert sorted(person.topics.values_list("topic__name", flat=True)) == ["Koken", "vissen"]
    assert person.volunteer.own_limits == "Geen nachten"
    page = text_of(bea, cast.url("people/me/"))
    assert "Koken" in page
    assert "Geen nachten" in page


@pytest.mark.covers("S2-32", "S3-7")
def test_what_somebody_can_be_asked_about_stands_on_the_card_and_narrows_the_list(
    cast: Cast, amal: Client
) -> None:
    bea = cast.client("bea")
    sent = bea.post(cast.url("people/me/words/"), {"knows": "Boekhouden, recht"})
    assert sent.status_code == HTTPStatus.SEE_OTHER
    card = amal.get(cast.url(f"people/volunteers/{cast.bea.person_id}/"))
    assert card.context["knows"] == ["Boekhouden", "recht"]
    url = cast.url("people/volunteers/")
    assert len(amal.get(url, {"expertise": "boek"}).context["rows"]) == 1
    assert amal.get(url, {"expertise": "dans"}).context["rows"] == []


def test_notes_consents_days_away_and_household_go_through_their_forms(
    cast: Cast, amal: Client
) -> None:
    bea, piet = cast.bea.person_id, cast.piet.person_id

    def send(path: str, **values: object) -> int:
        return amal.post(cast.url(f"people/{bea}/{path}"), values).status_code

    see_other, refused = HTTPStatus.SEE_OTHER, HTTPStatus.UNPROCESSABLE_ENTITY
    assert send("notes/new/", text="Ging goed", audience="team") == see_other
    assert send("notes/new/", text="", audience="team") == refused
    assert Note.objects.get().author_id == cast.amal.pk

    yes = {"purpose": "lived_experience", "how": "by_phone", "given_on": "2026-01-05"}
    assert send("consents/", **yes) == see_other
    assert (
        send("consents/", **{**yes, "purpose": "own_criteria", "given_on": "2999-01-01"}) == refused
    )
    assert send("consents/lived_experience/words/", names="Rouw") == see_other
    assert "Rouw" in text_of(amal, cast.url(f"people/{bea}/consents/"))
    assert send(f"consents/{Consent.objects.get().pk}/withdraw/") == see_other
    assert "Rouw" not in text_of(amal, cast.url(f"people/{bea}/consents/"))

    assert send("days-away/", from_on="2030-01-05", until_on="2999-01-01") == refused
    assert send("days-away/", from_on="2030-01-05", until_on="2030-01-07", note="Zee") == see_other
    assert "Zee" in text_of(amal, cast.url(f"people/volunteers/{bea}/"))
    away = Person.objects.get(pk=bea).exceptions.get()
    assert send(f"days-away/{away.pk}/remove/") == see_other

    assert send(f"household/{piet}/") == see_other
    assert Household.objects.get().people.count() == 2
    assert "Piet Deelnemer" in text_of(amal, cast.url(f"people/volunteers/{bea}/"))
    assert send("household/leave/") == see_other
    assert Person.objects.get(pk=bea).household is None


def test_the_form_of_languages_shows_the_filled_rows_and_one_more_first() -> None:
    form = WordsForm(initial={"language_0": "nl", "level_0": 3, "language_1": "xx"})
    assert [language.value() for language, _level in form.first_rows] == ["nl", "xx", None]
    assert len(form.more_rows) == 3
    sent = WordsForm({"language_0": "nl", "level_0": "3", "language_3": "nl", "language_4": "fr"})
    assert sent.is_valid()
    assert sent.languages() == {"nl": 3, "fr": 2}


def test_a_household_never_takes_in_somebody_of_another_organisation(
    cast: Cast, amal: Client
) -> None:
    other = PersonFactory(organisation=cast.elsewhere)
    url = cast.url(f"people/{cast.bea.person_id}/household/{other.pk}/")
    assert amal.post(url).status_code == HTTPStatus.NOT_FOUND


def test_a_new_hat_and_a_step_go_through_their_pages(cast: Cast, amal: Client) -> None:
    piet = cast.url(f"people/{cast.piet.person_id}/")
    missing = amal.post(f"{piet}hats/volunteer/", {"changed_on": "2026-03-01"})
    assert missing.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    words = {
        "changed_on": "2026-03-01",
        "expects": "Iets teruggeven",
        "we_expect": "Eén keer per week",
    }
    assert amal.post(f"{piet}hats/volunteer/", words).status_code == HTTPStatus.SEE_OTHER
    assert "Iets teruggeven" in text_of(amal, f"{piet}hats/")

    assert amal.post(f"{piet}hats/volunteer/pause/").status_code == HTTPStatus.SEE_OTHER
    assert VolunteerProfile.objects.get(person_id=cast.piet.person_id).status == "paused"
    assert amal.post(f"{piet}hats/volunteer/fly/").status_code == HTTPStatus.NOT_FOUND


def test_a_goodbye_to_a_volunteer_goes_on_at_its_own_page(cast: Cast, amal: Client) -> None:
    bea = cast.person_id("bea")
    step = cast.url(f"people/{bea}/hats/volunteer/say-goodbye/")
    begin = cast.url(f"alongside/parting/new/{bea}/")
    coach = Client()
    coach.force_login(member(cast.here, Function.COACH).user)

    led = amal.post(step)
    own = cast.client("bea").post(step)

    assert (led.status_code, led["Location"]) == (HTTPStatus.SEE_OTHER, begin)
    assert (own.status_code, own["Location"]) == (
        HTTPStatus.SEE_OTHER,
        cast.url("mine/parting/"),
    )
    assert coach.post(step).status_code == HTTPStatus.NOT_FOUND
    assert VolunteerProfile.objects.get(person_id=bea).status == "active"


def test_who_leads_no_goodbye_is_not_offered_one(cast: Cast, amal: Client) -> None:
    page = cast.url(f"people/volunteers/{cast.person_id('bea')}/")
    step = cast.url(f"people/{cast.person_id('bea')}/hats/volunteer/say-goodbye/")
    coach = Client()
    coach.force_login(member(cast.here, Function.COACH).user)

    led = amal.get(page)

    assert led.context["goodbye_url"] in led.content.decode()
    assert step not in led.content.decode()
    assert "say-goodbye" not in {each.name for each in coach.get(page).context["steps"]}


def test_what_helps_is_asked_with_a_day_unless_one_chooses_oneself(
    cast: Cast, amal: Client
) -> None:
    url = cast.url(f"people/{cast.bea.person_id}/what-helps/")
    without = amal.post(url, {"wishes": ["time"]})
    assert without.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert cast.client("bea").post(url, {"wishes": ["time"]}).status_code == HTTPStatus.SEE_OTHER
    assert VolunteerProfile.objects.get(person_id=cast.bea.person_id).support_wishes == ["time"]
