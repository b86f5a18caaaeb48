"""Addresses of who handles signals; a part of naast.signals.urls."""

from django.urls import path

from naast.signals.views import grave, handling

ONE = "heard/<uuid:signal_id>/"
urlpatterns = [
    path("heard/", handling.overview, name="overview"),
    path("heard/team/", grave.agenda, name="agenda"),
    path("heard/team/<uuid:point_id>/", grave.agenda_point, name="agenda_point"),
    path(ONE, handling.signal, name="signal"),
    path(f"{ONE}take-up/", handling.take_up, name="take_up"),
    path(f"{ONE}contact-person/", handling.pass_on, name="pass_on"),
    path(f"{ONE}hand-over/", handling.hand_over, name="hand_over"),
    path(f"{ONE}level/", handling.level, name="level"),
    path(f"{ONE}at-once/", handling.measure, name="measure"),
    path(f"{ONE}at-once/<uuid:measure_id>/done/", handling.finish_measure, name="finish_measure"),
    path(f"{ONE}advice/", handling.advice, name="advice"),
    path(f"{ONE}decision/", handling.decision, name="decision"),
    path(f"{ONE}answer/", handling.answer, name="answer"),
    path(f"{ONE}close/", handling.close, name="close"),
    path(f"{ONE}calamity/", grave.calamity, name="calamity"),
    path(f"{ONE}calamity/reported/", grave.report, name="report"),
    path(f"{ONE}team/", grave.put_on_agenda, name="put_on_agenda"),
]
