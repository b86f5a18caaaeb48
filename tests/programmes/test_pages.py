"""Pages about programmes: the list, the leaflet, changing it, the sheet on paper and as PDF."""

import shutil
import subprocess
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from naast.organisations.actors import Actor
from naast.programmes import pdf, queries, services
from naast.programmes.forms import PART_PAGES, SECTIONS, PartForm, SectionForm, initial_of
from naast.programmes.models import Engagement, Kind, Pattern, Programme, Task
from naast.programmes.patterns import consequences_of
from naast.programmes.presets import preset_named, presets
from naast.programmes.services.parts import KINDS
from tests.conftest import Cast
from tests.factories import EngagementFactory, PersonFactory, ProgrammeFactory

NOBODY = "01890000-0000-7000-8000-000000000000"


@pytest.fixture
def buddy(coordinator: Actor) -> Programme:
    return services.create_programme(actor=coordinator, preset=preset_named("buddy"), language="nl")


def text(cast: Cast, who: str, path: str) -> str:
    answer = cast.client(who).get(cast.url(path))
    assert answer.status_code == 200, path
    return answer.content.decode()


def queries_of(cast: Cast, who: str, path: str) -> int:
    client = cast.client(who)
    client.get(cast.url(path))
    with CaptureQueriesContext(connection) as captured:
        assert client.get(cast.url(path)).status_code == 200
    return len(captured)


@pytest.mark.covers("S0-61", "S1-184", "S1-137", "S1-145", "S1-110", "S1-197")
def test_the_page_says_who_does_what_who_steps_in_what_we_do_not_do_and_how_often(
    cast: Cast, buddy: Programme
) -> None:
    answer = cast.client("bea").get(cast.url(f"programmes/{buddy.pk}/"))
    page = answer.content.decode()

    for task in buddy.tasks.all():
        assert task.name in page
        assert task.steps_in in page
    rows = (*answer.context["leaflet"].core, *answer.context["leaflet"].free_room)
    codes = {"after_consulting": Task.Who.AFTER_CONSULTING}
    assert {row.task: codes.get(row.who, row.who) for row in rows} == {
        task.name: task.who for task in buddy.tasks.all()
    }
    for sentence in (*buddy.not_done, *buddy.mandate, *buddy.evaluation_questions):
        assert sentence in page
    for contact in buddy.contactlines.all():
        assert contact.with_whom in page
    for line in buddy.relation_frame.splitlines():
        assert line in page
    for value in (buddy.value_volunteer, buddy.value_participant, buddy.value_professional):
        assert value in page


@pytest.mark.covers("S1-101")
@pytest.mark.parametrize("pattern", list(Pattern))
def test_the_page_says_in_words_what_the_pattern_means(
    cast: Cast, buddy: Programme, pattern: Pattern
) -> None:
    Programme.objects.filter(pk=buddy.pk).update(pattern=pattern)
    answer = cast.client("nele").get(cast.url(f"programmes/{buddy.pk}/"))

    with translation.override("nl"):
        said = [str(sentence) for _subject, sentence in consequences_of(pattern).rows()]
        shown = [str(sentence) for _subject, sentence in answer.context["leaflet"].consequences]
    assert shown == said
    assert answer.status_code == 200


def test_the_coordinator_sees_what_is_missing_and_others_do_not(
    cast: Cast, buddy: Programme
) -> None:
    shown = cast.client("amal").get(cast.url(f"programmes/{buddy.pk}/"))
    assert shown.context["missing"]
    for who in ("bea", "nele", "piet"):
        answer = cast.client(who).get(cast.url(f"programmes/{buddy.pk}/"))
        assert answer.context["missing"] == []
        assert "/change/" not in answer.content.decode()


@pytest.mark.covers("S1-46", "S1-54", "S1-57", "S1-83", "S4-20")
def test_what_is_not_volunteering_is_called_by_its_name_and_counted_apart(
    cast: Cast, buddy: Programme
) -> None:
    EngagementFactory(organisation=cast.here, programme=buddy)
    EngagementFactory(organisation=cast.here, programme=buddy, kind=Kind.GUIDED)
    EngagementFactory(organisation=cast.here, programme=buddy, kind=Kind.COMMUNITY_SERVICE)

    for who in ("amal", "nele"):
        answer = cast.client(who).get(cast.url(f"programmes/{buddy.pk}/"))
        lines = [str(line) for _name, _called, line, _url in answer.context["people"]]
        assert len([line for line in lines if line]) == 2
        numbers = {str(row.label): row.number for row in answer.context["counts"]}
        assert sorted(numbers.values()) == [1, 1, 1]
        for label in numbers:
            assert label in answer.content.decode()


