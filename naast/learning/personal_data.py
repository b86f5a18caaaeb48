"""What learning keeps about people. How many came and how many learned what, how long and at which cost stays for
the figures; somebody's own log goes."""

from django.utils.translation import gettext_lazy as _

from naast.core.personal_data import About, Fate, Key, Place, personal_fields, register
from naast.learning.models import Completion, Growth
from naast.people.whose import IN_OFFICE

ABOUT_ME = (About("person_id", Fate.GOES),)

register(
    Place(
        "learning.Session",
        _("Who came to a session without a place"),
        why=_("A few names on a list. They go once a coordinator has put them right."),
    ),
    Place(
        "learning.Seat",
        _("Sessions I came to"),
        (About("person_id", Fate.EMPTIED),),
        keeps=frozenset({"state", "asked_at", "came_unannounced"}),
    ),
    Place(
        "learning.Completion",
        _("What I learned in courses"),
        (
            About("person_id", Fate.EMPTIED, fields=personal_fields(Completion) | {"course"}),
            About(
                "certificate_seen_by_id",
                Fate.STAYS,
                Key.MEMBERSHIP,
                fields=frozenset({"certificate_seen_by", "certificate_seen_on"}),
                why=IN_OFFICE,
            ),
        ),
        keeps=frozenset({"course", "done_on", "valid_until", "minutes", "cost"}),
    ),
    Place(
        "learning.LearningEntry",
        _("My log of what I learned"),
        ABOUT_ME,
        is_in_confidence=True,
    ),
    Place(
        "learning.Growth",
        _("How I see my own growth"),
        (About("person_id", Fate.GOES, fields=personal_fields(Growth) | {"competence"}),),
        is_in_confidence=True,
    ),
    Place("learning.LearningWish", _("How I like to learn"), ABOUT_ME),
)
