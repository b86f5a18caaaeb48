"""What support keeps about who is guided. How often the house was in touch and held a talk stays for the figures;
what was said goes."""

from django.utils.translation import gettext_lazy as _

from naast.core.personal_data import About, Fate, Place, personal_fields, register
from naast.people.whose import IN_CONFIDENCE
from naast.support.models import Guidance

ABOUT_ME = (About("person_id", Fate.GOES),)
STAYS_COUNTED = (About("person_id", Fate.EMPTIED),)

register(
    Place(
        "support.CheckIn",
        _("How it is going, when you asked"),
        STAYS_COUNTED,
        keeps=frozenset({"asked_on", "due_on", "answered_on", "how"}),
    ),
    Place("support.ShortWord", _("Short words to me after an activity"), ABOUT_ME),
    Place(
        "support.Meeting",
        _("When we met on a visit"),
        STAYS_COUNTED,
        keeps=frozenset({"met_on"}),
    ),
    Place(
        "support.Told",
        _("What somebody told the coordinator about me"),
        (
            About(
                "person_id",
                Fate.GOES,
                shown=False,
                why=IN_CONFIDENCE,
                only={"words__gt": ""},
            ),
            About("person_id", Fate.GOES, fields=frozenset({"handled_on"})),
        ),
    ),
    Place("support.Plan", _("My plan: who is beside me, and how often"), ABOUT_ME),
    Place(
        "support.Guidance",
        _("How I am guided in a task"),
        (About("person_id", Fate.GOES, fields=personal_fields(Guidance) | {"task"}),),
    ),
    Place(
        "support.Talk",
        _("Talks with me"),
        STAYS_COUNTED,
        keeps=frozenset({"kind", "planned_on", "held_on", "cancelled_on"}),
    ),
    Place("support.Action", _("What we agreed in talks"), ABOUT_ME),
)
