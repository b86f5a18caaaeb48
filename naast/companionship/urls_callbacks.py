"""Addresses of asking to be called."""

from django.urls import path

from naast.companionship.views import callbacks

urlpatterns = [
    path("ask/<slug:kind>/", callbacks.ask, name="ask_call_back"),
    path("calls/<uuid:call_back_id>/", callbacks.call_back, name="call_back"),
]
