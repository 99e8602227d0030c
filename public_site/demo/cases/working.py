"""Works the stories of a body through, from the day each came in to where it has come."""

from datetime import timedelta
from zlib import crc32

from django.utils import timezone

from permissions.models import Body
from public_site.demo.cases.in_hand import Staff, Work
from public_site.demo.cases.opening import open_by_staff
from public_site.demo.cases.sending import send_form
from public_site.demo.cases.steps import take
from public_site.demo.cases.stories import Story
from public_site.demo.diary import Diary
from public_site.demo.people import account
from staff_workspace.models import Case

OFFICE_OPENS = 9 * 60 + 20
BETWEEN_STEPS = 16


def work_stories(body: Body, stories: list[Story], diary: Diary) -> None:
    """Open every one of the ``stories`` in their order and take each of its steps."""
    people = {name: account(body, name) for name in ("officer", "officer2")}
    names = ("head", "governance", "signatory", "colleague")
    others = {name: account(body, name) for name in names}
    for story in stories:
        staff = Staff(officer=people[story.officer], **others)
        case = _open(story, body, staff, diary)
        _work(story, case, staff, diary)


def _open(story: Story, body: Body, staff: Staff, diary: Diary) -> Case:
    day = diary.back(story.received)
    # Before any step of the day; people write at night too, so a story may name the minute.
    received_at = diary.moment(day, story.minutes or 7 * 60 + 40 + crc32(story.key.encode()) % 95)
    happened = day - timedelta(days=story.happened) if story.happened else None
    if story.form:
        case = send_form(story, body=body, received_at=received_at, happened=happened)
    else:
        words = f"{happened.day} {happened:%B %Y}" if happened else ""
        case = open_by_staff(
            story, body=body, by=staff.officer, received_at=received_at, event_date=words
        )
    # Somebody takes a case in hand with its first step.
    handler = staff.officer if story.path else None
    Case.objects.filter(pk=case.pk).update(
        handler=handler, subject=story.subject, service=story.service or case.service
    )
    case.refresh_from_db()
    return case


def _work(story: Story, case: Case, staff: Staff, diary: Diary) -> None:
    received = timezone.localdate(case.received_at)
    for number, move in enumerate(story.path):
        day = diary.forward(received, move.day)
        minutes = OFFICE_OPENS + number * BETWEEN_STEPS + crc32(case.reference.encode()) % 90
        work = Work(case, story, staff, max(diary.moment(day, minutes), case.received_at), diary)
        try:
            take(work, move)
        except Exception as error:
            error.add_note(f"in the demonstration's story {story.key}, step {number + 1}")
            raise
