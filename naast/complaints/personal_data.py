"""What complaints keep about the two sides. Each gets and loses their own words and what both read; how many there
were, about what and whether terms were kept stays. What was never shared with the other side is in no copy of theirs:
also the copy must not say that it exists."""

from django.utils.translation import gettext_lazy as _

from naast.complaints.states import Side, View
from naast.core.personal_data import About, Fate, Key, Place, register
from naast.people.whose import IN_CONFIDENCE

BOTH = frozenset(
    {
        "shared_on",
        "shared_words",
        "no_talk",
        "no_talk_words",
        "outcome",
        "agreed",
        "went_well",
        "look_back_on",
        "appealed_on",
    }
)
OF_REPORTER = BOTH | {
    "hat",
    "named_on",
    "without_coordinator",
    "reporter_name",
    "other_words",
    "reporter_view",
    "reporter_how",
    "reporter_content",
    "reporter_words",
    "signalled_on",
}
OF_OTHER = BOTH | {"other_name", "other_view", "other_how", "other_content", "other_end_words"}
COUNTED = frozenset(
    {
        "hat",
        "without_coordinator",
        "shared_on",
        "no_talk",
        "look_back_on",
        "reporter_content",
        "other_content",
        "appealed_on",
        "signalled_on",
    }
)
AT_THE_TABLE = frozenset({"starts_at", "place", "held_on", "said"})
# A person of the house, a colleague by their membership, or both.
WAYS = {
    Side.REPORTER: (("reporter_id", Key.PERSON), ("reporter_member_id", Key.MEMBERSHIP)),
    Side.OTHER: (("other_id", Key.PERSON), ("other_member_id", Key.MEMBERSHIP)),
}


def _ways(side: Side, fields: frozenset[str] | None, fate: Fate, through: str = "") -> list[About]:
    row: dict[str, object] = {} if fields is not None else {"side": side.value}
    unshared = f"{through}shared_on__isnull"
    shared = row if side == Side.REPORTER else row | {unshared: False}
    found = [
        About(f"{through}{path}", fate, key, fields=fields, only=shared) for path, key in WAYS[side]
    ]
    if side == Side.OTHER:
        found += [
            About(
                f"{through}{path}",
                fate,
                key,
                fields=fields,
                shown=False,
                why=IN_CONFIDENCE,
                only=row | {unshared: True},
                is_silent=True,
            )
            for path, key in WAYS[side]
        ]
    return found


register(
    Place(
        "complaints.Complaint",
        _("What I was not content with, and what was talked over with me"),
        (
            *_ways(Side.REPORTER, OF_REPORTER, Fate.EMPTIED),
            *_ways(Side.OTHER, OF_OTHER, Fate.EMPTIED),
        ),
        keeps=COUNTED,
        becomes={
            "reporter_how": View.DID_NOT_WANT.value,
            "other_how": View.DID_NOT_WANT.value,
        },
        is_in_confidence=True,
    ),
    Place(
        "complaints.Observation",
        _("What I saw or heard"),
        (
            *_ways(Side.REPORTER, None, Fate.GOES, "complaint__"),
            *_ways(Side.OTHER, None, Fate.GOES, "complaint__"),
        ),
        is_in_confidence=True,
    ),
    Place(
        "complaints.MediatedTalk",
        _("Talks with a mediator"),
        (
            *_ways(
                Side.REPORTER,
                AT_THE_TABLE | {"reporter_yes", "reporter_note"},
                Fate.EMPTIED,
                "complaint__",
            ),
            *_ways(
                Side.OTHER, AT_THE_TABLE | {"other_yes", "other_note"}, Fate.EMPTIED, "complaint__"
            ),
        ),
        keeps=frozenset({"starts_at", "held_on"}),
        is_in_confidence=True,
    ),
)
