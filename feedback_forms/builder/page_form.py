"""The form of Wagtail's editor: a draft is saved as it is, publishing is judged block by block."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks import StreamBlockValidationError, StructBlockValidationError

from feedback_forms.rules.form_findings import Finding


class FormPageForm(WagtailAdminPageForm):
    """Says at each block what keeps the form from being published."""

    def _post_clean(self) -> None:
        """Judge the page as it would be saved: only now does it hold what was typed."""
        super()._post_clean()
        if self.is_deferred_validation or self.errors or "pages" not in self.fields:
            return
        findings = self.instance.findings()
        if findings:
            block = self.fields["pages"].block
            self.add_error("pages", stream_errors(findings, block))
        problems = self.instance.trial_problems()
        if problems and "trials" in self.fields:
            self.add_error("trials", StreamBlockValidationError(non_block_errors=problems))


def stream_errors(findings: Iterable[Finding], stream_block: Any) -> StreamBlockValidationError:
    """All findings in words above the pages, and each again at the block that it is about."""
    page_block = stream_block.child_blocks["question_page"]
    by_page: dict[int, list[Finding]] = {}
    words = []
    for found in findings:
        words.append(found.words)
        if found.page is not None:
            by_page.setdefault(found.page, []).append(found)
    errors = {page: _page_errors(found, page_block) for page, found in by_page.items()}
    return StreamBlockValidationError(block_errors=errors, non_block_errors=words)


def _page_errors(findings: list[Finding], block: Any) -> StructBlockValidationError:
    own = [found for found in findings if found.question is None]
    by_question: dict[int, list[Finding]] = {}
    for found in findings:
        if found.question is not None:
            by_question.setdefault(found.question, []).append(found)
    parts, rest = _by_part(own, set(block.child_blocks))
    if by_question:
        parts["questions"] = StreamBlockValidationError(
            block_errors={number: _question_errors(f) for number, f in by_question.items()}
        )
    return StructBlockValidationError(block_errors=parts, non_block_errors=rest)


def _question_errors(findings: list[Finding]) -> StructBlockValidationError:
    named = {found.part for found in findings if found.part}
    parts, rest = _by_part(findings, named & QUESTION_PARTS)
    return StructBlockValidationError(block_errors=parts, non_block_errors=rest)


#: The fields that every question has, and so can carry an error of their own.
QUESTION_PARTS = {"key", "label", "meaning", "required", "show_if"}


def _by_part(
    findings: list[Finding], parts: set[str]
) -> tuple[dict[str, ValidationError], list[str]]:
    """The errors of the fields named, and the words of all others."""
    found: dict[str, ValidationError] = {}
    rest: list[str] = []
    for finding in findings:
        if finding.part in parts - {"questions", "links"} and finding.part not in found:
            found[finding.part] = ValidationError(finding.words)
        else:
            rest.append(finding.words)
    return found, rest
