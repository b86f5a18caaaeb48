"""Addresses of the texts themselves, for coordinators."""

from django.urls import URLPattern, path

from naast.agreements.views import drafts, texts, versions

TEXT = "prepare/papers/<uuid:document_id>/"
DRAFT = f"{TEXT}draft/<slug:language>/"
VERSION = "prepare/papers/versions/<uuid:version_id>/"
urlpatterns: list[URLPattern] = [
    path("prepare/papers/", texts.papers, name="papers"),
    path("prepare/papers/about-us/<slug:language>/", texts.about_us, name="about_us_in"),
    path("prepare/papers/about-us/", texts.about_us, name="about_us"),
    path("prepare/papers/new/<slug:kind>/", texts.new_text, name="new_text"),
    path("prepare/papers/pack/<uuid:programme_id>/", versions.start_pack, name="start_pack"),
    path(TEXT, texts.text, name="text"),
    path(f"{TEXT}settings/", texts.text_settings, name="text_settings"),
    path(f"{TEXT}put-away/", texts.retire_text, name="retire_text"),
    path(f"{TEXT}draft/", drafts.start_draft, name="start_draft"),
    path(f"{TEXT}draft/discard/", drafts.discard_draft, name="discard_draft"),
    path(f"{TEXT}publish/", drafts.publish, name="publish"),
    path(DRAFT, drafts.draft, name="draft"),
    path(f"{DRAFT}add-language/<slug:more>/", drafts.add_language, name="add_language"),
    path(f"{DRAFT}drop-language/", drafts.drop_language, name="drop_language"),
    path(f"{DRAFT}ready/<slug:code>/", drafts.add_ready_clause, name="add_ready_clause"),
    path(f"{DRAFT}clauses/new/", drafts.new_clause, name="new_clause"),
    path(f"{DRAFT}clauses/<slug:code>/", drafts.clause, name="clause"),
    path(f"{DRAFT}clauses/<slug:code>/<slug:step>/", drafts.clause_step, name="clause_step"),
    path(VERSION, versions.version, name="version"),
    path(f"{VERSION}print/", versions.print_version, name="print_version"),
    path(f"{VERSION}changes/", versions.changes, name="version_changes"),
]
