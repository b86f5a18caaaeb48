"""Components to act and to find one's way: page head, buttons, tabs, pages, dialogs."""

from typing import Any, Literal, NamedTuple

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from naast.core.templatetags.ui_base import one_of, shaped

register = template.Library()

ButtonTone = Literal["main", "quiet", "danger", "link"]
BigTone = Literal["soft", "main", "quiet"]


class Tab(NamedTuple):
    """One tab: a link to a part of the same thing."""

    label: str
    url: str
    is_current: bool = False


@register.inclusion_tag("ui/page_head.html")
def page_head(
    title: str,
    *,
    lead: str = "",
    action_url: str = "",
    action_label: str = "",
    back_url: str = "",
    back_label: str = "",
) -> dict[str, Any]:
    """The only h1 of a page, one sentence and one action (on phones at the end of the page)."""
    if bool(action_url) != bool(action_label):
        raise template.TemplateSyntaxError("page_head: action_url and action_label go together")
    return {
        "title": title,
        "lead": lead,
        "action_url": action_url,
        "action_label": action_label,
        "back_url": back_url,
        "back_label": back_label,
    }


@register.inclusion_tag("ui/button.html")
def button(
    label: str,
    *,
    tone: ButtonTone = "main",
    icon: str = "",
    name: str = "",
    value: str = "",
    opens: str = "",
) -> dict[str, Any]:
    """Send the form it stands in; or, with `opens`, show the dialog of that id."""
    one_of("button", "tone", tone, ButtonTone)
    return {
        "label": label,
        "tone": tone,
        "icon": icon,
        "name": name,
        "value": value,
        "opens": opens,
    }


@register.inclusion_tag("ui/link_button.html")
def link_button(
    label: str, *, url: str, tone: ButtonTone = "main", icon: str = ""
) -> dict[str, Any]:
    """A link that looks like a button: the next step, without a write."""
    one_of("link_button", "tone", tone, ButtonTone)
    return {"label": label, "url": url, "tone": tone, "icon": icon}


@register.inclusion_tag("ui/big_button.html")
def big_button(
    label: str, *, url: str, icon: str, detail: str = "", tone: BigTone = "soft"
) -> dict[str, Any]:
    """One of the few large choices on a volunteer's or participant's home: icon and plain words."""
    one_of("big_button", "tone", tone, BigTone)
    return {"label": label, "url": url, "icon": icon, "detail": detail, "tone": tone}


@register.inclusion_tag("ui/back_link.html")
def back_link(label: str, *, url: str) -> dict[str, Any]:
    """The way back to what this page belongs to."""
    return {"label": label, "url": url}


@register.inclusion_tag("ui/tabs.html")
def tabs(rows: list[Tab], *, label: str) -> dict[str, Any]:
    """Tabs as links: `rows` of (label, url, is_current); `label` names them for screen readers."""
    return {"tabs": shaped("tabs", Tab, rows), "label": label}


@register.inclusion_tag("ui/pager.html")
def pager(*, previous: str = "", following: str = "", summary: str = "") -> dict[str, Any]:
    """Links to the neighbouring pages of a list ('' where there is none)."""
    return {"previous": previous, "following": following, "summary": summary}


@register.inclusion_tag("ui/stat_link.html")
def stat_link(number: int | str, label: str, *, url: str = "") -> dict[str, Any]:
    """A number that leads to the people behind it. Without `url` only who may not see them."""
    return {"number": number, "label": label, "url": url}


@register.simple_block_tag(end_name="endactions")
def actions(content: str) -> SafeString:
    """Buttons beside each other; on a phone below each other at full width."""
    return render_to_string("ui/actions.html", {"content": content})


@register.simple_block_tag(end_name="enddialog")
def dialog(content: str, *, name: str, heading: str) -> SafeString:
    """A dialog opened by `{% button … opens=name %}`; without script it opens in its place."""
    return render_to_string(
        "ui/dialog.html", {"content": content, "name": name, "heading": heading}
    )


@register.simple_block_tag(end_name="enddisclosure")
def disclosure(content: str, *, summary: str, is_open: bool = False) -> SafeString:
    """The rest, one click away: native `details`."""
    return render_to_string(
        "ui/disclosure.html", {"content": content, "summary": summary, "is_open": is_open}
    )


@register.simple_block_tag(end_name="endfilter_bar")
def filter_bar(
    content: str, *, action: str = "", clear_url: str = "", label: str = ""
) -> SafeString:
    """A GET form of fields, so that its state is in the URL. `clear_url` shows everything again."""
    return render_to_string(
        "ui/filter_bar.html",
        {"content": content, "action": action, "clear_url": clear_url, "label": label},
    )
