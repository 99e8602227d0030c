"""What can go wrong while a policy document is read: always one plain sentence."""


class PolicyImportError(Exception):
    """The document cannot become a policy page; the message is one sentence for the operator."""
