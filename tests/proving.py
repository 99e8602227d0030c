"""Whether everything is tried (`make prove`), or as much of it as each change can wait for."""

import os

ALL = bool(os.environ.get("CANDOUR_PROVE"))
