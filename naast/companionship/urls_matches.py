"""Addresses of matches and visits, under /o/<organisation>/."""

from django.urls import path

from naast.companionship.views import matches, mine, visits

urlpatterns = [
    path("matches/", matches.match_list, name="matches"),
    path("matches/<uuid:match_id>/", matches.match, name="match"),
    path("matches/<uuid:match_id>/answer/", mine.answer, name="answer"),
    path("matches/<uuid:match_id>/answer-for/", matches.answer_for, name="answer_for"),
    path("matches/<uuid:match_id>/withdraw/", matches.withdraw, name="withdraw"),
    path("matches/<uuid:match_id>/meeting/", matches.plan_meeting, name="plan_meeting"),
    path("matches/<uuid:match_id>/briefing/", matches.write_briefing, name="write_briefing"),
    path("matches/<uuid:match_id>/met/", matches.meeting_held, name="meeting_held"),
    path("matches/<uuid:match_id>/trial/", matches.start_trial, name="start_trial"),
    path("matches/<uuid:match_id>/wait/", matches.let_wait, name="let_wait"),
    path("matches/<uuid:match_id>/steps/<slug:step>/", matches.take_step, name="take_step"),
    path("matches/<uuid:match_id>/stop/", matches.stop_early, name="stop_early"),
    path("matches/<uuid:match_id>/talked/", matches.note_talk, name="note_talk"),
    path("matches/<uuid:match_id>/extend/", matches.extend_match, name="extend_match"),
    path("matches/<uuid:match_id>/people/", matches.name_people, name="name_people"),
    path(
        "matches/<uuid:match_id>/agreements/", matches.change_agreements, name="change_agreements"
    ),
    path(
        "matches/<uuid:match_id>/moments/<uuid:milestone_id>/",
        matches.milestone_done,
        name="milestone_done",
    ),
    path("my-matches/<uuid:match_id>/", mine.my_match, name="my_match"),
    path("my-matches/<uuid:match_id>/sheet/", mine.my_match_sheet, name="my_match_sheet"),
    path(
        "my-matches/<uuid:match_id>/change/<slug:wish>/", mine.ask_for_change, name="ask_for_change"
    ),
    path("quiet/<uuid:question_id>/", mine.quiet_answer, name="quiet_answer"),
    path("visits/i-was-there/", visits.i_was_there, name="i_was_there"),
    path("visits/i-cannot-come/", visits.cannot_come, name="cannot_come"),
    path("visits/<uuid:visit_id>/", visits.visit_done, name="visit_done"),
    path("visits/<uuid:visit_id>/edit/", visits.edit_visit, name="edit_visit"),
    path("visits/<uuid:visit_id>/read/", visits.see_visit, name="see_visit"),
]
