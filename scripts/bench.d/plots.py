"""The plots of a subject, made of those of its rows that say where they are drawn."""

from bars import ratios, sizes
from curves import curves


def plots(rows):
    """{title: SVG}, in the order in which the rows name them."""
    named = {}
    for row in rows:
        if row.spot:
            named.setdefault(row.spot.plot, []).append(row)
    return {title: plot(title, drawn) for title, drawn in named.items()}


def plot(title, rows):
    """Curves where rows say at what; else bars, of ratios where the unit is one."""
    if all(row.spot.at is not None for row in rows):
        found = {}
        for row in rows:
            found.setdefault(row.spot.name, []).append((row.spot.at, row.middle()))
        return curves(title, found)
    bars = {row.spot.name: row.middle() for row in rows}
    return ratios(title, bars) if all(row.unit.startswith("times") for row in rows) else sizes(title, bars)
