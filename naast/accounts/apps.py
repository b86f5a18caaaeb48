"""Accounts as a Django app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Sign-in is django-allauth's work; this room holds the user and our choices."""

    name = "naast.accounts"
