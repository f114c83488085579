"""Bars beside each other: ratios against the bound that is 1.0, or sizes by factors of ten."""

from curves import decades, number, place
from drawing import Drawing

WIDTH, TOP, LEFT, RIGHT, STEP, THICK = 720, 52, 290, 650, 22, 14
FAR = 5  # times what is allowed


def ratios(title, named):
    """How much of what is allowed each takes: {name: ratio}. Beyond the line is too much. By factors of ten if one is far beyond."""
    if max(named.values(), default=1) > FAR:
        drawing, powers = by_tens(title, {"": 1.0} | {name: ratio for name, ratio in named.items() if ratio > 0})
        bound = place(1.0, powers, LEFT, RIGHT)
        widths = {name: place(ratio, powers, LEFT, RIGHT) - LEFT for name, ratio in named.items() if ratio > 0}
    else:
        most = max(1.25, *named.values()) if named else 1.25
        drawing, bound = page(title, named), LEFT + (RIGHT - LEFT) / most
        widths = {name: (RIGHT - LEFT) * ratio / most for name, ratio in named.items()}
        drawing.words(bound, TOP - 10, "1.0", "small", "middle")
    for row, (name, width) in enumerate(widths.items()):
        one(drawing, row, name, width, 1 if named[name] > 1 else 0, f"{named[name]:.2f}")
    drawing.rule(bound, TOP - 6, bound, TOP + STEP * len(widths), "bound")
    return drawing.svg()


def sizes(title, named):
    """Sizes that may differ a thousandfold: {name: size}; each mark on the axis is ten times the one before."""
    named = {name: size for name, size in named.items() if size > 0}
    drawing, powers = by_tens(title, named)
    for row, (name, size) in enumerate(named.items()):
        one(drawing, row, name, place(size, powers, LEFT, RIGHT) - LEFT, 0, number(size))
    return drawing.svg()


def by_tens(title, named):
    """A page with an axis of factors of ten that holds all of them, and the powers at its ends."""
    powers, drawing = decades(named.values()), page(title, [name for name in named if name])
    for power in range(powers[0], powers[1] + 1):
        x = place(10.0**power, powers, LEFT, RIGHT)
        drawing.rule(x, TOP - 6, x, drawing.height - 10)
        drawing.words(x, TOP - 10, number(10.0**power), "small", "middle")
    return drawing, powers


def page(title, named):
    return Drawing(WIDTH, TOP + STEP * len(named) + 10, title)


def one(drawing, row, name, width, series, told):
    y = TOP + STEP * row
    drawing.words(LEFT - 8, y + 11, name, "small", "end")
    drawing.bar(LEFT, y, width, THICK, series)
    drawing.words(WIDTH - 10, y + 11, told, "small", "end")
