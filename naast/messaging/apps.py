"""Messaging as a Django app."""

from django.apps import AppConfig


class MessagingConfig(AppConfig):
    """The outbox and its worker."""

    name = "naast.messaging"
