"""A candidate on the way, for the tests of the path."""

from datetime import timedelta
from typing import Any

from naast.core import clock
from naast.programmes.models import PathStage, Programme, StageKind
from naast.recruitment.models import Application, Passage
from tests.conftest import Cast
from tests.factories import ProgrammeFactory
from tests.recruiting import ApplicationFactory


def programme_with(cast: Cast, *kinds: StageKind, **fields: Any) -> Programme:
    """A programme whose path has these stages between the application and the start."""
    fields = {"coordinator": cast.amal, **fields}
    programme: Programme = ProgrammeFactory(organisation=cast.here, **fields)
    for place, kind in enumerate(kinds):
        PathStage.objects.create(
            organisation=cast.here,
            programme=programme,
            kind=kind,
            position=place,
            least_days=3 if kind == StageKind.THINKING else 0,
            most_days=14,
        )
    return programme


def candidate(cast: Cast, programme: Programme | None = None, **fields: Any) -> Application:
    """Somebody on the way with Amal; `days_ago` is when they came and were last heard of."""
    came_on = clock.today() - timedelta(days=fields.pop("days_ago", 0))
    fields = {
        "organisation": cast.here,
        "programme": programme or programme_with(cast),
        "coordinator": cast.amal,
        "came_on": came_on,
        **fields,
    }
    application: Application = ApplicationFactory(**fields)
    return application


def passed(application: Application, *kinds: StageKind) -> None:
    """These stages lie behind this candidate."""
    for kind in kinds:
        Passage.objects.create(
            organisation_id=application.organisation_id,
            journey=application.journey,
            kind=kind,
            entered_on=application.came_on,
            left_on=application.came_on,
        )
