"""Whoever can sign in. What a user may do hangs on their memberships (organisations)."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.ids import uuid7


class UserManager(BaseUserManager["User"]):
    """Users by their mail address, whatever capitals were typed."""

    def get_by_natural_key(self, username: str | None) -> "User":
        """The user with this address. Raises User.DoesNotExist."""
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """A person who can sign in, in no, one or several organisations. There is no superuser."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=150, blank=True)
    language = models.CharField(_("language"), max_length=5, default="nl")
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = UserManager()

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "language", "is_active", "date_joined", "last_login"})
        personal = frozenset({"email", "name"})
        sensitive = frozenset({"password"})

    def __str__(self) -> str:
        return f"user {self.pk}"  # no name: this string ends up in logs
