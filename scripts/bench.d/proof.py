"""Whether a bus on a bad line ever believes what the device did not say."""

import subprocess

from figures import Row
from place import proof_program


def measure(pace):
    words = [*proof_program(), pace.seed, pace.exchanges]
    told = subprocess.run([str(word) for word in words], stdout=subprocess.PIPE, text=True, check=True)
    return [row(*line.split("\t")) for line in told.stdout.splitlines()]


def row(name, exchanges, believed, wrong, undetectable, damaged, whole, storms, lame, lost, seconds):
    what = (
        f"{name}: {exchanges} exchanges in {seconds} s, {believed} values believed; "
        f"{undetectable} of them out of damaged answers that were whole by their own marks "
        f"({whole} of {damaged} damaged ones); first poll after the faults lame {lame} times of {storms}, the second {lost} times"
    )
    return Row(what, [int(wrong)], "false values", 0, 0)
