"""What a report is, and how reports are loaded from files and folders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Report:
    """
    One text: a news article with its outlet and, if it was given, its day.

    ``text`` is kept exactly as delivered: every offset in Dateline counts its
    Unicode code points.
    """

    report_id: str  # the file's name without its ending; unique in a case
    text: str
    outlet: str | None = None  # who printed it; None where nobody says
    published: date | None = None  # only if given; otherwise it is worked out
    title: str | None = None
    country: str | None = None  # the outlet's country, ISO 3166-1 alpha-2
