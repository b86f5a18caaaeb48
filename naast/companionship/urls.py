"""Addresses of this room, under /o/<organisation>/."""

from naast.companionship import urls_callbacks, urls_matches, urls_requests, urls_rhythm

app_name = "companionship"
urlpatterns = [
    *urls_requests.urlpatterns,
    *urls_matches.urlpatterns,
    *urls_callbacks.urlpatterns,
    *urls_rhythm.urlpatterns,
]
