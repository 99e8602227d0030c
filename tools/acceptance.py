"""What `make acceptance` runs: what a real browser must show, and what is proven of it.

One line an item; the last line is the count. Only tests in a real Chromium count here. The exit
status is 1 when an item marked as proven has no passing test or a test names an item that is not
listed.
"""

import sys

import proof
import proof_table
from catalogue import CatalogueError, read

ITEMS = proof.ROOT / "docs" / "acceptance"


def main(arguments: list[str]) -> int:
    """Run the marked browser tests and print the table; `arguments` go to pytest."""
    try:
        items = read(ITEMS)
        ended = proof.run("acceptance", *(arguments or ["-n", "2"]), which="browser")
    except (CatalogueError, proof.NotRun) as error:
        print(f"FAILED: {error}")
        return 1
    proofs = proof.join(items, ended)
    print("", *proof_table.short_lines(proofs), sep="\n")
    broken = proof.faults(items, ended)
    print("", *(f"FAILED: {fault}" for fault in broken), sep="\n")
    print(f"proven {sum(one.proven for one in proofs)} of {len(items)}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
