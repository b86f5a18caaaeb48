"""Addresses of this room, under /o/<organisation>/."""

from django.urls import path

from naast.needs.views import care, letters, limits, mine, obstacles

app_name = "needs"
LIMIT = "heard/needs/limits/<uuid:limit_id>/"
OBSTACLE = "heard/needs/obstacles/<uuid:obstacle_id>/"
POLICY = "heard/needs/policy/<uuid:policy_id>/"
urlpatterns = [
    path("heard/needs/", limits.overview, name="overview"),
    path("heard/needs/stuck/", limits.stuck, name="stuck"),
    path("heard/needs/limits/new/", limits.new_limit, name="new_limit"),
    path(LIMIT, limits.limit, name="limit"),
    path(f"{LIMIT}ask/", limits.ask, name="ask"),
    path(f"{LIMIT}stuck/", limits.stick, name="stick"),
    path(f"{LIMIT}end/<slug:step>/", limits.end, name="end"),
    path("heard/needs/obstacles/", obstacles.obstacles, name="obstacles"),
    path("heard/needs/obstacles/new/", obstacles.new_obstacle, name="new_obstacle"),
    path(OBSTACLE, obstacles.obstacle, name="obstacle"),
    path(f"{OBSTACLE}<slug:step>/", obstacles.answer_obstacle, name="answer_obstacle"),
    path("heard/needs/carers/", care.carers, name="carers"),
    path("heard/needs/carers/new/<uuid:person_id>/", care.new_carer, name="new_carer"),
    path("heard/needs/carers/<uuid:carer_id>/", care.carer, name="carer"),
    path("heard/needs/favours/", care.favours, name="favours"),
    path("heard/needs/favours/new/", care.new_favour, name="new_favour"),
    path("heard/needs/favours/<uuid:favour_id>/", care.favour, name="favour"),
    path("heard/needs/favours/<uuid:favour_id>/close/", care.close_favour, name="close_favour"),
    path("heard/needs/register/", letters.register, name="register"),
    path("heard/needs/register/new/", letters.new_need, name="new_need"),
    path("heard/needs/policy/", letters.policy, name="policy"),
    path("heard/needs/policy/new/", letters.new_policy, name="new_policy"),
    path(POLICY, letters.change_policy, name="change_policy"),
    path(f"{POLICY}drop/", letters.drop_policy, name="drop_policy"),
    path(f"{POLICY}answer/", letters.answer_policy, name="answer_policy"),
    path("heard/needs/letters/send/", letters.send_letter, name="send_letter"),
    path("heard/needs/letters/<uuid:letter_id>/", letters.letter, name="letter"),
    path(
        "heard/needs/letters/<uuid:letter_id>/letter.pdf", letters.letter_print, name="letter_print"
    ),
    path("mine/needs/", mine.mine, name="mine"),
    path("mine/needs/ask/", mine.ask_us, name="ask_us"),
]
