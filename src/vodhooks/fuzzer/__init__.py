"""Attacks a receiver and says what it gets wrong: what it must accept, must refuse and must merely survive.

Three parts. `checks` is the table of what is checked, what is expected and why, and `attacks` makes the cases of it. `schemathesis`
makes further cases. The rest is the run: `execution` runs cases in order and `effects` counts what was stored, `failures` says
what was wrong, `profiles` what a receiver does differently, `preflight` whether there is anything to find; `runs` makes one run
of it all, `applications` serves an application in this process, and `suite` is the tests for pytest.
"""
