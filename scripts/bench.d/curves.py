"""Curves over something that grows, both axes by factors of ten."""

from math import ceil, floor, log10

from drawing import Drawing

WIDTH, TOP, INNER, LEFT, RIGHT = 720, 40, 260, 70, 700
LINE = 18  # pixels, for each name below


def curves(title, named):
    """A plot of {name: [(x, y)]}; nothing below or at zero can be drawn, nor is it."""
    named = {name: sorted((x, y) for x, y in points if x > 0 and y > 0) for name, points in named.items()}
    across = decades(x for points in named.values() for x, _ in points)
    up = decades(y for points in named.values() for _, y in points)
    drawing = Drawing(WIDTH, TOP + INNER + 34 + LINE * len(named), title)
    for power in range(across[0], across[1] + 1):
        x = place(10.0**power, across, LEFT, RIGHT)
        drawing.rule(x, TOP, x, TOP + INNER)
        drawing.words(x, TOP + INNER + 16, number(10.0**power), "small", "middle")
    for power in range(up[0], up[1] + 1):
        y = place(10.0**power, up, TOP + INNER, TOP)
        drawing.rule(LEFT, y, RIGHT, y)
        drawing.words(LEFT - 8, y + 4, number(10.0**power), "small", "end")
    for series, (name, points) in enumerate(named.items()):
        drawing.curve([(place(x, across, LEFT, RIGHT), place(y, up, TOP + INNER, TOP)) for x, y in points], series)
        below = TOP + INNER + 34 + LINE * series
        drawing.bar(LEFT, below - 8, 16, 8, series)
        drawing.words(LEFT + 24, below, f"{name}: {', '.join(number(y) for _, y in points)}", "small")
    return drawing.svg()


def decades(values):
    """The powers of ten that hold all of them."""
    logs = [log10(value) for value in values]
    low, high = floor(min(logs)), ceil(max(logs))
    return low, max(high, low + 1)


def place(value, powers, begin, end):
    low, high = powers
    return begin + (log10(value) - low) / (high - low) * (end - begin)


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
