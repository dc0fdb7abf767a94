"""Which claims that were read may not be drawn, for how they are put."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims import NotUsed
from geo.codes import UNDRAWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geo.claims import Claim


def left_out(claims: Iterable[Claim]) -> Iterator[NotUsed]:
    """Yield the reason for every claim that is denied, supposed, planned or background."""
    for claim in claims:
        if (reason := UNDRAWN.get(claim.assertion)) is not None:
            yield NotUsed(claim.quote.report_id, reason, claim.quote, claim_id=claim.claim_id)
