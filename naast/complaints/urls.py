"""Addresses of this room, under /o/<organisation>/."""

from django.urls import path

from naast.complaints.views import answering, filing, handling, mine, overview

app_name = "complaints"
ONE = "heard/complaints/<uuid:complaint_id>/"
OWN = "mine/complaints/<uuid:complaint_id>/"
urlpatterns = [
    path("heard/complaints/", overview.overview, name="overview"),
    path("heard/complaints/new/", filing.write_down, name="write_down"),
    path("heard/complaints/figures/", overview.figures, name="figures"),
    path("heard/complaints/terms/", overview.terms, name="terms"),
    # One of them, for who listens.
    path(ONE, handling.complaint, name="complaint"),
    path(f"{ONE}take-up/", overview.take_up, name="take_up"),
    path(f"{ONE}do/<slug:step>/", handling.step, name="step"),
    path(f"{ONE}other/", handling.find_other, name="find_other"),
    path(f"{ONE}share/", handling.share, name="share"),
    path(f"{ONE}view/<slug:side>/", handling.note_view, name="note_view"),
    path(f"{ONE}seen/", handling.note_seen, name="note_seen"),
    path(f"{ONE}talk/", answering.plan_talk, name="plan_talk"),
    path(f"{ONE}day/<slug:side>/", answering.note_day, name="note_day"),
    path(f"{ONE}held/", answering.hold_talk, name="hold_talk"),
    path(f"{ONE}no-talk/", handling.no_talk, name="no_talk"),
    path(f"{ONE}answer/", answering.answer, name="answer"),
    path(f"{ONE}back/<slug:side>/", answering.note_back, name="note_back"),
    path(f"{ONE}cannot/", handling.cannot, name="cannot"),
    path(f"{ONE}hand-over/", handling.hand_over, name="hand_over"),
    path(f"{ONE}safety/", handling.pass_on, name="pass_on"),
    path(f"{ONE}withdraw/", handling.note_withdrawal, name="note_withdrawal"),
    # Everybody's own.
    path("mine/complaints/", mine.mine, name="mine"),
    path("mine/complaints/new/", filing.new_complaint, name="new_complaint"),
    path("mine/complaints/paper.pdf", filing.paper, name="paper"),
    path(OWN, mine.my_complaint, name="my_complaint"),
    path(f"{OWN}view/", mine.my_view, name="my_view"),
    path(f"{OWN}seen/", mine.my_seen, name="my_seen"),
    path(f"{OWN}day/", mine.my_day, name="my_day"),
    path(f"{OWN}back/", mine.my_back, name="my_back"),
    path(f"{OWN}named/", mine.may_name_me, name="may_name_me"),
    path(f"{OWN}listener/", mine.my_listener, name="my_listener"),
    path(f"{OWN}withdraw/", mine.withdraw, name="withdraw"),
]
