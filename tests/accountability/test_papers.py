"""The register, the impact assessment and the firms: what the software knows, and what the house adds."""

from datetime import timedelta
from io import BytesIO

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from naast.accountability import attention, texts
from naast.accountability.inputs import ActivityWords, ProcessorWords
from naast.accountability.models import Activity, Assessment, Processor
from naast.accountability.policies import papers as policies
from naast.accountability.queries import assessments, processors, register
from naast.accountability.services import papers as services
from naast.accountability.states import AssessmentState, Basis
from naast.core import clock
from naast.core.errors import Incomplete, NotAllowed, StateConflict
from naast.core.personal_data import places
from naast.organisations.models import Function, Organisation
from tests.accounting import firm
from tests.conftest import Cast
from tests.factories import actor_of, member
from tests.pdf_checks import problems_of, words_of


def kinds(cast: Cast) -> set[str]:
    return {item.kind for item in attention.items(cast.actor("amal"), now=clock.now())}


def older(cast: Cast) -> None:
    """The house exists for two years."""
    long_ago = clock.now() - timedelta(days=800)
    Organisation.objects.filter(pk=cast.here.pk).update(created_at=long_ago)


def answered(cast: Cast) -> Assessment:
    actor = cast.actor("amal")
    made = services.begin_assessment(actor=actor)
    answers = {each.code: f"Ons antwoord over {each.code}." for each in texts.questions()}
    return services.answer_assessment(actor=actor, assessment_id=made.pk, answers=answers)


def test_every_room_with_personal_data_stands_in_one_kind_of_processing() -> None:
    rooms = [room for each in texts.activities() for room in each.rooms]
    assert len(rooms) == len(set(rooms))
    assert {place.model.split(".")[0] for place in places()} <= set(rooms)


def test_the_register_names_what_the_rooms_registered_with_terms_and_grounds(cast: Cast) -> None:
    shown = register.register_of(cast.actor("amal"))
    titles = {kept.title for line in shown.lines for kept in line.data}
    assert {str(place.title) for place in places()} == titles
    by_code = {line.code: line for line in shown.lines}
    assert by_code["people"].rule is not None
    assert by_code["people"].basis == str(Basis.INTEREST.label)
    # Grounds that are only remembered are not printed as law.
    assert [by_code[code].rule for code in ("together", "signals", "complaints")] == [None] * 3
    assert any(line.terms for line in shown.lines)
    assert shown.duty is not None


def test_the_house_writes_its_own_words_and_its_own_lines(cast: Cast) -> None:
    actor = cast.actor("amal")
    services.write_activity(
        actor=actor, code="signals", words=ActivityWords(basis="public", basis_words="Zorgdecreet.")
    )
    services.keep_own_activity(
        actor=actor, words=ActivityWords(title="Nieuwsbrief", purpose="Vertellen wat er leeft.")
    )
    shown = register.register_of(actor)
    signals = next(line for line in shown.lines if line.code == "signals")
    assert (signals.basis, signals.basis_words) == (str(Basis.PUBLIC.label), "Zorgdecreet.")
    assert signals.purpose
    assert shown.lines[-1].title == "Nieuwsbrief"
    assert "Nieuwsbrief" not in str(register.register_of(cast.actor("chris")).lines)


def test_a_line_of_the_house_has_a_name_and_a_purpose_and_can_go_again(cast: Cast) -> None:
    actor = cast.actor("amal")
    with pytest.raises(Incomplete) as missing:
        services.keep_own_activity(actor=actor, words=ActivityWords(basis="consent"))
    assert set(missing.value.fields) == {"title", "purpose"}
    own = services.keep_own_activity(
        actor=actor, words=ActivityWords(title="Camera", purpose="Veilig aan de deur.")
    )
    with pytest.raises(Activity.DoesNotExist):
        services.drop_own_activity(actor=cast.actor("chris"), activity_id=own.pk)
    services.drop_own_activity(actor=actor, activity_id=own.pk)
    assert not Activity.objects.exists()


def test_the_register_goes_out_on_accessible_paper_and_in_a_spreadsheet(cast: Cast) -> None:
    actor, amal = cast.actor("amal"), cast.client("amal")
    words = ActivityWords(title="=SOM(A1)", purpose="Vertellen wat er leeft.")
    services.keep_own_activity(actor=actor, words=words)
    paper = amal.get(cast.url("privacy/shown/register/register.pdf")).content
    assert problems_of(paper) == []
    assert "Vertellen wat er leeft." in words_of(paper)
    sheet = load_workbook(
        BytesIO(amal.get(cast.url("privacy/shown/register/register.xlsx")).content)
    )
    rows = list(sheet.worksheets[0].iter_rows(values_only=True))
    assert len(rows) == 1 + len(texts.activities()) + 1
    assert sheet.worksheets[0].cell(row=len(rows), column=1).data_type == "s"


def test_the_register_costs_the_same_with_one_and_with_three_own_lines(cast: Cast) -> None:
    amal, costs = cast.client("amal"), []
    for count in (1, 3):
        while Activity.objects.count() < count:
            services.keep_own_activity(
                actor=cast.actor("amal"), words=ActivityWords(title="Iets", purpose="Daarom.")
            )
        with CaptureQueriesContext(connection) as made:
            amal.get(cast.url("privacy/shown/register/"))
        costs.append(len(made))
    assert costs[0] == costs[1] <= 12


@pytest.mark.parametrize("name", ["bea", "piet", "nele"])
def test_others_read_none_of_it_and_change_nothing(cast: Cast, name: str) -> None:
    actor = cast.actor(name)
    firm(cast)
    answered(cast)
    services.write_activity(actor=cast.actor("amal"), code="people", words=ActivityWords())
    assert not policies.processors_visible_to(actor).exists()
    assert not policies.assessments_visible_to(actor).exists()
    assert not policies.activities_visible_to(actor).exists()
    assert not policies.choices_visible_to(actor).exists()
    assert not policies.clean_ups_visible_to(actor).exists()
    with pytest.raises(NotAllowed):
        services.begin_assessment(actor=actor)


