"""What a question may be about, so that the case reads answers by meaning and not by wording."""

from enum import StrEnum


class Meaning(StrEnum):
    """A slot that one question of a form may fill. Everything else is an answer like any other."""

    COMPLAINANT_NAME = "complainant.name"
    COMPLAINANT_ADDRESS = "complainant.address"
    COMPLAINANT_EMAIL = "complainant.email"
    COMPLAINANT_PHONE = "complainant.phone"
    #: values: email, phone, post
    COMPLAINANT_CONTACT_PREFERENCE = "complainant.contact_preference"
    COMPLAINANT_NEEDS = "complainant.needs"
    #: what to heed, in the person's words; an answer means that contact is not safe in every way
    COMPLAINANT_SAFE_CONTACT = "complainant.safe_contact"
    PATIENT_NAME = "patient.name"
    PATIENT_ADDRESS = "patient.address"
    #: values: yes (the complainant's address is the patient's too), no
    PATIENT_SAME_ADDRESS = "patient.same_address"
    PATIENT_DATE_OF_BIRTH = "patient.date_of_birth"
    PATIENT_NHS_NUMBER = "patient.nhs_number"
    PATIENT_NEEDS = "patient.needs"
    #: values: see RepresentationReason
    REPRESENTATION_REASON = "representation.reason"
    REPRESENTATION_RELATIONSHIP = "representation.relationship"
    REPRESENTATION_EVIDENCE_BASIS = "representation.evidence_basis"
    EVENT_DATE = "event.date"
    EVENT_KNOWN_DATE = "event.known_date"
    EVENT_SERVICE = "event.service"
    EVENT_PLACE = "event.place"
    STORY = "story"
    DESIRED_OUTCOME = "desired_outcome"
    STAFF_NAMED = "staff_named"
    #: values: yes, no
    CONSENT_SHARE = "consent.share"
    #: values: yes, no
    CONSENT_EMAIL = "consent.email"
    EVIDENCE_AUTHORITY = "evidence.authority"
    EVIDENCE_SUPPORTING = "evidence.supporting"
    DECLARATION = "declaration"
    #: values: complaint, concern, compliment; the person's wish, which wins over the form's kind
    CASE_KIND = "case.kind"
    #: the reference of the case that a form is about
    CASE_REFERENCE = "case.reference"
    #: how it reached staff, for what they write down: phone, in_person, letter, email, social_media
    CHANNEL = "channel"
    RECEIVED_DATE = "received.date"
    RECEIVED_TIME = "received.time"
    TAKEN_BY = "taken_by"
    ACTION_TAKEN = "action_taken"
    OFFICIAL_NAME = "official.name"
    OFFICIAL_OFFICE = "official.office"
    OFFICIAL_REFERENCE = "official.reference"
    #: values: yes, no
    CONSENT_GIVEN = "consent.given"
    SIGNATURE = "signature"
    EVIDENCE_SIGNED = "evidence.signed"
    #: values: yes (it is right), no (something is to be corrected)
    SUMMARY_CONFIRMED = "summary.confirmed"
    LATE_REASON = "late.reason"
    #: values: see the grounds of exclusion; what the complaint may be about instead
    EXCLUSION_GROUND = "exclusion.ground"


class RepresentationReason(StrEnum):
    """Why somebody complains for somebody else (regulation 5)."""

    ASKED = "asked"
    LACKS_CAPACITY = "lacks_capacity"
    CHILD = "child"
    DIED = "died"
    OTHER = "other"


#: For these the case needs the value of the chosen option; for all others, its words.
CODED = frozenset(
    {
        Meaning.COMPLAINANT_CONTACT_PREFERENCE,
        Meaning.PATIENT_SAME_ADDRESS,
        Meaning.REPRESENTATION_REASON,
        Meaning.CONSENT_SHARE,
        Meaning.CONSENT_EMAIL,
        Meaning.CASE_KIND,
        Meaning.CHANNEL,
        Meaning.CONSENT_GIVEN,
        Meaning.SUMMARY_CONFIRMED,
        Meaning.EXCLUSION_GROUND,
        Meaning.OFFICIAL_OFFICE,
    }
)
