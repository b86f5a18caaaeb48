"""What parting keeps about goodbyes. Why people leave and how long contact lasts is counted in codes and days; every
word goes. The talk with one of the two of a match is theirs alone."""

from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Side
from naast.core.personal_data import About, Fate, Place, register
from naast.people.whose import OWN_WORDS, THEIR_FILE, WHO_SAW_IT

OF_PARTING = About("parting__person_id", Fate.GOES)
SIDES = ((Side.VOLUNTEER, Side.PARTICIPANT), (Side.PARTICIPANT, Side.VOLUNTEER))
PULSE_DAYS = frozenset({"started_on", "until_on", "last_contact_on", "ended_on"})

register(
    Place(
        "parting.Closing",
        _("How a contact ended"),
        (
            About("match__volunteer_id", Fate.EMPTIED),
            About("match__participant_id", Fate.EMPTIED),
        ),
        keeps=frozenset({"wants_together", "together_on", "checks", "died"}),
    ),
    Place(
        "parting.ClosingTalk",
        _("Talks at the end of a contact"),
        (
            *(
                About(f"closing__match__{mine}_id", Fate.EMPTIED, only={"side": mine})
                for mine, _other in SIDES
            ),
            *(
                About(
                    f"closing__match__{mine}_id",
                    Fate.STAYS,
                    fields=frozenset({"brought", "in_touch", "goodbye", "next_words"}),
                    shown=False,
                    why=OWN_WORDS,
                    only={"side": other},
                )
                for mine, other in SIDES
            ),
        ),
        keeps=frozenset({"outcome", "talk_on", "next"}),
    ),
    Place(
        "parting.Care",
        _("Calls after the end of a contact"),
        tuple(
            About(f"match__{mine}_id", Fate.EMPTIED, only={"side": mine}) for mine, _other in SIDES
        ),
        keeps=frozenset({"due_on", "done_on"}),
    ),
    Place(
        "parting.Parting",
        _("My goodbye as a volunteer"),
        (About("person_id", Fate.EMPTIED),),
        keeps=frozenset(
            {"kind", "state", "state_since", "talk_on", "better", "grounds", "heard", "closed_on"}
        ),
    ),
    Place(
        "parting.PartingReason",
        _("Why I said goodbye"),
        (About("parting__person_id", Fate.EMPTIED),),
        keeps=frozenset({"code"}),
    ),
    Place("parting.EarlierStep", _("What was tried before my goodbye"), (OF_PARTING,)),
    Place(
        "parting.Seen",
        _("What was seen before my goodbye"),
        (
            About(
                "parting__person_id",
                Fate.GOES,
                fields=frozenset({"seen_on", "is_first_hand", "facts"}),
            ),
            About(
                "parting__person_id",
                Fate.GOES,
                fields=frozenset({"seen_by"}),
                shown=False,
                why=WHO_SAW_IT,
            ),
        ),
    ),
    Place("parting.Keepsake", _("What I took along when I left"), (OF_PARTING,)),
    Place("parting.Invitation", _("A yearly word after my goodbye"), (OF_PARTING,)),
    Place(
        "parting.OnwardGoal",
        _("Where I would like to go from here"),
        (About("person_id", Fate.EMPTIED),),
        keeps=frozenset({"kind", "noted_on", "reached_on"}),
    ),
    Place(
        "parting.Away",
        _("When I was not there for a long time"),
        (About("person_id", Fate.GOES),),
    ),
    Place(
        "parting.Pulse",
        _("Light contact after help ended"),
        (
            About("participant_id", Fate.EMPTIED),
            About("volunteer_id", Fate.STAYS, fields=PULSE_DAYS, why=THEIR_FILE),
        ),
        keeps=PULSE_DAYS | {"consent_on", "consent_how", "stopped_by_participant", "last_answer"},
    ),
    Place(
        "parting.PulseContact",
        _("Light contacts, in one line"),
        (
            About("pulse__participant_id", Fate.EMPTIED),
            About("pulse__volunteer_id", Fate.STAYS, why=THEIR_FILE),
        ),
        keeps=frozenset({"contact_on"}),
    ),
)
