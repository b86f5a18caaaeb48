"""Rows about agreements that were not kept, for tests. Names are invented."""

from datetime import date, timedelta

import factory
from factory.django import DjangoModelFactory

from naast.agreements.inputs_steps import Agreement, OwnView, Seen, StepInput
from naast.agreements.models import NotKept, Observation, StepTaken
from naast.core import clock
from naast.organisations.models import Membership
from naast.programmes.models import Engagement
from tests.conftest import Cast
from tests.factories import EngagementFactory, ProgrammeFactory

A_TASK = Agreement("task", "1", "Samen wandelen (vrijwilliger)")


class NotKeptFactory(DjangoModelFactory[NotKept]):
    """An agreement of Bea that somebody saw was not kept: `NotKeptFactory(engagement=…, noted_by=…)`."""

    class Meta:
        model = NotKept
        skip_postgeneration_save = True

    engagement = factory.SubFactory(EngagementFactory)
    organisation = factory.SelfAttribute("engagement.organisation")
    about = NotKept.About.TASK
    reference = factory.Sequence(str)
    agreement = "Samen wandelen (vrijwilliger)"
    state_since = factory.LazyFunction(clock.now)

    @factory.post_generation
    def seen(self, create: bool, extracted: bool | None, **kwargs: object) -> None:
        """What somebody saw themselves; `seen=False`: only heard."""
        if create:
            Observation.objects.create(
                organisation=self.organisation,
                not_kept=self,
                seen_on=clock.today(),
                is_first_hand=extracted is not False,
                seen_by="Nele",
                facts="Was er niet op dinsdag.",
                written_by=self.noted_by,
            )


def engaged(cast: Cast, name: str = "bea", *, coach: Membership | None = None) -> Engagement:
    """Somebody of the cast in a programme, which Amal coordinates."""
    programme = ProgrammeFactory(organisation=cast.here, coordinator=cast.amal, coach=coach)
    made: Engagement = EngagementFactory(
        organisation=cast.here,
        programme=programme,
        person=None,
        person_id=cast.person_id(name),
    )
    return made


def noted(cast: Cast, *, seen: bool = True, coach: Membership | None = None) -> NotKept:
    """An agreement of Bea's, written down by Amal."""
    made: NotKept = NotKeptFactory(
        engagement=engaged(cast, coach=coach), noted_by=cast.amal, seen=seen
    )
    return made


def saw(*, is_first_hand: bool = True, day: date | None = None) -> Seen:
    """What Nele saw, or heard."""
    return Seen(day or clock.today(), is_first_hand, "Nele", "Was er niet op dinsdag.")


HEARD = OwnView(StepTaken.View.WRITTEN_DOWN, "De bus reed niet.")


def given(
    day: date | None = None, *, own_view: OwnView | None = HEARD, safety_reason: str = ""
) -> StepInput:
    """A step with everything in it."""
    day = day or clock.today()
    return StepInput(
        taken_on=day,
        reason="We missen je als je er niet bent.",
        note="Rustig gesprek.",
        agreed="Je belt als het niet lukt.",
        look_back_on=day + timedelta(days=14),
        own_view=own_view,
        safety_reason=safety_reason,
    )


def taken(not_kept: NotKept, step: str, *, days_ago: int, by: Membership) -> StepTaken:
    """A step that was taken some days ago, in which the volunteer was heard."""
    day = clock.today() - timedelta(days=days_ago)
    return StepTaken.objects.create(
        organisation=not_kept.organisation,
        not_kept=not_kept,
        step=step,
        taken_on=day,
        agreed="Je belt als het niet lukt.",
        view=StepTaken.View.OWN,
        own_view="De bus reed niet.",
        view_on=day,
        taken_by=by,
    )


def on_the_way(not_kept: NotKept, state: str, *, by: Membership) -> NotKept:
    """The steps up to this state, each three weeks after the other, in the past."""
    way = {"talked": "talk", "on_paper": "paper", "paused": "pause", "parting_asked": "ask-parting"}
    until = list(way).index(state) + 1
    for place, step in enumerate(list(way.values())[:until]):
        taken(not_kept, step, days_ago=21 * (until - place), by=by)
    not_kept.state = state
    not_kept.save(update_fields=["state"])
    return not_kept
