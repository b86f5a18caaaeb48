"""Two candidates choose the same hour of one colleague at the same moment."""

from functools import partial

import pytest

from naast.recruitment.models import Talk
from naast.recruitment.services import own_talks, talks
from tests.at_once import at_once
from tests.conftest import Cast
from tests.factories import ProgrammeFactory
from tests.recruiting import ApplicationFactory
from tests.recruitment.talking import days_on, letters, plan, visitor

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_two_candidates_who_choose_the_same_hour_at_once_get_one_talk(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    pair = ApplicationFactory.create_batch(2, organisation=cast.here, programme=programme)
    choices = []
    for candidate in pair:
        talk = talks.invite(
            actor=cast.actor("amal"), application_id=candidate.pk, plan=plan(cast, days_on(3))
        )
        choices.append(
            partial(
                own_talks.choose,
                actor=visitor(cast.here),
                application_id=candidate.pk,
                talk_id=talk.pk,
                option_id=talk.options.get().pk,
            )
        )

    results = at_once(*choices)

    assert sum(isinstance(result, own_talks.MomentGone) for result in results) == 1
    assert Talk.objects.filter(status=Talk.Status.PLANNED).count() == 1


def test_one_choice_sent_twice_at_once_writes_one_letter(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    candidate = ApplicationFactory(organisation=cast.here, programme=programme)
    talk = talks.invite(
        actor=cast.actor("amal"), application_id=candidate.pk, plan=plan(cast, days_on(3))
    )
    choose = partial(
        own_talks.choose,
        actor=visitor(cast.here),
        application_id=candidate.pk,
        talk_id=talk.pk,
        option_id=talk.options.get().pk,
    )
    at_once(choose, choose)
    assert letters(candidate) == ["talk.invitation", "talk.planned"]
