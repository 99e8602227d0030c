"""The steps of a form, one file each."""
