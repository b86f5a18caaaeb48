"""Kinds of messages to people outside, each with its usual words in every language. Rooms register
theirs in AppConfig.ready(); an organisation may replace the words (models.Wording)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from naast.core.errors import DomainError
from naast.core.text import Text

PLACEHOLDER = re.compile(r"\{(\w+)\}")
# What makes a link of a word in a mail: everybody may type a name in a public form, with any address.
NOT_IN_A_NAME = re.compile(r"[/\\:@<>]")
DOT_IN_A_WORD = re.compile(r"(?<=\w)\.(?=\w{2})")
LONGEST_NAME = 60
# What every text may use.
ALWAYS = frozenset({"first_name", "organisation", "phone"})
# What a subject may hold at most, as the outbox keeps it.
LONGEST_SUBJECT = 120
# What stands in an open place, for example: shown where people choose their words.
EXAMPLES: Mapping[str, Text] = {
    "first_name": gettext_lazy("Noor"),
    "organisation": gettext_lazy("The name of your organisation"),
    "phone": gettext_lazy("02 000 00 00"),
    "title": gettext_lazy("Come and have coffee"),
    "talk": gettext_lazy("A first talk"),
    "when": gettext_lazy("Tuesday 3 March, 14:00"),
    "moments": gettext_lazy("Tuesday 3 March, 14:00\nThursday 5 March, 10:00"),
    "where": gettext_lazy("In our house, on the ground floor"),
    "how": gettext_lazy("In our house"),
    "minutes": gettext_lazy("60"),
    "host": gettext_lazy("Amal"),
    "date": gettext_lazy("3 March"),
    "day": gettext_lazy("3 March"),
    "until": gettext_lazy("Friday 6 March"),
    "forget_on": gettext_lazy("3 September"),
    "reason": gettext_lazy("The room is not free."),
    "alternative": gettext_lazy("A neighbourhood house that is glad with help in the garden."),
    "what": gettext_lazy("Two hours of help in the garden"),
    "news": gettext_lazy("Found a place here"),
}


class UnknownPlaceholder(DomainError):
    """A text asks for something that nobody can fill in."""


class SubjectUnfit(DomainError):
    """A subject that is empty, or too long for the line it has to stand on."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of message. `subject` holds no placeholders (no names in subjects); `body` may hold
    `{first_name}`, `{organisation}`, `{phone}` and those of `fills`. `when` tells the coordinator when
    it goes out."""

    code: str
    label: Text
    when: Text
    subject: Text
    body: Text
    fills: frozenset[str] = frozenset()

    @property
    def placeholders(self) -> frozenset[str]:
        """Everything this text may leave open."""
        return ALWAYS | self.fills


@dataclass(frozen=True, slots=True)
class Words:
    """A subject and a body, filled in or not."""

    subject: str
    body: str


_kinds: dict[str, Kind] = {}


def register(*kinds: Kind) -> None:
    """Make these kinds known; a second time changes nothing."""
    _kinds.update({kind.code: kind for kind in kinds})


def kinds() -> list[Kind]:
    """All kinds, in the order in which the rooms registered them."""
    return list(_kinds.values())


def kind_named(code: str) -> Kind:
    """The kind with this code. Raises KeyError."""
    return _kinds[code]


def usual(kind: Kind, language: str) -> Words:
    """The usual words of a kind in this language, with their placeholders."""
    with override(language):
        return Words(str(kind.subject), str(kind.body))


def check(kind: Kind, words: Words) -> None:
    """Raises UnknownPlaceholder when the words ask for what nobody can fill in, or the subject asks for
    anything at all: subjects show on locked phones."""
    unknown = sorted(set(PLACEHOLDER.findall(words.body)) - kind.placeholders)
    if unknown:
        raise UnknownPlaceholder(
            _("We can’t fill in %(names)s. Use only: %(known)s.")
            % {
                "names": ", ".join(f"{{{name}}}" for name in unknown),
                "known": ", ".join(f"{{{name}}}" for name in sorted(kind.placeholders)),
            }
        )
    if PLACEHOLDER.search(words.subject):
        raise UnknownPlaceholder(
            _("A subject shows on locked phones: leave out everything in braces.")
        )


def check_subject(words: Words) -> None:
    """Raises SubjectUnfit for a subject that is empty, longer than a line, or more than one line."""
    lines = words.subject.splitlines()
    if len(lines) != 1 or not words.subject.strip() or len(words.subject) > LONGEST_SUBJECT:
        raise SubjectUnfit(
            _("A subject is one line of at most %(most)s characters.") % {"most": LONGEST_SUBJECT}
        )


def example_of(name: str) -> Text:
    """What may stand in this open place, for example."""
    return EXAMPLES.get(name, name.replace("_", " "))


def called(name: str) -> str:
    """A name as a letter may hold it: one line that no mail programme makes a link of, and no longer than
    names are. Otherwise our letters would carry whatever somebody wants sent to a third."""
    line = " ".join(NOT_IN_A_NAME.sub(" ", name).split())
    return DOT_IN_A_WORD.sub(". ", line)[:LONGEST_NAME].strip()


def fill(words: Words, values: Mapping[str, str]) -> Words:
    """The words with their values. Raises KeyError for a value that is missing: a fault of the caller."""
    known = dict(values)
    if "first_name" in known:
        known["first_name"] = called(str(known["first_name"]))
    return Words(
        words.subject, PLACEHOLDER.sub(lambda found: str(known[found.group(1)]), words.body)
    )
