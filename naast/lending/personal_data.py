"""What lending keeps about people: who had what, and what they told about it. The register itself is about things."""

from django.utils.translation import gettext_lazy as _

from naast.core.personal_data import About, Fate, Place, register

STILL_OUT = _("You still have it. It goes once it has come back.")
# Forgotten now, it would be lent to somebody else with their papers on it. keeping.LOANS takes it the night after.
NOT_WIPED = _("Something of yours may still be on it. This goes once that is erased.")

register(
    Place(
        "lending.Loan",
        _("What was lent to me"),
        (
            About("person_id", Fate.GOES, only={"back_on__isnull": False, "is_wiped": True}),
            About(
                "person_id", Fate.GOES, only={"back_on__isnull": False, "is_wiped__isnull": True}
            ),
            About(
                "person_id",
                Fate.STAYS,
                why=NOT_WIPED,
                only={"back_on__isnull": False, "is_wiped": False},
            ),
            About("person_id", Fate.STAYS, why=STILL_OUT, only={"back_on__isnull": True}),
        ),
    ),
)
