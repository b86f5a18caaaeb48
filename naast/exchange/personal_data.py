"""What lists in and out keep about people."""

from django.utils.translation import gettext_lazy as _

from naast.core.personal_data import About, Fate, Key, Place, register
from naast.exchange.erasing import empty_lists

OF_MANY = _("A list with many people. What it said about you stands in your own file.")

register(
    Place(
        "exchange.ImportJob",
        _("Lists from which I came"),
        (About("imported__target_id", Fate.EMPTIED, shown=False, why=OF_MANY),),
        erase=empty_lists,
    ),
    Place(
        "exchange.ImportedRow",
        _("What a list changed about me"),
        (
            About("target_id", Fate.GOES),
            About("target_id", Fate.GOES, Key.ROW, shown=False, why=OF_MANY),
        ),
    ),
    Place(
        "exchange.RememberedDecision",
        _("Whether I am somebody in a list"),
        (
            About(
                "person_id",
                Fate.GOES,
                shown=False,
                why=_("A sealed mark that recognises a row of a list, and tells nothing."),
            ),
        ),
    ),
)
