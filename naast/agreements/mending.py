"""Where somebody fills in what a text asks for: words and an address for each name that is missing."""

from collections.abc import Collection, Mapping
from uuid import UUID

from naast.agreements.filling import PLACEHOLDERS, Mend
from naast.core.text import Text
from naast.organisations.actors import Actor

# Fields that are changed in another section of the programme than «about».
LIMITS = frozenset({"not_done", "mandate", "relation_frame"})
RHYTHM = frozenset({"trial", "minimum_term", "support_rhythm"})
LINES = {
    Mend.TASKS: "tasks",
    Mend.CONTACT: "contact",
    Mend.TRAINING: "conditions",
    Mend.ON_CALL: "on_call",
}
OF_THE_HOUSE: Mapping[Mend, str] = {
    Mend.ABOUT_US: "agreements:about_us",
    Mend.SETTINGS: "organisations:settings",
    Mend.INSURANCE: "checks:insurance",
    Mend.PERSON: "people:volunteers",
}


def where_to_mend(
    actor: Actor, codes: Collection[str], programme_id: UUID | None
) -> list[tuple[Text, str]]:
    """(what is missing, the page where it is filled in), once each. Without a programme, what belongs to one
    leads to the list of programmes; a name that means nothing has no page."""
    known = [code for code in codes if code in PLACEHOLDERS]
    typed_wrong = [(f"{{{code}}}", "") for code in codes if code not in PLACEHOLDERS]
    return [
        *((PLACEHOLDERS[code].label, _url(actor, code, programme_id)) for code in known),
        *typed_wrong,
    ]


def _url(actor: Actor, code: str, programme_id: UUID | None) -> str:
    mend = PLACEHOLDERS[code].mend
    if mend in OF_THE_HOUSE:
        return actor.url(OF_THE_HOUSE[mend])
    if programme_id is None:
        return actor.url("programmes:programmes")
    if mend in LINES:
        return actor.url("programmes:lines", programme_id=programme_id, kind=LINES[mend])
    return actor.url("programmes:change", programme_id=programme_id, section=_section(code, mend))


def _section(code: str, mend: Mend) -> str:
    if code in LIMITS:
        return "limits"
    if code in RHYTHM:
        return "rhythm"
    return "support" if mend == Mend.SUPPORT else "about"
