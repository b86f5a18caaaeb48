"""Talks, the guide, the side by side and the facts agreed: part of urls.py."""

from django.urls import path

from naast.recruitment.views import facts, fit, guide, talks

ONE = "candidates/<uuid:application_id>"
TALK = f"{ONE}/talks/<uuid:talk_id>"
urlpatterns = [
    path(f"{ONE}/talks/invite/", talks.invite_to_talk, name="invite_to_talk"),
    path(f"{ONE}/talks/invite/send/", talks.send_invitation, name="send_invitation"),
    path(f"{ONE}/talks/agreed/", talks.plan_talk, name="plan_talk"),
    path(f"{TALK}/guide/", guide.talk_guide, name="talk_guide"),
    path(f"{TALK}/move/", talks.move_talk, name="move_talk"),
    path(f"{TALK}/cancel/", talks.cancel_talk, name="cancel_talk"),
    path(f"{TALK}/held/", talks.talk_held, name="talk_held"),
    path(f"{TALK}/missed/", talks.talk_missed, name="talk_missed"),
    path(f"{ONE}/guide/", guide.guide, name="guide"),
    path(f"{ONE}/notes/new/", guide.new_note, name="new_note"),
    path(f"{ONE}/notes/<uuid:note_id>/", guide.change_note, name="change_note"),
    path(f"{ONE}/fit/", fit.fit, name="fit"),
    path(f"{ONE}/fit/<slug:moment>/", fit.our_view, name="our_view"),
    path(f"{ONE}/facts/", facts.facts, name="facts"),
    path(f"{ONE}/facts/<slug:section>/", facts.facts_section, name="facts_section"),
]
