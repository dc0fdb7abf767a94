"""How far the building of an index is, shown on standard error."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import Progress, TaskID

    OnProgress = Callable[[str, int, int], None]

# In a log a line every so many seconds says that it still runs, and does not fill it.
_LINE_EVERY_S = 10.0


@contextmanager
def build_progress() -> Iterator[OnProgress]:
    """
    Give a callback ``(stage, done, total)``; a total of 0 is one that nobody knows.

    On a terminal it draws a bar with the rate and the time left, elsewhere it prints a line
    for each stage and one every ten seconds. Nothing is drawn, and rich is not imported,
    before it is first called.
    """
    shown = Bar() if sys.stderr.isatty() else Lines()
    try:
        yield shown.on_progress
    finally:
        shown.stop()


class Bar:
    """
    Draws a bar for the stage that runs, with its rate and the time it has left.

    Parameters
    ----------
    file
        Where it is drawn; by default standard error.
    """

    def __init__(self, file: IO[str] | None = None) -> None:
        self._file = file
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        self._stage = ""

    def on_progress(self, stage: str, done: int, total: int) -> None:
        """Move the bar, or begin a new one if the stage is new."""
        if self._progress is None:
            self._progress = _started(self._file)
        if self._task is None or stage != self._stage:
            if self._task is not None:
                self._progress.remove_task(self._task)
            # Each stage has its own speed; an average over several says nothing.
            self._task = self._progress.add_task(stage, total=total or None, rate="")
            self._stage = stage
        (task,) = self._progress.tasks
        rate = f"{task.speed:,.0f}/s" if task.speed else ""
        self._progress.update(self._task, completed=done, total=total or None, rate=rate)

    def stop(self) -> None:
        """Remove the bar."""
        if self._progress is not None:
            self._progress.stop()


class Lines:
    """
    Prints lines, for what is not a terminal.

    Parameters
    ----------
    clock
        Gives the seconds since some moment.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._stage = ""
        self._began = self._last = clock()

    def on_progress(self, stage: str, done: int, total: int) -> None:
        """Print a line if the stage is new, or the last line is long ago."""
        now = self._clock()
        if stage != self._stage:
            self._stage, self._began, self._last = stage, now, now
            click.echo(f"{stage} …", err=True)
        elif now - self._last >= _LINE_EVERY_S and done != total:
            self._last = now
            click.echo(f"{stage}: {_so_far(done, total, now - self._began)}", err=True)

    def stop(self) -> None:
        """Print nothing more; what comes next says that it is done."""


def _so_far(done: int, total: int, seconds: float) -> str:
    rate = done / seconds if seconds > 0 else 0.0
    said = [f"{done:,} of {total:,}" if total else f"{done:,}", f"{rate:,.0f}/s"]
    if total and rate > 0:
        minutes, rest = divmod(round((total - done) / rate), 60)
        said.append(f"{minutes}:{rest:02} left")
    return ", ".join(said)


def _started(file: IO[str] | None) -> Progress:
    from rich.console import Console  # noqa: PLC0415 - not before there is something to show
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    progress = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}", markup=False),
        TimeRemainingColumn(),
        console=Console(stderr=True) if file is None else Console(file=file, force_terminal=True),
        transient=True,
    )
    progress.start()
    return progress
