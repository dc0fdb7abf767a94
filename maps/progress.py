"""How far the building of the index is, shown on standard error."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import Progress, TaskID


@contextmanager
def build_progress() -> Iterator[Callable[[str, int, int], None]]:
    """
    Give a callback ``(stage, done, total)`` that draws a bar once it is first called.

    Nothing is drawn, and rich is not imported, when the index is already there.
    """
    bars: list[tuple[Progress, TaskID]] = []

    def on_progress(stage: str, done: int, total: int) -> None:
        if not bars:
            bars.append(_start())
        progress, task = bars[0]
        progress.update(task, description=stage, completed=done, total=total)

    try:
        yield on_progress
    finally:
        for progress, _ in bars:
            progress.stop()


def _start() -> tuple[Progress, TaskID]:
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    progress = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    progress.start()
    return progress, progress.add_task("Building the index of places")
