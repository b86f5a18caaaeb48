"""The voluntary questions after an application (pure): counted apart, tied to nobody (S4-27)."""

from django.utils.translation import gettext_lazy as _

from naast.core.text import Text

AGE_GROUPS: dict[str, Text] = {
    "under_26": _("Younger than 26"),
    "26_45": _("26 to 45"),
    "46_65": _("46 to 65"),
    "over_65": _("Older than 65"),
}
HOME_LANGUAGES: dict[str, Text] = {
    "dutch": _("Dutch"),
    "french": _("French"),
    "dutch_and_other": _("Dutch or French, and another language"),
    "other": _("Another language"),
}
# question → (what is asked, answer → words)
ASKED: dict[str, tuple[Text, dict[str, Text]]] = {
    "age_group": (_("How old are you?"), AGE_GROUPS),
    "home_language": (_("Which language do you speak most at home?"), HOME_LANGUAGES),
}
