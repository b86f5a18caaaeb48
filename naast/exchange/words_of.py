"""The words for closed choices, as lists write them and as we write them, in three languages."""

from django.utils.translation import get_language

from naast.exchange.values.readings import folded

# code: (Dutch, French, English, every other wording). What we write out must be read back.
_VOLUNTEER_STATUS = {
    "interested": ("kennismaking", "en découverte", "getting to know each other", "kandidaat|aspirant|geinteresseerd|nieuw|candidat|candidate|new|interested|wachtlijst|intake"),
    "active": ("actief", "actif", "active", "ja|j|yes|y|oui|o|x|1|lopend|aan de slag|in dienst|bezig|active volunteer|true|waar|vrai|ok"),
    "paused": ("pauze", "en pause", "paused", "gepauzeerd|op pauze|tijdelijk niet|tijdelijk gestopt|on hold|pause|inactief tijdelijk|rust|ziek"),
    "former": ("afscheid genomen", "parti", "said goodbye", "gestopt|nee|neen|n|no|non|0|inactief|niet actief|niet meer actief|ex|oud|uit dienst|stop|stopgezet|former|inactive|inactif|ancien|termine|gestopte|oud vrijwilliger|false|onwaar|faux|afgesloten|archief"),
}  # fmt: skip
_PARTICIPANT_STATUS = {
    "active": (*_VOLUNTEER_STATUS["active"][:3], _VOLUNTEER_STATUS["active"][3] + "|wachtlijst|kandidaat|nieuw|intake|pauze|gekoppeld|wachtend|en attente|waiting|matched"),
    "former": (*_VOLUNTEER_STATUS["former"][:3], _VOLUNTEER_STATUS["former"][3] + "|overleden|verhuisd|deceased|decede"),
}  # fmt: skip
_MATCH_STATES = {
    "proposed": ("gevraagd aan de vrijwilliger", "demandé au bénévole", "asked to the volunteer", "voorgesteld|voorstel|propose|proposition|proposed|proposal"),
    "volunteer_yes": ("gevraagd aan de deelnemer", "demandé au participant", "asked to the participant", "vrijwilliger akkoord|volunteer yes"),
    "both_yes": ("eerste ontmoeting te plannen", "première rencontre à planifier", "first meeting to plan", "akkoord|beide akkoord|both yes"),
    "meeting_planned": ("eerste ontmoeting gepland", "première rencontre planifiée", "first meeting planned", "ontmoeting gepland|meeting planned"),
    "trial": ("proefperiode", "période d’essai", "trial", "proef|essai|op proef|proefdraaien|trial period"),
    "running": ("lopend", "en cours", "running", "actief|actif|active|gestart|loopt|bezig|ja|x|oui|yes|started|gekoppeld|goedgekeurd"),
    "paused": ("gepauzeerd", "en pause", "paused", "pauze|op pauze|on hold|onderbroken|pause|tijdelijk gestopt"),
    "winding_down": ("afrondend", "en clôture", "winding down", "in afronding|afbouw|loopt af|uitdovend"),
    "ended": ("beëindigd", "terminé", "ended", "gestopt|afgesloten|afgerond|gedaan|einde|stop|stopgezet|inactief|niet actief|fini|termine|cloture|closed|stopped|finished|inactive|nee|non|no"),
    "not_started": ("niet gestart", "non démarré", "did not start", "niet doorgegaan|geannuleerd|annule|cancelled|not started|geen match|afgewezen"),
}  # fmt: skip
_MODES = {
    "home": ("thuis", "à la maison", "at home", "huisbezoek|bezoek|bij deelnemer|aan huis|ter plaatse|a domicile|domicile|visite|home|home visit|visit|chez|op bezoek|fysiek|live"),
    "outing": ("uitstap", "sortie", "going out", "op stap|buitenshuis|wandeling|wandelen|uit|buiten|activiteit|promenade|dehors|exterieur|outing|out|walk|winkelen|koffie"),
    "phone": ("telefoon", "par téléphone", "by phone", "telefonisch|bellen|gebeld|tel|telefoongesprek|belcontact|telephone|appel|phone|call|phone call|telefoontje"),
    "online": ("online", "en ligne", "online", "digitaal|videobellen|video|whatsapp|teams|zoom|skype|visio|videoconference|mail|chat|video call"),
}  # fmt: skip
_MOODS = {
    "good": ("goed", "bien", "good", "zeer goed|heel goed|leuk|fijn|prima|super|top|ok|oke|tres bien|bon|great|fine|positief|1"),
    "mixed": ("gemengd", "mitigé", "so-so", "matig|wisselend|gaat wel|zozo|moyen|comme ci comme ca|mixed|neutraal|neutre|neutral|soso"),
    "hard": ("moeilijk", "difficile", "hard", "slecht|zwaar|lastig|minder goed|niet goed|mauvais|bad|difficult|negatief|dur"),
}  # fmt: skip
_GENDERS = {
    "woman": ("vrouw", "femme", "woman", ""),
    "man": ("man", "homme", "man", ""),
    "other": ("anders", "autre", "other", ""),
}
_PETS = {
    "cat": ("kat", "chat", "cat", "katten|poes|poezen|chats|cats|kater"),
    "dog": ("hond", "chien", "dog", "honden|hondje|chiens|dogs|puppy"),
    "bird": (
        "vogel",
        "oiseau",
        "bird",
        "vogels|parkiet|parkieten|kanarie|papegaai|oiseaux|birds|kippen|duiven",
    ),
    "other": (
        "ander dier",
        "autre animal",
        "another animal",
        "ander|andere|other|autre|ja|oui|yes|x|vissen|konijn|hamster|cavia|poisson|lapin|fish|rabbit",
    ),
}
_LEVELS = {
    "1": ("een beetje", "un peu", "a little", ""),
    "2": ("goed", "bien", "well", ""),
    "3": ("vloeiend", "couramment", "fluently", ""),
}
_ANSWERS = {"yes": ("ja", "oui", "yes", ""), "no": ("nee", "non", "no", "")}
_DAYS = (
    ("ma", "lundi", "Mon"),
    ("di", "mardi", "Tue"),
    ("wo", "mercredi", "Wed"),
    ("do", "jeudi", "Thu"),
    ("vr", "vendredi", "Fri"),
    ("za", "samedi", "Sat"),
    ("zo", "dimanche", "Sun"),
)
_PARTS = (
    ("voormiddag", "matin", "morning"),
    ("namiddag", "après-midi", "afternoon"),
    ("avond", "soir", "evening"),
)
_PLACES = {"nl": 0, "fr": 1}

