"""The patient's age band when the complaint was received, as the national return counts it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class AgeBand:
    """A band of whole years, both counted; without `highest` it is open."""

    label: str
    lowest: int
    highest: int | None = None


# To be checked against the current template of the return, which may change them.
SEED: tuple[AgeBand, ...] = (
    AgeBand("0 to 5", 0, 5),
    AgeBand("6 to 17", 6, 17),
    AgeBand("18 to 25", 18, 25),
    AgeBand("26 to 55", 26, 55),
    AgeBand("56 to 64", 56, 64),
    AgeBand("65 to 74", 65, 74),
    AgeBand("75 and over", 75),
)
UNKNOWN = "Unknown"


@dataclass(frozen=True, slots=True)
class Ages:
    """Dates of birth of the two people whom a complaint may have, and the day of receipt."""

    received: date
    patient_born: date | None
    complainant_born: date | None = None


def age_on(born: date, day: date) -> int:
    """Whole years; who was born on 29 February gets a year older on 1 March of other years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def band_of(ages: Ages, bands: Sequence[AgeBand] = SEED) -> str:
    """The band of the patient, whoever complains, on the day of receipt; unknown is a band too."""
    born = ages.patient_born
    if born is None or born > ages.received:
        return UNKNOWN
    years = age_on(born, ages.received)
    for band in bands:
        if band.lowest <= years and (band.highest is None or years <= band.highest):
            return band.label
    return UNKNOWN


def by_band(people: Iterable[Ages], bands: Sequence[AgeBand] = SEED) -> dict[str, int]:
    """How many complaints in each band, zeros included; together they are all that was given."""
    found = Counter(band_of(ages, bands) for ages in people)
    return {label: found[label] for label in (*(band.label for band in bands), UNKNOWN)}
