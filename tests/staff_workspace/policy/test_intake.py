"""How contacts come in, what they become, and what the front line owes, policy by policy."""

from __future__ import annotations

from datetime import date

import pytest

from staff_workspace.policy import case_facts
from staff_workspace.policy.channels import CHANNELS, UnknownChannel, way_in, who_takes_it
from staff_workspace.policy.front_line import FORM, duty, form_lacks, form_of
from staff_workspace.policy.intake import KINDS, about_several, called, kind_of
from staff_workspace.policy.secure_mail import event_elsewhere
from staff_workspace.policy.who_may_complain import may_complain

D = date.fromisoformat
BODIES = ["hwe", "west_essex", "millbrook", "statute"]
EVERYWHERE = ("phone", "in_person", "letter", "email", "social_media")


@pytest.mark.requirement("IN-1")
@pytest.mark.parametrize("body", ["hwe", "west_essex", "millbrook"])
@pytest.mark.parametrize("channel", EVERYWHERE)
def test_people_complain_by_telephone_face_to_face_by_letter_e_mail_or_on_social_media(
    body, channel, request
) -> None:
    assert way_in(request.getfixturevalue(body), channel).named


@pytest.mark.requirement("IN-1")
def test_millbrook_also_names_its_website_and_third_parties(millbrook, hwe, west_essex) -> None:
    for channel in ("website", "third_party"):
        assert way_in(millbrook, channel).named
        assert not way_in(hwe, channel).named
        assert not way_in(west_essex, channel).named


@pytest.mark.requirement("IN-1")
def test_concerns_come_to_hwe_by_e_mail_telephone_and_letter(hwe) -> None:
    named = [channel for channel in CHANNELS if way_in(hwe, channel, kind="concern").named]
    assert named == ["phone", "letter", "email"]


@pytest.mark.requirement("IN-1")
def test_west_essex_counts_a_fax_as_a_contact_and_takes_it_all_the_same(west_essex, hwe) -> None:
    fax = way_in(west_essex, "fax")
    assert not fax.named
    assert "only counts this" in fax.because
    assert (
        way_in(hwe, "fax").because == "The policy does not name this way; it is taken all the same."
    )


@pytest.mark.requirement("IN-1", "IN-8", "REG-13")
@pytest.mark.parametrize("body", BODIES)
def test_the_law_takes_what_is_spoken_written_or_electronic_whatever_a_policy_names(
    body, request
) -> None:
    profile = request.getfixturevalue(body)
    spoken = [channel for channel in CHANNELS if way_in(profile, channel).spoken]
    assert spoken == ["phone", "in_person"]
    with pytest.raises(UnknownChannel, match="pigeon"):
        way_in(profile, "pigeon")


@pytest.mark.requirement("IN-1")
def test_every_channel_of_a_policy_has_its_words_and_is_known_to_the_clocks(
    hwe, west_essex, millbrook, statute
) -> None:
    for body in (hwe, west_essex, millbrook, statute):
        own = body.intake
        named = {*own.channels.in_force, *own.concern_channels.in_force}
        assert named | set(own.counted_channels.in_force) <= set(CHANNELS)
    assert set(CHANNELS) <= set(case_facts.CHANNELS)


@pytest.mark.requirement("IN-1", "WC-1")
def test_any_employee_of_millbrook_takes_a_complaint(millbrook, hwe) -> None:
    assert who_takes_it(millbrook) == "Any member of staff takes a complaint and passes it on."
    assert who_takes_it(hwe).startswith("The Patient Experience Team takes complaints")


@pytest.mark.requirement("IN-2")
def test_every_kind_has_its_words_and_hwe_calls_an_mps_enquiry_mp_pals(
    hwe, west_essex, millbrook
) -> None:
    assert set(KINDS) == set(case_facts.KINDS)
    assert (called(hwe, "concern"), called(hwe, "mp_enquiry")) == ("PALS", "MP PALS")
    assert called(west_essex, "mp_enquiry") == "MP enquiry"
    assert called(millbrook, "concern") == "Concern"
    assert called(millbrook, "letter_of_claim") == "Letter of claim"


@pytest.mark.requirement("IN-2", "MO-1")
def test_a_complaint_about_two_or_more_organisations_is_one_about_several() -> None:
    assert about_several(["the trust", "the practice"])
    assert not about_several(["the trust", "the trust"])


