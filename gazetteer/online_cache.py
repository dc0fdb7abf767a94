"""What online services answered, kept on disk with the day and the service."""

from __future__ import annotations

import json
import logging
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

logger = logging.getLogger(__name__)

_TABLE = """
CREATE TABLE IF NOT EXISTS answer(
    service TEXT NOT NULL, question TEXT NOT NULL, retrieved TEXT NOT NULL, found TEXT NOT NULL,
    PRIMARY KEY (service, question)
) WITHOUT ROWID
"""
# Another process writes one row in milliseconds; half a minute is a disk that hangs.
_WAIT_S = 30.0


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer: when it was retrieved (UTC), and what was found, which may be nothing."""

    retrieved: datetime
    found: list[dict[str, Any]]


class OnlineCache:
    """
    A SQLite file of answers.

    Each answer is written in one transaction, so that a process that is killed leaves a
    whole file, and several processes may use one file. Without a disk to write to, answers
    are not kept, which is logged.

    Parameters
    ----------
    path
        The file; its folder is made when the first answer is kept.
    max_age
        Answers older than this are asked for again; by default none is too old.
    """

    def __init__(self, path: Path, *, max_age: timedelta | None = None) -> None:
        self._path = path
        self._max_age = max_age

    def get(self, service: str, question: str, *, now: datetime) -> Kept | None:
        """Return what the service answered to the question, or None when it was not asked."""
        if not self._path.exists():
            return None
        try:
            with closing(self._open()) as connection:
                row = connection.execute(
                    "SELECT retrieved, found FROM answer WHERE service = ? AND question = ?",
                    (service, question),
                ).fetchone()
            kept = Kept(datetime.fromisoformat(row[0]), json.loads(row[1])) if row else None
        except (sqlite3.Error, ValueError) as error:
            self._warn("read", error)
            return None
        too_old = kept and self._max_age is not None and now - kept.retrieved > self._max_age
        return None if too_old else kept

    def put(
        self, service: str, question: str, found: Sequence[dict[str, Any]], *, now: datetime
    ) -> None:
        """Keep an answer in place of an earlier one."""
        row = (
            service,
            question,
            now.astimezone(UTC).isoformat(timespec="seconds"),
            json.dumps(list(found), ensure_ascii=False, default=str),
        )
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(self._open()) as connection, connection:
                connection.execute(_TABLE)
                connection.execute("INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?)", row)
        except (OSError, sqlite3.Error) as error:
            self._warn("written", error)

    def _open(self) -> sqlite3.Connection:
        return sqlite3.connect(self._path, timeout=_WAIT_S)

    def _warn(self, what: str, error: Exception) -> None:
        logger.warning(
            "Kept answers cannot be %s (%s); free some space, or delete %s.",
            what,
            error,
            self._path,
        )
