"""Parameters of the investigation: who does what, what comes first, what those named are owed."""

from __future__ import annotations

from .value import Section, Value


class Investigation(Section):
    """Roles are the canonical ones of the body; `person` is the one who complained (IV-1 to IV-5)."""

    coordinated_by: Value[tuple[str, ...]]
    issues_set_out_by: Value[str | None]
    appointed_by: Value[str | None]
    investigated_by: Value[tuple[str, ...]]
    papers_go_to: Value[str | None]
    serious_to_another_team: Value[bool]
    authority_first: Value[bool]
    methods: Value[tuple[str, ...]]
    independent_grounds: Value[tuple[str, ...]]
    independent_agreed_by: Value[tuple[str, ...]]
    towards_named_staff: Value[tuple[str, ...]]
    harm_told_to_insurers: Value[bool]
    candour: Value[tuple[str, ...]]
    learning_response: Value[bool]
