"""Addresses of this room, under /o/<organisation>/."""

from django.urls import path

from naast.intervision.views import (
    ethics,
    evenings,
    follow_ups,
    leading,
    mine,
    questions,
    series,
    talks,
)

app_name = "intervision"
SERIES = "prepare/evenings/<uuid:series_id>/"
PLANNED = "prepare/evenings/planned/<uuid:evening_id>/"
TALK = "prepare/evenings/talks/<uuid:evening_id>/"
ABSENT = "prepare/evenings/missed/"
MINE = "mine/evenings/<uuid:evening_id>/"
LEAD = f"{MINE}lead/"
urlpatterns = [
    # Coordinators.
    path("prepare/evenings/", series.series_list, name="series_list"),
    path("prepare/evenings/new/", series.new_series, name="new_series"),
    path(SERIES, series.one_series, name="series"),
    path(f"{SERIES}change/", series.change_series, name="change_series"),
    path(f"{SERIES}end/", series.end_series, name="end_series"),
    path(f"{SERIES}year/", series.year, name="year"),
    path(f"{SERIES}members/", series.members, name="members"),
    path(f"{SERIES}members/<uuid:person_id>/<slug:step>/", series.member_step, name="member_step"),
    path(f"{SERIES}new-evening/", evenings.new_evening, name="new_evening"),
    path(f"{PLANNED}change/", evenings.change_evening, name="change_evening"),
    path(f"{PLANNED}cancel/", evenings.cancel_evening, name="cancel_evening"),
    path(f"{TALK}promises/new/", talks.new_promise, name="new_promise"),
    path("prepare/evenings/promises/<uuid:promise_id>/", talks.promise, name="promise"),
    # Coordinators and coaches.
    path(ABSENT, follow_ups.follow_ups, name="follow_ups"),
    path(f"{ABSENT}<uuid:follow_up_id>/", follow_ups.follow_up, name="follow_up"),
    # Whoever takes part.
    path("mine/evenings/", mine.mine, name="mine"),
    path(MINE, mine.evening, name="evening"),
    path(f"{MINE}sign-off/", mine.sign_off, name="sign_off"),
    path(f"{MINE}come/", mine.come, name="come"),
    path(f"{MINE}evening.ics", mine.calendar, name="calendar"),
    path(f"{MINE}question/", questions.ask_question, name="ask_question"),
    path(f"{MINE}place/", questions.ask_place, name="ask_place"),
    path("mine/evenings/questions/<uuid:question_id>/", questions.question, name="question"),
    path(
        "mine/evenings/questions/<uuid:question_id>/take-back/",
        questions.withdraw_question,
        name="withdraw_question",
    ),
    path("mine/evenings/actions/<uuid:action_id>/done/", mine.action_done, name="action_done"),
    path(f"{MINE}talk/", talks.talk, name="talk"),
    path(f"{MINE}talk/wish/", talks.wish, name="wish"),
    path(f"{MINE}talk/wishes/<uuid:wish_id>/vote/", talks.vote, name="vote"),
    path("mine/evenings/right/", ethics.ethics, name="ethics"),
    path("mine/evenings/right/new/", ethics.new_ethics, name="new_ethics"),
    path("mine/evenings/right/<uuid:ethics_id>/", ethics.one_ethics, name="one_ethics"),
    # Whoever leads.
    path(LEAD, leading.lead, name="lead"),
    path(f"{LEAD}agenda/", leading.arrange, name="arrange"),
    path(f"{LEAD}print/", leading.print_agenda, name="print_agenda"),
    path(f"{LEAD}guide/", leading.guide, name="guide"),
    path(f"{LEAD}attendance/", leading.attendance, name="attendance"),
    path(f"{LEAD}attendance/<uuid:person_id>/<slug:step>/", leading.presence, name="presence"),
    path(f"{LEAD}close/", leading.close, name="close"),
    path(f"{LEAD}questions/<uuid:question_id>/<slug:step>/", leading.choose, name="choose"),
    path(f"{LEAD}brought/", leading.bring_in, name="bring_in"),
    path(f"{LEAD}actions/", leading.new_action, name="new_action"),
    path(f"{LEAD}actions/<uuid:action_id>/<slug:step>/", leading.tick, name="tick"),
    path(f"{LEAD}count/", talks.count, name="count"),
]
