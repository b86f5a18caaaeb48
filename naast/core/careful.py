"""Forms with long free text look once for what is better left out, and let people send it anyway.

Inherit `Careful` beside `forms.Form`, name the fields in `careful_fields`, give `known` when you know who it is
about, and put `{% careful form %}` above the buttons. The form is refused once with what was found; whoever sends
the same words again is believed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from naast.core.detector import NOBODY, Found, Known, Sort, look
from naast.core.text import Text

ANYWAY = "as_it_is"
ADVICE: Mapping[Sort, Text] = {
    Sort.NATIONAL_BE: _("This looks like a national number: leave it out. We have no use for it."),
    Sort.NATIONAL_NL: _("This looks like a national number: leave it out. We have no use for it."),
    Sort.ACCOUNT: _("This looks like an account number: leave it out here."),
    Sort.CARD: _("This looks like the number of a bank card: never write it down."),
    Sort.MAIL: _("The mail address of somebody? It is rarely needed here."),
    Sort.PHONE: _("The phone number of somebody? It is rarely needed here."),
    Sort.NAME: _("The name of somebody else? «Her daughter» or «a neighbour» is enough."),
}


@dataclass(frozen=True, slots=True)
class Warned:
    """One thing that was found, in words for who wrote it."""

    label: Text
    words: str
    advice: Text
    sort: Sort


class Careful(forms.Form):
    """A form that warns of numbers and names of others in free text, without standing in the way."""

    careful_fields: ClassVar[tuple[str, ...]] = ()
    # Names alone are a soft hint: they don't stop who tells of a visit in a minute.
    stops_at_names: ClassVar[bool] = True

    def __init__(self, *args: Any, known: Known = NOBODY, **kwargs: Any) -> None:
        """`known`: who it is about and who writes it."""
        super().__init__(*args, **kwargs)
        self.known = known
        self.warned: list[Warned] = []
        self.mark = ""

    def clean(self) -> dict[str, Any]:
        """Refused once when something was found that its writer did not see yet."""
        data = super().clean() or {}
        found = [
            (name, each)
            for name in self.careful_fields
            if name in self.fields
            for each in look(data.get(name) or "", known=self.known)
        ]
        stopping = [each for _name, each in found if self._stops(each)]
        if stopping and self.data.get(ANYWAY) != _mark(stopping):
            self.warned = [
                Warned(self.fields[name].label or "", each.words, ADVICE[each.sort], each.sort)
                for name, each in found
            ]
            self.mark = _mark(stopping)
            self.add_error(None, _now("Read once more what you wrote. It is not sent yet."))
        return data

    def _stops(self, found: Found) -> bool:
        return self.stops_at_names or found.sort != Sort.NAME


def known_of(*people: Any) -> Known:
    """What may be written of these people: anything with `name`, `email` and `phone`, as far as it has them."""
    present = [each for each in people if each is not None]
    return Known(
        names=frozenset(each.name for each in present),
        addresses=frozenset(getattr(each, "email", "") for each in present) - {""},
        phones=frozenset(getattr(each, "phone", "") for each in present) - {""},
    )


def _mark(found: list[Found]) -> str:
    """Which pieces were shown, without saying them: other words are looked at anew."""
    said = "\x1f".join(sorted(f"{each.sort} {each.words}" for each in found))
    return sha256(said.encode()).hexdigest()[:16]
