"""What may be done to a case: one verb, one file, one keyword-only function.

Each goes: row lock, gate, rule, save, timeline, audit; all in one transaction.
"""
