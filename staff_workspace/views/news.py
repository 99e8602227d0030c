"""The screen for telling the person how their complaint goes on."""

from typing import Any

from django.utils import timezone

from permissions.rules.actions import Action
from staff_workspace.actions.give_news import give_news
from staff_workspace.forms.news import NewsForm
from staff_workspace.policy.reasons import say
from staff_workspace.views.case_action import CaseActionView


class NewsView(CaseActionView):
    """Record news and promise the next."""

    action = Action.RECORD_CONTACT
    form_class = NewsForm
    title = "Tell the person how it goes on"
    button = "Record the news"
    done = "The news is recorded"

    def initial(self) -> dict[str, Any]:
        return {"on": timezone.localdate()}

    def details(self) -> list[tuple[str, str]]:
        promised = self.case.next_news_on
        return [("Next news promised", say(promised) if promised else "no day yet")]

    def perform(self, form: NewsForm) -> None:
        now, data = timezone.now(), form.cleaned_data
        give_news(
            case=self.case,
            by=self.request.user,
            told_at=self.moment(data["on"], now),
            channel=data["channel"],
            news=data["news"],
            next_on=data["next_on"],
            at=now,
        )
