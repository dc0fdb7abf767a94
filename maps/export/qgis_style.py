"""Styles that QGIS applies by itself: the colours of the page, as QML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from geo.codes import ZoneStatus
from maps.palette import NOBODY
from maps.style import INCIDENTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from maps.palette import ActorStyle

# Characters that XML 1.0 cannot hold; one in an actor's name would cost QGIS the whole style.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

# Statuses whose edge is dashed on the page as well: something weaker than holding.
_DASHED = (ZoneStatus.PRESENT, ZoneStatus.CLAIMED, ZoneStatus.INFLUENCE, ZoneStatus.NOT_STATED)


def zones_style(styles: Mapping[str, ActorStyle], names: Mapping[str, str]) -> str:
    """
    Return QML that fills zones in their actor's colour, one rule an actor.

    Parameters
    ----------
    styles
        Colours by the actor's id.
    names
        Names by the actor's id, for the legend.
    """
    rules = [
        (names.get(actor, actor), _equals("actor", actor), style.light)
        for actor, style in sorted(styles.items())
    ]
    rules.append(("Holder not stated", _equals("status", ZoneStatus.NOT_STATED), NOBODY.light))
    return _qml(rules, symbol=_fill)


def incidents_style() -> str:
    """Return QML that marks incidents with one rule a type."""
    rules = [
        (label, _equals("incident_type", kind), NOBODY.light)
        for kind, (label, _) in INCIDENTS.items()
    ]
    return _qml(rules, symbol=_marker)


def _equals(column: str, value: str) -> str:
    # Report text can become an actor's id: quotes are doubled, as QGIS expressions want.
    doubled = value.replace("'", "''")
    return f"\"{column}\" = '{doubled}'"


def _qml(
    rules: Iterable[tuple[str, str, str]], *, symbol: Callable[[ET.Element, str, str], None]
) -> str:
    root = ET.Element("qgis", version="3.28.0", styleCategories="Symbology")
    renderer = ET.SubElement(root, "renderer-v2", type="RuleRenderer", symbollevels="0")
    tree = ET.SubElement(renderer, "rules", key="root")
    symbols = ET.SubElement(renderer, "symbols")
    for number, (label, expression, colour) in enumerate(rules):
        ET.SubElement(
            tree, "rule", key=f"r{number}", symbol=str(number), label=label, filter=expression
        )
        symbol(symbols, str(number), colour)
    return _NOT_XML.sub("", ET.tostring(root, encoding="unicode"))


def _fill(parent: ET.Element, name: str, colour: str) -> None:
    dashed = " OR ".join(_equals("status", status) for status in _DASHED)
    layer = _symbol(parent, "fill", name, "SimpleFill", alpha="0.6")
    _options(layer, color=_rgba(colour, 90), outline_color=_rgba(colour, 255), outline_width="0.6")
    override = ET.SubElement(layer, "data_defined_properties")
    outer = ET.SubElement(override, "Option", type="Map")
    inner = ET.SubElement(outer, "Option", name="properties", type="Map")
    style = ET.SubElement(inner, "Option", name="outlineStyle", type="Map")
    ET.SubElement(style, "Option", name="active", type="bool", value="true")
    ET.SubElement(style, "Option", name="type", type="int", value="3")
    expression = f"CASE WHEN {dashed} THEN 'dash' ELSE 'solid' END"
    ET.SubElement(style, "Option", name="expression", type="QString", value=expression)


def _marker(parent: ET.Element, name: str, colour: str) -> None:
    layer = _symbol(parent, "marker", name, "SimpleMarker", alpha="1")
    _options(
        layer, name="circle", color=_rgba(colour, 255), outline_color="255,255,255,255", size="3"
    )


def _symbol(parent: ET.Element, kind: str, name: str, layer: str, *, alpha: str) -> ET.Element:
    symbol = ET.SubElement(parent, "symbol", type=kind, name=name, alpha=alpha)
    return ET.SubElement(symbol, "layer", {"class": layer, "enabled": "1"})


def _options(layer: ET.Element, **values: str) -> None:
    options = ET.SubElement(layer, "Option", type="Map")
    for name, value in values.items():
        ET.SubElement(options, "Option", name=name, type="QString", value=value)


def _rgba(colour: str, alpha: int) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"{red},{green},{blue},{alpha}"
