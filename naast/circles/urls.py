"""Addresses of this room, under /o/<organisation>/."""

from django.urls import path

from naast.circles.views import circles, meetings, mine, passages, people, reports

app_name = "circles"
ALL = "alongside/circles/"
ONE = f"{ALL}<uuid:circle_id>/"
OUTER = f"{ONE}outer/"
MEETING = f"{ONE}meetings/<uuid:meeting_id>/"
PASSAGES = f"{ONE}passages/"
PASSAGE = f"{PASSAGES}<uuid:passage_id>/"
SIGNAL = f"{ALL}signals/<uuid:signal_id>/"
MINE = "mine/circles/"
OWN = f"{MINE}<uuid:circle_id>/"
urlpatterns = [
    # Who leads circles.
    path(ALL, circles.circles, name="circles"),
    path(f"{ALL}new/", circles.choose_core, name="choose_core"),
    path(f"{ALL}new/<uuid:person_id>/", circles.new_circle, name="new_circle"),
    path(ONE, circles.circle, name="circle"),
    path(f"{ONE}change/", circles.change_circle, name="change_circle"),
    path(f"{ONE}step/<slug:step>/", circles.step, name="step"),
    path(f"{ONE}closing/", circles.closing, name="closing"),
    path(f"{ONE}people/", people.people, name="people"),
    path(f"{ONE}people/add/<uuid:person_id>/", people.add_volunteer, name="add_volunteer"),
    path(f"{ONE}people/<uuid:place_id>/end/", people.end_place, name="end_place"),
    path(f"{OUTER}new/", people.new_outer, name="new_outer"),
    path(f"{OUTER}<uuid:outer_id>/", people.outer_member, name="outer_member"),
    path(f"{OUTER}<uuid:outer_id>/<slug:step>/", people.outer_step, name="outer_step"),
    path(f"{ONE}yes/", people.say_yes, name="say_yes"),
    path(f"{ONE}yes/back/", people.take_back_yes, name="take_back_yes"),
    path(f"{ONE}agreements/", people.covenant, name="covenant"),
    path(f"{ONE}agreements.pdf", people.covenant_paper, name="covenant_paper"),
    path(f"{ONE}agreements/<int:number>/agree/", people.agree, name="agree"),
    path(f"{ONE}agreements/yes/<uuid:person_id>/", people.note_agreed, name="note_agreed"),
    path(f"{ONE}meetings/new/", meetings.plan, name="plan"),
    path(MEETING, meetings.meeting, name="meeting"),
    path(f"{MEETING}cancel/", meetings.cancel_meeting, name="cancel_meeting"),
    path(PASSAGES, passages.passages, name="passages"),
    path(f"{PASSAGES}new/", passages.new_passage, name="new_passage"),
    path(f"{PASSAGES}incoming/", passages.incoming, name="incoming"),
    path(PASSAGE, passages.passage, name="passage"),
    path(f"{PASSAGE}<slug:step>/", passages.passage_step, name="passage_step"),
    path(SIGNAL, reports.signal, name="signal"),
    path(f"{SIGNAL}seen/", reports.see_signal, name="see_signal"),
    path(f"{ONE}reports/", reports.reports, name="reports"),
    path(f"{ONE}reports/new/<slug:kind>/", reports.new_report, name="new_report"),
    path(f"{ONE}reports/<uuid:report_id>/", reports.report, name="report"),
    path(f"{ONE}event/", reports.event, name="event"),
    path(f"{ONE}event/<uuid:debrief_id>/heard/", reports.heard, name="heard"),
    # Whoever is inside.
    path(MINE, mine.mine, name="mine"),
    path(OWN, mine.my_circle, name="my_circle"),
    path(f"{OWN}meetings/<uuid:meeting_id>/", mine.my_meeting, name="my_meeting"),
    path(f"{OWN}meetings/<uuid:meeting_id>/minutes/", meetings.minutes, name="minutes"),
    path(f"{OWN}agreed/<uuid:agreed_id>/<slug:step>/", mine.tick, name="tick"),
    path(f"{OWN}contact/", mine.log_contact, name="log_contact"),
    path(f"{OWN}noticed/", mine.raise_signal, name="raise_signal"),
    path(f"{OWN}agreements/", mine.my_covenant, name="my_covenant"),
    path(f"{OWN}agreements.pdf", mine.my_covenant_paper, name="my_covenant_paper"),
    path(f"{OWN}agreements/<int:number>/agree/", mine.my_agree, name="my_agree"),
    path(f"{OWN}look-back/", mine.look_back, name="look_back"),
    path(f"{OWN}yes/<slug:step>/", mine.my_yes, name="my_yes"),
    path(f"{OWN}sharing/<uuid:outer_id>/back/", mine.my_sharing, name="my_sharing"),
    # Who stands outside.
    path(f"{MINE}outer/<uuid:circle_id>/", mine.outer, name="outer"),
]
