"""What expenses keeps about volunteers. What was paid, with its proof and the name beside it, has to be shown to the tax
office for seven years (spec/law 1.7.8): it stays when somebody is erased, and goes with its calendar year
(`keeping`). What was never paid goes at once."""

from django.utils.translation import gettext_lazy as _

from naast.core.personal_data import About, Fate, Place, register
from naast.expenses.services.keeping import write_down_names
from naast.expenses.states import ClaimState

KEPT_BY_LAW = _(
    "The law asks to keep what was paid for seven years after the calendar year. Then it goes."
)
OF_CLAIM, OF_PROOF = "cost_year__person_id", "claim__cost_year__person_id"
NEVER_PAID = (ClaimState.WITHDRAWN, ClaimState.NOT_PAID)
PAID_OR_TO_PAY = tuple(state for state in ClaimState if state not in NEVER_PAID)

register(
    Place(
        "expenses.Claim",
        _("Costs I asked back"),
        (
            About(OF_CLAIM, Fate.GOES, only={"state__in": NEVER_PAID}),
            # What finance and I wrote to each other about it.
            About(
                OF_CLAIM,
                Fate.EMPTIED,
                fields=frozenset({"question", "answer"}),
                only={"state__in": PAID_OR_TO_PAY},
            ),
            About(OF_CLAIM, Fate.STAYS, why=KEPT_BY_LAW, only={"state__in": PAID_OR_TO_PAY}),
        ),
    ),
    Place(
        "expenses.Proof",
        _("Bills and tickets I added"),
        (
            About(OF_PROOF, Fate.GOES, only={"claim__state__in": NEVER_PAID}),
            About(OF_PROOF, Fate.STAYS, why=KEPT_BY_LAW, only={"claim__state__in": PAID_OR_TO_PAY}),
        ),
    ),
    Place(
        "expenses.Declaration",
        _("What I declared about other organisations"),
        (About(OF_CLAIM, Fate.STAYS, why=KEPT_BY_LAW),),
    ),
    Place(
        "expenses.CostYear",
        _("My name on the list of a year"),
        (About("person_id", Fate.EMPTIED),),
        keeps=frozenset({"name"}),
        erase=write_down_names,
    ),
    Place(
        "expenses.PayAccount",
        _("Where I am paid"),
        (About("person_id", Fate.GOES),),
    ),
)
