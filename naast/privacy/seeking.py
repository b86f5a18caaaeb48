"""Finding somebody's name, address and phone in text, and taking them out (pure functions)."""

import json
import re
from dataclasses import dataclass
from typing import Any

from naast.people.names import phone_words

_BETWEEN = r"[\s./()-]*"


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for, and the mark that comes instead. `given` and `family` alone are too common to take out
    of running text: only together."""

    pattern: re.Pattern[str] | None
    given: str
    family: str
    mark: str
    # Words of which one stands in any text that names them: what a database can look for by itself.
    words: frozenset[str] = frozenset()

    def without(self, text: str) -> str:
        """The text with the mark where somebody was named. JSON stays JSON."""
        if self.pattern is None or not text:
            return text
        if text[:1] in ("{", "["):
            try:
                return self._in_json(text)
            except ValueError:
                pass
        return self.pattern.sub(lambda _found: self.mark, text)

    def _in_json(self, text: str) -> str:
        before = json.loads(text)
        after = self.within(before)
        return text if after == before else json.dumps(after, ensure_ascii=False)

    def within(self, value: Any) -> Any:
        """The same in every text of a structure."""
        if isinstance(value, str):
            return self.without(value)
        if isinstance(value, list):
            return [self.within(each) for each in value]
        if isinstance(value, dict):
            return {key: self.within(each) for key, each in value.items()}
        return value

    def stands_in_cells(self, text: str) -> bool:
        """Whether a list with cells names them: both names apart, or anything that is theirs alone."""
        if self.pattern is not None and self.pattern.search(text):
            return True
        folded = text.casefold()
        both = bool(self.given and self.family)
        return both and self.given.casefold() in folded and self.family.casefold() in folded


def sought(seeks: dict[str, Any], *, mark: str) -> Sought:
    """What to look for: the full name in both orders, addresses, and the phone however it is typed. A name of one
    word is left alone, because it may be anybody's; and so is one that somebody else here has as well."""
    given, family = seeks.get("given", ""), seeks.get("family", "")
    names = [] if seeks.get("shares_name") else _names(given, family)
    either = [*names, *_addresses(seeks), *_phones(seeks)]
    pattern = re.compile("|".join(either), re.IGNORECASE) if either else None
    words = frozenset({family, *seeks.get("addresses", []), seeks.get("phone", "")} - {""})
    return Sought(pattern, given, family, mark, words)


def _names(given: str, family: str) -> list[str]:
    if not (given.strip() and family.strip()):
        return []
    first, last = (r"\s+".join(map(re.escape, part.split())) for part in (given, family))
    return [rf"(?<!\w){first}\s+{last}(?!\w)", rf"(?<!\w){last},?\s+{first}(?!\w)"]


def _addresses(seeks: dict[str, Any]) -> list[str]:
    return [rf"(?<![\w.+-]){re.escape(each)}(?![\w-])" for each in seeks.get("addresses", [])]


def _phones(seeks: dict[str, Any]) -> list[str]:
    return [
        rf"(?<!\d)(?:\+|00)?{_BETWEEN.join(digits)}(?!\d)"
        for digits in sorted(phone_words(seeks.get("phone", "")), key=len, reverse=True)
    ]
