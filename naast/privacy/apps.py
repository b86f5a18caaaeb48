"""Privacy as a Django app."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PrivacyConfig(AppConfig):
    """See the package."""

    name = "naast.privacy"

    def ready(self) -> None:
        """Ask every room where it keeps personal data, and for how long (its modules of these names)."""
        autodiscover_modules("personal_data", "keeping")
