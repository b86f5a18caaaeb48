"""Links within the organisation of the page."""

from typing import Any

from django import template
from django.urls import reverse

register = template.Library()


@register.simple_tag(takes_context=True)
def link(context: template.Context, name: str, **kwargs: Any) -> str:
    """The address of a page of this organisation: {% link "people:volunteer" person_id=person.pk %}."""
    return reverse(name, kwargs={"organisation": context["request"].actor.slug, **kwargs})
