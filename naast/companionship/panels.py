"""What rooms that stand higher add to the pages of a match. They do so in their AppConfig.ready().

The places are the sides of policies.matches.side_of: the coordinator's page, those of the two people
themselves, and that of the professional or coach («staff»).
"""

from naast.companionship.models import Match
from naast.organisations.panels import Panel, Panels

__all__ = ["PANELS", "Panel", "panels_for", "register"]

PANELS: Panels[Match] = Panels("coordinator", "volunteer", "participant", "staff")
register = PANELS.register
panels_for = PANELS.of
