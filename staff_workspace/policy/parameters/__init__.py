"""The parameters of a policy, grouped by what they decide."""
