"""Whether a receipt may be mailed."""

import pytest

from feedback_forms.rules.receipts import receipt_address

MAIL = {"complainant.email": "ana@example.org"}


@pytest.mark.parametrize(
    ("answers", "address"),
    [
        (MAIL, "ana@example.org"),
        ({**MAIL, "consent.email": "yes"}, "ana@example.org"),
        ({**MAIL, "consent.email": "no"}, None),
        ({**MAIL, "complainant.safe_contact": "Only by phone, in the morning"}, None),
        ({}, None),
    ],
)
def test_a_receipt_is_mailed_only_where_it_is_agreed_and_safe(answers, address) -> None:
    assert receipt_address(answers) == address
