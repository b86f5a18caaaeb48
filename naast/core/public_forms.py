"""What every public form has: spam kept out without a puzzle, and limits on what may be sent."""

from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from naast.core import clock

SALT = "naast.public-form"
# Nobody reads and fills in a form in less; a form may lie open on a kitchen table for a day and a half.
SHORTEST_SECONDS, LONGEST_SECONDS = 3, 36 * 60 * 60
# The largest that may be sent in one text.
LONGEST_TEXT = 3_000


def stamp(*, is_second: bool = False) -> str:
    """When a form was shown, signed; and whether it was shown before and refused."""
    return signing.dumps([int(clock.now().timestamp()), is_second], salt=SALT)


class PublicForm(forms.Form):
    """Base of public forms; put `{% trap form %}` inside the form element.

    People don't see the field `website`, machines fill it in; `opened` tells when the form was shown.
    Whoever seems to be a machine is asked to press «send» once more: a person loses nothing, and
    nobody solves a puzzle.
    """

    website = forms.CharField(required=False)
    opened = forms.CharField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.CharField) and field.max_length is None:
                field.max_length = LONGEST_TEXT
                field.validators.append(_at_most_the_longest)

    def clean(self) -> dict[str, Any]:
        """Refuse once what looks like a machine."""
        data = super().clean() or {}
        if not self._seems_a_person(data):
            raise forms.ValidationError(
                _("Please press the button once more. So we know that a person sends this.")
            )
        return data

    def _seems_a_person(self, data: dict[str, Any]) -> bool:
        try:
            shown, is_second = signing.loads(data.get("opened", ""), salt=SALT)
        except (signing.BadSignature, TypeError, ValueError):
            return False
        took = clock.now().timestamp() - shown
        if not 0 <= took <= LONGEST_SECONDS:
            return False
        return bool(is_second) or (took >= SHORTEST_SECONDS and not data.get("website"))

    @property
    def shown(self) -> str:
        """The stamp for the page that shows this form now."""
        return stamp(is_second=self.is_bound)


def _at_most_the_longest(value: str) -> None:
    if len(value) > LONGEST_TEXT:
        raise forms.ValidationError(
            _now("This is %(there)s characters; we can take %(most)s. Shorten it a little.")
            % {"there": len(value), "most": LONGEST_TEXT}
        )
