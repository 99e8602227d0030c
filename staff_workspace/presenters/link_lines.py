"""What somebody outside did with a link to a case, in the words of its access history."""

from permissions.models import AuditEvent

BY_LINK = {
    "outside_link.came": "Came to the page that asks for the code of a link",
    "outside_link.opened": "Opened the link that was sent to them",
    "outside_link.looked": "Looked at what was chosen for them",
    "outside_link.opened_file": "Opened a file that was chosen for them",
    "outside_link.answered": "Answered by the link that was sent to them",
    "outside_link.wrong_code": "Gave a wrong code for a link",
    "outside_link.refused": "Tried to use a link and was refused",
}
# Before the code was given nobody knows who it is: the address alone may have reached anybody.
BY_ANYBODY = {"outside_link.came", "outside_link.wrong_code", "outside_link.refused"}


def who_by_link(row: AuditEvent) -> str:
    """The person whom the link was made for, or somebody with their link; "" for other rows."""
    name = str(row.detail.get("by", ""))
    if row.action not in BY_LINK or not name:
        return ""
    return f"Somebody with the link to {name}" if row.action in BY_ANYBODY else name


def what_by_link(row: AuditEvent) -> tuple[str, str]:
    """What was done, and why it was refused."""
    why = str(row.detail.get("why", ""))
    if row.detail.get("code_fits"):
        why = f"{why}. The code was right"
    return BY_LINK[row.action], why
