"""Forms, their frozen versions, and what people sent with them."""

from feedback_forms.models.draft import Draft
from feedback_forms.models.equality_answers import EqualityAnswers
from feedback_forms.models.evidence import Evidence
from feedback_forms.models.form_page import FormPage
from feedback_forms.models.form_version import FormVersion
from feedback_forms.models.receipt import Receipt
from feedback_forms.models.resume_code import ResumeCode
from feedback_forms.models.resume_link import ResumeLink
from feedback_forms.models.submission import Submission
from feedback_forms.models.vocabulary import Vocabulary, VocabularyTerm

__all__ = [
    "Draft",
    "EqualityAnswers",
    "Evidence",
    "FormPage",
    "FormVersion",
    "Receipt",
    "ResumeCode",
    "ResumeLink",
    "Submission",
    "Vocabulary",
    "VocabularyTerm",
]