@pytest.mark.requirement("IN-2")
def test_staff_never_talk_anybody_out_of_a_complaint() -> None:
    for advised in ("concern", "enquiry", "comment", None):
        taken = kind_of(wished="complaint", staff_advise=advised, answered_and_dissatisfied=True)
        assert (taken.kind, taken.tell) == ("complaint", ())


@pytest.mark.requirement("IN-3")
def test_any_dissatisfaction_that_needs_an_answer_counts_as_a_complaint_everywhere(
    hwe, west_essex, millbrook
) -> None:
    wide = "Any dissatisfaction that needs an answer"
    for body in (hwe, west_essex, millbrook):
        assert body.intake.complaint_means.in_force == wide
    assert "formal investigation" in hwe.intake.concern_means.in_force
    assert "soon" in millbrook.intake.concern_means.in_force


@pytest.mark.requirement("IN-3", "WC-1", "T-43")
def test_millbrooks_narrower_words_refuse_nobody(millbrook) -> None:
    means = millbrook.intake.complaint_means
    assert means.overridden_by_law
    assert "affected the person" in str(means.policy_says)
    assert may_complain(millbrook, "representative") == (True, "")


@pytest.mark.requirement("IN-4", "T-13")
def test_what_the_front_line_of_west_essex_settles_in_one_working_day_goes_on_record(
    west_essex,
) -> None:
    friday, monday, tuesday = D("2026-03-06"), D("2026-03-09"), D("2026-03-10")
    for settled in (friday, monday):
        owed = duty(west_essex, received=friday, settled=settled)
        assert owed is not None
        assert (owed.do, owed.by) == ("send_record", monday)
        assert "send the form to the team" in owed.because
    for settled in (None, tuesday):
        owed = duty(west_essex, received=friday, settled=settled)
        assert owed is not None
        assert (owed.do, owed.by) == ("pass_on", monday)
        assert "which deals with it formally" in owed.because


@pytest.mark.requirement("IN-4")
@pytest.mark.parametrize("body", ["hwe", "millbrook", "statute"])
def test_no_other_policy_gives_its_front_line_a_day(body, request) -> None:
    profile = request.getfixturevalue(body)
    assert duty(profile, received=D("2026-03-06"), settled=None) is None
    assert form_of(profile) == ()
    assert form_lacks(profile, {}) == ()


FILLED = {
    "date_received": "2026-03-06",
    "staff_member": "Ana O’Brien",
    "patient_name": "Zofia Nowak",
    "service": "Physiotherapy",
    "concern": "The appointment was moved twice",
    "resolved": "yes",
    "consent": "yes",
    "next_step": "record_only",
}


@pytest.mark.requirement("IN-5")
def test_the_form_of_west_essex_asks_its_nineteen_questions_in_order(west_essex) -> None:
    asked = [key for key, _ in form_of(west_essex)]
    assert asked == [key for key in FORM if key not in ("consent_reason", "next_step_other")]
    assert len(asked) == 19
    assert dict(form_of(west_essex))["practice_change"] == "What changes, and by when"


@pytest.mark.requirement("IN-5")
def test_a_form_without_consent_says_why_and_another_next_step_says_which(west_essex) -> None:
    assert form_lacks(west_essex, FILLED) == ()
    for answer in ("no", "not_applicable"):
        assert form_lacks(west_essex, FILLED | {"consent": answer}) == (FORM["consent_reason"],)
        explained = FILLED | {"consent": answer, "consent_reason": "She is unconscious"}
        assert form_lacks(west_essex, explained) == ()
    assert form_lacks(west_essex, FILLED | {"next_step": "other"}) == (FORM["next_step_other"],)
    assert (
        form_lacks(west_essex, FILLED | {"next_step": "other", "next_step_other": "A visit"}) == ()
    )
    assert form_lacks(
        west_essex, FILLED | {"consent": "perhaps", "next_step": "", "concern": " "}
    ) == (
        FORM["concern"],
        FORM["consent"],
        FORM["next_step"],
    )


@pytest.mark.requirement("IN-9")
def test_an_event_in_millbrooks_other_system_quotes_reference_and_day_and_nothing_more() -> None:
    told = event_elsewhere(reference="COM00007", received=D("2026-03-02"))
    assert told == "COM00007, received on Monday 2 March 2026"
