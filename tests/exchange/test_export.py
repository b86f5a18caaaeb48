"""What goes out can come in again without a change."""

import contextlib
import json
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.utils.translation import override

from naast.companionship.models import MatchState, Visit
from naast.core.errors import NotAllowed
from naast.exchange.export import FORMATS, export
from naast.exchange.reading import read_bytes
from naast.organisations.actors import Actor
from naast.people.models import (
    ParticipantProfile,
    Person,
    PersonLanguage,
    PersonTopic,
    Topic,
    VolunteerProfile,
)
from tests.conftest import Cast
from tests.exchange.conftest import first_sheet
from tests.factories import (
    MatchFactory,
    ParticipantFactory,
    PersonFactory,
    ProgrammeFactory,
    VisitFactory,
    VolunteerFactory,
)

TRICKY = "=HYPERLINK(1)"


def fill(cast: Cast) -> None:
    """People with everything that could go wrong on the way."""
    here = cast.here
    person: Any = PersonFactory(
        organisation=here, given_name="'t Hart", family_name="van der Één, jr", birth_on=date(1958, 7, 3),
        gender="woman", email="hart@voorbeeld.example", phone="+32475123456", street="@straat 5",
        postcode="9000", place="Gent", weekly=0b101_000_000_010_001, prefers_paper=True, external_id="007",
    )  # fmt: skip
    VolunteerFactory(
        organisation=here, person=person, status=VolunteerProfile.Status.PAUSED, motives=f"{TRICKY}\n- twee; \"drie\"",
        strengths="+32 is geen getal", own_limits="-rustig aan", max_matches=2, smokes=False, accepts_pets=True,
        since_on=date(2020, 2, 29),
    )  # fmt: skip
    for code, level in (("nl", 3), ("ber", 1), ("vgt", 2), ("zh", 2)):
        PersonLanguage.objects.create(organisation=here, person=person, language=code, level=level)
    for kind, stance, name in (
        (Topic.Kind.INTEREST, PersonTopic.Stance.LIKES, "lezen en schrijven"),
        (Topic.Kind.COMPETENCE, PersonTopic.Stance.CAN, "koken"),
        (Topic.Kind.COMPETENCE, PersonTopic.Stance.CAN, "fietsen/wandelen"),
    ):
        topic = Topic.objects.create(organisation=here, kind=kind, name=name)
        PersonTopic.objects.create(organisation=here, person=person, topic=topic, stance=stance)
    other = PersonFactory(
        organisation=here,
        given_name="Fatima",
        family_name="El Amrani",
        phone="+31612345678",
        gender="other",
    )
    ParticipantFactory(
        organisation=here, person=other, background="= geheim", network="zus; broer", trusted_name="Ali",
        trusted_phone="+3292251234", home_pets=["cat", "other"], home_has_smoker=True,
    )  # fmt: skip
    programme = ProgrammeFactory(organisation=here, name="Buddy & co")
    match = MatchFactory(
        organisation=here, programme=programme, request=None, volunteer=person, participant=other,
        agreed_volunteer="samen koken", rhythm=2,
    )  # fmt: skip
    MatchFactory(
        organisation=here, programme=programme, request=None, volunteer=person, participant_id=cast.piet.person_id,
        participant=None, state=MatchState.ENDED, started_on=date(2024, 1, 1), ended_on=date(2024, 9, 1),
    )  # fmt: skip
    VisitFactory(
        match=match, visited_on=date(2026, 3, 2), minutes=90, mood="good", pass_on="@ thuis"
    )
    VisitFactory(match=match, visited_on=date(2026, 3, 2), minutes=30, mode=Visit.Mode.PHONE)
    VisitFactory(match=match, visited_on=date(2026, 3, 9), minutes=None)
    VolunteerFactory(organisation=cast.elsewhere, person__email="verklikker@voorbeeld.example")


def out(cast: Cast, kind: str, form: str) -> bytes:
    return b"".join(export(cast.actor("amal"), kind, form))


def back(path: Path, kind: str) -> dict[str, Any]:
    answer = StringIO()
    with contextlib.suppress(SystemExit):
        call_command(
            "import", str(path), "--organisation", "hier", "--kind", kind, "--json", stdout=answer
        )
    found: dict[str, Any] = json.loads(answer.getvalue())
    return found


@pytest.mark.covers("S4-25")
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("kind", ["volunteers", "participants", "matches", "visits"])
def test_what_goes_out_comes_in_again_without_a_change(
    cast: Cast, tmp_path: Path, kind: str, form: str, language: str
) -> None:
    fill(cast)
    path = tmp_path / f"lijst.{form}"
    with override(language):
        path.write_bytes(out(cast, kind, form))

    answer = back(path, kind)

    assert answer["problems"] == []
    assert answer["unmapped"] == []
    assert answer["duplicates"] == []
    assert (answer["created"], answer["updated"]) == (0, 0)
    assert answer["unchanged"] == answer["rows"] > 0


def test_nobody_of_another_organisation_goes_out(cast: Cast) -> None:
    fill(cast)
    assert b"verklikker" not in out(cast, "volunteers", "json")


def test_cells_that_look_like_formulas_stay_text_on_the_way_out(cast: Cast) -> None:
    fill(cast)
    sheet = first_sheet(out(cast, "volunteers", "xlsx"))
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row]

    assert not [cell for cell in cells if cell.data_type == "f"]
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in cells)
    csv = out(cast, "volunteers", "csv").decode("utf-8-sig")
    assert "'=HYPERLINK" in csv
    assert "'@straat" in csv
    assert ",=HYPERLINK" not in csv.replace('"', "")
    read = read_bytes(csv.encode(), "lijst.csv").sheets[0]
    assert any(str(cell).startswith("=HYPERLINK") for row in read.rows for cell in row)


def test_only_a_coordinator_takes_lists_out(volunteer: Actor, professional: Actor) -> None:
    for actor in (volunteer, professional):
        with pytest.raises(NotAllowed):
            export(actor, "volunteers", "csv")


def test_the_number_of_queries_does_not_grow_with_the_list(
    cast: Cast, django_assert_num_queries: Any
) -> None:
    for extra in (1, 3):
        VolunteerFactory.create_batch(extra, organisation=cast.here)
        with django_assert_num_queries(7):
            out(cast, "volunteers", "csv")


@pytest.mark.parametrize("form", FORMATS)
def test_the_command_writes_the_list_to_a_file(cast: Cast, tmp_path: Path, form: str) -> None:
    fill(cast)
    path = tmp_path / f"uit.{form}"
    call_command(
        "export",
        "--organisation",
        "hier",
        "--kind",
        "volunteers",
        "--format",
        form,
        "--output",
        str(path),
    )

    assert read_bytes(path.read_bytes(), path.name).sheets[0].width > 10
    assert Person.objects.filter(organisation=cast.here).exists()
    assert ParticipantProfile.objects.exists()


def test_the_command_refuses_what_it_does_not_know_with_one_sentence(cast: Cast) -> None:
    err = StringIO()
    with pytest.raises(SystemExit) as stop:
        call_command(
            "export",
            "--organisation",
            "hier",
            "--kind",
            "volunteers",
            "--format",
            "pdf",
            stderr=err,
        )
    assert stop.value.code == 2
    assert len(err.getvalue().strip().splitlines()) == 1
