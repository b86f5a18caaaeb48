"""The fixed lists of words under which cases and sheets are found. Codes are kept, words are shown."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext_lazy as _

from naast.core.text import Text

THEMES: Mapping[str, Text] = {
    "aggression": _("Anger and aggression"),
    "autonomy": _("Deciding for oneself"),
    "boundaries": _("Limits"),
    "closeness": _("Closeness and distance"),
    "complaints": _("Not content"),
    "culture": _("Culture and belief"),
    "dementia": _("Dementia"),
    "equality": _("Equal worth"),
    "family": _("Family"),
    "gifts": _("Gifts and favours"),
    "goodbye": _("Saying goodbye"),
    "grief": _("Grief"),
    "loneliness": _("Loneliness"),
    "money": _("Money"),
    "overload": _("Asking too much or too little"),
    "poverty": _("Little money"),
    "safety": _("Safety"),
    "secrecy": _("What stays between us"),
    "signals": _("Noticing and passing on"),
    "social_media": _("Phones and social media"),
    "staff": _("Working with professionals"),
    "task_shift": _("Tasks that shift"),
    "unspoken": _("What we don’t talk about"),
}
# Whom a case or a sheet is about. People first: never the name of an illness alone.
GROUPS: Mapping[str, Text] = {
    "abuse": _("people who lived through violence or abuse"),
    "addiction": _("people who struggle with drink, drugs or gambling"),
    "carers": _("people who care for somebody of their own"),
    "circle": _("people who come back from prison"),
    "debts": _("people with debts and much paper"),
    "dementia": _("people with dementia"),
    "disability": _("people with an intellectual disability"),
    "grief": _("people in grief"),
    "lonely": _("people who are lonely"),
    "low_literacy": _("people who find reading hard"),
    "mental": _("people who have a hard time mentally"),
    "newcomers": _("people who are new here"),
    "older": _("older people"),
    "poverty": _("people who live on little money"),
    "seriously_ill": _("people who are seriously ill"),
    "young": _("children and young people"),
}
SETTINGS: Mapping[str, Text] = {
    "home": _("at home"),
    "care_home": _("in a care home"),
    "hospital": _("in a hospital"),
    "palliative": _("palliative care"),
    "home_administration": _("home administration"),
    "buddy": _("buddy or mentor"),
    "circle": _("circle"),
    "community": _("community house"),
    "language": _("practising the language"),
}
LISTS = {"themes": THEMES, "groups": GROUPS, "settings": SETTINGS}


def labels(words: Mapping[str, Text], codes: Iterable[str]) -> list[Text]:
    """The words of these codes; a code that is no longer known is left out."""
    return [words[code] for code in codes if code in words]


def choices(words: Mapping[str, Text]) -> list[tuple[str, Text]]:
    """What a form offers."""
    return list(words.items())
