"""The letters of this room and their usual words (messaging.texts). B1, warm, no names in subjects."""

from django.utils.translation import gettext_lazy as _

from naast.messaging.texts import Kind

MEETING = frozenset({"title", "when", "where"})

CONFIRMED = Kind(
    code="meeting.confirmed",
    label=_("You are welcome at a meeting"),
    when=_("When somebody signs up and there is a place, or takes a place that came free."),
    subject=_("You are welcome: we count on you"),
    body=_(
        "Dear {first_name},\n\n"
        "How nice that you come to «{title}».\n"
        "When: {when}\n"
        "Where: {where}\n\n"
        "The file with this letter puts it in your calendar.\n"
        "Can’t you come after all? Tell us with the link below. Somebody else will be glad with your place."
    ),
    fills=MEETING,
)
WAITING = Kind(
    code="meeting.waiting",
    label=_("On the waiting list of a meeting"),
    when=_("When somebody signs up for a meeting that is full."),
    subject=_("You are on the waiting list"),
    body=_(
        "Dear {first_name},\n\n"
        "How nice that you would like to come to «{title}» ({when}). All places are taken now.\n"
        "You are on the waiting list. As soon as a place comes free for you, we write to you.\n"
        "You don’t have to do anything. Call us if you would rather come another time: {phone}"
    ),
    fills=frozenset({"title", "when"}),
)
OFFER = Kind(
    code="meeting.offer",
    label=_("A place came free"),
    when=_("When a place comes free for the first on the waiting list."),
    subject=_("A place came free for you"),
    body=_(
        "Dear {first_name},\n\n"
        "Good news: there is a place for you at «{title}» ({when}).\n"
        "Do you still want to come? Say yes with the link below, before {until}.\n"
        "After that, the place goes to the next person. That is fine too: you need not explain anything."
    ),
    fills=frozenset({"title", "when", "until"}),
)
LAPSED = Kind(
    code="meeting.lapsed",
    label=_("The free place went to somebody else"),
    when=_("When somebody did not answer in time to the offer of a place."),
    subject=_("The place went to somebody else"),
    body=_(
        "Dear {first_name},\n\n"
        "There was a place for you at «{title}», and we did not hear from you in time. It now goes to "
        "somebody else.\n"
        "Would you still like to get to know us? Behind the link below you see which meetings are to come. "
        "Or call us: {phone}"
    ),
    fills=frozenset({"title"}),
)
CHANGED = Kind(
    code="meeting.changed",
    label=_("A meeting moved"),
    when=_("When the moment or the place of a meeting changes; to everybody who comes or waits."),
    subject=_("The meeting changes: look when and where"),
    body=_(
        "Dear {first_name},\n\n"
        "Something changes about «{title}». From now on this holds:\n"
        "When: {when}\n"
        "Where: {where}\n\n"
        "Does it no longer suit you? Tell us with the link below."
    ),
    fills=MEETING,
)
CANCELLED = Kind(
    code="meeting.cancelled",
    label=_("A meeting does not take place"),
    when=_("When a meeting is cancelled; to everybody who comes or waits."),
    subject=_("The meeting does not take place"),
    body=_(
        "Dear {first_name},\n\n"
        "«{title}» ({when}) can’t take place. We are sorry.\n"
        "{reason}\n\n"
        "We would still like to meet you. Behind the link below you see what else is planned. "
        "Or call us: {phone}"
    ),
    fills=frozenset({"title", "when", "reason"}),
)
REMINDER = Kind(
    code="meeting.reminder",
    label=_("Tomorrow is the meeting"),
    when=_("The day before a meeting, to everybody who comes."),
    subject=_("See you tomorrow"),
    body=_(
        "Dear {first_name},\n\n"
        "Tomorrow is «{title}». We look forward to it.\n"
        "When: {when}\n"
        "Where: {where}\n\n"
        "Can’t you come? Tell us with the link below, then somebody else can come instead."
    ),
    fills=MEETING,
)
FOLLOW_UP = Kind(
    code="meeting.follow_up",
    label=_("Thank you for coming"),
    when=_("After a meeting, to everybody who was there. The coordinator reads it first."),
    subject=_("Thank you for coming"),
    body=_(
        "Dear {first_name},\n\n"
        "Thank you for coming to «{title}». It was good to meet you.\n\n"
        "Do you feel like doing something with us? Tell us through the link below: that takes a few minutes, "
        "and you are not tied to anything. Would you rather talk first? Call us: {phone}"
    ),
    fills=frozenset({"title"}),
)
GROUP_THANKS = Kind(
    code="group.thanks",
    label=_("Thank you for the plan of your group"),
    when=_("As soon as a group has sent a request."),
    subject=_("Thank you for your plan"),
    body=_(
        "Dear {first_name},\n\n"
        "Thank you for thinking of us with your group.\n"
        "Somebody of us reads your plan and answers within five days: a person, not a machine."
    ),
)
GROUP_ACCEPTED = Kind(
    code="group.accepted",
    label=_("A group is welcome"),
    when=_("When a group is welcome. The coordinator reads it first."),
    subject=_("Your group is welcome"),
    body=_(
        "Dear {first_name},\n\n"
        "Your group is welcome on {date}. We like your plan.\n"
        "{host} welcomes you and knows what you agreed with us.\n\n"
        "Is there still a question, or does something change? Call us: {phone}"
    ),
    fills=frozenset({"date", "host"}),
)
GROUP_OTHER_DATE = Kind(
    code="group.other_date",
    label=_("Another day for a group"),
    when=_("When another day suits better. The coordinator reads it first."),
    subject=_("Could your group come on another day?"),
    body=_(
        "Dear {first_name},\n\n"
        "Thank you for your plan. We would like to welcome your group well, and on the day you had in mind "
        "that can’t be done.\n"
        "Would {date} suit you? Let us know, by mail or phone: {phone}"
    ),
    fills=frozenset({"date"}),
)
GROUP_DECLINED = Kind(
    code="group.declined",
    label=_("A kind no to a group"),
    when=_("When a group can’t be welcomed now. The coordinator reads it first."),
    subject=_("About the plan of your group"),
    body=_(
        "Dear {first_name},\n\n"
        "Thank you for thinking of us, and for the work you put into your plan.\n"
        "The people here need calm and familiar faces. A large group asks a lot of them and of those who "
        "are with them, so this time we can’t welcome you the way you deserve.\n\n"
        "What can be done: {alternative}\n\n"
        "Would you like to think along about it? Call us: {phone}"
    ),
    fills=frozenset({"alternative"}),
)
HELPER_AGAIN = Kind(
    code="helper.again",
    label=_("Will you help again?"),
    when=_("Once a year, to who helps now and then. The coordinator reads it first."),
    subject=_("Do you feel like helping again?"),
    body=_(
        "Dear {first_name},\n\n"
        "You helped us with this: {what}. We still think of it with pleasure.\n"
        "Do you feel like it again? Let us know, by mail or phone: {phone}\n\n"
        "Not this time? That is quite all right. You need not explain anything."
    ),
    fills=frozenset({"what"}),
)
KINDS = (
    CONFIRMED,
    WAITING,
    OFFER,
    LAPSED,
    CHANGED,
    CANCELLED,
    REMINDER,
    FOLLOW_UP,
    GROUP_THANKS,
    GROUP_ACCEPTED,
    GROUP_OTHER_DATE,
    GROUP_DECLINED,
    HELPER_AGAIN,
)
