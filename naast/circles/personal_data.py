"""What circles keep. In a COSA circle that is data about offences (GDPR art. 10), and all of it is about the person
in the middle: the whole circle goes with them, and nothing of it is counted.

A volunteer who is erased takes along what is their own. What they wrote of the circle (minutes, contacts, what
worried them) is the file of the person in the middle; it stays without a name until the circle goes, and is not
in the volunteer's copy: that would carry it out of the circle.
"""

from collections.abc import Callable
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from naast.circles.models import Circle
from naast.circles.services import erasing
from naast.core.personal_data import About, Fate, Key, Place, personal_fields, register
from naast.core.text import Text
from naast.people.whose import ABOUT_ANOTHER, IN_CONFIDENCE, IN_OFFICE, OWN_WORDS

CORE = "circle__core_id"
OF_CORE = About(CORE, Fate.GOES)
CLOSED_TO_CORE = About(CORE, Fate.GOES, shown=False, why=IN_CONFIDENCE)
# That there is one at all would tell too much: it goes with the circle, and the copy doesn't speak of it.
SILENT = frozenset[str]()
WHEN = frozenset({"joined_on", "ended_on"})
TOLD = frozenset({"words", "subject", "basis"})
SHARED_IN_NAAST = _(
    "What the circle shares with you stands on your page. Ask us for the rest: we look together at what we can show you."
)


def _in_circle(
    model: str,
    title: Text,
    about: tuple[About, ...],
    keeps: frozenset[str] = frozenset(),
    erase: Callable[[list[UUID]], int] | None = None,
) -> Place:
    """Whoever does not look after a circle doesn't know that it exists, coordinator or not."""
    return Place(model, title, about, keeps=keeps, erase=erase, is_in_confidence=True)


register(
    _in_circle(
        "circles.Circle",
        _("The circle around me"),
        (About("core_id", Fate.GOES, fields=personal_fields(Circle) - {"core"}),),
        erase=erasing.forget_circles,
    ),
    _in_circle("circles.CircleStep", _("Steps of the circle around me"), (CLOSED_TO_CORE,)),
    _in_circle(
        "circles.InnerMember",
        _("My place in a circle, or who stands around me"),
        (
            About("person_id", Fate.GOES, fields=WHEN | {"reason"}),
            About(CORE, Fate.GOES, fields=WHEN | {"person"}),
        ),
    ),
    _in_circle(
        "circles.OuterMember",
        _("Professionals around me, or where I am one"),
        (
            OF_CORE,
            About("membership_id", Fate.STAYS, Key.MEMBERSHIP, why=IN_OFFICE),
        ),
    ),
    _in_circle("circles.Covenant", _("What we agreed in the circle around me"), (OF_CORE,)),
    _in_circle(
        "circles.CovenantYes",
        _("That I agreed in a circle"),
        (
            About("person_id", Fate.EMPTIED, fields=frozenset({"agreed_on", "how"})),
            About(
                "membership_id",
                Fate.STAYS,
                Key.MEMBERSHIP,
                fields=frozenset({"agreed_on", "how"}),
                why=IN_OFFICE,
            ),
            About(f"covenant__{CORE}", Fate.GOES, fields=SILENT),
        ),
        keeps=frozenset({"person", "agreed_on", "how"}),
    ),
    _in_circle(
        "circles.Meeting",
        _("Minutes of the circle"),
        (
            About(CORE, Fate.GOES, shown=False, why=SHARED_IN_NAAST),
            About("written_by_id", Fate.STAYS, shown=False, why=ABOUT_ANOTHER),
        ),
        erase=erasing.forget_meetings,
    ),
    _in_circle(
        "circles.Present",
        _("Meetings of a circle that I was at"),
        (
            About("person_id", Fate.EMPTIED, fields=SILENT),
            About(f"meeting__{CORE}", Fate.GOES, fields=SILENT),
        ),
        keeps=frozenset({"person"}),
    ),
    _in_circle(
        "circles.Agreed",
        _("What somebody of the circle would do"),
        (About(f"meeting__{CORE}", Fate.GOES),),
    ),
    _in_circle(
        "circles.Contact",
        _("Contacts between two meetings of the circle"),
        (
            About(CORE, Fate.GOES, fields=frozenset({"happened_on", "way"})),
            About(CORE, Fate.GOES, fields=frozenset({"words"}), shown=False, why=IN_CONFIDENCE),
            About(
                "person_id", Fate.STAYS, fields=frozenset({"words"}), shown=False, why=ABOUT_ANOTHER
            ),
        ),
        keeps=frozenset({"person"}),
    ),
    _in_circle(
        "circles.LookBack",
        _("How I look back at a circle"),
        (
            About("person_id", Fate.GOES, fields=frozenset({"brought", "hard", "next_circle"})),
            About(CORE, Fate.GOES, shown=False, why=OWN_WORDS),
        ),
    ),
    _in_circle(
        "circles.Passage",
        _("What was passed on about me"),
        (
            About(
                CORE,
                Fate.GOES,
                fields=TOLD,
                only={"is_hidden": False, "released_at__isnull": False},
            ),
            About(
                CORE,
                Fate.GOES,
                fields=frozenset({"raw", "why"}),
                shown=False,
                why=IN_CONFIDENCE,
                only={"is_hidden": False},
            ),
            About(CORE, Fate.GOES, fields=SILENT),
        ),
    ),
    _in_circle(
        "circles.Signal",
        _("What I noticed in a circle"),
        (
            About(
                "person_id",
                Fate.STAYS,
                fields=frozenset({"level", "words", "feedback"}),
                shown=False,
                why=ABOUT_ANOTHER,
            ),
            About(CORE, Fate.GOES, fields=SILENT),
        ),
    ),
    _in_circle("circles.Report", _("Summaries and reviews of the circle"), (CLOSED_TO_CORE,)),
    _in_circle("circles.HardEvent", _("Hard events of the circle"), (CLOSED_TO_CORE,)),
    _in_circle(
        "circles.Debrief",
        _("When I was heard after a hard event"),
        (
            About("person_id", Fate.GOES, fields=frozenset({"heard_on"})),
            About(f"event__{CORE}", Fate.GOES, fields=SILENT),
        ),
    ),
)
