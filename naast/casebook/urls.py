"""Addresses of this room."""

from django.urls import URLPattern

app_name = "casebook"
urlpatterns: list[URLPattern] = []
