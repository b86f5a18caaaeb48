"""Who brings lists in and takes them out: line by line."""

import pytest

from naast.core.errors import NotAllowed
from naast.exchange import policies
from naast.exchange.models import ImportJob
from tests.conftest import Cast


def test_only_coordinators_of_the_house_know_of_a_list_and_touch_it(cast: Cast) -> None:
    job = ImportJob.objects.create(organisation=cast.here)
    amal = cast.actor("amal")
    assert policies.visible_to(amal).get() == job
    assert policies.can_exchange(amal)
    assert policies.can_touch(amal, job)
    for name in ("bea", "nele", "piet"):
        assert not policies.visible_to(cast.actor(name)).exists()
        assert not policies.can_exchange(cast.actor(name))
        with pytest.raises(NotAllowed):
            policies.can_touch(cast.actor(name), job)
    assert not policies.visible_to(cast.actor("chris")).exists()
    assert not policies.can_touch(cast.actor("chris"), job)
