"""What groups keep about who meets there. How many were there stays; what somebody brought in goes."""

from django.utils.translation import gettext_lazy as _

from naast.core.personal_data import About, Fate, Place, personal_fields, register
from naast.intervision.models import SeriesMember

ABOUT_ME = (About("person_id", Fate.GOES),)

register(
    Place(
        "intervision.SeriesMember",
        _("Groups I meet with"),
        (About("person_id", Fate.GOES, fields=personal_fields(SeriesMember) | {"series"}),),
    ),
    Place(
        "intervision.Presence",
        _("Evenings I was at"),
        (About("person_id", Fate.EMPTIED),),
        keeps=frozenset({"state"}),
    ),
    Place(
        "intervision.LearningQuestion",
        _("Questions I brought to an evening"),
        (About("asker_id", Fate.GOES),),
        is_in_confidence=True,
    ),
    Place("intervision.AgreedAction", _("What I would do after an evening"), ABOUT_ME),
    Place("intervision.FollowUp", _("When the group missed me"), ABOUT_ME),
    # What the house promised because of a wish has words of its own, and stays.
    Place(
        "intervision.Wish",
        _("What I would like better"),
        (About("asker_id", Fate.GOES),),
    ),
    Place(
        "intervision.Vote",
        _("Votes about what we would like better"),
        why=_("Nobody can see who voted what, we neither. Votes go when they are counted."),
    ),
    Place(
        "intervision.EthicsQuestion",
        _("Questions I asked about what is right"),
        (
            # What the house holds to from now on belongs to everybody.
            About("asked_by_id", Fate.EMPTIED, fields=frozenset({"text"})),
        ),
        becomes={"text": "…"},
    ),
)