def test_the_board_reads_and_changes_nothing(cast: Cast) -> None:
    board = actor_of(member(cast.here, Function.BOARD, name="Wim Raad"))
    firm(cast)
    assert policies.processors_visible_to(board).exists()
    with pytest.raises(NotAllowed):
        services.keep_processor(actor=board, words=ProcessorWords("Een", "iets", "ergens"))


def test_an_assessment_is_signed_when_every_question_has_an_answer_and_keeps_its_facts(
    cast: Cast,
) -> None:
    actor = cast.actor("amal")
    made = services.begin_assessment(actor=actor)
    assert services.begin_assessment(actor=actor) == made
    with pytest.raises(Incomplete):
        services.sign_assessment(actor=actor, assessment_id=made.pk)
    made = answered(cast)

    signed = services.sign_assessment(actor=actor, assessment_id=made.pk)

    assert (signed.state, signed.signed_by, signed.signed_on, signed.number) == (
        AssessmentState.SIGNED,
        cast.amal,
        clock.today(),
        1,
    )
    assert signed.facts
    with pytest.raises(StateConflict):
        services.answer_assessment(actor=actor, assessment_id=made.pk, answers={})
    again = services.begin_assessment(actor=actor)
    assert (again.number, again.answers) == (2, signed.answers)


def test_what_the_software_knows_names_columns_terms_and_who_can_open_what(cast: Cast) -> None:
    facts = dict(assessments.facts(cast.actor("amal")))
    words = " ".join(line for lines in facts.values() for line in lines)
    assert str(len(register.encrypted_columns())) in words
    assert str(Function.SAFEGUARDING.label) in words
    readers = next(line for lines in facts.values() for line in lines if ": " in line and str(Function.COORDINATOR.label) in line)  # fmt: skip
    assert str(Function.ADMINISTRATOR.label) not in readers


def test_a_year_later_it_is_asked_again(cast: Cast) -> None:
    older(cast)
    assert "assessment-again" in kinds(cast)
    services.sign_assessment(actor=cast.actor("amal"), assessment_id=answered(cast).pk)
    assert "assessment-again" not in kinds(cast)
    with time_machine.travel(clock.now() + timedelta(days=366)):
        assert "assessment-again" in kinds(cast)


def test_an_assessment_on_paper_is_accessible_and_says_who_signed(cast: Cast) -> None:
    made = answered(cast)
    services.sign_assessment(actor=cast.actor("amal"), assessment_id=made.pk)
    address = cast.url(f"privacy/shown/assessment/{made.pk}/assessment.pdf")
    paper = cast.client("amal").get(address).content
    assert problems_of(paper) == []
    assert "Amal Coördineert" in words_of(paper)
    assert "Ons antwoord over why." in words_of(paper)


def test_a_firm_is_looked_at_again_after_a_year(cast: Cast) -> None:
    made = firm(cast)
    assert "processor-again" not in kinds(cast)
    Processor.objects.update(looked_on=clock.today() - timedelta(days=366))
    assert processors.to_look_at(cast.actor("amal")).get() == made
    assert "processor-again" in kinds(cast)
    services.look_at_processor(actor=cast.actor("amal"), processor_id=made.pk)
    assert "processor-again" not in kinds(cast)


def test_with_a_firm_go_those_it_called_in(cast: Cast) -> None:
    actor, first = cast.actor("amal"), firm(cast)
    below = services.keep_processor(
        actor=actor,
        words=ProcessorWords("Schijvenhuis", "Back-ups.", "Ierland"),
        through_id=first.pk,
    )
    with pytest.raises(Processor.DoesNotExist):
        services.keep_processor(
            actor=actor, words=ProcessorWords("Nog een", "x", "y"), through_id=below.pk
        )
    assert [[each.name for each in row.sub_processors.all()] for row in processors.listed(actor)] == [["Schijvenhuis"]]  # fmt: skip
    services.end_processor(actor=actor, processor_id=first.pk)
    below.refresh_from_db()
    assert below.ended_on == clock.today()
    assert not processors.listed(actor).exists()


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_the_agreement_has_the_eight_points_the_names_and_the_firms_called_in(
    cast: Cast, language: str
) -> None:
    made = firm(cast)
    services.keep_processor(
        actor=cast.actor("amal"),
        words=ProcessorWords("Schijvenhuis", "Back-ups.", "Ierland"),
        through_id=made.pk,
    )
    address = cast.url(f"privacy/shown/firms/{made.pk}/agreement/{language}.pdf")
    paper = cast.client("amal").get(address).content
    words = words_of(paper)
    assert problems_of(paper) == []
    for expected in (
        cast.here.name,
        "Wolkenbewaarders",
        "Schijvenhuis",
        *(f"{letter}. " for letter in "abcdefgh"),
    ):
        assert expected in words
    assert "{" not in words
    assert (
        cast.client("amal").get(cast.url("privacy/shown/firms/agreement/xx.pdf")).status_code == 404
    )


def test_every_text_of_the_room_stands_in_three_languages() -> None:
    for name in ("assessment", "activities", "agreement"):
        found = texts._file(name)
        rows = [row for rows in found.values() if isinstance(rows, list) for row in rows]
        sentences = [each for row in rows for each in row.values() if isinstance(each, dict)]
        assert sentences
        assert all(set(each) == {"nl", "fr", "en"} and all(each.values()) for each in sentences)
    assert set(texts._file("breach_letter")) == {"nl", "fr", "en"}
