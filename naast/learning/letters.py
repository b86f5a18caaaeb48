"""The letters of this room, to people without an account. B1, warm, no names in subjects."""

from django.utils.translation import gettext_lazy as _

from naast.messaging.texts import Kind

SESSION = frozenset({"title", "when", "where"})

PLACE = Kind(
    code="learning.place",
    label=_("There is a place for you at a course"),
    when=_("When somebody without an account is signed up for a course and there is a place."),
    subject=_("We count on you at the course"),
    body=_(
        "Dear {first_name},\n\n"
        "There is a place for you at «{title}».\n"
        "When: {when}\n"
        "Where: {where}\n\n"
        "Can’t you come after all? Call us: {phone}. Somebody else will be glad with your place."
    ),
    fills=SESSION,
)
WAITING = Kind(
    code="learning.waiting",
    label=_("On the waiting list of a course"),
    when=_("When somebody without an account is signed up for a course that is full."),
    subject=_("You are on the waiting list of a course"),
    body=_(
        "Dear {first_name},\n\n"
        "All places at «{title}» ({when}) are taken now. You are on the waiting list.\n"
        "As soon as a place comes free, it is yours, and we tell you.\n"
        "Would you rather not? Call us: {phone}"
    ),
    fills=SESSION,
)
MOVED_UP = Kind(
    code="learning.moved_up",
    label=_("A place came free at a course"),
    when=_("When a place comes free for somebody without an account who waits."),
    subject=_("Good news: there is a place for you"),
    body=_(
        "Dear {first_name},\n\n"
        "A place came free at «{title}», and it is yours.\n"
        "When: {when}\n"
        "Where: {where}\n\n"
        "Can’t you come any more? Call us: {phone}. You need not explain anything."
    ),
    fills=SESSION,
)
CHANGED = Kind(
    code="learning.changed",
    label=_("A course changes"),
    when=_("When the moment or the place of a course changes."),
    subject=_("A course you come to changes"),
    body=_(
        "Dear {first_name},\n\n"
        "Something changes about «{title}». This is how it is now:\n"
        "When: {when}\n"
        "Where: {where}\n\n"
        "Does it not suit you any more? Call us: {phone}"
    ),
    fills=SESSION,
)
CANCELLED = Kind(
    code="learning.cancelled",
    label=_("A course does not take place"),
    when=_("When a course that somebody would come to is cancelled."),
    subject=_("A course does not take place"),
    body=_(
        "Dear {first_name},\n\n"
        "«{title}» on {when} does not take place. We are sorry.\n"
        "As soon as there is another date, we let you know. Questions? Call us: {phone}"
    ),
    fills=SESSION,
)
KINDS = (PLACE, WAITING, MOVED_UP, CHANGED, CANCELLED)
# Told at once to who leads a session (messaging.services.tell): the page says which one.
HOST_SUBJECT = _("You lead a course")
HOST_BODY = _(
    "You are named as the one who leads a course. The page shows who comes, and there you tick off who is there."
)
