"""What programmes keep about who takes part. That somebody did, from when to when and how it is called, stays for
the yearly figures; the rest goes."""

from django.utils.translation import gettext_lazy as _

from naast.core.personal_data import About, Fate, Place, personal_fields, register
from naast.programmes.models import Engagement

register(
    Place(
        "programmes.Engagement",
        _("Programmes I take part in"),
        # In which programme says nothing by itself, but without it nobody can read their copy.
        (About("person_id", Fate.EMPTIED, fields=personal_fields(Engagement) | {"programme"}),),
        keeps=frozenset(
            {"programme", "kind", "working_relation", "started_on", "ended_on", "look_from"}
        ),
    ),
    Place(
        "programmes.EngagementTest",
        _("Whether what I do is volunteering by law"),
        (About("engagement__person_id", Fate.EMPTIED),),
        # Whether an engagement counts as volunteering hangs on these answers; no word of anybody is in them.
        keeps=frozenset(
            {
                "is_unpaid",
                "is_free_choice",
                "is_for_others",
                "is_outside_family",
                "is_not_also_employed",
                "tested_on",
            }
        ),
    ),
    Place(
        "programmes.Override",
        _("What could wait when I started"),
        (About("engagement__person_id", Fate.GOES),),
    ),
)
