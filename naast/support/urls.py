"""Addresses of this room, under /o/<organisation>/."""

from django.urls import path

from naast.support.views import floor, mine, overview, person, talks, team

app_name = "support"
HERE = "alongside/support/"
PERSON = f"{HERE}<uuid:person_id>/"
TALK = f"{HERE}talks/<uuid:talk_id>/"
PROGRAMME = f"{HERE}programmes/<uuid:programme_id>/"
MINE = "mine/support/"
urlpatterns = [
    # Coordinators and coaches.
    path(HERE, overview.overview, name="overview"),
    path(f"{HERE}floor/", floor.floor, name="floor"),
    path(f"{PERSON}met/", floor.met_today, name="met_today"),
    path(PERSON, person.of_person, name="of_person"),
    path(f"{PERSON}plan/", person.plan, name="plan"),
    path(f"{PERSON}print/", person.print_plan, name="print_plan"),
    path(f"{PERSON}check-in/", person.check_in, name="check_in"),
    path(f"{PERSON}guidance/", person.guidance, name="guidance"),
    path(f"{PERSON}notes/", person.notes, name="notes"),
    path(f"{PERSON}notes/<uuid:note_id>/erase/", person.erase, name="erase"),
    path(f"{PERSON}talks/<slug:kind>/", talks.new_talk, name="new_talk"),
    path(TALK, talks.talk, name="talk"),
    path(f"{TALK}write/", talks.write_talk, name="write_talk"),
    path(f"{TALK}move/", talks.move_talk, name="move_talk"),
    path(f"{TALK}cancel/", talks.cancel_talk, name="cancel_talk"),
    path(f"{HERE}actions/<uuid:action_id>/done/", talks.action_done, name="action_done"),
    path(f"{HERE}programmes/", team.talk_plans, name="talk_plans"),
    path(PROGRAMME, team.talk_plan, name="talk_plan"),
    path(f"{PROGRAMME}<slug:kind>/drop/", team.drop_rhythm, name="drop_rhythm"),
    path(f"{HERE}told/", team.told, name="told"),
    path(f"{HERE}told/<uuid:told_id>/close/", team.close_told, name="close_told"),
    # Whoever works with volunteers.
    path(f"{HERE}my-volunteers/", team.my_volunteers, name="my_volunteers"),
    path(f"{PERSON}word/", person.short_word, name="short_word"),
    path(f"{PERSON}tell/", team.tell, name="tell"),
    # Volunteers.
    path(MINE, mine.mine, name="mine"),
    path(f"{MINE}check-in/", mine.my_check_in, name="my_check_in"),
    path(f"{MINE}ask/", mine.ask, name="ask"),
    path(f"{MINE}talks/<uuid:talk_id>/", mine.my_talk, name="my_talk"),
    path(f"{MINE}guidance/<uuid:guidance_id>/", mine.wish_room, name="wish_room"),
]
