"""What appreciation keeps about who is thanked. It counts nowhere, and goes."""

from django.utils.translation import gettext_lazy as _

from naast.core.personal_data import About, Fate, Place, register

ABOUT_ME = (About("person_id", Fate.GOES),)

register(
    Place("appreciation.DaysToRemember", _("Days on which you may think of me"), ABOUT_ME),
    Place("appreciation.Letter", _("Letters of reference and certificates"), ABOUT_ME),
    Place("appreciation.Post", _("My cards on the board"), ABOUT_ME),
    Place(
        "appreciation.Picture",
        _("Pictures of my cards"),
        (About("post__person_id", Fate.GOES),),
    ),
    Place("appreciation.Thanks", _("Thanks I got"), ABOUT_ME),
    Place(
        "appreciation.YearLook",
        _("What volunteering brings me"),
        ABOUT_ME,
        is_in_confidence=True,
    ),
)
