"""The kinds of form, question, file and communication need: the words of a form's definition."""

from enum import StrEnum


class FormKind(StrEnum):
    """What a form is for."""

    COMPLAINT = "complaint"
    CONCERN = "concern"
    COMPLIMENT = "compliment"
    #: by or for somebody whom people elected
    ELECTED_OFFICIAL = "elected_official"
    CONSENT = "consent"
    #: confirm or correct the summary of a complaint
    SUMMARY = "summary"
    REOPENING = "reopening"
    #: ask for a local resolution meeting
    MEETING = "meeting"
    WITHDRAWAL = "withdrawal"
    SURVEY = "survey"


#: What is sent with these belongs to a case that is there already.
ABOUT_A_CASE = frozenset(
    {
        FormKind.CONSENT,
        FormKind.SUMMARY,
        FormKind.REOPENING,
        FormKind.MEETING,
        FormKind.WITHDRAWAL,
    }
)
#: What is sent with these opens a case.
OPENS_A_CASE = frozenset(
    {
        FormKind.COMPLAINT,
        FormKind.CONCERN,
        FormKind.COMPLIMENT,
        FormKind.ELECTED_OFFICIAL,
    }
)


#: What a person sends, in a word or a few, inside a sentence.
NOUNS: dict[FormKind, str] = {
    FormKind.COMPLAINT: "complaint",
    FormKind.CONCERN: "concern",
    FormKind.COMPLIMENT: "compliment",
    FormKind.ELECTED_OFFICIAL: "enquiry",
    FormKind.CONSENT: "statement",
    FormKind.SUMMARY: "answer",
    FormKind.REOPENING: "request",
    FormKind.MEETING: "request",
    FormKind.WITHDRAWAL: "withdrawal",
    FormKind.SURVEY: "answers",
}


class Audience(StrEnum):
    """Who fills a form in."""

    PUBLIC = "public"
    #: staff, with what somebody told them by phone, in person or by letter
    STAFF = "staff"


class QuestionKind(StrEnum):
    """The types of question."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    DATE = "date"
    APPROXIMATE_DATE = "approximate_date"
    TIME = "time"
    YES_NO = "yes_no"
    RADIOS = "radios"
    CHECKBOXES = "checkboxes"
    SELECT = "select"
    NHS_NUMBER = "nhs_number"
    FILES = "files"
    DECLARATION = "declaration"
    #: agree or not to a statement
    CONSENT = "consent"
    #: a typed full name under a statement
    SIGNATURE = "signature"
    COMMUNICATION_NEEDS = "communication_needs"


class Purpose(StrEnum):
    """What a file is sent for."""

    AUTHORITY = "authority"
    SUPPORTING = "supporting"
    #: a paper that was printed, signed and sent back
    SIGNED = "signed"


class NeedGroup(StrEnum):
    """What a question about communication needs asks for (Accessible Information Standard)."""

    CONTACT_METHOD = "contact_method"
    INFORMATION_FORMAT = "information_format"
    PROFESSIONAL = "professional"
    SUPPORT = "support"


ONE_OF = frozenset(
    {QuestionKind.YES_NO, QuestionKind.RADIOS, QuestionKind.SELECT, QuestionKind.CONSENT}
)
ANY_OF = frozenset({QuestionKind.CHECKBOXES, QuestionKind.COMMUNICATION_NEEDS})
WITH_CHOICES = ONE_OF | ANY_OF
STATED = frozenset({QuestionKind.DECLARATION, QuestionKind.CONSENT, QuestionKind.SIGNATURE})
DATES = frozenset({QuestionKind.DATE, QuestionKind.APPROXIMATE_DATE})
