"""Seal the files of versions that did not seal yet."""

from django.db import transaction

from feedback_forms.evidence import keys, vault
from feedback_forms.models import Evidence


def seal_evidence() -> int:
    """Seal what lies in the clear; return how many rows. Raises KeysAreWrong and OSError.

    May be broken off and begun again: a file in the clear goes once its row knows the sealed one.
    """
    clear = Evidence.objects.filter(key_id="").exclude(original_file="").order_by("pk")
    return sum(_seal(pk) for pk in clear.values_list("pk", flat=True))


def _seal(pk: int) -> bool:
    with transaction.atomic():
        evidence = Evidence.objects.select_for_update().filter(pk=pk, key_id="").first()
        if evidence is None or not evidence.original_file:
            return False
        clear = [evidence.original_file, evidence.viewing_file]
        key = keys.new_data_key()
        evidence.original_file = _sealed(clear[0], key.key, vault.ORIGINAL)
        evidence.viewing_file = _sealed(clear[1], key.key, vault.VIEWING)
        evidence.key_id, evidence.wrapped_key = key.key_id, key.wrapped
        evidence.save()
        transaction.on_commit(lambda: vault.discard(*clear))
    return True


def _sealed(name: str, key: bytes, part: str) -> str:
    if not name:
        return ""
    with vault.path_of(name).open("rb") as file:
        return vault.put(file, key=key, part=part)
