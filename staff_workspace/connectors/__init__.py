"""The ways out of the workspace: where documents are kept."""
