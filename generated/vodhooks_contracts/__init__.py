# Made by `make generate` from schemas/ and openapi.yaml. Do not edit.
"""The contract in generated form: models, types, bundles and the catalogue."""