Table = dict[str, tuple[str, str, str, str]]


def _lookup(table: Table) -> dict[str, str]:
    """Every wording, folded, to its code; our own words win from other people's."""
    words = {
        folded(word): code for code, own in table.items() for word in own[3].split("|") if word
    }
    words |= {folded(code): code for code in table}
    return words | {folded(word): code for code, own in table.items() for word in own[:3]}


VOLUNTEER_STATUS = _lookup(_VOLUNTEER_STATUS)
PARTICIPANT_STATUS = _lookup(_PARTICIPANT_STATUS)
MATCH_STATES = _lookup(_MATCH_STATES)
MODES = _lookup(_MODES)
MOODS = _lookup(_MOODS)
PETS = _lookup(_PETS)

_TABLES: dict[str, Table] = {
    "volunteer_status": _VOLUNTEER_STATUS,
    "participant_status": _PARTICIPANT_STATUS,
    "match_state": _MATCH_STATES,
    "mode": _MODES,
    "mood": _MOODS,
    "gender": _GENDERS,
    "pet": _PETS,
    "level": _LEVELS,
    "answer": _ANSWERS,
}


def _place() -> int:
    return _PLACES.get((get_language() or "en")[:2], 2)


def word_for(table: str, code: str) -> str:
    """Our word for a code in the reader's language; the code itself when there is none."""
    words = _TABLES[table].get(code)
    return words[_place()] if words else code


def words_for_week(mask: int) -> str:
    """A week of 21 bits in words that parse_availability reads back as the same week."""
    place = _place()
    days = []
    for day, names in enumerate(_DAYS):
        parts = [_PARTS[part][place] for part in range(3) if mask >> (day * 3 + part) & 1]
        if parts:
            days.append(f"{names[place]} {' '.join(parts)}")
    return ", ".join(days)
