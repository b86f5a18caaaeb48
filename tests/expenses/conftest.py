"""The law of costs is dated: these tests live on one day of a year whose figures are known."""

import pytest
from time_machine import TimeMachineFixture

from tests.costing import TODAY


@pytest.fixture(autouse=True)
def a_day_of_the_law(time_machine: TimeMachineFixture) -> None:
    """From that day on time goes by as always."""
    time_machine.move_to(TODAY)
