"""Components of forms: field, errors, week grid, and the attributes that keep a draft."""

import json
from collections.abc import Collection, Mapping
from typing import Any, Final

from django import forms, template
from django.forms import BoundField
from django.forms.utils import flatatt
from django.urls import reverse
from django.utils.dates import WEEKDAYS
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from naast.core.careful import ANYWAY, Careful
from naast.core.public_forms import PublicForm
from naast.core.text import Text

register = template.Library()

DAYS: Final = 7
PARTS: Final = (
    (_("Morning"), "sunrise"),
    (_("Afternoon"), "sun"),
    (_("Evening"), "moon"),
)


def _as_native_date(bound: BoundField) -> None:
    """Date fields get the device's own date picker, whose value is always an ISO date."""
    widget = bound.field.widget
    if isinstance(widget, forms.DateInput) and widget.input_type == "text":
        widget.input_type = "date"
        widget.format = "%Y-%m-%d"


def _drawn(bound: BoundField, attributes: dict[str, str | bool]) -> SafeString:
    if type(bound.field.widget) is forms.Select:
        return _select(bound, attributes)
    return bound.as_widget(attrs=attributes)


def _select(bound: BoundField, attributes: dict[str, str | bool]) -> SafeString:
    """What Django's own templates draw for a select, without one template an option: a list of topics or
    languages has hundreds."""
    attrs: dict[str, Any] = bound.build_widget_attrs(attributes, bound.field.widget)
    if bound.auto_id:
        attrs.setdefault("id", bound.field.widget.attrs.get("id", bound.auto_id))
    drawn = bound.field.widget.get_context(bound.html_name, bound.value(), attrs)["widget"]
    groups = [(name, _options(options)) for name, options, _index in drawn["optgroups"]]
    return format_html(
        '<select name="{}"{}>{}</select>',
        drawn["name"],
        flatatt(drawn["attrs"]),
        format_html_join(
            "\n",
            "{}",
            (
                (
                    format_html('<optgroup label="{}">{}</optgroup>', name, options)
                    if name
                    else options,
                )
                for name, options in groups
            ),
        ),
    )


def _options(options: list[dict[str, Any]]) -> SafeString:
    return format_html_join(
        "\n",
        '<option value="{}"{}>{}</option>',
        ((str(each["value"]), flatatt(each["attrs"]), each["label"]) for each in options),
    )


@register.inclusion_tag("ui/field.html")
def field(bound: BoundField, *, show_optional: bool = True) -> dict[str, Any]:
    """A bound form field: label above, help below, error in words with an icon.

    Text, textarea, select, date, file, a single checkbox, radios and groups of checkboxes.
    """
    if not isinstance(bound, BoundField):
        raise template.TemplateSyntaxError("field: give it a bound field, such as form.name")
    _as_native_date(bound)
    widget = bound.field.widget
    # A file field is one control, although Django groups it with the box to empty it.
    is_fieldset = widget.use_fieldset and not isinstance(widget, forms.FileInput)
    described_by = bound.aria_describedby or ""
    attributes: dict[str, str | bool] = (
        {"aria-describedby": described_by} if described_by and not is_fieldset else {}
    )
    return {
        "bound": bound,
        "widget": "" if is_fieldset else _drawn(bound, attributes),
        "is_group": isinstance(widget, forms.RadioSelect),
        "is_fieldset": is_fieldset,
        "is_choice": isinstance(widget, forms.CheckboxInput),
        "is_hidden": bound.is_hidden,
        "is_optional": show_optional and not bound.field.required,
        "errors": list(bound.errors),
        "described_by": described_by,
    }


@register.inclusion_tag("ui/careful.html")
def careful(form: Careful) -> dict[str, Any]:
    """What a form found in free text that is better left out, above its buttons; nothing when all is well."""
    return {
        "warned": form.warned,
        "mark": form.mark,
        "name": ANYWAY,
    }


@register.inclusion_tag("ui/form_errors.html")
def form_errors(form: forms.BaseForm, *, heading: Text = "") -> dict[str, Any]:
    """A summary above a refused form, with links to the fields. Nothing when all is well."""
    fields = [
        (bound.label, bound.id_for_label or bound.auto_id, list(bound.errors))
        for bound in form
        if bound.errors
    ]
    return {"general": list(form.non_field_errors()), "fields": fields, "heading": heading}


def _week(chosen: Collection[Any]) -> list[tuple[str, list[tuple[int, Text, bool]]]]:
    """Rows of the grid: a day with its parts (number, words, chosen)."""
    free = {int(number) for number in chosen}
    if not free <= set(range(DAYS * len(PARTS))):
        raise template.TemplateSyntaxError("week_grid: parts of a week are numbered 0 to 20")
    rows: list[tuple[str, list[tuple[int, Text, bool]]]] = []
    for day in range(DAYS):
        first = day * len(PARTS)
        parts: list[tuple[int, Text, bool]] = [
            (first + i, words, first + i in free) for i, (words, _drawn) in enumerate(PARTS)
        ]
        rows.append((WEEKDAYS[day], parts))
    return rows


@register.inclusion_tag("ui/week_grid.html")
def week_grid(chosen: Collection[Any], *, label: Text = "") -> dict[str, Any]:
    """A week to read: `chosen` holds the free parts, 0 (Monday morning) to 20 (Sunday evening)."""
    return {"rows": _week(chosen), "parts": PARTS, "label": label or _("Free in the week")}


@register.inclusion_tag("ui/week_grid_field.html")
def week_grid_field(bound: BoundField) -> dict[str, Any]:
    """A week to fill in: `bound` is a multiple choice of the numbers 0 to 20."""
    return {
        "bound": bound,
        "rows": _week(bound.value() or []),
        "parts": PARTS,
        "errors": list(bound.errors),
    }


@register.simple_tag
def draft(key: str, saved: Mapping[str, Any] | None = None) -> SafeString:
    """Attributes for `<form …>`: what is typed is kept under `key`; `saved` is what was kept."""
    return format_html(
        'data-draft="{}" data-draft-url="{}" data-draft-saved="{}"',
        key,
        reverse("core:save_draft"),
        json.dumps(dict(saved or {})),
    )


@register.inclusion_tag("ui/trap.html")
def trap(form: PublicForm) -> dict[str, Any]:
    """What keeps spam out of a public form: see core.public_forms. A form that was refused once shows no
    field for machines any more, so that a browser that fills in everything gets through."""
    return {"shown": form.shown, "has_field": not form.is_bound}


@register.simple_tag
def draft_here(key: str) -> SafeString:
    """Attributes for a public `<form …>`: what is typed stays on this device until it is sent or
    emptied, for two days at most."""
    return format_html('data-draft="{}" data-draft-url="" data-draft-saved="{{}}"', key)
