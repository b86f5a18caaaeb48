"""The words of handling a signal: whose advice, what is decided, how it stands after the talk (pure)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Advice(models.TextChoices):
    """Whose advice was asked (S2-31). Advice elsewhere can be asked without names."""

    COLLEAGUE = "colleague", _("A colleague")
    VEILIG_THUIS = "veilig_thuis", "Veilig Thuis"
    HELPLINE_1712 = "1712", "1712"
    CHILD_CENTRE = "child_centre", _("A child abuse centre (Vertrouwenscentrum)")
    DOCTOR = "doctor", _("A doctor or nurse")
    OTHER = "other", _("Somebody else")


# Whom one can ask in each country; the law rows say where this comes from.
ADVICE_IN: dict[str, tuple[Advice, ...]] = {
    "BE": (
        Advice.COLLEAGUE,
        Advice.HELPLINE_1712,
        Advice.CHILD_CENTRE,
        Advice.DOCTOR,
        Advice.OTHER,
    ),
    "NL": (Advice.COLLEAGUE, Advice.VEILIG_THUIS, Advice.DOCTOR, Advice.OTHER),
}


class Outcome(models.TextChoices):
    """What is decided. A professional decides, never the volunteer (spec/law 2.4)."""

    TALK = "talk", _("We talk with who it is about")
    SUPPORT = "support", _("We arrange help here")
    LOOK = "look", _("We stay near and look again")
    ELSEWHERE = "elsewhere", _("We pass it on to somebody outside")
    REPORT = "report", _("A professional reports it")
    ENOUGH = "enough", _("Nothing more is needed")


# After these the reporter hears within a week what came of it (B26).
PASSED_ON = (Outcome.ELSEWHERE, Outcome.REPORT)


class Told(models.TextChoices):
    """Whether who it is about was told."""

    YES = "yes", _("Yes, we told them")
    NO = "no", _("No, and we say why")


class AfterTalk(models.TextChoices):
    """How it stands after the talk with who it is about (B16). Neutral: nobody has to prove anything."""

    NOTHING_FOUND = "nothing_found", _("The worry is gone")
    DOUBT = "doubt", _("We still don’t know")
    NO_HELP = "no_help", _("Something is wrong; they don’t want help now")
    HELP = "help", _("Something is wrong; they would like help")


# What fits each of the four, in our own words.
AFTER_TALK_NEXT = {
    AfterTalk.NOTHING_FOUND: _("Say so to who told it, thank them, and close."),
    AfterTalk.DOUBT: _("Stay near, agree on a day to look again, and ask advice."),
    AfterTalk.NO_HELP: _(
        "Respect it as long as it is safe. Leave a way open, and ask advice on what you may do."
    ),
    AfterTalk.HELP: _("Agree on the next step together, and who goes along."),
}
