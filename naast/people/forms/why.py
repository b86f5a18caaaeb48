"""Why something has to be filled in: short sentences that forms about people share (S4-26)."""

from django.utils.translation import gettext_lazy as _

WHAT_TO_CALL_YOU = _("So that we know what to call you.")
WHAT_TO_CALL_THEM = _("So that we know what to call them.")
TO_ANSWER_YOU = _("So that we can answer you.")
YOU_CAN_READ = _("So that you can read what we write.")
THEY_CAN_READ = _("So that they can read what we write.")
