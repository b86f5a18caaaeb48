"""Addresses of papers: what staff arrange, and what everybody finds about themselves."""

from django.urls import URLPattern, path

from naast.agreements.views import one_copy, own_papers, signing

ONE = "prepare/signing/papers/<uuid:copy_id>/"
OF_PERSON = "prepare/signing/<uuid:person_id>/"
MINE = "mine/papers/<uuid:copy_id>/"
urlpatterns: list[URLPattern] = [
    path("prepare/signing/", signing.signing, name="signing"),
    path("prepare/signing/verify/", signing.verify, name="verify"),
    path(
        "prepare/signing/everybody/<uuid:programme_id>/",
        signing.make_for_everybody,
        name="make_for_everybody",
    ),
    path("prepare/signing/questions/<uuid:question_id>/", one_copy.answer, name="answer"),
    path(ONE, one_copy.copy, name="copy"),
    path(f"{ONE}print/", one_copy.print_copy, name="print_copy"),
    path(f"{ONE}paper.pdf", one_copy.copy_pdf, name="copy_pdf"),
    path(f"{ONE}sign/", one_copy.sign_for_us, name="sign_for_us"),
    path(f"{ONE}signed/", one_copy.write_down, name="write_down"),
    path(f"{ONE}limits/", one_copy.limits, name="limits"),
    path(f"{ONE}again/", one_copy.write_renewal, name="write_renewal"),
    path(f"{ONE}take-back/", one_copy.take_back, name="take_back"),
    path(OF_PERSON, signing.of_person, name="of_person"),
    path(f"{OF_PERSON}cards/", signing.cards_together, name="cards_together"),
    path(f"{OF_PERSON}make/<uuid:engagement_id>/", signing.make_papers, name="make_papers"),
    path("mine/papers/", own_papers.mine, name="mine"),
    path(MINE, own_papers.my_paper, name="my_paper"),
    path(f"{MINE}sign/", own_papers.sign_mine, name="sign_mine"),
    path(f"{MINE}limits/", own_papers.my_limits, name="my_limits"),
    path(f"{MINE}ask/", own_papers.ask_about, name="ask_about"),
    path(f"{MINE}paper.pdf", own_papers.my_pdf, name="my_pdf"),
    path(f"{MINE}again/", own_papers.read_again, name="read_again"),
]
