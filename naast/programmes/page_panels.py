"""What rooms that stand higher add to the page of a programme. They do so in their AppConfig.ready().

The places are who reads: the coordinator, and everybody else of the house («member»).
"""

from naast.organisations.panels import Panel, Panels
from naast.programmes.models import Programme

__all__ = ["PANELS", "Panel", "panels_for", "register"]

PANELS: Panels[Programme] = Panels("coordinator", "member")
register = PANELS.register
panels_for = PANELS.of
