"""Attacks a receiver and says what it gets wrong: what it must accept, must refuse and must merely survive.

`cases` holds the values and `attacks` writes the cases from the contract; `targets` delivers them over HTTP and `mounting` to
applications in this process; `running` tries them in order and `effects` counts what was stored; `judging` turns answers into
findings. `generated` has schemathesis make further cases: `flattening` gives it the contract, `relaying` takes what it makes,
`payloads` judges that by the contract and `shrinking` makes it smaller. `profiles` says what a receiver does differently,
`preflight` whether there is anything to judge, `campaigns` makes one run of it all, and `suite` tests for pytest.
"""
