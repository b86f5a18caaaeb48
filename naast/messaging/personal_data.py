"""What the outbox keeps about people."""

from django.utils.translation import gettext_lazy as _

from naast.core.personal_data import About, Fate, Key, Place, register

register(
    Place(
        "messaging.Message",
        _("Messages to me"),
        (
            About("user_id", Fate.GOES, Key.USER),
            About("to_address", Fate.GOES, Key.EMAIL),
            About(
                "about_id",
                Fate.GOES,
                Key.ROW,
                shown=False,
                why=_(
                    "Letters to somebody else about something of yours: they are theirs to read."
                ),
            ),
            About(
                "written_by_id",
                Fate.STAYS,
                Key.MEMBERSHIP,
                shown=False,
                why=_("Letters you wrote for the organisation belong to whoever received them."),
            ),
        ),
    ),
)
