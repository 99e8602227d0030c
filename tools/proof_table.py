"""Prints what is proven: one line an item, in the long table with its tests or what is missing."""

from collections import Counter
from collections.abc import Container, Iterable

from proof import Proof


def lines(proofs: Iterable[Proof], unasked: Container[str] = ()) -> list[str]:
    """The whole table by section; `unasked` are rules that no screen or action asks yet."""
    said: list[str] = []
    section = ""
    for proof in proofs:
        if proof.item.section != section:
            section = proof.item.section
            said += ["", section]
        said += _of(proof, proof.item.key in unasked)
    return said


def short_lines(proofs: Iterable[Proof]) -> list[str]:
    """One line an item, which ends in `proven` or `open`: what is broken is not proven."""
    ends = {True: "proven", False: "open"}
    return [f"{p.item.key:<4}{p.item.statement}  {ends[p.proven]}" for p in proofs]


def _of(proof: Proof, unasked: bool) -> list[str]:
    item = proof.item
    status = "proven" if proof.proven else "open" if item.status == "open" else "BROKEN"
    note = "  [no screen asks it yet]" if unasked and proof.proven else ""
    said = [f"  {item.key:<6}  {status:<6}  {item.statement}{note}"]
    said += [f"{'':18}{name}{_count(outcomes)}" for name, outcomes in proof.functions]
    if item.missing:
        said.append(f"{'':18}missing: {item.missing}")
    return said


def _count(outcomes: Counter[str]) -> str:
    if outcomes == Counter(passed=1):
        return ""
    parts = [f"{number} {outcome}" for outcome, number in sorted(outcomes.items())]
    return f"  ({', '.join(parts)})"
