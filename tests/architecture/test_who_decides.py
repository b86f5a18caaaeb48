"""Volunteers decide about themselves, and never about what somebody gets (S2-21)."""

import pytest

from naast.companionship.policies import matches as match_policies
from naast.companionship.policies import requests as request_policies
from naast.organisations.actors import Actor
from naast.people import policies as people_policies
from naast.people.models import Person
from naast.programmes import policies as programme_policies
from tests.architecture.access_table import TABLE
from tests.conftest import Cast
from tests.factories import MatchFactory, RequestFactory

# What a volunteer may send beside their own pages («mine/»): a word about themselves, or about what they do.
OWN_WORDS = frozenset(
    {
        "people/me/<slug:section>/",
        "people/<uuid:person_id>/what-helps/",
        "matches/<uuid:match_id>/answer/",
        "my-matches/<uuid:match_id>/rhythm/yes/",
        "quiet/<uuid:question_id>/",
        "visits/i-was-there/",
        "visits/i-cannot-come/",
        "visits/<uuid:visit_id>/edit/",
        "ask/<slug:kind>/",
        "calls/<uuid:call_back_id>/",
        "cards/read/",
        "my-other-role/",
        "my-asks/<uuid:campaign_id>/new/",
        "my-asks/people/<uuid:lead_id>/",
        "my-asks/people/<uuid:lead_id>/forget/",
        "short-jobs/<uuid:short_job_id>/take/",
        "short-jobs/<uuid:short_job_id>/leave/",
        "alongside/support/actions/<uuid:action_id>/done/",
        "noticeboard/new/",
        "noticeboard/<uuid:post_id>/<slug:step>/",
        "together/<uuid:gathering_id>/<slug:step>/",
    }
)


def test_beside_their_own_pages_volunteers_send_words_about_themselves_alone() -> None:
    sends = {
        route
        for route, doors in TABLE.items()
        if doors.post is not None
        and "volunteer" in doors.post
        and not route.startswith("mine/")
        and "/mine/" not in route
    }
    assert sends <= OWN_WORDS


@pytest.mark.covers("S2-21")
def test_a_volunteer_decides_nothing_about_what_somebody_gets(cast: Cast, volunteer: Actor) -> None:
    bea, piet = (Person.objects.get(pk=cast.person_id(name)) for name in ("bea", "piet"))
    wish = RequestFactory(organisation=cast.here, participant=piet)
    match = MatchFactory(organisation=cast.here, participant=piet, volunteer=bea, request=wish)
    decides = (
        request_policies.can_ask(volunteer, piet, wish.programme),
        request_policies.can_change(volunteer, wish),
        request_policies.can_search(volunteer, wish),
        request_policies.can_reopen(volunteer, wish),
        request_policies.can_support_meanwhile(volunteer, wish),
        match_policies.can_arrange(volunteer, match),
        match_policies.can_take(volunteer, match, "end"),
        programme_policies.can_change(volunteer, wish.programme),
        programme_policies.can_engage(volunteer, bea, wish.programme),
        people_policies.can_edit(volunteer, piet),
        people_policies.can_write_note(volunteer, piet),
        people_policies.can_read_file(volunteer, piet),
    )
    assert not any(decides)
    assert all(str(each.reason) for each in decides)
