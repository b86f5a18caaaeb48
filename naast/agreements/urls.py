"""Addresses of this room."""

from django.urls import URLPattern

from naast.agreements import urls_signing, urls_staff, urls_steps, urls_texts

app_name = "agreements"
urlpatterns: list[URLPattern] = [
    *urls_texts.urlpatterns,
    *urls_signing.urlpatterns,
    *urls_steps.urlpatterns,
    *urls_staff.urlpatterns,
]
