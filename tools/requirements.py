"""What `make requirements` runs: every rule of the catalogue, its tests, and what is proven.

The last line is the count. The exit status is 1 when a rule marked as proven has no passing test
or a test names a rule that the catalogue does not know.
"""

import sys

import asked_rules
import proof
import proof_table
from catalogue import CatalogueError, read

RULES = proof.ROOT / "docs" / "requirements"


def main(arguments: list[str]) -> int:
    """Run the marked tests and print the table; `arguments` go to pytest."""
    try:
        rules = read(RULES)
        ended = proof.run("requirement", *(arguments or ["-n", "2"]))
    except (CatalogueError, proof.NotRun) as error:
        print(f"FAILED: {error}")
        return 1
    proofs = proof.join(rules, ended)
    unasked = asked_rules.unasked(proofs)
    print(*proof_table.lines(proofs, unasked), sep="\n")
    broken = proof.faults(rules, ended)
    print("", *(f"FAILED: {fault}" for fault in broken), sep="\n")
    proven = [one for one in proofs if one.proven]
    waiting = sum(one.item.key in unasked for one in proven)
    print(f"{waiting} of the proven are rules that no screen or action asks yet.")
    print(f"proven {len(proven)} of {len(rules)}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
