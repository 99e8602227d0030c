"""The Jinja2 environment: our templates and the NHS design system's macros side by side."""

from datetime import time, timedelta
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from jinja2 import ChainableUndefined, ChoiceLoader, Environment, PackageLoader


def long_date(value: Any) -> str:
    """A date as people say it: Thursday 19 November 2026."""
    return date_format(_local(value), "l j F Y") if value else ""


def short_date(value: Any) -> str:
    """A date without its weekday: 19 November 2026."""
    return date_format(_local(value), "j F Y") if value else ""


def table_date(value: Any) -> str:
    """A date as short as a table needs it: 19 Nov 2026."""
    return date_format(_local(value), "j M Y") if value else ""


def time_of(value: Any) -> str:
    """A moment for timelines: 19 Nov 2026, 14:31."""
    return date_format(_local(value), "j M Y, H:i") if value else ""


def happened_on(value: Any) -> str:
    """When something happened, as ``time_of``; of what only the day is known, the day."""
    is_a_day = bool(value) and _local(value).time() == time.min
    return date_format(_local(value), "j M Y") if is_a_day else time_of(value)


def end_of_access(value: Any) -> str:
    """When something ends that was given until a moment, or until the end of a day.

    The first moment of a day is the end of the day before, which is what was chosen.
    """
    if not value or _local(value).time() != time.min:
        return time_of(value)
    return f"the end of {date_format(_local(value) - timedelta(days=1), 'j M Y')}"


def _local(value: Any) -> Any:
    return timezone.localtime(value) if hasattr(value, "tzinfo") and value.tzinfo else value


def environment(**options: Any) -> Environment:
    """Build the environment that the TEMPLATES setting names."""
    options["undefined"] = ChainableUndefined
    options["loader"] = ChoiceLoader(
        [options["loader"], PackageLoader("nhsuk_frontend_jinja", "templates")]
    )
    # Django has switched escaping on in the options.
    env = Environment(**options)  # nosec B701
    env.globals.update(static=static, url=reverse, settings=settings, get_messages=get_messages)
    env.filters.update(
        long_date=long_date,
        short_date=short_date,
        time_of=time_of,
        end_of_access=end_of_access,
        happened_on=happened_on,
        table_date=table_date,
    )
    return env
