"""Whatever stands in a sheet, a plan comes out: rows counted once, problems with a place and a sentence."""

from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from naast.exchange.errors import UnusableList
from naast.exchange.headings import understand_sheet
from naast.exchange.listing import List, make_plan, unmapped
from naast.exchange.reading import Sheet
from naast.exchange.report import leftovers, make_report
from naast.exchange.services import load_now
from naast.exchange.vocabulary import KINDS, fields_of
from naast.organisations.actors import Actor
from tests.factories import OrganisationFactory, ProgrammeFactory

CELLS = st.one_of(
    st.just(""),
    st.text(max_size=12),
    st.sampled_from(["Jan Maes", "jan@x.example", "0475123456", "3/7/58", "NL, Frans", "ja", "9000 Gent", "weekend", "=1+1", "x" * 400]),
    st.integers(-(10**12), 10**12),
    st.floats(),
    st.booleans(),
    st.dates(date(1, 1, 1)),
    st.datetimes(datetime(1900, 1, 1)),
    st.just(time(1, 30)),
    st.just(timedelta(days=3)),
)  # fmt: skip


class AnySheet(TestCase):
    """The law of the import."""

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.sampled_from(KINDS), st.data())
    def test_a_plan_comes_out_and_can_be_loaded(self, kind: str, draw: Any) -> None:
        fields = draw.draw(
            st.lists(
                st.sampled_from(fields_of(kind)),
                min_size=1,
                max_size=9,
                unique_by=lambda field: field.code,
            )
        )
        rows = draw.draw(st.lists(st.lists(CELLS, max_size=len(fields) + 1), max_size=6))
        organisation: Any = OrganisationFactory()
        ProgrammeFactory(organisation=organisation)
        actor = Actor.system(organisation, reason="test")
        sheet = Sheet("Blad", [[field.nl for field in fields], *rows])
        understanding = understand_sheet(
            sheet, kind, country="BE", today=date(2026, 11, 21), heading_row=1
        )
        listed = List(actor, kind, sheet, understanding)
        try:
            plan = make_plan(listed)
        except UnusableList:
            return

        assert len(plan.planned) <= len(rows)
        assert sum(plan.counts().values()) == len(plan.planned)
        for planned in plan.left_out():
            assert planned.row.problems
            assert all(
                problem.row == planned.row.number and problem.message
                for problem in planned.row.problems
            )
        assert make_report(listed, plan)["counts"]["rows"] == len(plan.planned)
        assert bool(leftovers(listed, plan)) == bool(plan.left_out())
        assert all(not column.field for column in unmapped(listed))
        job = load_now(actor=actor, listed=listed, rule="good_rows", plan=plan, name="l")
        assert job.created == plan.counts()["created"]
        if kind in {"volunteers", "participants"} and not plan.left_out():
            again = make_plan(listed).counts()
            assert again["created"] == again["updated"] == 0
