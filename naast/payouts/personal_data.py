"""What payouts keep about people: who was paid what, in which way. The law asks for it for seven years (spec/law
1.7.8); then it goes by itself (`keeping`)."""

from django.utils.translation import gettext_lazy as _

from naast.core.personal_data import About, Fate, Place, register

BY_LAW = _("The law asks us to keep what was paid for seven years. After that it goes by itself.")
KEPT = (About("person_id", Fate.STAYS, why=BY_LAW),)

register(
    Place("payouts.Transfer", _("What was paid to my account"), KEPT),
    Place("payouts.CashPayment", _("What I got in cash"), KEPT),
)
