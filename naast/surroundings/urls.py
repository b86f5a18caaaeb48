"""Addresses of this room, under /o/<organisation>/."""

from django.urls import path

from naast.surroundings.views import around, asking, maps, mine, own_words

app_name = "surroundings"
HERE = "alongside/around/"
MINE = "mine/around/"
ONE = f"{HERE}<uuid:person_id>/"
MAP = f"{ONE}maps/<uuid:map_id>/"
CHECKS = f"{HERE}checks/<uuid:match_id>/"

urlpatterns = [
    path(HERE, around.people, name="people"),
    path(f"{HERE}words/", asking.sayings, name="sayings"),
    path(f"{HERE}words/<uuid:saying_id>/", asking.saying, name="saying"),
    path(f"{HERE}questions/", asking.programme_questions, name="questions"),
    path(f"{HERE}questions/<uuid:programme_id>/", asking.switch_questions, name="switch_questions"),
    path(f"{HERE}outcomes/<uuid:outcome_id>/", asking.outcome_for, name="outcome_for"),
    path(CHECKS, asking.checks, name="checks"),
    path(f"{CHECKS}<uuid:match_check_id>/", asking.check_for, name="check_for"),
    path(f"{CHECKS}<uuid:match_check_id>/read/", asking.see_check, name="see_check"),
    path(ONE, around.around, name="around"),
    path(f"{ONE}print/", around.around_print, name="around_print"),
    path(f"{ONE}paper/", around.paper, name="paper"),
    path(f"{ONE}say/", around.say_for, name="say_for"),
    path(f"{ONE}share/", around.share_for, name="share_for"),
    path(f"{ONE}rather-no-map/", around.rather_no_map, name="rather_no_map"),
    path(f"{ONE}lines/new/", around.new_line, name="new_line"),
    path(f"{ONE}lines/<uuid:around_line_id>/", around.change_line, name="change_line"),
    path(f"{ONE}lines/<uuid:around_line_id>/remove/", around.remove_line, name="remove_line"),
    path(f"{ONE}help/new/", around.new_led, name="new_led"),
    path(f"{ONE}help/<uuid:led_id>/", around.change_led, name="change_led"),
    path(f"{ONE}maps/", maps.maps, name="maps"),
    path(f"{ONE}maps/new/", maps.new_map, name="new_map"),
    path(MAP, maps.network_map, name="map"),
    path(f"{MAP}change/", maps.change_map, name="change_map"),
    path(f"{MAP}print/", maps.map_print, name="map_print"),
    path(f"{MAP}remove/", maps.remove_map, name="remove_map"),
    path(f"{MAP}people/<uuid:map_person_id>/remove/", maps.take_off_map, name="take_off_map"),
    path(MINE, mine.my_page, name="my_page"),
    path(f"{MINE}paper/", mine.my_paper, name="my_paper"),
    path(f"{MINE}who/", mine.my_around, name="my_around"),
    path(f"{MINE}who/share/", mine.share, name="share"),
    path(f"{MINE}maps/<uuid:map_id>/", mine.my_map, name="my_map"),
    path(f"{MINE}maps/<uuid:map_id>/remove/", mine.forget_map, name="forget_map"),
    path(f"{MINE}beside/<uuid:person_id>/", mine.around_beside, name="around_beside"),
    path(f"{MINE}say/", own_words.say, name="say"),
    path(f"{MINE}said/<uuid:saying_id>/", own_words.my_saying, name="my_saying"),
    path(f"{MINE}said/<uuid:saying_id>/not-now/", own_words.not_now, name="not_now"),
    path(f"{MINE}check/<uuid:match_check_id>/", own_words.my_check, name="my_check"),
    path(f"{MINE}outcome/<uuid:outcome_id>/", own_words.my_outcome, name="my_outcome"),
    path(f"{MINE}outcome/<uuid:outcome_id>/not-now/", own_words.no_outcome, name="no_outcome"),
]
