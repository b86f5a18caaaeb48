"""Our choices in django-allauth: nobody makes an account alone, codes come by mail."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """People come in by invitation of an organisation; a stranger can't open an account."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """No self-registration: applying is a page of recruitment, without an account."""
        return False

    def clean_email(self, email: str) -> Any:
        """One spelling of an address, so that capitals don't make a second person."""
        return super().clean_email(email.strip().lower())
