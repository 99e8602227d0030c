"""The form behind the record that a year's figures were discussed."""

from typing import Any

from feedback_forms.fields import Choice, DateField, LongTextField, NhsForm, RadioField

NO_NAMES = "Name groups, not people. This stays for good"


class DiscussionForm(NhsForm):
    """Which year, where and when, which groups, and what is done."""

    year = RadioField(label="Figures of which year?", thing="the year", choices=[])
    where = RadioField(label="Where were they discussed?", thing="where", choices=[])
    discussed_on = DateField(label="When?", thing="the day of the discussion")
    groups = LongTextField(
        label="Which groups seldom complain?",
        thing="which groups seldom complain",
        hint=NO_NAMES,
        rows=3,
        max_length=1000,
    )
    measures = LongTextField(
        label="What is done about it?",
        thing="what is done about it",
        hint="How it is made easier for them to be heard, and who sees to it",
        rows=4,
        max_length=2000,
    )

    def __init__(
        self,
        *args: Any,
        years: list[tuple[str, str]],
        places: dict[str, str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("year", years), ("where", list(places.items()))):
            asked = self.fields[name]
            self.fields[name] = RadioField(
                label=asked.label, thing=asked.thing, choices=[Choice(*one) for one in choices]
            )
