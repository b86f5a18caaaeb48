"""Audit as a Django app."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """History without foreign keys (ADR 0004)."""

    name = "naast.audit"
