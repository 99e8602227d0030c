"""Whether a receipt may be sent, and how."""

import pytest

from feedback_forms.rules.receipts import Means, Recipient, recipient, takes_texts

MAIL = {"complainant.email": "ana@example.org"}
TEXT = {"complainant.phone": "07700 900 982", "complainant.contact_preference": "text"}
BY_MAIL = Recipient(Means.EMAIL, "ana@example.org")
BY_TEXT = Recipient(Means.TEXT, "07700 900 982")


@pytest.mark.parametrize(
    ("answers", "reached"),
    [
        (MAIL, BY_MAIL),
        ({**MAIL, "consent.email": "yes"}, BY_MAIL),
        ({**MAIL, "consent.email": "no"}, None),
        ({**MAIL, "complainant.safe_contact": "Only by phone, in the morning"}, None),
        ({}, None),
        (TEXT, BY_TEXT),
        ({**MAIL, **TEXT}, BY_TEXT),
        ({**TEXT, "complainant.contact_preference": "phone"}, None),
        ({**TEXT, "complainant.safe_contact": "My husband reads my messages"}, None),
        ({**TEXT, "complainant.phone": "01632 960 001"}, None),
        ({**MAIL, **TEXT, "complainant.phone": "01632 960 001"}, BY_MAIL),
        ({**MAIL, **TEXT, "complainant.phone": "01632 960 001", "consent.email": "no"}, None),
    ],
)
def test_a_receipt_is_sent_only_where_it_is_agreed_and_safe(answers, reached) -> None:
    assert recipient(answers, texts=True) == reached


@pytest.mark.parametrize(
    ("answers", "reached"), [(TEXT, None), ({**MAIL, **TEXT}, BY_MAIL), (MAIL, BY_MAIL)]
)
def test_where_no_texts_can_be_sent_an_email_goes_or_nothing(answers, reached) -> None:
    assert recipient(answers, texts=False) == reached


@pytest.mark.parametrize(
    ("phone", "can"),
    [
        ("07700 900 982", True),
        ("+44 7700 900982", True),
        ("+44 (0)7700 900982", True),
        ("0044 7700 900 982", True),
        ("01632 960 001", False),
        ("+44 808 157 0192", False),
        ("07000 900 982", False),
        ("07600 900 982", False),
        ("07700", False),
        ("", False),
        ("+353 85 012 3456", True),
        ("+1", False),
    ],
)
def test_a_text_goes_to_mobiles_alone(phone: str, can: bool) -> None:
    assert takes_texts(phone) is can
