"""Addresses of this room, under /o/<organisation>/."""

from django.urls import path

from naast.expenses.views import asking, entering, gifts, mine, own_terms, paper, terms, trips

app_name = "expenses"
FOR = "costs/enter/<uuid:person_id>/"
urlpatterns = [
    path("costs/terms/", terms.terms, name="terms"),
    path("costs/terms/house/", terms.house, name="house"),
    path("costs/terms/fixed/", terms.fixed, name="fixed"),
    path("costs/terms/fixed/stop/", terms.stop_fixed, name="stop_fixed"),
    path("costs/terms/programmes/<uuid:programme_id>/", terms.programme, name="programme"),
    path("costs/enter/", entering.enter, name="enter"),
    path(FOR, entering.enter_for, name="enter_for"),
    path(f"{FOR}gift/", gifts.give, name="give"),
    path(f"{FOR}declaration/", entering.enter_declaration, name="enter_declaration"),
    path(f"{FOR}<slug:line>/", entering.enter_line, name="enter_line"),
    path("costs/gifts/", gifts.gifts, name="gifts"),
    path("costs/gifts/<uuid:gift_id>/back/", gifts.take_back, name="take_gift_back"),
    path("costs/paper/<slug:language>/claim.pdf", paper.claim_paper, name="claim_paper"),
    path(
        "costs/paper/<slug:language>/declaration.pdf",
        paper.declaration_paper,
        name="declaration_paper",
    ),
    # The volunteer's own.
    path("mine/costs/", mine.my_costs, name="my_costs"),
    path("mine/costs/kilometres/", asking.my_rides, name="my_rides"),
    path("mine/costs/travel/", asking.my_trip, name="my_trip"),
    path("mine/costs/bill/", asking.my_cost, name="my_cost"),
    path("mine/costs/fixed/", asking.my_fixed, name="my_fixed"),
    path("mine/costs/account/", own_terms.my_account, name="my_account"),
    path("mine/costs/declaration/<int:year>/", own_terms.my_declaration, name="my_declaration"),
    path("mine/costs/trips/<int:year>/", trips.my_trips, name="my_trips"),
    path("mine/costs/trips/<int:year>/trips.pdf", trips.my_trips_pdf, name="my_trips_pdf"),
    path("mine/costs/trips/<int:year>/trips.xlsx", trips.my_trips_xlsx, name="my_trips_xlsx"),
    path("mine/costs/<uuid:claim_id>/", mine.my_claim, name="my_claim"),
    path("mine/costs/<uuid:claim_id>/answer/", mine.my_answer, name="my_answer"),
    path("mine/costs/<uuid:claim_id>/take-back/", mine.my_take_back, name="my_take_back"),
    path("mine/costs/<uuid:claim_id>/proof.jpg", mine.my_proof, name="my_proof"),
]
