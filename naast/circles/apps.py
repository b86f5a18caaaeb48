"""Circles as a Django app."""

from django.apps import AppConfig


class CirclesConfig(AppConfig):
    """See the package."""

    name = "naast.circles"
