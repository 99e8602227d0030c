"""The first words of a draft: what is known already, for the drafter to write on."""

from staff_workspace.models import Case
from staff_workspace.policy import outcomes


def letter_start(case: Case) -> str:
    """Each point with its finding and explanation, apology and ombudsman, as plain paragraphs."""
    paragraphs = [
        "Thank you for telling us what happened. We are sorry for the distress it caused.",
        "This letter says what we looked into, what we found and what we will do about it.",
    ]
    for issue in case.issues.all():
        found = outcomes.OUTCOMES.get(issue.finding, "")
        paragraphs.append(f"{issue.number}. {issue.point}")
        paragraphs.append(
            f"{issue.explanation} {f'We find this point {found.lower()}.' if found else ''}".strip()
        )
        if issue.change_made:
            paragraphs.append(f"What changes: {issue.change_made}")
    names = " or the ".join(c.name for c in case.profile.contacts_of("ombudsman"))
    if names:
        paragraphs.append(
            f"If you are not content with our answer, you can ask the {names} to look into it."
        )
    return "\n\n".join(paragraphs)
