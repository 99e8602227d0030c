"""A StreamField whose block definitions stay out of migrations."""

from typing import Any

from wagtail.fields import StreamField


class UnmigratedStreamField(StreamField):
    """Changing a block makes no migration.

    In exchange no migration may save such a model through the historical class: it would write an
    empty list. Changes of content work on the raw JSON.
    """

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """The plain StreamField with no blocks; without ``block_lookup`` it would never settle."""
        name, _, _, kwargs = super().deconstruct()
        kwargs.pop("block_types", None)
        kwargs["block_lookup"] = {}
        return name, "wagtail.fields.StreamField", [[]], kwargs
