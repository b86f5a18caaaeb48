"""What people are told about a task that shifted: words without names, and the page that says more."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match
from naast.companionship.services.telling import Notice, tell_member, tell_owners, tell_person
from naast.organisations.actors import Actor
from naast.shifting.models import TaskShift

OWN, DESK = "shifting:my_shift", "shifting:shift"

TALK_FIRST = Notice(
    "shift.talk",
    _("We’d like to talk with you about a task"),
    _(
        "Thank you for telling us what you do together. We’d like to talk about one thing, because it wasn’t part of what we agreed. Nothing is wrong. How do you see it?"
    ),
    OWN,
)
ASKED = Notice(
    "shift.asked",
    _("Shall we make this part of what you do?"),
    _(
        "There is something that could become part of your tasks. Read what we thought about, and say whether you agree. Both answers are fine."
    ),
    OWN,
)
ACCEPTED = Notice(
    "shift.accepted",
    _("A task is part of the agreement from now on"),
    _("We agreed on a task. You can read what belongs to it now."),
    OWN,
)
RESTORED = Notice(
    "shift.restored",
    _("Thank you, and how we go on"),
    _(
        "Thank you for everything you do. About one task we go back to what we agreed. Read why, and how it goes from now on. Would you like to talk about it? Just ask."
    ),
    OWN,
)
ANSWERED = Notice(
    "shift.answered",
    _("A volunteer answered about a task"),
    _("A volunteer said whether they agree with a task."),
    DESK,
)
VIEW_GIVEN = Notice(
    "shift.view",
    _("Somebody told how they see a task that shifted"),
    _("There is a view to read beside a task that isn’t settled yet."),
    DESK,
)


def about(notice: Notice, shift: TaskShift) -> Notice:
    """The notice with the address of this shift."""
    return replace(notice, place={"shift_id": shift.pk})


def tell_volunteer(actor: Actor, shift: TaskShift, notice: Notice) -> None:
    """Tell the volunteer; without an account, somebody is asked to phone."""
    tell_person(actor, shift.match, shift.match.volunteer, about(notice, shift))


def tell_both(actor: Actor, shift: TaskShift, notice: Notice) -> None:
    """Tell the volunteer and the professional."""
    match: Match = shift.match
    tell_volunteer(actor, shift, notice)
    tell_member(actor, match, match.professional, about(notice, shift))


def tell_coordinator(actor: Actor, shift: TaskShift, notice: Notice) -> None:
    """Tell who looks after the match."""
    tell_owners(actor, shift.match, about(notice, shift))
