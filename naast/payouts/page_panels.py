"""What rooms that stand higher add to the first page of finance. They do so in their AppConfig.ready()."""

from naast.organisations.models import Organisation
from naast.organisations.panels import Panel, Panels

__all__ = ["PANELS", "Panel", "panels_for", "register"]

PANELS: Panels[Organisation] = Panels("queue")
register = PANELS.register
panels_for = PANELS.of
