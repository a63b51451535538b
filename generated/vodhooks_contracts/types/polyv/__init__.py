# Made by `make generate` from schemas/. Do not edit.
