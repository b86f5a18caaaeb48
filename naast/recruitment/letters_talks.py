"""The letters around a talk and their usual words (messaging.texts). B1, warm, no names in subjects."""

from django.utils.translation import gettext_lazy as _

from naast.messaging.texts import Kind

PLAN = frozenset({"talk", "when", "where", "host", "how"})

INVITATION = Kind(
    code="talk.invitation",
    label=_("Invitation to a talk"),
    when=_("When you invite somebody to a talk and offer a few moments."),
    subject=_("Shall we meet?"),
    body=_(
        "Dear {first_name},\n\n"
        "We would like to meet you. {how}\n\n"
        "What: {talk}, about {minutes} minutes, with {host}\n"
        "Where: {where}\n"
        "You can choose one of these moments:\n{moments}\n\n"
        "Choose on your own page, behind the link below. Does none of them suit you? "
        "Say so there and we will call you, or call us: {phone}.\n\n"
        "You may bring somebody along: a friend, your family, a mentor or somebody who speaks your language. "
        "On your own page you also find a sheet to prepare, if you like that.\n\n"
        "See you soon!"
    ),
    fills=frozenset({"talk", "how", "minutes", "where", "host", "moments"}),
)
PLANNED = Kind(
    code="talk.planned",
    label=_("A talk is planned"),
    when=_("As soon as the moment of a talk is certain; with a file for the calendar."),
    subject=_("Your talk is planned"),
    body=_(
        "Dear {first_name},\n\n"
        "Good, we will meet.\n\n"
        "What: {talk}, with {host}\n"
        "When: {when}\n"
        "Where: {where}\n\n"
        "{how}\n"
        "You may bring somebody along. You need to bring nothing else.\n\n"
        "Can’t you come? Let us know on your own page or call {phone}. Then we look for another moment."
    ),
    fills=PLAN,
)
MOVED = Kind(
    code="talk.moved",
    label=_("A talk has a new moment"),
    when=_("When you move a talk that was planned; with a file for the calendar."),
    subject=_("Your talk has a new moment"),
    body=_(
        "Dear {first_name},\n\n"
        "We moved our talk. Thank you for your patience.\n\n"
        "What: {talk}, with {host}\n"
        "New moment: {when}\n"
        "Where: {where}\n\n"
        "Does this not suit you? Let us know on your own page or call {phone}."
    ),
    fills=PLAN,
)
CANCELLED = Kind(
    code="talk.cancelled",
    label=_("A talk does not go on"),
    when=_("When you cancel a talk."),
    subject=_("Our talk does not go on"),
    body=_(
        "Dear {first_name},\n\n"
        "We are sorry: our talk does not go on ({talk}, {when}).\n"
        "It has nothing to do with you. We will soon contact you about what comes next.\n\n"
        "Do you have a question? Call {phone} or write on your own page, behind the link below."
    ),
    fills=PLAN,
)
REMINDER = Kind(
    code="talk.reminder",
    label=_("Tomorrow is the talk"),
    when=_("The day before a talk."),
    subject=_("See you tomorrow?"),
    body=_(
        "Dear {first_name},\n\n"
        "Tomorrow we meet. We look forward to it.\n\n"
        "What: {talk}, with {host}\n"
        "When: {when}\n"
        "Where: {where}\n\n"
        "You may bring somebody along. Can’t you come after all? No problem: call {phone}, "
        "and we look for another moment."
    ),
    fills=PLAN,
)
KINDS = (INVITATION, PLANNED, MOVED, CANCELLED, REMINDER)
