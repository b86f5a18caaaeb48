"""Addresses of this room, under /o/<organisation>/."""

from django.urls import path

from naast.parting.views import away, closings, grounds, mine, partings, pulses

app_name = "parting"
MATCH = "alongside/parting/matches/<uuid:match_id>/"
ONE = "alongside/parting/volunteers/<uuid:parting_id>/"
urlpatterns = [
    # The end of a match, and what comes after it.
    path("alongside/parting/", closings.overview, name="overview"),
    path(MATCH, closings.closing, name="closing"),
    path(f"{MATCH}talk/<slug:side>/", closings.closing_talk, name="closing_talk"),
    path(f"{MATCH}arrange/", closings.arrange, name="arrange"),
    path(f"{MATCH}end/", closings.end, name="end"),
    path(f"{MATCH}died/<slug:side>/", closings.who_died, name="who_died"),
    path(f"{MATCH}wish/", closings.next_wish, name="next_wish"),
    path(f"{MATCH}debrief/<slug:side>/", closings.debrief, name="debrief"),
    path(f"{MATCH}pulse/", pulses.new_pulse, name="new_pulse"),
    path("alongside/parting/calls/<uuid:care_id>/", closings.care, name="care"),
    path("alongside/parting/pulse/<uuid:pulse_id>/", pulses.pulse, name="pulse"),
    path("alongside/parting/pulse/<uuid:pulse_id>/stop/", pulses.stop_pulse, name="stop_pulse"),
    # Volunteers who leave.
    path("alongside/parting/volunteers/", partings.partings, name="partings"),
    path("alongside/parting/figures/", partings.figures, name="figures"),
    path("alongside/parting/new/<uuid:person_id>/", partings.new_parting, name="new_parting"),
    path(ONE, partings.parting, name="parting"),
    path(f"{ONE}words/", partings.words, name="words"),
    path(f"{ONE}plan/", partings.plan, name="plan"),
    path(f"{ONE}talk/", partings.talk, name="talk"),
    path(f"{ONE}grounds/", grounds.grounds, name="grounds"),
    path(f"{ONE}earlier/", grounds.earlier, name="earlier"),
    path(f"{ONE}seen/", grounds.seen, name="seen"),
    path(f"{ONE}view/", grounds.view, name="view"),
    path(f"{ONE}share/", partings.share, name="share"),
    path(f"{ONE}agree/", partings.agree, name="agree"),
    path(f"{ONE}go-on/", partings.go_on, name="go_on"),
    path(f"{ONE}goodbye/", partings.goodbye, name="goodbye"),
    path(f"{ONE}thank-you.pdf", partings.keepsake, name="keepsake"),
    path("alongside/parting/away/", away.away, name="away"),
    path("alongside/parting/away/<uuid:away_id>/", away.one_away, name="one_away"),
    # Everybody's own.
    path("mine/parting/", mine.my_parting, name="my_parting"),
    path("mine/parting/view/", mine.my_parting_view, name="my_parting_view"),
    path("mine/parting/stay/", mine.stay, name="stay"),
    path("mine/parting/away/", mine.my_away, name="my_away"),
    path("mine/parting/onward/", mine.my_onward, name="my_onward"),
    path("mine/parting/pulse/", pulses.my_pulses, name="my_pulses"),
    path("mine/parting/pulse/<uuid:pulse_id>/", pulses.my_pulse, name="my_pulse"),
    path("mine/parting/contact/", pulses.my_contact, name="my_contact"),
    path("mine/parting/contact/<uuid:pulse_id>/stop/", pulses.stop_contact, name="stop_contact"),
]
