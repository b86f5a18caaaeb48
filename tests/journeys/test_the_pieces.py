"""The component gallery: every piece of the interface, light and dark, on a phone and on a desk."""

import pytest

from tests.journeys.checks import check_page
from tests.journeys.website import Website
from tests.journeys.windows import DESK, PHONE, ZOOMED, Window


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("window", [PHONE, DESK, ZOOMED], ids=lambda window: window.name)
def test_every_piece_reads_well(site: Website, window: Window, colours: str) -> None:
    page = site.open(window, color_scheme=colours)
    page.goto("/gallery/")
    check_page(page)
