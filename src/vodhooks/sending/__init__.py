"""The vendor's side of a callback: drafts a delivery, signs it, breaks it where asked, delivers it and tries again.

`drafts`, `mutations` and `requests` are pure; `delivering` alone touches the network, and `credentials` the environment.
"""
