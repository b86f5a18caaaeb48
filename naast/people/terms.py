"""Vocabularies of people: what helps, kinds of contact, styles, languages, parts of the week (pure)."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from babel import Locale
from django.utils.dates import WEEKDAYS
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from naast.core.text import Text

# What helps somebody to do well, chosen together (S1-27): never a yes or no to «vulnerable».
SUPPORT_WISHES: dict[str, Text] = {
    "time": _("Time: going at my own pace"),
    "language": _("Language: plain words, or somebody who explains"),
    "structure": _("Structure: knowing what happens, step by step"),
    "nearness": _("Nearness: somebody close by whom I can turn to"),
}
# What a volunteer is to a participant (instrument B12).
CONTACT_KINDS: dict[str, Text] = {
    "ally": _("Ally: beside each other, as equals"),
    "coach": _("Coach: helps to reach something"),
    "mentor": _("Mentor: has walked this road before"),
}
STYLES: dict[str, Text] = {
    "talk": _("Talking together"),
    "do": _("Doing things together"),
    "quiet": _("Being together quietly"),
}
PETS: dict[str, Text] = {
    "cat": _("Cat"),
    "dog": _("Dog"),
    "bird": _("Bird"),
    "other": _("Another animal"),
}
ALLERGIES: dict[str, Text] = {
    "cat": _("Cats"),
    "dog": _("Dogs"),
    "bird": _("Birds"),
    "dust": _("House dust"),
    "pollen": _("Pollen"),
}
HATS: dict[str, Text] = {"volunteer": _("Volunteer"), "participant": _("Participant")}

DAYS = 7
PARTS_OF_DAY: tuple[Text, ...] = (_("morning"), _("afternoon"), _("evening"))
PARTS_A_WEEK = DAYS * len(PARTS_OF_DAY)

# The languages that forms offer; a list that comes in may bring any other ISO 639 code.
LANGUAGES = [
    "nl",
    "fr",
    "en",
    "de",
    "ar",
    "ary",
    "ber",
    "tr",
    "es",
    "it",
    "pt",
    "pl",
    "ro",
    "bg",
    "ru",
    "uk",
    "fa",
    "prs",
    "ps",
    "ku",
    "ur",
    "hi",
    "bn",
    "pa",
    "so",
    "ti",
    "am",
    "sw",
    "ln",
    "rw",
    "sq",
    "sr",
    "hr",
    "bs",
    "mk",
    "el",
    "hu",
    "cs",
    "sk",
    "zh",
    "ja",
    "vi",
    "th",
    "id",
    "hy",
    "az",
    "ka",
    "ca",
    "he",
    "vgt",
    "dse",
    "sfb",
]
# Languages that Babel has no word for in our languages.
_OTHER_LANGUAGES: dict[str, Text] = {
    "ber": _("Berber"),
    "prs": _("Dari"),
    "ary": _("Moroccan Arabic"),
    "vgt": _("Flemish Sign Language"),
    "dse": _("Dutch Sign Language"),
    "sfb": _("French Belgian Sign Language"),
    "sgn": _("Sign language"),
    "crp": _("Creole"),
}


@lru_cache(maxsize=8)
def _names_in(reader: str) -> Mapping[str, str]:
    names: Mapping[str, str] = Locale.parse(reader, sep="-").languages
    return names


def language_name(code: str) -> str:
    """What the reader calls this language; an unknown code stands for itself."""
    if code in _OTHER_LANGUAGES:
        return str(_OTHER_LANGUAGES[code])
    name = _names_in((get_language() or "en")[:2]).get(code, code)
    return name[:1].upper() + name[1:]


def language_choices() -> list[tuple[str, str]]:
    """The languages a form offers: the three of the house first, then by name for this reader."""
    rest = sorted(((code, language_name(code)) for code in LANGUAGES[3:]), key=lambda pair: pair[1])
    return [(code, language_name(code)) for code in LANGUAGES[:3]] + rest


def labels(codes: Iterable[str], vocabulary: Mapping[str, Text]) -> list[Text]:
    """The words for these codes, in the order of the vocabulary; unknown codes stay away."""
    chosen = set(codes)
    return [label for code, label in vocabulary.items() if code in chosen]


def parts_of(mask: int | None) -> list[int]:
    """The free parts of the week in a mask: 0 is Monday morning, 20 is Sunday evening."""
    return [part for part in range(PARTS_A_WEEK) if (mask or 0) >> part & 1]


def mask_of(parts: Iterable[int]) -> int:
    """The mask of these parts of the week. Raises ValueError for a part that does not exist."""
    mask = 0
    for part in parts:
        if not 0 <= part < PARTS_A_WEEK:
            raise ValueError(f"no such part of the week: {part}")
        mask |= 1 << part
    return mask


def week_sentence(mask: int | None) -> str:
    """«Tuesday afternoon, Friday morning»; a day with all its parts is said once."""
    parts = set(parts_of(mask))
    said: list[str] = []
    for day, name in WEEKDAYS.items():
        own = [part for part in range(len(PARTS_OF_DAY)) if day * len(PARTS_OF_DAY) + part in parts]
        if len(own) == len(PARTS_OF_DAY):
            said.append(str(_("%(day)s all day")) % {"day": name})
        else:
            said += [
                str(_("%(day)s %(part)s")) % {"day": name, "part": PARTS_OF_DAY[part]}
                for part in own
            ]
    return ", ".join(said)
