"""Who may do what in the body: the grid, one role to change, and earlier versions."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import cached_property

from permissions.models import MatrixVersion
from permissions.rules.actions import Action
from permissions.rules.body_matrix import DEFAULT, Matrix
from permissions.rules.matrix import Role
from permissions.rules.matrix_checks import problems
from permissions.rules.words import ROLE_HINTS, role_words
from permissions.standing import matrix_in_force
from permissions.views import GuardedView
from staff_workspace.actions.publish_matrix import publish_matrix
from staff_workspace.forms.access import BecauseForm
from staff_workspace.policy.lifecycle import STATES, NotAllowed
from staff_workspace.presenters.matrix_grid import changes, columns, grid, row_from, tick_rows
from staff_workspace.presenters.workspace import workspace_context
from staff_workspace.queries.matrix_effect import effects_of


class MatrixBase(GuardedView):
    """What the pages of the matrix have in common."""

    def grids(self, matrix: Matrix) -> dict[str, Any]:
        """The matrix in words."""
        return {
            "columns": columns(),
            "on_cases": grid(matrix, on_cases=True),
            "on_body": grid(matrix, on_cases=False),
        }


class MatrixView(MatrixBase):
    """The matrix in force, and how it came to be."""

    action = Action.CHANGE_MATRIX

    def get(self, request: HttpRequest) -> HttpResponse:
        """The grid."""
        versions = list(self.body.matrix_versions.order_by("-number"))
        context = {
            **workspace_context(request, current="teams"),
            **self.grids(matrix_in_force(self.body)),
            "versions": versions,
            "in_force": versions[0] if versions else None,
        }
        return render(request, "staff_workspace/access/matrix.jinja", context)


class VersionView(MatrixBase):
    """One version, and what it changed."""

    action = Action.CHANGE_MATRIX

    def get(self, request: HttpRequest, number: int) -> HttpResponse:
        """The grid as it was."""
        version = self.body.matrix_versions.filter(number=number).first()
        if version is None:
            raise Http404
        earlier = self.body.matrix_versions.filter(number=number - 1).first()
        context = {
            **workspace_context(request, current="teams"),
            **self.grids(version.matrix),
            "version": version,
            "changes": changes(earlier.matrix if earlier else DEFAULT, version.matrix),
        }
        return render(request, "staff_workspace/access/matrix_version.jinja", context)


class RoleView(MatrixBase):
    """Tick, see who gains and who loses what, give a reason, publish."""

    action = Action.CHANGE_MATRIX

    def get(self, request: HttpRequest, role: str) -> HttpResponse:
        """The boxes as they are in force."""
        return self.boxes(self.before.rows.get(self.role, {}))

    def post(self, request: HttpRequest, role: str) -> HttpResponse:
        """One of: back to the boxes, the preview, publish."""
        row = row_from(request.POST.getlist("cell"), self.role, self.before.rows[self.role])
        step = request.POST.get("step")
        after = self.before.with_row(self.role, row)
        faults = problems(after, STATES)
        if step == "boxes" or faults or not changes(self.before, after):
            said = faults or ([] if step == "boxes" else ["Nothing is changed"])
            return self.boxes(row, said)
        if step != "publish":
            return self.preview(after, BecauseForm())
        form = BecauseForm(request.POST)
        if form.is_valid():
            try:
                version = publish_matrix(
                    body=self.body,
                    by=request.user,
                    role=self.role,
                    row=row,
                    based_on=self.based_on(),
                    reason=form.cleaned_data["reason"],
                )
            except NotAllowed as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(request, f"Version {version.number} counts from now on")
                return redirect("staff_workspace:matrix")
        return self.preview(after, form)

    @cached_property
    def role(self) -> Role:
        """The role that the address names."""
        try:
            return Role(self.kwargs["role"])
        except ValueError:
            raise Http404 from None

    @cached_property
    def before(self) -> Matrix:
        """The matrix in force."""
        return matrix_in_force(self.body)

    def based_on(self) -> int:
        """The number of the version that the person had before them."""
        given = self.request.POST.get("based_on", "")
        return int(given) if given.isdecimal() and len(given) < 9 else -1

    def shared(self) -> dict[str, Any]:
        """What both pages show."""
        version: MatrixVersion | None = self.body.matrix
        return {
            **workspace_context(self.request, current="teams"),
            "role": self.role,
            "role_words": role_words(self.role),
            "role_hint": ROLE_HINTS[self.role],
            "number": version.number if version else 0,
        }

    def boxes(self, row: Any, faults: list[str] | None = None) -> HttpResponse:
        """The boxes, with what is wrong above them."""
        context = {
            **self.shared(),
            "states": [state.label for state in STATES.values()],
            "on_cases": tick_rows(self.role, row, on_cases=True),
            "on_body": tick_rows(self.role, row, on_cases=False),
            "faults": [{"text": fault, "href": "#boxes"} for fault in faults or []],
        }
        return render(self.request, "staff_workspace/access/matrix_role.jinja", context)

    def preview(self, after: Matrix, form: BecauseForm) -> HttpResponse:
        """What would change, for whom, on how many cases."""
        found = changes(self.before, after)
        effects = effects_of(
            [change.action for change in found],
            self.role,
            body=self.body,
            viewer=self.request.user,
            before=self.before,
            after=after,
        )
        context = {
            **self.shared(),
            "form": form,
            "changes": list(zip(found, effects, strict=True)),
            "cells": self.request.POST.getlist("cell"),
            "based_on": self.request.POST.get("based_on", ""),
        }
        return render(self.request, "staff_workspace/access/matrix_preview.jinja", context)
