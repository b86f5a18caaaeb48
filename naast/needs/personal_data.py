"""What this room keeps about people. How often a limit was reached, and how long somebody waited, is counted without a
word; letters to management hold no persons at all."""

from django.utils.translation import gettext_lazy as _

from naast.core.personal_data import About, Fate, Place, register
from naast.people.whose import IN_CONFIDENCE, THEIR_FILE

# Of a limit and of what was asked: days and codes, without a word.
LIMIT_COUNTED = frozenset(
    {
        "reason",
        "noted_on",
        "state",
        "state_since",
        "first_asked_on",
        "answer_due_on",
        "stuck_on",
        "stuck_why",
        "escalate_on",
        "closed_on",
    }
)
ASKING_COUNTED = frozenset({"asked_on", "answer_due_on", "agreed", "answered_on"})
OBSTACLE_COUNTED = frozenset(
    {
        "days_lost",
        "noted_on",
        "wish",
        "state",
        "state_since",
        "answer_due_on",
        "answered_on",
        "do_on",
        "closed_on",
    }
)
FAVOUR_DAYS = frozenset({"tried_on", "talk_due_on", "closed_on"})

register(
    Place(
        "needs.Limit",
        _("Where something was more than a volunteer can do"),
        (
            About("about_id", Fate.EMPTIED),
            About(
                "told_by_id",
                Fate.STAYS,
                fields=frozenset({"reason", "noted_on", "state", "for_volunteer"}),
                why=THEIR_FILE,
            ),
        ),
        keeps=LIMIT_COUNTED,
    ),
    Place(
        "needs.Asking",
        _("Services that we asked for me"),
        (About("limit__about_id", Fate.EMPTIED),),
        keeps=ASKING_COUNTED,
    ),
    Place(
        "needs.Obstacle",
        _("What an agency made hard, and our answer"),
        (
            About("told_by_id", Fate.EMPTIED),
            About("match__participant_id", Fate.EMPTIED),
        ),
        keeps=OBSTACLE_COUNTED,
    ),
    Place(
        "needs.Carer",
        _("Carers with too much to carry, and what we offered"),
        (
            About("person_id", Fate.GOES),
            About("relative_id", Fate.GOES),
            About("told_by_id", Fate.STAYS, fields=frozenset({"noted_on"}), why=THEIR_FILE),
        ),
    ),
    Place(
        "needs.Favour",
        _("When somebody tried to get a favour through me"),
        (
            About("person_id", Fate.GOES),
            About(
                "match__participant_id",
                Fate.EMPTIED,
                fields=frozenset({"words"}),
                shown=False,
                why=IN_CONFIDENCE,
            ),
        ),
        keeps=FAVOUR_DAYS,
    ),
    Place(
        "needs.Need",
        _("Needs that I told, in the register by theme"),
        (About("told_by_id", Fate.EMPTIED),),
    ),
)
