"""From a user and an address to an actor."""

from datetime import date

import pytest
from django.db import IntegrityError

from naast.companionship.models import Match
from naast.core.errors import DomainError, NotAllowed
from naast.organisations import queries, services
from naast.organisations.models import Absence, Function
from tests.conftest import Cast
from tests.factories import MatchFactory, ProgrammeFactory, VolunteerFactory, actor_of, member


def test_a_member_of_another_organisation_is_nobody_here(cast: Cast) -> None:
    assert queries.membership_of(cast.chris.user, "hier") is None


def test_one_person_can_have_functions_in_two_organisations(cast: Cast) -> None:
    services.add_member(
        actor=cast.actor("chris"), user=cast.amal.user, functions=frozenset({Function.VOLUNTEER})
    )

    homes = queries.homes_of(cast.amal.user_id)

    assert {(home.slug, *home.functions) for home in homes} == {
        ("hier", "coordinator"),
        ("elders", "volunteer"),
    }


def test_a_volunteer_gives_nobody_a_function(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        services.add_member(
            actor=cast.actor("bea"), user=cast.bea.user, functions=frozenset({Function.COORDINATOR})
        )


@pytest.mark.covers("S2-34")
def test_the_deputy_of_an_absent_deputy_looks_after_everybody(cast: Cast) -> None:
    lies = member(cast.here, Function.COORDINATOR, name="Lies")
    mo = member(cast.here, Function.COORDINATOR, name="Mo")
    days = {"from_on": date(2026, 7, 1), "until_on": date(2026, 7, 14)}
    services.plan_absence(actor=cast.actor("amal"), membership=cast.amal, deputy=lies, **days)
    services.plan_absence(actor=actor_of(lies), membership=lies, deputy=mo, **days)

    looked_after = queries.looked_after_by(actor_of(mo), day=date(2026, 7, 3))

    assert looked_after == {mo.pk, lies.pk, cast.amal.pk}
    assert queries.looked_after_by(actor_of(mo), day=date(2026, 7, 20)) == {mo.pk}


def test_a_deputy_of_another_organisation_is_refused_by_the_rule_and_by_the_database(
    cast: Cast,
) -> None:
    days = {"from_on": date(2026, 7, 1), "until_on": date(2026, 7, 14)}
    with pytest.raises(NotAllowed):
        services.plan_absence(
            actor=cast.actor("amal"), membership=cast.amal, deputy=cast.chris, **days
        )
    with pytest.raises(DomainError):
        services.plan_absence(
            actor=cast.actor("amal"),
            membership=cast.amal,
            deputy=member(cast.here, Function.COORDINATOR),
            from_on=date(2026, 7, 14),
            until_on=date(2026, 7, 1),
        )
    assert not Absence.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_the_database_refuses_a_match_with_somebody_of_another_organisation() -> None:
    match = MatchFactory()
    theirs = VolunteerFactory().person

    with pytest.raises(IntegrityError):
        Match.objects.filter(pk=match.pk).update(volunteer=theirs)
    with pytest.raises(IntegrityError):
        MatchFactory(organisation=match.organisation, programme=ProgrammeFactory())
