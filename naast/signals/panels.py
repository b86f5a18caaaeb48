"""What rooms that stand higher add to the pages of a signal. They do so in their AppConfig.ready().

The places are the page of who handles it, and the reporter’s own page.
"""

from naast.organisations.panels import Panel, Panels
from naast.signals.models import Signal

__all__ = ["PANELS", "Panel", "panels_for", "register"]

PANELS: Panels[Signal] = Panels("handler", "reporter")
register = PANELS.register
panels_for = PANELS.of
