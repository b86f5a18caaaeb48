"""What division keeps about a volunteer and a professional beside one participant. Notes about the participant are
the participant's file, whoever wrote them."""

from django.utils.translation import gettext_lazy as _

from naast.core.personal_data import About, Fate, Key, Place, register
from naast.division.models import DivisionYes
from naast.people.whose import IN_CONFIDENCE, IN_OFFICE, THEIR_FILE

VOLUNTEER, PARTICIPANT = "match__volunteer_id", "match__participant_id"
DIVISION = "division__match"
WROTE_IT = About(VOLUNTEER, Fate.STAYS, why=THEIR_FILE)

register(
    # Holds no field of anybody, but an empty shell stands in for nobody.
    Place(
        "division.StandIn",
        _("For whom I stand in"),
        (About("person_id", Fate.GOES),),
    ),
    Place(
        "division.HandOver",
        _("When somebody took over"),
        (About(PARTICIPANT, Fate.GOES), WROTE_IT),
    ),
    Place(
        "division.PassedOn",
        _("What was passed on to the professional"),
        (
            About(PARTICIPANT, Fate.GOES, shown=False, why=IN_CONFIDENCE),
            WROTE_IT,
        ),
    ),
    Place(
        "division.PatternMove",
        _("How the responsibility moved"),
        (About(VOLUNTEER, Fate.EMPTIED), About(PARTICIPANT, Fate.EMPTIED)),
        keeps=frozenset({"from_pattern", "to_pattern", "moved_on"}),
    ),
    Place(
        "division.RoomWish",
        _("How much I would like to decide"),
        (About(VOLUNTEER, Fate.GOES),),
    ),
    # First names of both may stand in a table.
    Place(
        "division.DivisionVersion",
        _("Who does what"),
        (
            About(f"{DIVISION}__volunteer_id", Fate.EMPTIED),
            About(f"{DIVISION}__participant_id", Fate.EMPTIED),
        ),
    ),
    Place(
        "division.DivisionYes",
        _("That I agreed who does what"),
        (
            About(
                f"version__{DIVISION}__volunteer_id",
                Fate.EMPTIED,
                only={"side": DivisionYes.Side.VOLUNTEER},
            ),
            About("said_by_id", Fate.STAYS, Key.MEMBERSHIP, why=IN_OFFICE),
        ),
        keeps=frozenset({"said_on"}),
    ),
    Place(
        "division.Tension",
        _("What rubbed, and how we talked about it"),
        (
            About("volunteer_id", Fate.GOES),
            About(
                "professional_id",
                Fate.EMPTIED,
                Key.MEMBERSHIP,
                fields=frozenset({"professional_view"}),
            ),
        ),
    ),
    Place(
        "division.Idea",
        _("My ideas of what a volunteer can mean here"),
        (About("added_by_id", Fate.STAYS, Key.MEMBERSHIP, why=IN_OFFICE),),
    ),
)
