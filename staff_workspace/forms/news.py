"""The form behind telling the person how their complaint goes on."""

from feedback_forms.fields import DateField, LongTextField, NhsForm, RadioField
from staff_workspace.forms.handling import CHANNELS


class NewsForm(NhsForm):
    """What they were told, how and when, and when they hear next."""

    news = LongTextField(
        label="What did you tell them?", thing="what you told them", rows=4, max_length=4000
    )
    channel = RadioField(
        label="How did you tell them?", thing="how you told them", choices=CHANNELS
    )
    on = DateField(label="When was it?", thing="the date", past=True)
    next_on = DateField(
        label="When do they hear from us next?",
        thing="when they hear next",
        hint="The day that you promised. It stands among your next steps",
    )
