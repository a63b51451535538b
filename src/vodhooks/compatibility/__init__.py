"""Is a change of the contract breaking? Compares two revisions of schemas/ and openapi.yaml."""
