"""Fields draw themselves, name their messages, and point the summary at the right control."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from feedback_forms.fields import (
    CheckboxesField,
    Choice,
    ConfirmField,
    DateField,
    EmailField,
    FileField,
    LongTextField,
    NhsForm,
    PartialDateField,
    PasswordField,
    PhoneField,
    RadioField,
    SelectField,
    TextField,
)


class Everything(NhsForm):
    name = TextField(label="What is your <name>?", thing="your name", spellcheck=False)
    email = EmailField(label="Email address", required=False, hint="To write to you")
    phone = PhoneField(label="Phone number", required=False)
    story = LongTextField(label="What happened?", thing="what happened", max_length=10)
    born = DateField(label="Date of birth", past=True)
    event = PartialDateField(label="Date", required=False)
    why = RadioField(
        label="Why?",
        thing="a reason",
        choices=[Choice("a", "A", hint="h"), Choice("b", "B", reveals="other", divider="or")],
    )
    other = TextField(label="What else?", thing="the other reason")
    many = CheckboxesField(label="Which?", choices=[("1", "One"), ("2", "Two")], required=False)
    area = SelectField(label="Area", thing="an area", choices=[("x", "X")])
    secret = PasswordField(label="Password")
    file = FileField(label="Upload a file")
    agreed = ConfirmField(
        label="Declaration", statement="I agree", messages={"required": "Confirm that it is true"}
    )


GOOD = {
    "name": " José O’Brien 李 ",
    "story": "a\r\nb",
    "born-day": "4",
    "born-month": "Jan",
    "born-year": "1990",
    "why": "a",
    "area": "x",
    "secret": " keep ",
    "agreed": "true",
}


def drawn(form: NhsForm, name: str) -> BeautifulSoup:
    return BeautifulSoup(str(form[name]), "html.parser")


def test_what_was_answered_is_cleaned() -> None:
    form = Everything(GOOD)
    form.is_valid()
    assert set(form.errors) == {"file"}
    assert form.cleaned_data["name"] == "José O’Brien 李"
    assert form.cleaned_data["story"] == "a\nb"
    assert form.cleaned_data["born"] == date(1990, 1, 4)
    assert form.cleaned_data["event"] is None
    assert form.cleaned_data["secret"] == " keep "


@pytest.mark.acceptance("F9", "F14")
def test_an_empty_form_says_what_to_enter_or_select() -> None:
    form = Everything({})
    assert [item["text"] for item in form.error_list()] == [
        "Enter your name",
        "Enter what happened",
        "Enter date of birth",
        "Select a reason",
        "Select an area",
        "Enter password",
        "Select a file",
        "Confirm that it is true",
    ]
    assert " required" not in "".join(str(field) for field in form.standing())


@pytest.mark.acceptance("F12", "F13")
def test_each_summary_link_leads_to_a_control_described_by_the_same_words() -> None:
    form = Everything({**dict.fromkeys(GOOD, ""), "email": "x", "phone": "abc", "why": "b"})
    page = BeautifulSoup("".join(str(field) for field in form.standing()), "html.parser")
    assert len(form.error_list()) == 10
    for item in form.error_list():
        control = page.find(id=item["href"][1:])
        assert control.name in {"input", "select", "textarea"}
        holder = control if control.get("aria-describedby") else control.find_parent("fieldset")
        errors = [page.find(id=i).get_text() for i in holder["aria-describedby"].split()]
        assert any(item["text"] in text for text in errors), item


@pytest.mark.acceptance("F16", "F12")
def test_a_date_without_its_year_points_at_the_year() -> None:
    form = Everything({**GOOD, "born-year": ""})
    assert {"text": "Date of birth must include a year", "href": "#id_born-year"} in (
        form.error_list()
    )
    box = drawn(form, "born").find(id="id_born-year")
    assert "nhsuk-input--error" in box["class"]


@pytest.mark.acceptance("F15")
def test_a_rejected_date_is_still_shown_as_typed() -> None:
    form = Everything({**GOOD, "born-day": "31", "born-month": "Feb"})
    assert form.errors["born"] == ["Date of birth must be a real date"]
    shown = drawn(form, "born")
    assert [box["value"] for box in shown.find_all("input")] == ["31", "Feb", "1990"]


def test_a_later_date_must_be_in_the_past() -> None:
    form = Everything({**GOOD, "born-year": "2999"})
    assert form.errors["born"] == ["Date of birth must be in the past"]


def test_a_date_known_before_fills_its_boxes() -> None:
    shown = drawn(Everything(initial={"born": date(1990, 1, 4)}), "born")
    assert [box["value"] for box in shown.find_all("input")] == ["4", "1", "1990"]


@pytest.mark.acceptance("F27")
def test_text_that_is_too_long_is_kept_and_explained() -> None:
    form = Everything({**GOOD, "story": "a" * 11})
    assert form.errors["story"] == ["What happened must be 10 characters or less"]
    shown = drawn(form, "story")
    assert shown.textarea.string == "a" * 11
    assert "You can enter up to 10 characters" in shown.get_text()


@pytest.mark.acceptance("F21")
@pytest.mark.parametrize("number", ["01632 960 001", "(01632) 960-001", "+44 808 157 0192", ""])
def test_a_phone_number_is_kept_as_typed(number: str) -> None:
    form = Everything({**GOOD, "phone": number})
    form.is_valid()
    assert form.cleaned_data["phone"] == number


def test_a_hidden_question_is_neither_judged_nor_kept() -> None:
    form = Everything({**GOOD, "other": "x" * 999})
    form.is_valid()
    assert form.cleaned_data["other"] is None
    assert "other" not in form.errors


def test_a_revealed_question_is_judged_and_drawn_inside_its_option() -> None:
    form = Everything({**GOOD, "why": "b"})
    assert form.errors["other"] == ["Enter the other reason"]
    assert drawn(form, "why").find(id="id_other")
    assert "other" not in [field.name for field in form.standing()]


def test_texts_are_escaped() -> None:
    form = Everything({**GOOD, "name": '"><script>'})
    html = str(form["name"])
    assert "<name>" not in html
    assert "<script>" not in html


def test_a_password_is_never_shown_again() -> None:
    assert "keep" not in str(Everything(GOOD)["secret"])


class OneQuestion(NhsForm):
    question_is_heading = True
    why = RadioField(label="Why?", choices=[("a", "A")])


@pytest.mark.acceptance("F6")
def test_the_only_question_of_a_page_is_its_heading() -> None:
    assert drawn(OneQuestion(), "why").legend.h1.get_text(strip=True) == "Why?"


@pytest.mark.acceptance("F9")
def test_optional_questions_say_so() -> None:
    assert "Email address (optional)" in drawn(Everything(), "email").label.get_text()


@pytest.mark.acceptance("F20")
def test_an_email_box_is_an_email_box() -> None:
    box = drawn(Everything(), "email").input
    assert (box["type"], box["spellcheck"]) == ("email", "false")
    long = f"{'a' * 64}@{'b' * 60}.{'c' * 60}.{'d' * 60}.com"
    form = Everything({**GOOD, "email": long})
    form.is_valid()
    assert "email" not in form.errors


def test_what_is_signed_is_read_out_with_the_control() -> None:
    class SignForm(NhsForm):
        name = TextField(label="Sign", statement="I agree.\nIt is <true>.", hint="Type it")

    page = BeautifulSoup(str(SignForm()["name"]), "html.parser")
    described = page.find("input")["aria-describedby"].split()
    hint = page.find(id=described[0])
    assert hint.get_text(" ", strip=True) == "I agree. It is <true>. Type it"
