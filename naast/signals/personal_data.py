"""What signals keep. Somebody may have to be safe because of one, and who told it must be able to trust us: so it
is in confidence, the person it is about reads it with the contact person, and it goes with its own term.
"""

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from naast.core.personal_data import About, Fate, Key, Place, register
from naast.core.text import Text
from naast.people.whose import IN_CONFIDENCE, IN_OFFICE
from naast.signals.models import (
    AgendaPoint,
    Calamity,
    Consultation,
    Decision,
    LevelChange,
    Measure,
    Signal,
)

SAFETY = _("It is about the safety of somebody else. It goes a year after it was closed.")
STILL_OPEN = _(
    "Somebody still looks at it, so that you or somebody else is safe. It goes a year after it is closed."
)
WORDS = frozenset({"saw", "told_to_me", "thinks", "goes_well", "who_knows", "wants"})
# What of it is about who told it.
OF_REPORTER = WORDS | {"seen_on", "person_knows", "may_name", "answer", "answered_at", "answer_way"}
# Without a word of it: how many there were, of which kind, how soon, and whether they were answered.
COUNTED = frozenset(
    {
        "kind",
        "aspect",
        "path",
        "level_proposed",
        "level",
        "state",
        "state_since",
        "seen_on",
        "danger",
        "due_at",
        "answered_at",
        "answer_way",
        "closed_at",
    }
)

SIGNAL = Place(
    Signal._meta.label,
    _("What you noticed, and what was noticed about you"),
    (
        About("reporter_id", Fate.EMPTIED, fields=OF_REPORTER, only={"about__isnull": True}),
        About(
            "reporter_id",
            Fate.STAYS,
            fields=OF_REPORTER,
            why=SAFETY,
            only={"about__isnull": False},
        ),
        About(
            "about_id",
            Fate.EMPTIED,
            shown=False,
            why=IN_CONFIDENCE,
            only={"state": "closed"},
            is_silent=True,
        ),
        About(
            "about_id",
            Fate.STAYS,
            shown=False,
            why=STILL_OPEN,
            only={"state__in": ["new", "seen", "decided"]},
            is_silent=True,
        ),
        About(
            "colleague_id",
            Fate.STAYS,
            Key.MEMBERSHIP,
            shown=False,
            why=IN_CONFIDENCE,
            is_silent=True,
        ),
        # What staff wrote down for somebody is that person’s own: policies.own says the same.
        About(
            "entered_by_id",
            Fate.STAYS,
            Key.MEMBERSHIP,
            fields=WORDS,
            why=IN_OFFICE,
            only={"reporter__isnull": True},
        ),
        About(
            "entered_by_id",
            Fate.STAYS,
            Key.MEMBERSHIP,
            fields=WORDS,
            shown=False,
            why=IN_CONFIDENCE,
            only={"reporter__isnull": False},
        ),
        About(
            "handler_id", Fate.STAYS, Key.MEMBERSHIP, fields=frozenset({"answer"}), why=IN_OFFICE
        ),
    ),
    keeps=COUNTED,
    becomes={"may_name": False},
    is_in_confidence=True,
)


def _handling(model: type[Model], title: Text, *, keeps: frozenset[str] = frozenset()) -> Place:
    """What a handler wrote about a signal: it goes as the signal goes, and nobody reads it in a copy."""
    return Place(
        model._meta.label,
        title,
        (
            About(
                "signal__about_id",
                Fate.EMPTIED,
                shown=False,
                why=IN_CONFIDENCE,
                only={"signal__state": "closed"},
                is_silent=True,
            ),
            About(
                "signal__about_id",
                Fate.STAYS,
                shown=False,
                why=STILL_OPEN,
                only={"signal__state__in": ["new", "seen", "decided"]},
                is_silent=True,
            ),
        ),
        keeps=keeps,
        is_in_confidence=True,
    )


register(
    SIGNAL,
    _handling(
        LevelChange, _("How soon a signal asked for somebody"), keeps=frozenset({"before", "after"})
    ),
    _handling(Measure, _("What was done at once"), keeps=frozenset({"due_on", "done_on"})),
    _handling(
        Consultation,
        _("Advice that was asked about a signal"),
        keeps=frozenset({"asked", "asked_on", "without_names"}),
    ),
    _handling(
        Decision,
        _("What was decided about a signal"),
        keeps=frozenset(
            {
                "outcome",
                "decided_on",
                "told",
                "after_talk",
                "passed_on",
                "answer_due_on",
                "refreshed_on",
                "talk_on",
            }
        ),
    ),
    _handling(Calamity, _("Calamities that were reported"), keeps=frozenset({"reported_at"})),
    _handling(AgendaPoint, _("What the team talked about, without anybody in it")),
)
