"""What this room itself keeps about people: what they asked, what was promised to stay, yeses to pictures."""

from django.utils.translation import gettext_lazy as _

from naast.core.personal_data import About, Fate, Place, register

ABOUT_ME = (About("person_id", Fate.GOES),)

register(
    Place(
        "privacy.RightsRequest",
        _("What I asked about my data"),
        (About("person_id", Fate.EMPTIED),),
        # That we answered in time is for us to show.
        keeps=frozenset({"asked_on", "how", "known_on", "extended_on", "outcome", "answered_on"}),
    ),
    Place(
        "privacy.Erasure",
        _("What was erased"),
        why=_(
            "Counts without a name. What is looked for in other texts goes as soon as they have been read."
        ),
    ),
    Place("privacy.LegalHold", _("Why nothing about me was erased for a while"), ABOUT_ME),
    Place("privacy.AttendanceLetter", _("Letters about when I was there"), ABOUT_ME),
    Place("privacy.PhotoYes", _("What I said about pictures of me"), ABOUT_ME),
    Place(
        "privacy.Published",
        _("Where a picture of me was shown"),
        (About("photo_yes__person_id", Fate.GOES),),
    ),
)
