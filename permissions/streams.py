"""A StreamField whose block definitions stay out of migrations."""

from typing import Any

from wagtail.fields import StreamField


class UnversionedStreamField(StreamField):
    """Like Wagtail's StreamField, but a changed block is no change of the database.

    Migrations see an empty block list, so no migration may save a model through its historical
    class: that would write ``[]``. Changes of content work on the raw JSON.
    """

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Give Wagtail's own field, with no blocks and an empty lookup."""
        name, _, _, kwargs = super().deconstruct()
        # Without the lookup, makemigrations would find a difference for ever.
        return name, "wagtail.fields.StreamField", [[]], {**kwargs, "block_lookup": {}}
