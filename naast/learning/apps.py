"""Learning as a Django app."""

from django.apps import AppConfig


class LearningConfig(AppConfig):
    """See the package."""

    name = "naast.learning"
