"""Named places where a fault drill lets the process die, as if the power had failed.

Outside a drill they do nothing. The drills (``tests/faults``) start a real server with the name of
one place in the environment, watch it die there, and look for what was lost, doubled or left over.
"""

import os

VARIABLE = "CANDOUR_CRASH_AT"
#: What a process killed with SIGKILL answers, by the convention of shells.
KILLED = 137


def reach(name: str) -> None:
    """End the process at once, without clearing up, when the drill asked for this place.

    ``name`` says where: "evidence.after_write". Nothing is flushed, rolled back or closed.
    """
    if os.environ.get(VARIABLE) == name:
        os._exit(KILLED)
