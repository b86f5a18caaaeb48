"""Core as a Django app: base templates, assets, tenancy guards."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CoreConfig(AppConfig):
    """Installs the tenancy guards after every migrate, so that no migration can forget one."""

    name = "naast.core"

    def ready(self) -> None:
        from naast.core.tenancy import install_guards  # noqa: PLC0415 -- needs loaded apps

        post_migrate.connect(install_guards, sender=self, dispatch_uid="naast.tenancy")
