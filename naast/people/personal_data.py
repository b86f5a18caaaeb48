"""What people keeps about somebody: the person, both hats, and what was written around them."""

from django.utils.translation import gettext_lazy as _

from naast.core.personal_data import About, Fate, Key, Place, register
from naast.people.services import erasing

ABOUT_ME = (About("person_id", Fate.GOES),)

register(
    Place(
        "people.Person",
        _("Who I am and how to reach me"),
        (About("id", Fate.EMPTIED),),
        becomes={"given_name": erasing.NOBODY},
        erase=erasing.empty_people,
    ),
    Place(
        "people.PersonWord",
        _("Words by which I am found"),
        (
            About(
                "person_id",
                Fate.GOES,
                shown=False,
                why=_("The words of your name and address once more, so that search is quick."),
            ),
        ),
    ),
    Place("people.PersonLanguage", _("Languages I speak"), ABOUT_ME),
    Place("people.PersonTopic", _("What I like, can and lived through"), ABOUT_ME),
    Place("people.AvailabilityException", _("Days on which my week is different"), ABOUT_ME),
    Place(
        "people.VolunteerProfile",
        _("My card as a volunteer"),
        (About("person_id", Fate.EMPTIED),),
        keeps=frozenset({"since_on", "left_on"}),
        erase=erasing.empty_volunteers,
    ),
    Place(
        "people.ParticipantProfile",
        _("My file as a participant"),
        (About("person_id", Fate.EMPTIED),),
        keeps=frozenset({"since_on"}),
        erase=erasing.empty_participants,
    ),
    Place("people.HatChange", _("When I became a volunteer or a participant"), ABOUT_ME),
    Place(
        "people.Note",
        _("Notes about me"),
        (
            About("person_id", Fate.GOES),
            About(
                "author_id",
                Fate.STAYS,
                Key.MEMBERSHIP,
                shown=False,
                why=_("Notes you wrote about others belong to their file."),
            ),
        ),
    ),
    Place("people.Consent", _("What I said yes to"), ABOUT_ME),
    Place(
        "people.Household",
        _("My household"),
        (
            About(
                "people__id",
                Fate.GOES,
                why=_("As long as somebody else lives there, it stays theirs."),
            ),
        ),
        erase=erasing.forget_households,
    ),
)
