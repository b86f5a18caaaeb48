"""Addresses of this room, under /o/<organisation>/."""

from naast.signals import urls_handling, urls_own

app_name = "signals"
urlpatterns = [*urls_own.urlpatterns, *urls_handling.urlpatterns]
