"""What happens when a yes is taken back, in words for the person: read before they confirm. What services do then is
in people.services.consents (`forget_with`) and in the room of each yes; these sentences say the same."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.people.models import Consent
from naast.privacy.models import PhotoUse

Purpose = Consent.Purpose
OF_CONSENT: Mapping[str, tuple[Text, ...]] = {
    Purpose.VOLUNTEER_SUPPORT: (
        _("We stop looking for a volunteer, and proposals that still wait are taken back at once."),
        _(
            "Somebody who comes already does not stay away without a word: we talk about it with you."
        ),
        _("You may say yes again whenever you like."),
    ),
    Purpose.LIVED_EXPERIENCE: (
        _("What you lived through is erased from your card, and no longer used to find a match."),
        _("A match that is there stays."),
    ),
    Purpose.OWN_CRITERIA: (
        _("Your wish about who somebody is, is erased, and no longer used to find a match."),
        _("A match that is there stays."),
    ),
    Purpose.REPORTING: (
        _("Where you report is erased. We no longer remind you of the steps."),
        _(
            "Nobody is told. Whether you have to report something stays between you and that office."
        ),
    ),
}
CIRCLE: tuple[Text, ...] = (
    _("The circle rests at once, and everybody in it hears that today. Nobody asks you why first."),
    _("What was written stays until its day; you may ask to have it erased sooner."),
)
CARD: tuple[Text, ...] = (
    _(
        "Your words and your picture are erased from the board at once. The title stays in your own list."
    ),
)
DAYS: tuple[Text, ...] = (_("Nobody is reminded of this day any more."),)
GUIDE: tuple[Text, ...] = (
    _(
        "From now on we tell this person nothing. What was told already we can’t take back: you read it on your page."
    ),
)
PHOTO: tuple[Text, ...] = (
    _("From now on no picture of you is used for this."),
    _("What is listed here we take down. You see it when that is done."),
    _("What was printed or sent already can’t be called back; it is not printed again."),
)
PHOTO_TAKE: tuple[Text, ...] = (
    _(
        "From now on nobody takes a picture of you. What you said yes to before goes on, until you take that back too."
    ),
)


def of_photo(use: str) -> tuple[Text, ...]:
    """The same for one use of pictures."""
    return PHOTO_TAKE if use == PhotoUse.TAKE else PHOTO
