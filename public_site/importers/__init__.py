"""A policy document becomes a draft policy page: here, up to the page's raw content."""

from public_site.importers.errors import PolicyImportError
from public_site.importers.policy_document import ImportedPolicy, Unplaced, import_document

__all__ = ["ImportedPolicy", "PolicyImportError", "Unplaced", "import_document"]
