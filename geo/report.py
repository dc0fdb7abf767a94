"""What a report is, and how reports are loaded from files and folders."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, Any

from geo.claims import NotUsed
from geo.codes import Reason
from geo.errors import ReportError
from geo.language import why_not_english
from geo.report_text import MAX_CHARACTERS, decoded, other_kind, page_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PAGES = {".html", ".htm"}
_READ = {".txt", *_PAGES}
# Files that are reports to a person and not to us: they are listed, the rest of a folder is not.
_NOT_READ_YET = {".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub"}
# A page carries its markup too: ten times the longest text.
_MAX_BYTES = 10 * MAX_CHARACTERS
_MAX_LINES = 50_000  # a book has a fifth of them
_FACTS = ("outlet", "published", "title", "country")
LIST_NAME = "reports.toml"


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


def load_reports(paths: Sequence[Path]) -> tuple[tuple[Report, ...], tuple[NotUsed, ...]]:
    """
    Load reports from files and folders, in the order given, a folder in name order.

    A ``reports.toml`` beside the files may say of each file its ``outlet``,
    ``published`` (a TOML date), ``title`` and ``country``; it wins over what a web
    page says of itself. A file given twice is read once.

    Returns
    -------
    reports, not_used
        What can be read, and for each file that cannot, the reason.

    Raises
    ------
    ReportError
        A path does not exist, a folder holds no report, or a list is wrong.
    """
    reports: list[Report] = []
    not_used: list[NotUsed] = []
    lists: dict[Path, dict[str, dict[str, Any]]] = {}
    taken: set[str] = set()
    for path in dict.fromkeys(_files(paths)):
        if path.parent not in lists:
            lists[path.parent] = _read_list(path.parent)
        report_id = _unique(_shown(path.stem), taken)
        read = _read(path, report_id)
        if isinstance(read, NotUsed):
            not_used.append(read)
        else:
            reports.append(replace(read, **lists[path.parent].get(path.name, {})))
    return tuple(reports), tuple(not_used)


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in (Path(path) for path in paths):
        if path.is_dir():
            found = [one for one in _listed(path) if one.suffix.lower() in _READ | _NOT_READ_YET]
            if not found:
                raise ReportError(
                    f"The folder {path} holds no report; put .txt or .html in it. "
                    "Folders inside it are not looked into: name them too."
                )
            yield from map(_resolved, found)
        elif path.exists():
            yield _resolved(path)
        else:
            raise ReportError(f"There is no file or folder {path}; check the path.")


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir(), key=lambda one: one.name)
    except OSError as error:
        raise ReportError(f"The folder {folder} cannot be read: {error.strerror}.") from error


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # links in a circle; why is said when it is read
        return path.absolute()


def _shown(name: str) -> str:
    """Return a name of a file as text; bytes that are none become question marks."""
    return name.encode("utf-8", "replace").decode()


def _unique(stem: str, taken: set[str]) -> str:
    number, name = 1, stem
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    taken.add(name)
    return name


def _read(path: Path, report_id: str) -> Report | NotUsed:
    def refused(reason: Reason, detail: str) -> NotUsed:
        return NotUsed(report_id, reason, detail=f"{_shown(path.name)}: {detail}")

    try:
        text = _text_of(path)
    except OSError as error:
        return refused(Reason.UNREADABLE, f"{error.strerror or error}.")
    except ValueError as error:
        return refused(Reason.UNREADABLE, str(error))
    report = Report(report_id, text)
    if path.suffix.lower() in _PAGES:
        page = page_of(text)
        report = Report(report_id, page.text, page.outlet, page.published, page.title)
    if not report.text.strip():
        return refused(Reason.EMPTY, "there is no text in it.")
    if why := why_not_english(report.text):
        return refused(Reason.OTHER_LANGUAGE, why)
    return report


def _text_of(path: Path) -> str:
    """Return the text of a file; a ValueError says what is wrong with it."""
    if path.suffix.lower() not in _READ:
        raise ValueError("save it as .txt or .html.")
    facts = path.stat()
    if not S_ISREG(facts.st_mode):  # a pipe or a device may never end
        raise ValueError("this is no file; save the text as one.")
    if facts.st_size > _MAX_BYTES:
        raise ValueError("the file is too large; cut it into reports.")
    data = path.read_bytes()
    if kind := other_kind(data):
        raise ValueError(f"this is {kind}, not a text; save it as .txt or .html.")
    text = decoded(data)
    if text is None:
        raise ValueError("this is no text; save it as UTF-8.")
    if path.suffix.lower() not in _PAGES and len(text) > MAX_CHARACTERS:
        raise ValueError("the text is too long; cut it into reports.")
    if sum(bool(line.strip()) for line in text.splitlines()) > _MAX_LINES:
        raise ValueError("it has too many lines for a report; cut it into reports.")
    return text


def _read_list(folder: Path) -> dict[str, dict[str, Any]]:
    path = folder / LIST_NAME
    if not path.is_file():
        return {}
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ReportError(f"{path} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ReportError(f"{path} is not TOML ({error}); mend that line.") from error
    return {name: _facts(path, folder, name, facts) for name, facts in entries.items()}


def _facts(path: Path, folder: Path, name: str, facts: Any) -> dict[str, Any]:  # noqa: ANN401 - TOML
    if not isinstance(facts, dict):
        raise ReportError(f"{path}: write {name!r} as a table, as in [{name!r}] outlet = ...")
    if not (folder / name).is_file():
        raise ReportError(f"{path} lists {name!r}, which is not beside it; correct the name.")
    for key, value in facts.items():
        if key not in _FACTS:
            raise ReportError(f"{path}: {name!r} has {key!r}; the keys are {', '.join(_FACTS)}.")
        if key != "published" and not isinstance(value, str):
            raise ReportError(f"{path}: write the {key} of {name!r} in quotes.")
    checked = dict(facts)
    if "published" in checked:
        checked["published"] = _day(path, name, checked["published"])
    if not re.fullmatch("[A-Z]{2}", checked.get("country", "XX")):
        raise ReportError(f"{path}: write the country of {name!r} as two capitals, as in 'KE'.")
    return checked


def _day(path: Path, name: str, value: object) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    raise ReportError(f"{path}: write the day of {name!r} as a date without quotes: 2022-03-01.")
