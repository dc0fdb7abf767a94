"""
Cells to holders, so that each gets its share where the evidence for it is best.

Semi-discrete transport with one price a holder: of all divisions with the given shares it
has the greatest total evidence (Geiß, Klein, Penninger & Rote 2012; spatial language,
section 6.3). Only differences of evidence matter.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# A holder whose evidence varies by less is not placed: cells would speckle.
LOCATED = 0.25
_SWEEPS = 60
_SOFT_ROUNDS = 300


@dataclass(frozen=True, slots=True)
class Assignment:
    """
    Who gets which cell.

    ``holder`` is a row of the evidence for each cell, ``margin`` how clearly each row
    wins or loses each cell, ``odds`` the soft version: probabilities a cell. ``prices``
    are what each row's evidence was raised by to get its share; the least is 0.
    """

    holder: NDArray[np.int64]
    margin: Floats
    odds: Floats
    prices: Floats


def assign(evidence: Floats, shares: Floats, weights: Floats, *, ties: Floats) -> Assignment:
    """
    Give each row of evidence exactly its share of the cells.

    Parameters
    ----------
    evidence
        One row a holder, one column a cell.
    shares
        The area each row gets; they sum to 1.
    weights
        The cells' shares of the area; they sum to 1.
    ties
        Same shape as the evidence, small against it; settles cells of equal evidence.
    """
    settled = evidence + ties
    prices = _prices(settled, shares, weights)
    valued = settled + prices[:, None]
    order = np.sort(valued, axis=0)
    best, second = order[-1], (order[-2] if len(valued) > 1 else order[-1])
    margin = valued - np.where(valued == best, second, best)
    odds = _odds(evidence, shares, weights)
    return Assignment(np.argmax(valued, axis=0), margin, odds, prices - prices.min())


def top_share(
    values: Floats, share: float, weights: Floats, *, own: NDArray[np.bool_] | None = None
) -> NDArray[np.bool_]:
    """
    Return the cells with the highest values that together take a share of the area.

    A holder's ``own`` come first: where evidence is flat, values alone would not nest.
    """
    order = np.argsort(-values, kind="stable") if own is None else np.lexsort((-values, ~own))
    reached = np.cumsum(weights[order]) - weights[order] / 2
    taken = np.zeros(len(values), dtype=bool)
    taken[order[reached <= share]] = True
    return taken


def _prices(evidence: Floats, shares: Floats, weights: Floats) -> Floats:
    prices = np.zeros(len(evidence))
    if len(evidence) == 1:
        return prices
    # Two and a half cells: what sorting by price can reach.
    tolerance = 2.5 * float(weights.max())
    for _ in range(_SWEEPS):
        for row in range(len(evidence)):
            others = np.delete(evidence + prices[:, None], row, axis=0).max(axis=0)
            prices[row] = _quantile(others - evidence[row], shares[row], weights)
        won = np.bincount(
            np.argmax(evidence + prices[:, None], axis=0), weights, minlength=len(evidence)
        )
        if np.abs(won - shares).max() < tolerance:
            break
    return prices


def _quantile(costs: Floats, share: float, weights: Floats) -> float:
    """Return the price at which cells of so much area are won."""
    order = np.argsort(costs, kind="stable")
    reached = np.cumsum(weights[order])
    last = int(np.searchsorted(reached, share))
    ranked = costs[order]
    if last == 0:
        return float(ranked[0]) - 1e-9
    if last >= len(ranked):
        return float(ranked[-1]) + 1e-9
    # Half way to the next cell, so that rounding decides nothing.
    return float(ranked[last - 1] + ranked[last]) / 2


def _odds(evidence: Floats, shares: Floats, weights: Floats) -> Floats:
    """Soft version: odds by evidence, scaled until the expected shares are right."""
    prices = np.log(np.maximum(shares, 1e-12))
    for _ in range(_SOFT_ROUNDS):
        odds = np.exp(evidence + prices[:, None] - (evidence + prices[:, None]).max(axis=0))
        odds /= odds.sum(axis=0)
        expected = odds @ weights
        if np.abs(expected - shares).max() < 1e-6:
            break
        prices += np.log(np.maximum(shares, 1e-12) / np.maximum(expected, 1e-12))
    result: Floats = odds
    return result
