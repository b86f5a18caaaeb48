"""Addresses of who notices something; a part of naast.signals.urls."""

from django.urls import path

from naast.signals.views import mine, phone

urlpatterns = [
    path("mine/noticed/", mine.notice, name="notice"),
    path("mine/noticed/new/<slug:kind>/", mine.new_signal, name="new_signal"),
    path("mine/noticed/danger/", mine.danger, name="danger"),
    path("mine/noticed/danger/card/", mine.danger_card, name="danger_card"),
    path("mine/noticed/told/", mine.my_signals, name="my_signals"),
    path("mine/noticed/told/<uuid:signal_id>/", mine.my_signal, name="my_signal"),
    # What stays on the phone.
    path("mine/noticed/pocket/", phone.pocket, name="pocket"),
    path("mine/noticed/send/", phone.send, name="send"),
    path("mine/noticed/worker.js", phone.worker, name="worker"),
    # Staff write down what somebody told them.
    path("heard/for/<uuid:person_id>/", mine.write_down, name="write_down"),
]
