"""The generated layer: schemathesis makes payloads from the contract, and the contract says what is expected of each.

`document` is the contract as schemathesis understands it best, `verdicts` what the contract says of a payload, `relay` runs
schemathesis, and `generated` runs what it makes.
"""
