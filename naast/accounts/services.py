"""Writes about users."""

from naast.accounts.models import User


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
