"""What comes after the signing, in an invented house: an agreement to talk about in every state, a charter that
colleagues stand behind, cards, letters, and promises looked back on."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from naast.agreements import letters
from naast.agreements.inputs_steps import Agreement, OwnView, Seen, StepInput
from naast.agreements.models import (
    CardRead,
    InformationLetter,
    NotKept,
    StaffAcknowledgement,
    StepTaken,
)
from naast.agreements.promises import promises_in
from naast.agreements.services import information, reading
from naast.agreements.services.promising import HowItWent, look_back
from naast.agreements.services.steps import note_not_kept, take_step
from naast.agreements.states_steps import ASK_PARTING, PAPER, PAUSE, SOLVE, TALK
from naast.desk.demo.season import Season
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import Person
from naast.programmes.models import Engagement, Task

VIEW = StepTaken.View
HEARD = OwnView(VIEW.WRITTEN_DOWN, "De bus reed niet, en ik wist niet wie ik kon bellen.")
RATHER_NOT = OwnView(VIEW.DID_NOT_WANT)
# The steps that were taken, how many days ago, and how the volunteer sees each (None: not asked yet).
Story = tuple[tuple[str, int, OwnView | None], ...]
# The first is for somebody of the cast, whose own page then asks how they see it.
STORIES: Final[tuple[Story, ...]] = (
    ((TALK, 6, None),),
    (),
    ((TALK, 40, HEARD), (PAPER, 20, RATHER_NOT)),
    ((TALK, 90, HEARD), (PAPER, 70, HEARD), (PAUSE, 40, HEARD), (ASK_PARTING, 3, HEARD)),
    ((TALK, 50, HEARD), (SOLVE, 30, None)),
)
FACTS = "Was dinsdag niet op de afspraak, en belde niet. De deelnemer wachtte een uur."
NOTE = "Rustig gesprek bij de koffie. We zochten samen naar wat helpt."
REASON = "Wie op je wacht, rekent op je. We willen graag dat het voor jullie allebei klopt."
AGREED = (
    "Als het niet lukt, bel je de avond voordien naar de coördinator. Zij verwittigt de deelnemer."
)
WENT = (
    ("kept", "Dat lukte het hele jaar.", ""),
    ("partly", "In de zomer ging het trager dan beloofd.", "Een collega neemt het over in juli."),
    ("not_yet", "Dat deden we nog niet overal.", "We beginnen ermee na de zomer."),
)


def fill(season: Season, volunteers: list[Person]) -> None:
    """Steps, colleagues, cards, letters and promises."""
    boss = season.staff[0]
    actor = season.as_member(boss, Function.COORDINATOR)
    chosen = _engagements(season, volunteers)
    for engagement, story in zip(chosen, STORIES, strict=False):
        _steps(season, actor, engagement, story)
    _colleagues(season)
    _cards(season, chosen)
    _letters(season, actor, chosen)
    _promises(season, actor)


def _engagements(season: Season, volunteers: Sequence[Person]) -> list[Engagement]:
    """One for each story, that of the cast first."""
    rows = Engagement.objects.filter(
        organisation_id=season.actor.organisation_id, person__in=volunteers, ended_on__isnull=True
    ).select_related("person__user", "programme__coordinator__user")
    found = sorted(rows.order_by("pk"), key=lambda each: each.person.user_id is None)
    return found[: len(STORIES)]


def _steps(season: Season, actor: Actor, engagement: Engagement, story: Story) -> None:
    task = engagement.programme.tasks.filter(who=Task.Who.VOLUNTEER).first()
    words = f"{task.name} (vrijwilliger)" if task else "Op tijd komen, of bellen"
    not_kept = note_not_kept(
        actor=actor,
        engagement=engagement,
        agreement=Agreement(NotKept.About.TASK, str(task.pk if task else ""), words),
        seen=Seen(season.ago(story[0][1] + 2 if story else 9), True, "Nele", FACTS),
    )
    for step, days_ago, own_view in story:
        taken_on = season.ago(days_ago)
        given = StepInput(
            taken_on=taken_on,
            reason=REASON,
            note=NOTE if step != SOLVE else "Het lukt nu elke week. Dank je wel voor het bellen.",
            agreed=AGREED,
            look_back_on=taken_on + timedelta(days=14) if step != SOLVE else None,
            own_view=own_view,
        )
        take_step(actor=actor, not_kept_id=not_kept.pk, step=step, given=given)
    if not story:
        NotKept.objects.filter(pk=not_kept.pk).update(look_back_on=season.ago(1))


def _colleagues(season: Season) -> None:
    """All but the last colleague stand behind the texts that are for staff too."""
    texts = reading.for_staff(season.actor, language="nl")
    StaffAcknowledgement.objects.bulk_create(
        StaffAcknowledgement(
            organisation_id=season.actor.organisation_id,
            version=text.version,
            membership=colleague,
            acknowledged_on=season.ago(30),
        )
        for text in texts
        for colleague in season.staff[:-1]
    )


def _cards(season: Season, engagements: Sequence[Engagement]) -> None:
    """Most said that they understood their cards; somebody of the cast still may."""
    for engagement in engagements[1:]:
        person, programme = engagement.person, engagement.programme
        shown = reading.cards_of(person, [programme], reading.FOR_VOLUNTEERS, language="nl")
        CardRead.objects.bulk_create(
            CardRead(
                organisation_id=season.actor.organisation_id,
                person=person,
                programme=programme,
                version=card.version,
                read_on=season.ago(20),
            )
            for group in shown
            for card in group.cards
        )


def _letters(season: Season, actor: Actor, engagements: Sequence[Engagement]) -> None:
    """A letter on paper to some volunteers and participants."""
    written = [
        information.NewLetter(each.person, each.programme, letters.VOLUNTEER_BEFORE)
        for each in engagements[:3]
    ]
    programme = engagements[0].programme if engagements else season.programmes[0]
    participants = Person.objects.filter(
        organisation_id=season.actor.organisation_id, participant__isnull=False
    ).select_related("user")
    written += [
        information.NewLetter(person, programme, letters.PARTICIPANT_BEFORE)
        for person in participants.order_by("pk")[:2]
    ]
    for letter in written:
        words = information.usual_words(actor=actor, letter=letter)
        information.send_information(
            actor=actor, letter=letter, words=words, way=InformationLetter.Way.POST
        )


def _promises(season: Season, actor: Actor) -> None:
    """Looked back on half a year ago."""
    text = reading.promises(actor, language="nl")
    if text is None or text.content is None:
        return
    look_back(
        actor=actor,
        version=text.version,
        reviewed_on=season.ago(200),
        with_whom="met vijf vrijwilligers en het bestuur",
        answers=[
            HowItWent(promise, *WENT[place % len(WENT)])
            for place, promise in enumerate(promises_in(text.content))
        ],
    )
