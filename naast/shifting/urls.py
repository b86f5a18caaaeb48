"""Addresses of this room, under /o/<organisation>/."""

from django.urls import path

from naast.shifting.views import mine, shifts, work

app_name = "shifting"
SHIFTS, PROGRAMME, MINE = (
    "alongside/shifts/",
    "alongside/shifts/team/<uuid:programme_id>/",
    "mine/shifts/",
)
ONE = f"{SHIFTS}<uuid:shift_id>/"
TASK = f"{PROGRAMME}tasks/<uuid:task_id>/"
urlpatterns = [
    path(SHIFTS, shifts.overview, name="overview"),
    path(f"{SHIFTS}catalogue/", work.catalogue, name="catalogue"),
    path(f"{SHIFTS}catalogue/<slug:slug>/", work.entry, name="entry"),
    path(f"{SHIFTS}list/<int:year>/", work.yearly_list, name="yearly_list"),
    path(f"{SHIFTS}quarter/<slug:quarter>/", work.quarter, name="quarter"),
    path(f"{SHIFTS}match/<uuid:match_id>/", shifts.match, name="match"),
    path(f"{SHIFTS}match/<uuid:match_id>/new/", shifts.new_task, name="new_task"),
    path(PROGRAMME, work.programme, name="programme"),
    path(f"{PROGRAMME}quarter/<slug:quarter>/", work.programme_quarter, name="programme_quarter"),
    path(f"{PROGRAMME}talk/", work.team_talk, name="team_talk"),
    path(TASK, work.task, name="task"),
    path(f"{TASK}place/", work.place, name="place"),
    path(ONE, shifts.shift, name="shift"),
    path(f"{ONE}accept/", shifts.accept, name="accept"),
    path(f"{ONE}talk/", shifts.talk, name="talk"),
    path(f"{ONE}restore/", shifts.restore, name="restore"),
    path(f"{ONE}answered/", shifts.answered, name="answered"),
    path(f"{ONE}look-back/", shifts.look_back, name="look_back"),
    path(f"{ONE}once/", shifts.let_be, name="let_be"),
    path(MINE, mine.mine, name="mine"),
    path(f"{MINE}what-i-do/", mine.what_i_do, name="what_i_do"),
    path(f"{MINE}what-i-do/<uuid:programme_id>/", mine.my_work, name="my_work"),
    path(f"{MINE}<uuid:shift_id>/", mine.my_shift, name="my_shift"),
    path(f"{MINE}<uuid:shift_id>/answer/", mine.my_answer, name="my_answer"),
]
