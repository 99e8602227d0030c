"""Exact counts take in walled and restricted cases: who counts a year and who reads it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import Http404
from django.test import Client
from django.urls import reverse

from permissions.models import Body
from staff_workspace.actions.annual_figures import approve_figures, prepare_figures
from staff_workspace.reports.reporting_year import year_starting


def test_a_handler_counts_no_year(body: Body, people: dict[str, Any]) -> None:
    with pytest.raises(Http404):
        prepare_figures(body=body, by=people["officer"], year=year_starting(2025))


def test_a_handler_reads_figures_once_they_are_approved(
    body: Body, people: dict[str, Any], client_for: Callable[..., Client]
) -> None:
    figures = prepare_figures(body=body, by=people["governance"], year=year_starting(2025))
    page = reverse("staff_workspace:figures", args=[figures.pk])
    client = client_for(body)
    client.force_login(people["officer"])

    def listed() -> str:
        return client.get(reverse("staff_workspace:reports")).content.decode()

    assert client.get(page).status_code == 404
    assert page not in listed()
    assert "Count a year" not in listed()
    approve_figures(figures=figures, by=people["governance"])
    assert client.get(page).status_code == 200
    assert page in listed()
    client.force_login(people["governance"])
    assert "Count a year" in listed()
