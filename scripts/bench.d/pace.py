"""How long and how often a bench measures."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Pace:
    """Times are in seconds."""

    starts: int
    settle: int  # from the start of the agent to the first look
    warm: int  # from its start to the look at processor time: the target is for the twentieth minute
    window: int  # over which processor time is counted
    grow: int  # from the start of agents with more and more to do to the look at them
    crowd: int  # from the coming of 32 browsers to the look at memory
    commits: int  # over which disk writes are counted
    scans: int
    exchanges: int  # of the proof, for each protocol
    mischief: int  # malformed requests and frames
    cuts: int  # of the power of a guest
    pulls: int  # of a stick of each kind
    unplugs: int  # of a USB adapter, and of the console's cable
    kills: int  # of agent, tool and connection
    days: int  # of polls every 5 s in each database
    past: int  # days of rarer polls before them
    rare: int  # seconds between those
    life: int  # seconds of real time in which each is given what a pump says then
    soak: int  # seconds, of which each is a simulated minute
    questions: int  # to each database
    fleet: int  # polls of each of a thousand agents
    seed: int = 20260101  # of the mischief in the proof


FULL = Pace(starts=9, settle=180, warm=1140, window=60, grow=300, crowd=60, commits=8, scans=25, exchanges=1_000_000,
    mischief=10_000, cuts=100, pulls=20, unplugs=20, kills=200, days=30, past=335, rare=60, life=240, soak=1440, questions=20, fleet=360,
)
QUICK = Pace(starts=3, settle=25, warm=25, window=15, grow=25, crowd=10, commits=1, scans=7, exchanges=20_000,
    mischief=1_000, cuts=5, pulls=2, unplugs=3, kills=10, days=2, past=28, rare=600, life=60, soak=150, questions=8, fleet=24,
)
