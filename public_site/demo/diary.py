"""The demonstration's calendar: every date is so many working days before the day it is made for."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from staff_workspace.policy.working_days import WorkingCalendar

OFFICE_CLOSES = time(17)


@dataclass(frozen=True)
class Diary:
    """Days of one body, seen from ``now``; nothing in it is later than ``now``."""

    calendar: WorkingCalendar
    now: datetime

    @property
    def today(self) -> date:
        """The day that the demonstration is made for, in London."""
        return timezone.localdate(self.now)

    def back(self, days: int) -> date:
        """The working day that lies ``days`` working days back; today itself for 0."""
        return self.calendar.subtract_working_days(self.today, days)

    def forward(self, day: date, days: int) -> date:
        """The working day ``days`` working days after ``day``; ``day`` itself for 0."""
        return self.calendar.add_working_days(day, days) if days else day

    def moment(self, day: date, minutes: int) -> datetime:
        """So many minutes after midnight of ``day`` in London, but never later than ``now``."""
        wall = datetime.combine(day, time()) + timedelta(minutes=minutes)
        return min(timezone.make_aware(wall), self.now)


def now_on(as_of: date) -> datetime:
    """The moment that counts as now on ``as_of``: this very one today, otherwise 5 o'clock."""
    if as_of == timezone.localdate():
        return timezone.now()
    return timezone.make_aware(datetime.combine(as_of, OFFICE_CLOSES))
