"""What people are told about a match: words without names, and the page that says more."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from naast.companionship.services.telling import Notice

ANSWER = "companionship:answer"
MATCH = "companionship:match"

ASKED_VOLUNTEER = Notice(
    "match.asked-volunteer",
    _("Would you like to meet somebody?"),
    _(
        "There is somebody who would like a volunteer beside them, and we thought of you. Have a look, and say yes or «not now». Both are fine."
    ),
    ANSWER,
)
ASKED_PARTICIPANT = Notice(
    "match.asked-participant",
    _("We found a volunteer for you"),
    _(
        "A volunteer would like to meet you. Have a look, and say what you think. You may always say no."
    ),
    ANSWER,
)
VOLUNTEER_SAID_YES = Notice(
    "match.volunteer-yes",
    _("A volunteer said yes"),
    _("A volunteer said yes to a proposal. Now it is up to the participant."),
    MATCH,
)
VOLUNTEER_SAID_NOT_NOW = Notice(
    "match.volunteer-not-now",
    _("A volunteer said «not now»"),
    _("A volunteer said «not now» to a proposal. The wish is waiting again."),
    MATCH,
)
BOTH_SAID_YES = Notice(
    "match.both-yes",
    _("Both said yes"),
    _("Both would like to meet. Plan the first meeting, and go along."),
    MATCH,
)
PARTICIPANT_SAID_NO = Notice(
    "match.participant-no",
    _("A participant said no to a proposal"),
    _("A participant said no to a proposal. No reason is needed. The wish is waiting again."),
    MATCH,
)
PARTICIPANT_ASKED_OTHER = Notice(
    "match.participant-other",
    _("A participant asks for another volunteer"),
    _("A participant would like to meet somebody else. The wish is waiting again."),
    MATCH,
)
WILL_NOT_START = Notice(
    "match.will-not-start",
    _("It does not go on this time"),
    _(
        "The match we talked about does not go on. That can have many reasons and says nothing about you. Your coordinator looks further."
    ),
    "",
)
MEETING_PLANNED = Notice(
    "match.meeting-planned",
    _("Your first meeting is planned"),
    _("The day and place of your first meeting are set. Have a look whether it suits you."),
)
TRIAL_STARTED = Notice(
    "match.trial-started",
    _("Your match has started"),
    _(
        "The trial has started: time to find out together whether it suits. On the page stands whom you can call."
    ),
)
MATCH_CHANGED = Notice(
    "match.changed",
    _("Something changed in your match"),
    _("Your coordinator wrote down a new step. Have a look what it means for you."),
)
MATCH_ENDED = Notice(
    "match.ended",
    _("Your match has ended"),
    _("The match has ended. Thank you for the time together. You can always call us."),
)
MATCH_ENDED_VOLUNTEER = Notice(
    "match.ended-volunteer",
    _("Your match has ended"),
    _("The match has ended. Thank you for being there. Your coordinator is still there for you."),
    "",
)
PARTICIPANT_WISHES = Notice(
    "match.participant-wishes",
    _("A participant would like a change"),
    _("A participant would like to stop or to have another volunteer. Please call today."),
    MATCH,
)
CANNOT_COME = Notice(
    "visit.cannot-come",
    _("A visit does not go on"),
    _("A volunteer can’t come once. It is only to let you know; the page says when."),
    MATCH,
)
CANNOT_COME_PARTICIPANT = Notice(
    "visit.cannot-come-participant",
    _("Your volunteer can’t come once"),
    _(
        "Your volunteer can’t come on the day you agreed. On the page stands when, and what they propose."
    ),
)
CANNOT_COME_CONTACT = Notice(
    "visit.cannot-come-contact",
    _("A visit does not go on"),
    _("A volunteer can’t come once to one of your participants. It is only to let you know."),
)
RHYTHM_TO_AGREE = Notice(
    "match.rhythm-to-agree",
    _("How often you see each other"),
    _(
        "It is written down how often you two see each other. Have a look whether it is right, and say so on the page."
    ),
)
DUTY_LINE = Notice(
    "duty-line.written",
    _("A line for who is on duty next"),
    _(
        "A volunteer left a line after being with one of your participants. Read it before you start."
    ),
    "companionship:duty_lines",
)
NEW_NAME = Notice(
    "match.new-name",
    _("Somebody else is there for you"),
    _("The colleague you can turn to has changed. On the page stands who it is now."),
)


def quiet(question_id: UUID) -> Notice:
    """The friendly question after silence; its page takes the answer in one tap."""
    return Notice(
        "match.quiet",
        _("How are you two?"),
        _("We have not heard from you for a while. That is fine. One tap tells us how it goes."),
        "companionship:quiet_answer",
        {"question_id": question_id},
    )
