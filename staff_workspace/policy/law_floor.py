"""A policy may be stricter than the law, never laxer: what is in force is held against the floor."""

from __future__ import annotations

from .profile import Profile


def below_the_floor(profile: Profile, statute: Profile) -> tuple[str, ...]:
    """Every parameter in force that gives people less than the law; empty for a sound profile."""
    found = []
    ours, law = profile.acknowledgement, statute.acknowledgement
    if ours.ack_wd.in_force > law.ack_wd.in_force:
        found.append("acknowledgement.ack_wd is longer than the law allows")
    if "complaint" not in ours.ack_kinds.in_force:
        found.append("acknowledgement.ack_kinds leaves out complaints")
    if ours.oral_record.in_force != law.oral_record.in_force:
        found.append("acknowledgement.oral_record is not always given")
    months = profile.response.statutory_months.in_force
    if months > statute.response.statutory_months.in_force:
        found.append("response.statutory_months is longer than the law allows")
    if profile.eligibility.late_months.in_force < statute.eligibility.late_months.in_force:
        found.append("eligibility.late_months is shorter than the law gives")
    if profile.consent.child_under_years.in_force != statute.consent.child_under_years.in_force:
        found.append("consent.child_under_years differs from the law")
    if profile.eligibility.sar_excluded.in_force:
        found.append("eligibility.sar_excluded leaves out what the law does not")
    for ground, scope in statute.eligibility.exclusions.items():
        kept = profile.eligibility.exclusions.get(ground)
        if kept is None:
            found.append(f"eligibility.exclusions.{ground} is missing")
        elif scope.in_force == "in_scope" and scope.verified and kept.in_force == "excluded":
            found.append(f"eligibility.exclusions.{ground} leaves out what the law does not")
    required = {part.key: part.required.in_force for part in profile.response_letter.elements}
    for part in statute.response_letter.elements:
        asked = part.required
        if asked.in_force and asked.verified and not required.get(part.key):
            found.append(f"response_letter.elements.{part.key} is asked by the law")
    return tuple(found)
