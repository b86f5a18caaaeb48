"""The team of a programme: terms, a staffing line without volunteers, and ideas."""

from datetime import time, timedelta

import pytest

from naast.core import clock
from naast.core.errors import DomainError, NotAllowed, StateConflict
from naast.division.errors import WordsMissing
from naast.division.models import ExtraHand, Idea, StaffingLine, Terms
from naast.division.queries import programmes as queries
from naast.division.queries.terms import terms_of
from naast.division.services import programmes as services
from naast.division.services.programmes import DayInput, LineInput, TermsInput
from naast.division.texts import usual_contacts
from naast.organisations.actors import Actor
from tests.conftest import Cast
from tests.dividing import IdeaFactory, StaffingLineFactory, match_of
from tests.factories import ProgrammeFactory, VolunteerFactory


def test_a_programme_without_terms_has_the_usual_ones(cast: Cast) -> None:
    found = terms_of(match_of(cast).programme_id, language="fr")
    assert (found.review_months, found.hours, found.contacts) == (6, None, usual_contacts("fr"))


def test_a_coordinator_chooses_the_terms(cast: Cast, coordinator: Actor) -> None:
    programme = match_of(cast).programme
    given = TermsInput(4, "Doe wat past.", (4, 0), time(9), time(17), ["De dokter"])
    services.choose_terms(actor=coordinator, programme_id=programme.pk, terms=given)
    found = terms_of(programme.pk, language="nl")
    assert (found.review_months, found.guideline, found.contacts) == (
        4,
        "Doe wat past.",
        ("De dokter",),
    )
    assert found.hours is not None
    assert found.hours.days == (0, 4)
    with pytest.raises(DomainError):
        services.choose_terms(
            actor=coordinator,
            programme_id=programme.pk,
            terms=TermsInput(4, reach_from=time(9)),
        )
    with pytest.raises(NotAllowed):
        services.choose_terms(actor=cast.actor("nele"), programme_id=programme.pk, terms=given)
    assert Terms.objects.count() == 1


def test_a_volunteer_is_listed_and_never_counted(cast: Cast, coordinator: Actor) -> None:
    match = match_of(cast)
    line = StaffingLineFactory(programme=match.programme, needed=2)
    filled = DayInput(1, "De wandeling", (match.volunteer_id,))
    services.fill_day(actor=coordinator, line_id=line.pk, day=clock.today(), filled=filled)
    (moment,) = queries.week_of(match.programme, day=clock.today())
    assert moment.staffing is not None
    assert (moment.staffing.extra, moment.staffing.counted, moment.staffing.short) == (1, 1, 1)
    # Filled in again without her.
    services.fill_day(actor=coordinator, line_id=line.pk, day=clock.today(), filled=DayInput(2))
    assert not ExtraHand.objects.exists()


def test_a_staffing_line_takes_no_nonsense(cast: Cast, coordinator: Actor) -> None:
    programme = match_of(cast).programme
    services.add_line(
        actor=coordinator, programme_id=programme.pk, line=LineInput(0, "1morning", 2)
    )
    line = services.add_line(
        actor=coordinator, programme_id=programme.pk, line=LineInput(0, "1morning", 3)
    )
    assert StaffingLine.objects.get().needed == 3
    with pytest.raises(DomainError):
        services.add_line(
            actor=coordinator, programme_id=programme.pk, line=LineInput(0, "1morning", 0)
        )
    monday = clock.today() - timedelta(days=clock.today().weekday())
    stranger = VolunteerFactory(organisation=cast.here).person
    for day, filled in (
        (monday + timedelta(days=1), DayInput(1)),
        (monday, DayInput(1, extra=(stranger.pk,))),
    ):
        with pytest.raises(DomainError):
            services.fill_day(actor=coordinator, line_id=line.pk, day=day, filled=filled)
    with pytest.raises(NotAllowed):
        services.fill_day(actor=cast.actor("nele"), line_id=line.pk, day=monday, filled=DayInput(1))
    with pytest.raises(StaffingLine.DoesNotExist):
        services.remove_line(actor=cast.actor("chris"), line_id=line.pk)
    services.remove_line(actor=coordinator, line_id=line.pk)
    assert not StaffingLine.objects.exists()


@pytest.mark.covers("S1-220")
@pytest.mark.parametrize("name", ["bea", "nele", "amal"])
def test_whoever_works_there_adds_an_idea_and_reads_the_answer(cast: Cast, name: str) -> None:
    programme = match_of(cast).programme
    actor = cast.actor(name)
    idea = services.add_idea(actor=actor, programme_id=programme.pk, text="De krant lezen")
    services.answer_idea(actor=cast.actor("amal"), idea_id=idea.pk, answer="Graag!")
    assert queries.ideas_of(actor, programme).get().answer == "Graag!"


def test_who_does_not_work_there_has_no_box(cast: Cast, volunteer: Actor) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    with pytest.raises(NotAllowed):
        services.add_idea(actor=volunteer, programme_id=programme.pk, text="Iets")
    idea = IdeaFactory(programme=programme)
    assert queries.get_idea(volunteer, idea.pk) is None
    assert queries.get_idea(cast.actor("chris"), idea.pk) is None


def test_an_idea_is_answered_once_and_by_a_coordinator(cast: Cast, coordinator: Actor) -> None:
    match = match_of(cast)
    idea: Idea = IdeaFactory(programme=match.programme)
    with pytest.raises(NotAllowed):
        services.answer_idea(actor=cast.actor("bea"), idea_id=idea.pk, answer="Ja")
    for words, error in (("", WordsMissing), ("Ja", None), ("Nee", StateConflict)):
        if error is None:
            services.answer_idea(actor=coordinator, idea_id=idea.pk, answer=words)
            continue
        with pytest.raises(error):
            services.answer_idea(actor=coordinator, idea_id=idea.pk, answer=words)
