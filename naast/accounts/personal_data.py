"""What accounts and sign-in keep about people, in our own table and in those of allauth.

An account may be used in several houses: these rows have no organisation, and go with the last house
(privacy.services.erasing).
"""

from django.utils.translation import gettext_lazy as _

from naast.accounts.services import forget_accounts
from naast.core.personal_data import About, Fate, Key, Place, register

KEYS = _(
    "These are keys to your account. Who has them can sign in as you, so we give them to nobody."
)

register(
    Place(
        "accounts.User",
        _("My account"),
        (About("id", Fate.GOES, Key.USER, fields=frozenset({"email", "name", "language"})),),
        erase=forget_accounts,
    ),
    Place(
        "core.Draft",
        _("What I typed and did not send yet"),
        (About("user_id", Fate.GOES, Key.USER),),
        is_in_confidence=True,
    ),
    Place(
        "account.EmailAddress",
        _("Addresses with which I sign in"),
        (About("user_id", Fate.GOES, Key.USER, fields=frozenset({"email", "verified"})),),
    ),
    Place(
        "account.EmailConfirmation",
        _("Links to confirm an address"),
        (
            About(
                "email_address__user_id",
                Fate.GOES,
                Key.USER,
                fields=frozenset({"key"}),
                shown=False,
                why=KEYS,
            ),
        ),
    ),
    Place(
        "mfa.Authenticator",
        _("Second factors with which I sign in"),
        (About("user_id", Fate.GOES, Key.USER, fields=frozenset({"type", "last_used_at"})),),
        why=KEYS,
    ),
    Place(
        "socialaccount.SocialAccount",
        _("Other accounts with which I sign in"),
        (
            About(
                "user_id",
                Fate.GOES,
                Key.USER,
                fields=frozenset({"provider", "uid", "extra_data", "last_login"}),
            ),
        ),
    ),
    Place(
        "socialaccount.SocialToken",
        _("Keys of other accounts"),
        (
            About(
                "account__user_id",
                Fate.GOES,
                Key.USER,
                fields=frozenset({"token", "token_secret"}),
                shown=False,
                why=KEYS,
            ),
        ),
    ),
    Place(
        "sessions.Session",
        _("Browsers in which somebody is signed in"),
        why=_(
            "A sealed line with the id of an account. It goes with the account, and by itself after two weeks."
        ),
    ),
)
