"""Privacy as a Django app."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PrivacyConfig(AppConfig):
    """See the package."""

    name = "naast.privacy"

    def ready(self) -> None:
        """Ask every room where it keeps personal data, and for how long (its modules of these names)."""
        from naast.core import retention  # noqa: PLC0415 -- models must be loaded first
        from naast.privacy import panels, panels_rights  # noqa: PLC0415 -- idem
        from naast.privacy.keeper import House  # noqa: PLC0415 -- idem

        autodiscover_modules("personal_data", "keeping")
        retention.answer_with(House())
        panels.register()
        panels_rights.register()
