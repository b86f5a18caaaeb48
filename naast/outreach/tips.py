"""The 2+ method in our own words: how to ask, and how to welcome (S1-152, instruments B4)."""

from django.utils.translation import gettext_lazy as _

from naast.core.text import Text

HOW_TO_ASK: tuple[Text, ...] = (
    _("Choose a quiet moment: in person, not in passing."),
    _("Ask for one clear task. «Pour coffee on Tuesday» is easier to say yes to than «help us»."),
    _("Tell what we do, and why you do it yourself."),
    _("Say honestly how much time it takes, and that nobody does it alone."),
    _("Trying once is fine, and so is saying no."),
    _("Promise a warm welcome: you will be there the first time."),
)
WELCOME: tuple[tuple[str, Text], ...] = (
    ("called", _("Called before the first time")),
    ("met", _("Met at the door by somebody they know")),
    ("introduced", _("Everybody said who they are, the newcomer too")),
    ("shown", _("Saw the place and knows whom to ask")),
    ("thanked", _("Thanked, and asked how it was")),
)
WELCOME_CODES = frozenset(code for code, _words in WELCOME)
