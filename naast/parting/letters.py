"""Letters to who left: what they take along, and once a year a word for who wanted that. B1, warm, no names in
subjects."""

from django.utils.translation import gettext_lazy as _

from naast.messaging.texts import Kind

KEEPSAKE = Kind(
    code="parting.keepsake",
    label=_("To who leaves: what you take along"),
    when=_("The moment you say goodbye to a volunteer."),
    subject=_("Thank you, and something to keep"),
    body=_(
        "Dear {first_name},\n\n"
        "Thank you for everything you did with us.\n\n"
        "Behind the link below is something to keep: our thanks, what you did and what you learned. "
        "You need no account for it. Your account with us is closed from today.\n\n"
        "All the best to you. You are always welcome for a coffee: {phone}\n\n"
        "{organisation}"
    ),
)
COME_BACK = Kind(
    code="parting.come-back",
    label=_("To who left: how are you?"),
    when=_("Once a year, to who said yes to that when they left. One click and it stops."),
    subject=_("How are you?"),
    body=_(
        "Dear {first_name},\n\n"
        "A while ago you were a volunteer with us. You said that you would like to hear from us once a year. "
        "So: how are you?\n\n"
        "Would you like to do something together again? Call us: {phone}. A no is fine too.\n\n"
        "Rather no word any more? Behind the link below it stops with one click.\n\n"
        "{organisation}"
    ),
)
KINDS = (KEEPSAKE, COME_BACK)