def test_volunteers_do_not_see_who_else_takes_part(cast: Cast, buddy: Programme) -> None:
    somebody = PersonFactory(organisation=cast.here, given_name="Onzichtbaar")
    EngagementFactory(organisation=cast.here, programme=buddy, person=somebody)
    for who in ("bea", "piet"):
        assert "Onzichtbaar" not in text(cast, who, f"programmes/{buddy.pk}/")
    assert "Onzichtbaar" in text(cast, "nele", f"programmes/{buddy.pk}/")


@pytest.mark.parametrize("path", ["", "sheet/", "sheet.pdf"])
def test_a_draft_and_a_stranger_get_the_same_404(cast: Cast, buddy: Programme, path: str) -> None:
    Programme.objects.filter(pk=buddy.pk).update(status=Programme.Status.DRAFT)
    address = cast.url(f"programmes/{buddy.pk}/{path}")
    assert cast.client("amal").get(address).status_code == 200
    for who in ("bea", "nele", "piet", "chris"):
        assert cast.client(who).get(address).status_code == 404


def test_another_organisation_does_not_reach_it_through_its_own_address(
    cast: Cast, buddy: Programme
) -> None:
    chris = cast.client("chris")
    for path in ("", "sheet/", "sheet.pdf", "change/about/", "lines/tasks/", "change/weights/"):
        address = f"/o/{cast.elsewhere.slug}/programmes/{buddy.pk}/{path}"
        assert chris.get(address).status_code == 404, path


def test_the_list_shows_running_programmes_and_tells_a_newcomer_what_to_do(cast: Cast) -> None:
    assert "programmes/new/" in text(cast, "amal", "programmes/")
    assert "programmes/new/" not in text(cast, "bea", "programmes/")

    ProgrammeFactory(organisation=cast.here, name="Loopt al")
    ProgrammeFactory(organisation=cast.here, name="Nog niet", status="draft")

    page = text(cast, "bea", "programmes/")
    assert "Loopt al" in page
    assert "Nog niet" not in page
    assert "Nog niet" in text(cast, "amal", "programmes/")


def test_the_cost_of_the_pages_does_not_grow(cast: Cast, buddy: Programme) -> None:
    address = f"programmes/{buddy.pk}/"
    EngagementFactory(organisation=cast.here, programme=buddy)
    one = (
        queries_of(cast, "amal", "programmes/"),
        queries_of(cast, "amal", address),
        queries_of(cast, "amal", f"people/volunteers/{cast.bea.person_id}/"),
    )
    for _ in range(3):
        EngagementFactory(
            organisation=cast.here, programme=ProgrammeFactory(organisation=cast.here)
        )
        EngagementFactory(organisation=cast.here, programme=buddy)
    many = (
        queries_of(cast, "amal", "programmes/"),
        queries_of(cast, "amal", address),
        one[2],
    )
    assert one == many
    assert one[0] <= 8
    assert one[1] <= 16


@pytest.mark.covers("S1-278")
def test_a_new_programme_is_chosen_named_and_there(cast: Cast) -> None:
    amal = cast.client("amal")
    cards = amal.get(cast.url("programmes/new/")).content.decode()
    for preset in presets():
        assert f"programmes/new/{preset.slug}/" in cards
        assert preset.card.in_language("nl") in cards

    address = cast.url("programmes/new/palliative/")
    assert amal.get(address).status_code == 200
    answer = amal.post(address, {"name": "Nabij", "language": "nl", "is_draft": "on"})

    made = Programme.objects.get(name="Nabij")
    assert answer.status_code == 303
    assert answer["Location"].endswith(f"/programmes/{made.pk}/")
    assert (made.preset, made.status) == ("palliative", Programme.Status.DRAFT)

    assert amal.post(address, {"name": "Nabij", "language": "nl"}).status_code == 422
    assert amal.post(address, {"name": "", "language": "nl"}).status_code == 422
    assert amal.get(cast.url("programmes/new/nowhere/")).status_code == 404


