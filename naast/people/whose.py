"""Whose words something is: sentences of several rooms for who reads what is kept about them."""

from django.utils.translation import gettext_lazy as _

from naast.core.text import Text

# Why something stays when somebody is erased.
THEIR_FILE: Text = _(
    "It belongs to the file of somebody you stood beside, and goes when their file goes."
)
IN_OFFICE: Text = _("You did this in your work for the organisation. Your name stays with it.")
# Why something is not in somebody's own copy.
IN_CONFIDENCE: Text = _(
    "Somebody told this in confidence. Ask us for it: we look together at what we can show you."
)
MORE_THAN_YOU: Text = _(
    "It tells about somebody else too. Ask us for it: we look together at what we can show you."
)
OWN_WORDS: Text = _("These are somebody’s own words about how it was for them. They are theirs.")
WHO_SAW_IT: Text = _("Who told us stays with us. What they saw you can read.")
ABOUT_ANOTHER: Text = _(
    "It is about somebody else. You read it here for as long as you are beside them."
)
