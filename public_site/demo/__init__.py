"""The demonstration: three bodies' sites, their content and their (fictitious) people."""
