"""Rows of something that grows step by step: {how much: figure}."""

from dataclasses import replace
from math import log10

from figures import Row


def steps(what, spot, figures, unit, shown):
    """A row for each step, and a curve of them; a figure may be several of the same."""
    return [
        Row(f"{what.format(many)}: {spot.name}", figure if isinstance(figure, list) else [figure], unit, None, shown, replace(spot, at=many))
        for many, figure in figures.items()
    ]


def slope(what, figures):
    """From the first step to the last, as a factor for each factor of ten."""
    (few, first), (many, last) = list(figures.items())[0], list(figures.items())[-1]
    return Row(what, [(last / first) ** (1 / log10(many / few))], "times", None, 2)


def each_more(figures):
    """What one more costs, from the first step to the last."""
    (few, first), (many, last) = list(figures.items())[0], list(figures.items())[-1]
    return (last - first) / (many - few)
