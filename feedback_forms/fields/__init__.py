"""Form fields that draw themselves with NHS components, so that a form is written once.

A template says ``{{ form.name }}``; label, hint, error and control come from the field.
"""

from feedback_forms.fields.addresses import AddressField
from feedback_forms.fields.choices import (
    CheckboxesField,
    Choice,
    ConfirmField,
    RadioField,
    SelectField,
)
from feedback_forms.fields.dates import DateField, PartialDateField
from feedback_forms.fields.files import FileField, FilesField
from feedback_forms.fields.form import NhsForm
from feedback_forms.fields.nhs_numbers import NhsNumberField
from feedback_forms.fields.text import (
    EmailField,
    LongTextField,
    PasswordField,
    PhoneField,
    TextField,
    TimeField,
)

__all__ = [
    "AddressField",
    "CheckboxesField",
    "Choice",
    "ConfirmField",
    "DateField",
    "EmailField",
    "FileField",
    "FilesField",
    "LongTextField",
    "NhsForm",
    "NhsNumberField",
    "PartialDateField",
    "PasswordField",
    "PhoneField",
    "RadioField",
    "SelectField",
    "TextField",
    "TimeField",
]
