"""All interface components, built in for every template: the gallery shows each of them."""

from django import template

from naast.core.templatetags import ui_actions, ui_blocks, ui_forms, ui_people

register = template.Library()
for family in (ui_actions, ui_blocks, ui_forms, ui_people):
    register.tags.update(family.register.tags)
