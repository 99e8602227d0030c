"""The text of a response, put together from what was found; and its checklist."""

from public_site.demo.cases.stories import Point, Story
from staff_workspace.policy import outcomes, response_content
from staff_workspace.policy.profile import Profile

_SORRY = {
    True: "I am sorry that this happened, and that it gave you reason to complain.",
    False: "I am sorry that you were left with reason to complain.",
}


def letter_text(story: Story, profile: Profile, *, reference: str) -> str:
    """Paragraphs with an empty line between them; greeting and signature are added by the letter."""
    well_founded = any(outcomes.well_founded(point.finding) for point in story.points)
    where = f" at {story.place}" if story.place else ""
    opening = f"Thank you for telling us what happened{where}. {_SORRY[well_founded]}"
    several = len(story.points) > 1
    points = [_answer(point, n if several else 0) for n, point in enumerate(story.points, 1)]
    return "\n\n".join([opening, *points, *_endings(profile, reference)])


def checklist(profile: Profile) -> dict[str, bool | str]:
    """Every element that the body's letters must have; the letter above has them all."""
    return {e.key: True for e in response_content.checklist(profile) if e.required.in_force}


def _answer(point: Point, number: int) -> str:
    first = f"Point {number}. You told us: " if number else "You told us: "
    heard = point.asks[:1].lower() + point.asks[1:]
    verdict = f"This point is {outcomes.OUTCOMES[point.finding].lower()}."
    change = f" {point.change}" if point.change else ""
    return f"{first}{heard.rstrip('.')}.\n\n{point.because} {verdict}{change}"


def _endings(profile: Profile, reference: str) -> list[str]:
    body = profile.contacts_of("body")[0]
    reach = f"by telephone on {body.phone}" if body.phone else f"by e-mail at {body.email}"
    ombudsman = " or the ".join(o.name for o in profile.contacts_of("ombudsman"))
    advocates = [a for a in profile.contacts_of("advocacy") if a.phone]
    help_with = "".join(f" {a.name} ({a.area}) is on {a.phone}." for a in advocates)
    endings = [
        f"If something in this letter is not clear, the {body.name} will talk it through with you "
        f"{reach}. The reference to give is {reference}.",
        f"If you are not satisfied with this answer, you can ask the {ombudsman} to look at it. "
        "That is free, and it is best done within twelve months.",
    ]
    if help_with:
        endings.append(f"Help from an independent advocate is free.{help_with}")
    return endings
