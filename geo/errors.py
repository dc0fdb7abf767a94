"""What can go wrong between a report and a shape; the root is `gazetteer.errors`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazetteer.errors import DatelineError

if TYPE_CHECKING:
    from pathlib import Path


class ReportError(DatelineError):
    """A report, or the list of reports, cannot be read."""


class ReaderError(DatelineError):
    """A reader cannot be found or started."""


class TableError(DatelineError):
    """A table lacks a column, a CRS or a valid geometry that its readers rely on."""


class PartError(DatelineError):
    """A part of a place is written in a way that has no shape."""


class CoarseningError(DatelineError):
    """A grid for coarse positions has no size."""

    def __init__(self, metres: int) -> None:
        super().__init__(f"Positions cannot be coarsened to {metres} m; give a metre or more.")


class PublicCopyError(DatelineError):
    """A copy of a case for the public was to be saved as the case."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"A copy for the public cannot be saved to {path}; save the case it was made from."
        )


class ShareConflictError(DatelineError):
    """The shares claimed of one place cannot all be true; nothing was rescaled."""

    def __init__(self, message: str, *, claim_ids: tuple[str, ...] = ()) -> None:
        self.claim_ids = claim_ids
        super().__init__(message)
