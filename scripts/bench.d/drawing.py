"""Shapes of a plot as SVG, readable on a light and on a dark page; the same shapes are always the same bytes."""

from html import escape

COLOURS = 6  # of series; there are never more
STYLE = """<style>
text{font:12px system-ui,sans-serif;fill:#24292f}.small{font-size:11px}.title{font-size:14px;font-weight:600}
.grid{stroke:#d0d7de;stroke-width:1}.bound{stroke:#24292f;stroke-width:1.5;stroke-dasharray:5 3}.page{fill:#ffffff}
.line{fill:none;stroke-width:2}
.s0{stroke:#0550ae;fill:#0550ae}.s1{stroke:#9a3412;fill:#9a3412}.s2{stroke:#1a7f37;fill:#1a7f37}
.s3{stroke:#8250df;fill:#8250df}.s4{stroke:#6e7781;fill:#6e7781}.s5{stroke:#bf3989;fill:#bf3989}
@media (prefers-color-scheme:dark){text{fill:#e6edf3}.grid{stroke:#30363d}.bound{stroke:#e6edf3}.page{fill:#0d1117}
.s0{stroke:#79c0ff;fill:#79c0ff}.s1{stroke:#ffa657;fill:#ffa657}.s2{stroke:#56d364;fill:#56d364}
.s3{stroke:#d2a8ff;fill:#d2a8ff}.s4{stroke:#9198a1;fill:#9198a1}.s5{stroke:#ff9bce;fill:#ff9bce}}
.line{fill:none}
</style>"""


class Drawing:
    """Shapes on a page of this size, in pixels from its upper left corner."""

    def __init__(self, width, height, title):
        self.width = width
        self.height = height
        self.title = title
        self.shapes = [f'<rect class="page" width="{width}" height="{height}"/>']
        self.words(12, 22, title, "title")

    def words(self, x, y, text, kind="", anchor="start"):
        self.shapes.append(f'<text{kind and f" class={chr(34)}{kind}{chr(34)}"} x="{at(x)}" y="{at(y)}" text-anchor="{anchor}">{escape(text)}</text>')

    def rule(self, x1, y1, x2, y2, kind="grid"):
        self.shapes.append(f'<line class="{kind}" x1="{at(x1)}" y1="{at(y1)}" x2="{at(x2)}" y2="{at(y2)}"/>')

    def bar(self, x, y, width, height, series):
        self.shapes.append(f'<rect class="s{series % COLOURS}" x="{at(x)}" y="{at(y)}" width="{at(width)}" height="{at(height)}"/>')

    def curve(self, points, series):
        kind = f"s{series % COLOURS}"
        path = " ".join(f"{at(x)},{at(y)}" for x, y in points)
        self.shapes.append(f'<polyline class="{kind} line" points="{path}"/>')
        self.shapes += [f'<circle class="{kind}" cx="{at(x)}" cy="{at(y)}" r="3"/>' for x, y in points]

    def svg(self):
        head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}" width="{self.width}" height="{self.height}" role="img">'
        return "\n".join([head, f"<title>{escape(self.title)}</title>", STYLE, *self.shapes, "</svg>"]) + "\n"


def at(pixels):
    return f"{pixels:.1f}".removesuffix(".0")
