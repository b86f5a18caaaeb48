"""After a heavy visit: what the volunteer chooses, at once or the next day (S0-55)."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.audit import log
from naast.belonging.models import Debrief, Mentoring
from naast.belonging.states import MentoringState
from naast.companionship.models import CallBack, Visit
from naast.companionship.policies import visits as visit_policies
from naast.companionship.services.callbacks import ask_call_back
from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.core.text import Text
from naast.messaging.services import tell
from naast.organisations.actors import Actor

# Offered at once and the next day; later it has found its own way.
OFFERED_FOR = timedelta(days=2)
Take = Debrief.Choice
# What the coordinator reads on the call-back: that it was heavy, never what happened.
WORDS: dict[str, Text] = {
    Take.TODAY: gettext_lazy("After a heavy visit. If it can be, today."),
    Take.TOMORROW: gettext_lazy("After a heavy visit. Tomorrow is fine."),
    Take.PEER: gettext_lazy("After a heavy visit. Rather with somebody who does the same."),
}


def offered_to(actor: Actor) -> QuerySet[Visit]:
    """The heavy visits told by this volunteer yesterday or today, for which nothing was chosen yet."""
    heavy = visit_policies.visible_to(actor).filter(
        mood=Visit.Mood.HARD,
        created_at__gte=clock.now() - OFFERED_FOR,
        match__volunteer_id=actor.person_id,
    )
    return heavy.filter(~Exists(Debrief.objects.filter(visit=OuterRef("pk"))))


def mentor_of(actor: Actor) -> Mentoring | None:
    """The mentor who walks along with this volunteer now, or None."""
    return (
        Mentoring.objects.filter(
            organisation_id=actor.organisation_id,
            newcomer_id=actor.person_id,
            state=MentoringState.RUNNING,
        )
        .select_related("mentor__user", "newcomer")
        .first()
    )


@transaction.atomic
def choose(*, actor: Actor, visit_id: UUID, choice: str) -> Debrief:
    """Take the offer, or leave it: nothing of the visit is copied. A talk promises a call (today: the desk shows it
    first); with a mentor, a peer is the mentor. Raises Visit.DoesNotExist, NotAllowed or StateConflict."""
    if actor.person_id is None:
        raise NotAllowed(_("Only the volunteer chooses this."))
    known = visit_policies.visible_to(actor).filter(match__volunteer_id=actor.person_id)
    visit = (
        known.select_related("match__coach__user")
        .select_for_update(of=("self",))
        .get(pk=visit_id, mood=Visit.Mood.HARD)
    )
    if Debrief.objects.filter(visit=visit).exists():
        raise StateConflict(_("You chose already. You can always ask to be called."))
    debrief = Debrief.objects.create(
        organisation_id=visit.organisation_id,
        visit=visit,
        person_id=actor.person_id,
        choice=choice,
        chosen_on=clock.today(),
        call_back=_asked(actor, visit, choice),
    )
    log.record("debrief.chosen", actor=actor, target=debrief, changes={"choice": choice})
    return debrief


def chosen_for(actor: Actor, visit_id: UUID) -> Debrief | None:
    """What this volunteer chose after a visit already, or None."""
    rows = Debrief.objects.filter(organisation_id=actor.organisation_id, visit_id=visit_id)
    return rows.filter(person_id=actor.person_id).first() if actor.person_id else None


def _asked(actor: Actor, visit: Visit, choice: str) -> CallBack | None:
    mentoring = mentor_of(actor) if choice == Take.PEER else None
    if mentoring is not None and can_reach(mentoring):
        _ask_mentor(actor, mentoring)
        return None
    if choice not in WORDS:
        return None
    return ask_call_back(
        actor=actor, kind=CallBack.Kind.TALK, text=str(WORDS[choice]), match=visit.match
    )


def can_reach(mentoring: Mentoring) -> bool:
    """Whether the mentor hears of it, and one of the two may call the other: otherwise a coordinator calls."""
    has_number = (mentoring.newcomer_shares_phone and mentoring.newcomer.phone) or (
        mentoring.mentor_shares_phone and mentoring.mentor.phone
    )
    return mentoring.mentor.user is not None and bool(has_number)


def _ask_mentor(actor: Actor, mentoring: Mentoring) -> None:
    if mentoring.mentor.user is not None:
        tell(
            actor=actor,
            user=mentoring.mentor.user,
            kind="mentoring",
            subject=gettext_lazy("Somebody would like to talk with you"),
            body=gettext_lazy("The person you walk along with would like a talk. Will you call?"),
            url=actor.url("belonging:mentoring", mentoring_id=mentoring.pk),
        )