@pytest.mark.parametrize("section", list(SECTIONS))
def test_a_section_that_is_sent_back_as_it_came_changes_nothing(
    cast: Cast, coordinator: Actor, buddy: Programme, section: str
) -> None:
    amal, address = cast.client("amal"), cast.url(f"programmes/{buddy.pk}/change/{section}/")
    assert amal.get(address).status_code == 200
    before = queries.get_programme(coordinator, buddy.pk)
    assert before is not None
    chosen = SECTIONS[section]
    form = SectionForm(actor=coordinator, section=chosen, initial=initial_of(before, chosen))
    sent = {bound.html_name: bound.value() or "" for bound in form}

    assert amal.post(address, sent).status_code == 303

    after = queries.get_programme(coordinator, buddy.pk)
    for name in chosen.fields:
        assert getattr(after, name) == getattr(before, name), name


def test_lists_are_written_as_lines_and_numbers_with_commas(cast: Cast, buddy: Programme) -> None:
    amal = cast.client("amal")
    limits = {
        "relation_frame": "",
        "not_done": " Niets. \n\nNooit. ",
        "mandate": "",
        "evaluation_questions": "",
    }
    assert amal.post(cast.url(f"programmes/{buddy.pk}/change/limits/"), limits).status_code == 303
    buddy.refresh_from_db()
    assert (buddy.not_done, buddy.mandate) == (["Niets.", "Nooit."], [])

    form = {
        "weight": 2,
        "max_matches": 2,
        "trial_weeks": 6,
        "milestone_months": "12; 3, 3 6",
        "early_check_weeks": "",
        "first_call_days": 7,
        "volunteer_contact_weeks": 7,
        "participant_contact_weeks": 13,
    }
    address = cast.url(f"programmes/{buddy.pk}/change/rhythm/")
    assert amal.post(address, form).status_code == 303
    buddy.refresh_from_db()
    assert (buddy.milestone_months, buddy.early_check_weeks) == ([3, 6, 12], [])
    assert amal.post(address, form | {"milestone_months": "drie"}).status_code == 422


def test_a_colleague_of_another_organisation_can_not_be_named(cast: Cast, buddy: Programme) -> None:
    address = cast.url(f"programmes/{buddy.pk}/change/support/")
    sent = {"form": "duo", "pattern": "peer", "coach": str(cast.chris.pk)}
    assert cast.client("amal").post(address, sent).status_code == 422
    sent["coach"] = str(cast.nele.pk)
    assert cast.client("amal").post(address, sent).status_code == 303
    buddy.refresh_from_db()
    assert buddy.coach_id == cast.nele.pk


def test_the_weights_of_a_match_are_changed_and_never_all_nothing(
    cast: Cast, buddy: Programme
) -> None:
    amal, address = cast.client("amal"), cast.url(f"programmes/{buddy.pk}/change/weights/")
    form = amal.get(address).context["form"]
    sent = dict.fromkeys(form.fields, 0)
    assert amal.post(address, sent).status_code == 422
    assert amal.post(address, sent | {"interests": 60, "nearness": 40}).status_code == 303
    buddy.refresh_from_db()
    assert {code: weight for code, weight in buddy.match_weights.items() if weight} == {
        "interests": 60,
        "nearness": 40,
    }


@pytest.mark.parametrize("kind", list(PART_PAGES))
def test_lines_are_shown_added_changed_moved_and_taken_away(
    cast: Cast, buddy: Programme, kind: str
) -> None:
    amal, where = cast.client("amal"), cast.url(f"programmes/{buddy.pk}/lines/{kind}/")
    rows = KINDS[kind]._default_manager.filter(programme=buddy)
    first, number = rows[0], rows.count()
    assert amal.get(where).status_code == 200
    assert amal.get(f"{where}new/").status_code == 200
    assert amal.get(f"{where}{first.pk}/").status_code == 200
    chosen = PART_PAGES[kind]
    form = PartForm(
        model=KINDS[kind],
        page=chosen,
        initial={name: getattr(first, name) for name in chosen.fields},
    )
    sent = {bound.html_name: bound.value() for bound in form if bound.value() not in (None, False)}

    assert amal.post(f"{where}{first.pk}/", sent).status_code == 303
    assert amal.post(f"{where}new/", sent).status_code == 303
    assert rows.count() == number + 1
    assert amal.post(f"{where}new/", {}).status_code == 422
    assert amal.post(f"{where}{first.pk}/move/", {"to": "down"}).status_code == 303
    assert rows.all()[1] == first
    assert amal.post(f"{where}{first.pk}/remove/").status_code == 303
    assert not rows.filter(pk=first.pk).exists()
    for path in ("", "move/", "remove/"):
        assert amal.post(f"{where}{first.pk}/{path}").status_code == 404


