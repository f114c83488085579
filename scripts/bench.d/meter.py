"""A model of any number of registers, for measuring: nobody makes such a pump."""

MODEL = "meter"
PER_REQUEST = 20  # as the makers of most pumps allow
HEAD = """# model: {model}
# title: For measuring
# wires: tcp
# word-order: low-first
# registers-per-request: {per_request}
# bits-per-request: 16
# pause: 0ms
# answer-within: 2s
# exception-for-absent: 2
# source bench: scripts/bench
id,space,address,type,scale,unit,access,min,max,write_min,write_max,absent,metric,label,source
"""
ROW = "{id},holding,{address},u16,1,,r,,,,,,,Register {id},bench\n"
EACH_SECOND = '      "register:{id}": 1s\n'


def write_map(place, registers):
    """Puts the model beside a configuration; its registers begin at address 0 and have no gap."""
    rows = (ROW.format(id=address + 1, address=address) for address in range(registers))
    (place / "maps").mkdir()
    (place / "maps" / f"{MODEL}.csv").write_text(HEAD.format(model=MODEL, per_request=PER_REQUEST) + "".join(rows))


def settings(registers):
    """These registers each second."""
    chosen = "".join(EACH_SECOND.format(id=address + 1) for address in range(registers))
    return f"    poll-interval: 1h\n    intervals:\n{chosen}"


def check(started, name, registers):
    """A bench of registers that are not read each second would be a lie."""
    fresh = sum(reading["state"] == "value" and reading["age_ms"] < 3000 for reading in started.readings(name))
    if fresh != registers:
        raise RuntimeError(f"{fresh} of {registers} registers of {name} are read each second")
