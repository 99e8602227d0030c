"""A restricted case narrows to Governance and to people who are named on it."""

from permissions.rules.matrix import Role

# These roles stay; a guardian has theirs only by breaking the glass.
ALWAYS = frozenset({Role.GOVERNANCE, Role.NAMED, Role.GUARDIAN})


def stands(role: Role, *, restricted: bool, named: bool) -> bool:
    """Whether ``role`` still counts; ``named`` people keep what they are besides."""
    return not restricted or named or role in ALWAYS
