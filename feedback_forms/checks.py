"""What must be set up before a form can be sent."""

from typing import Any

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.utils.module_loading import import_string

ASKED_OF_THE_OFFICE = ("open_case", "promises")


@register()
def a_case_office_is_named(**kwargs: Any) -> list[Error]:
    """Fail when nobody would open the cases."""
    path = getattr(settings, "CANDOUR_CASE_OFFICE", "")
    if not path:
        return [Error("CANDOUR_CASE_OFFICE names no case office", id="feedback_forms.E001")]
    try:
        office = import_string(path)
    except ImportError as error:
        return [Error(f"CANDOUR_CASE_OFFICE: {error}", id="feedback_forms.E002")]
    lacking = [name for name in ASKED_OF_THE_OFFICE if not hasattr(office, name)]
    if lacking:
        words = f"CANDOUR_CASE_OFFICE: {path} lacks {', '.join(lacking)}"
        return [Error(words, id="feedback_forms.E003")]
    return []


@register(Tags.security, deploy=True)
def the_scanner_is_fit_for_service(**kwargs: Any) -> list[Error]:
    """In service, a real scanner must be named and answer."""
    from feedback_forms.connectors.virus_scanner import get_virus_scanner

    try:
        flaws = get_virus_scanner().check_config()
    except (ImportError, AttributeError) as error:
        flaws = [str(error)]
    return [Error(f"CANDOUR_VIRUS_SCANNER: {flaw}", id="feedback_forms.E004") for flaw in flaws]


@register()
def a_notifier_is_named(**kwargs: Any) -> list[Error]:
    """Fail when nobody would carry a receipt."""
    path = getattr(settings, "CANDOUR_NOTIFIER", "")
    try:
        import_string(path)
    except ImportError as error:
        return [Error(f"CANDOUR_NOTIFIER: {error}", id="feedback_forms.E006")]
    return []


@register(Tags.security, deploy=True)
def the_notifier_is_fit_for_service(**kwargs: Any) -> list[Error]:
    """In service, receipts must reach people: the notifier must be a real one and answer."""
    from feedback_forms.connectors.notifier import get_notifier

    try:
        flaws = get_notifier().check_config()
    except (ImportError, AttributeError):
        return []  # told already
    return [Error(f"CANDOUR_NOTIFIER: {flaw}", id="feedback_forms.E005") for flaw in flaws]


@register()
def evidence_can_be_sealed(**kwargs: Any) -> list[Error]:
    """Without a key no file could be taken: say so before somebody tries."""
    from feedback_forms.evidence import keys

    named = getattr(settings, "CANDOUR_EVIDENCE_KEYS", None)
    if not named and getattr(settings, "CANDOUR_EVIDENCE_KEY_FILE", None):
        return []
    try:
        keys.current_id()
    except keys.KeysAreWrong as error:
        hint = "CANDOUR_EVIDENCE_KEYS: an id and 32 random bytes in base64; see docs/deployment.md"
        return [Error(f"No file can be sealed: {error}", hint=hint, id="feedback_forms.E010")]
    return []


@register(Tags.security, deploy=True)
def the_keys_are_kept_elsewhere(**kwargs: Any) -> list[Error]:
    """In service, the keys must not lie beside the files that they open."""
    from feedback_forms.evidence import keys

    if not keys.are_generated():
        return []
    words = "CANDOUR_EVIDENCE_KEYS names no key: one made here would lie beside the files"
    return [Error(words, id="feedback_forms.E011")]
