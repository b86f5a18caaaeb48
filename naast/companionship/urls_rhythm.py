"""Addresses of rhythm, of times at a distance and of the lines for who is on duty next."""

from django.urls import path

from naast.companionship.views import duty, rhythm

urlpatterns = [
    path("matches/at-a-distance/", rhythm.distance, name="distance"),
    path("matches/at-a-distance/over/", rhythm.meet_again, name="meet_again"),
    path("matches/<uuid:match_id>/rhythm/", rhythm.match_rhythm, name="match_rhythm"),
    path("matches/<uuid:match_id>/rhythm/yes-for/", rhythm.agree_for, name="agree_for"),
    path("my-matches/<uuid:match_id>/rhythm/yes/", rhythm.agree, name="agree"),
    path("duty-lines/", duty.duty_lines, name="duty_lines"),
    path("duty-lines/<uuid:duty_line_id>/read/", duty.read_duty_line, name="read_duty_line"),
]
