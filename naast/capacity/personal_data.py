"""What capacity keeps about how much somebody can carry. It is said to be heard, counts nowhere, and goes."""

from django.utils.translation import gettext_lazy as _

from naast.core.personal_data import About, Fate, Place, register

ABOUT_ME = (About("person_id", Fate.GOES),)

register(
    Place("capacity.WorthAsking", _("When it was worth asking how I am"), ABOUT_ME),
    # Somebody may answer for their own eyes alone.
    Place(
        "capacity.SelfCheck",
        _("Whether what I do is too much"),
        ABOUT_ME,
        is_in_confidence=True,
    ),
    Place("capacity.OwnLimits", _("My own limits"), ABOUT_ME),
    Place("capacity.StepBack", _("When I wanted to do less"), ABOUT_ME),
    Place(
        "capacity.StepBackMatch",
        _("What I wished for one contact when I wanted to do less"),
        (About("step_back__person_id", Fate.GOES),),
    ),
)
