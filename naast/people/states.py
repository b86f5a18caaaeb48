"""Where somebody can stand as a volunteer or participant, and which steps lead on (state tables)."""

from django.utils.translation import gettext_lazy as _

from naast.core.states import StateTable, Step

STAFF, SELF = "staff", "self"
BOTH = frozenset({STAFF, SELF})
ONLY_STAFF = frozenset({STAFF})

VOLUNTEER = StateTable(
    [
        Step("begin", frozenset({"interested"}), "active", _("Begins as a volunteer"), ONLY_STAFF),
        Step("pause", frozenset({"active"}), "paused", _("Pause for a while"), BOTH),
        Step("come-back", frozenset({"paused"}), "active", _("Is back"), BOTH),
        Step(
            "say-goodbye",
            frozenset({"interested", "active", "paused"}),
            "former",
            _("Say goodbye"),
            BOTH,
        ),
        Step("start-again", frozenset({"former"}), "interested", _("Starts again"), ONLY_STAFF),
    ]
)
PARTICIPANT = StateTable(
    [
        Step("say-goodbye", frozenset({"active"}), "former", _("Say goodbye"), BOTH),
        Step("start-again", frozenset({"former"}), "active", _("Is with us again"), ONLY_STAFF),
    ]
)
GOODBYE = "say-goodbye"
BY_HAT = {"volunteer": VOLUNTEER, "participant": PARTICIPANT}
