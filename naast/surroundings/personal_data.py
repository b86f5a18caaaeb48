"""What surroundings keeps around a participant, and what both say apart. It is theirs and goes with them; that
somebody found the way to help stays counted, without what it was."""

from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Side
from naast.core.personal_data import About, Fate, Place, register
from naast.people.whose import OWN_WORDS

ABOUT_ME = (About("person_id", Fate.GOES),)

register(
    Place("surroundings.Around", _("Who may see who does what around me"), ABOUT_ME),
    Place("surroundings.AroundLine", _("Who does what around me"), ABOUT_ME),
    Place(
        "surroundings.LedToHelp",
        _("Help I found the way to"),
        (About("person_id", Fate.EMPTIED),),
        keeps=frozenset({"led_on", "outcome"}),
    ),
    Place("surroundings.Saying", _("What I said in my own words"), ABOUT_ME),
    Place(
        "surroundings.MatchCheck",
        _("How it began for me"),
        (
            *ABOUT_ME,
            # What the other one of the two answered about it: asked apart, and in private.
            *(
                About(
                    f"match__{mine}_id",
                    Fate.STAYS,
                    fields=frozenset({"words"}),
                    shown=False,
                    why=OWN_WORDS,
                    only={"side": theirs},
                )
                for mine, theirs in (
                    ("volunteer", Side.PARTICIPANT),
                    ("participant", Side.VOLUNTEER),
                )
            ),
        ),
    ),
    Place("surroundings.Outcome", _("What changed for me"), ABOUT_ME),
    Place("surroundings.NetworkMap", _("Drawings of who is around me"), ABOUT_ME),
    Place(
        "surroundings.MapPerson",
        _("People on those drawings"),
        (About("network_map__person_id", Fate.GOES),),
    ),
)
