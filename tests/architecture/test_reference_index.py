"""Wagtail's index of references knows nothing of cases, people or submissions."""

from django.apps import apps
from django.db.models import Model
from wagtail.models import ReferenceIndex

from permissions.models import Guarded

OPEN_TO_EDITORS = {"Body", "FormPage"}


def test_no_guarded_model_is_in_the_reference_index() -> None:
    indexed = [m.__name__ for m in ours() if ReferenceIndex.model_is_indexable(m)]
    guarded = [m.__name__ for m in ours() if issubclass(m, Guarded)]
    assert guarded
    assert set(indexed) <= OPEN_TO_EDITORS | public_models()


def ours() -> list[type[Model]]:
    """The models of the lower three packages."""
    names = ("permissions", "feedback_forms", "staff_workspace")
    return [m for name in names for m in apps.get_app_config(name).get_models()]


def public_models() -> set[str]:
    """The models whose every row the public may read."""
    return {"FormVersion"}
