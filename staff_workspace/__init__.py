"""From a submission to a signed response, and what is learned from it."""
