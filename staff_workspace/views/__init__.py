"""Screens: gate, then form, then one action."""