def test_a_section_or_line_that_does_not_exist_is_a_404(cast: Cast, buddy: Programme) -> None:
    amal = cast.client("amal")
    for path in ("change/nothing/", "lines/nothing/", f"lines/tasks/{NOBODY}/"):
        assert amal.get(cast.url(f"programmes/{buddy.pk}/{path}")).status_code == 404


@pytest.mark.covers("S1-184", "S1-145")
def test_the_sheet_prints_the_core_the_free_room_and_the_limits(
    cast: Cast, buddy: Programme
) -> None:
    page = text(cast, "bea", f"programmes/{buddy.pk}/sheet/")
    for task in buddy.tasks.all():
        assert task.name in page
    for sentence in buddy.not_done:
        assert sentence in page


def test_the_pdf_is_accessible_and_named_after_the_programme(cast: Cast, buddy: Programme) -> None:
    answer = cast.client("bea").get(cast.url(f"programmes/{buddy.pk}/sheet.pdf"))

    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    assert 'filename="buddywerking.pdf"' in answer["Content-Disposition"]
    assert answer.content.startswith(b"%PDF-")
    for mark in (b"/StructTreeRoot", b"/Lang", b"pdfuaid", b"Buddywerking"):
        assert mark in answer.content, mark


@pytest.mark.parametrize("preset", presets(), ids=[preset.slug for preset in presets()])
def test_every_preset_makes_a_pdf_in_its_language(coordinator: Actor, preset: object) -> None:
    made = services.create_programme(actor=coordinator, preset=preset, language="fr")  # type: ignore[arg-type]  # a Preset
    programme = queries.get_programme(coordinator, made.pk)
    assert programme is not None
    with translation.override("fr"):
        assert b"/Lang(fr)" in pdf.programme_pdf(programme, organisation="Maison")


@pytest.mark.covers("S1-145")
def test_the_pdf_holds_the_texts_as_they_were_typed(
    coordinator: Actor, buddy: Programme, tmp_path: Path
) -> None:
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("poppler is not on this machine")
    Task.objects.create(
        organisation=buddy.organisation,
        programme=buddy,
        name="#panic() *niet* $vet$",
        who=Task.Who.NEVER,
        steps_in="@coach",
    )
    programme = queries.get_programme(coordinator, buddy.pk)
    assert programme is not None
    made = tmp_path / "sheet.pdf"
    made.write_bytes(pdf.programme_pdf(programme, organisation="Huis #1"))

    said = " ".join(
        subprocess.run(
            [reader, str(made), "-"], capture_output=True, text=True, check=True
        ).stdout.split()
    )

    assert "#panic() *niet* $vet$" in said
    assert "Huis #1" in said
    for sentence in buddy.not_done:
        assert sentence in said


def test_a_programme_with_nothing_written_still_has_its_page_and_sheet(
    cast: Cast, coordinator: Actor
) -> None:
    bare = ProgrammeFactory(organisation=cast.here, purpose="")
    bare.tasks.all().delete()
    bare.contactlines.all().delete()
    Programme.objects.filter(pk=bare.pk).update(trial_weeks=0, milestone_months=[])
    for who in ("amal", "bea"):
        for path in ("", "sheet/", "sheet.pdf"):
            address = cast.url(f"programmes/{bare.pk}/{path}")
            assert cast.client(who).get(address).status_code == 200
    assert not Engagement.objects.exists()


@pytest.mark.covers("S1-113")
def test_volunteers_of_an_owner_programme_read_who_is_on_call_and_how_soon(
    cast: Cast, coordinator: Actor
) -> None:
    owned = services.create_programme(
        actor=coordinator, preset=preset_named("language_practice"), language="nl"
    )
    page = text(cast, "bea", f"programmes/{owned.pk}/")

    assert owned.on_call_term in page
    assert owned.stand_in in page
    for line in owned.oncalllines.all():
        assert line.when in page
        assert line.who in page
