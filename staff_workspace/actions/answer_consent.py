"""The person signs a consent statement with a typed name, or refuses, organisation by organisation."""

from collections.abc import Mapping
from datetime import datetime

from django.http import Http404
from django.utils import timezone

from staff_workspace.actions.complainant_step import Complainant, complainant_step
from staff_workspace.models import Consent, OrganisationConsent, Task
from staff_workspace.policy.electronic_communication import signature_suffices
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.your_complaint import against_signing, overall_answer


def answer_consent(
    *,
    consent: Consent,
    by: Complainant,
    answers: Mapping[str, bool],
    typed_name: str,
    at: datetime | None = None,
) -> None:
    """Keep the answer for each organisation of the statement; "" is the statement itself.

    The typed name signs (regulation 15). Raises NotAllowed for a statement that is answered, that
    somebody else signs, or that is signed on paper, and while an organisation has no answer.
    """
    with complainant_step(
        case=consent.case,
        by=by,
        verb="record_consent",
        at=at,
        audited={"consent": consent.pk},
    ) as step:
        held = Consent.objects.select_for_update(of=("self",)).get(pk=consent.pk)
        if held.case_id != step.case.pk:
            raise Http404
        if refused := against(held) or _lacks(held, answers, typed_name):
            raise NotAllowed(refused)
        held.answer = overall_answer(set(answers.values()))
        held.answered_at, held.method, held.signed_name = step.at, "online", typed_name.strip()
        signed = held.answer == Consent.Answer.SIGNED
        held.evidence_note = f"Signed online with the typed name {held.signed_name}" * signed
        held.save()
        for organisation in held.organisations:
            OrganisationConsent.objects.create(
                consent=held,
                organisation=organisation,
                agreed=answers[organisation],
                answered_at=step.at,
            )
        name, words = ("received", "signed") if signed else ("refused", "refused")
        step.happened(
            f"consent_{name}",
            f"Consent {words} by {held.signed_name}, online"[:160],
            detail="\n".join(
                f"{organisation}: {'yes' if agreed else 'no'}"
                for organisation, agreed in answers.items()
                if organisation
            ),
        )
        step.makes_work(Task.Kind.CONSENT)


def against(consent: Consent) -> str:
    """Why the statement cannot be signed here and now by whoever opened the case, or ""."""
    if consent.answer != Consent.Answer.WAITING:
        return "The answer to this statement is recorded already"
    return against_signing(
        statement=consent.statement,
        capacity=consent.capacity,
        on_behalf=consent.case.on_behalf,
    )


def _lacks(consent: Consent, answers: Mapping[str, bool], typed_name: str) -> str:
    asked = consent.organisations or [""]
    if set(answers) != set(asked):
        return "Answer for each organisation"
    if not signature_suffices(typed_name=typed_name, electronic=True, ink=False):
        return "Enter your full name"
    return ""


def withdraw_given_consent(
    *, consent: Consent, by: Complainant, organisations: list[str], at: datetime | None = None
) -> None:
    """End the consent for ``organisations``; with none left the whole statement is withdrawn.

    Raises NotAllowed where it is not in force for one of them.
    """
    with complainant_step(
        case=consent.case,
        by=by,
        verb="withdraw_consent",
        at=at,
        audited={"consent": consent.pk},
    ) as step:
        held = Consent.objects.select_for_update(of=("self",)).get(pk=consent.pk)
        if held.case_id != step.case.pk:
            raise Http404
        in_force = held.agreed_organisations if held.answer == Consent.Answer.SIGNED else []
        if held.answer != Consent.Answer.SIGNED or set(organisations) - set(in_force):
            raise NotAllowed("This consent is not in force")
        for organisation in organisations:
            OrganisationConsent.objects.update_or_create(
                consent=held,
                organisation=organisation,
                defaults={"withdrawn_at": step.at},
                create_defaults={
                    "agreed": True,
                    "answered_at": held.answered_at,
                    "withdrawn_at": step.at,
                },
            )
        if set(organisations) == set(in_force):
            held.answer, held.withdrawn_at = Consent.Answer.WITHDRAWN, step.at
            held.save(update_fields=["answer", "withdrawn_at"])
        step.happened(
            "consent_withdrawn",
            f"Consent withdrawn by the person, online, {timezone.localdate(step.at):%d %B %Y}",
            detail="For: " + ", ".join(organisations) if organisations else "",
        )
        step.makes_work(Task.Kind.CONSENT)
