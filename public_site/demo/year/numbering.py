"""Numbers many cases at once, by the counters that new cases go on from."""

from datetime import date

from permissions.models import Body, ReferenceCounter


class Numbering:
    """Gives out references in order; ``save`` tells the counters how far it came."""

    def __init__(self, body: Body) -> None:
        self.body = body
        counters = ReferenceCounter.objects.filter(body=body)
        self._last = dict(counters.values_list("year", "last_number"))

    def reference(self, day: date) -> str:
        """The next reference for a case received on ``day``."""
        year = self.body.counting_year(day)
        self._last[year] = self._last.get(year, 0) + 1
        return self.body.reference_format.format(year=day.year, number=self._last[year])

    def save(self) -> None:
        """Write the counters."""
        for year, last in self._last.items():
            ReferenceCounter.objects.update_or_create(
                body=self.body, year=year, defaults={"last_number": last}
            )
