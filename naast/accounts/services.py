"""Writes about users."""

from uuid import UUID

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils.translation import gettext_lazy as _

from naast.accounts.models import User
from naast.core.ids import uuid7

NOBODY = _("[erased]")


def invite_user(*, email: str, name: str, language: str) -> User:
    """The user with this address, made if there is none yet. They sign in by a code sent by mail."""
    found = User.objects.filter(email__iexact=email).first()
    if found is not None:
        return found
    user = User(email=email.strip().lower(), name=name, language=language)
    user.set_unusable_password()
    user.save()
    return user


def choose_language(user: User, language: str) -> None:
    """Remember the language somebody reads best."""
    user.language = language
    user.save(update_fields=["language"])


def new_shell() -> User:
    """An account that is nobody's: the name under which the work of somebody who was erased still stands.
    Nobody can sign in with it."""
    key = uuid7()
    shell = User(id=key, email=f"{key}@erased.invalid", name=str(NOBODY), is_active=False)
    shell.set_unusable_password()
    shell.save()
    return shell


def forget_accounts(ids: list[UUID]) -> int:
    """Erase these accounts with their addresses, keys and the browsers in which they are signed in. Returns how
    many. Call inside the transaction of the erasing, which records it."""
    wanted = {str(each) for each in ids}
    for row in Session.objects.iterator(chunk_size=500):
        if row.get_decoded().get(SESSION_KEY) in wanted:
            row.delete()
    return User.objects.filter(pk__in=ids).delete()[1].get(User._meta.label, 0)
