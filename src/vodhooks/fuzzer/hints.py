"""How to mend what was found: one hint for each check, or for its folder, and the line that accepts it as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vodhooks.fuzzer.checks import Expectation, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vodhooks.fuzzer.causes import FailureGroup

__all__ = ["hint", "relaxation"]

_BY_SEVERITY: Mapping[Severity, str] = {
    Severity.SLOW: "Answer when the event is stored, and do everything else afterwards; bound whatever is read or looked up.",
    Severity.CRASHES: "Find what ended the process or the connection, and bound or catch it where the request is read.",
    Severity.FAILS: "Find the exception in the receiver's log; catch it where the request is read, and answer 400.",
}

_BY_CHECK: Mapping[str, str] = {
    "contract/": "Validate with the published schemas, which are open: refuse what they refuse, and nothing else.",
    "contract/in-time": "Answer when the event is stored, and do everything else afterwards.",
    "contract/envelope": "Check the type of every value before you use it, of kinds that you do not know too.",
    "contract/optional-members": "Read optional members with a default; the contract lists which are required.",
    "contract/null": "Take null for absent.",
    "contract/number": "Keep integers in 64 bits, and take 1.0 for 1.",
    "contract/text": "Store text as UTF-8 with all of its planes (in MySQL: utf8mb4), and escape it where it is shown.",
    "contract/long": "Store it in a column without a length (TEXT), or cut it on purpose.",
    "contract/empty": "Let strings, arrays and objects be empty: ask whether they are there, not whether they are true.",
    "contract/unknown-member": "Ignore members that you do not know.",
    "contract/unknown-value": "Keep what your list does not have as text.",
    "contract/unknown-kind": "Keep events of unknown kinds as they are, and answer with success.",
    "contract/missing": "Check that every required member is there before you answer.",
    "contract/type": "Check the type of every value before you use or convert it.",
    "contract/kind": "Refuse what names no kind that you know, or keeps apart what does not.",
    "contract/signature": "Check the type of signature and time before you compare them.",
    "syntax/": "Parse the bytes with a parser that keeps to RFC 8259, and answer 400 where it fails.",
    "syntax/lenient": "Parse with a strict JSON parser, not as YAML, JSON5 or a script.",
    "syntax/number": "Turn NaN and Infinity off in the parser (in Python: parse_constant).",
    "syntax/duplicate-key": "Have the parser report a key that comes twice (in Python: object_pairs_hook).",
    "syntax/encoding": "Decode the body as UTF-8, strictly, whatever the charset says.",
    "syntax/no-object": "Check that the outermost value is an object before you read members of it.",
    "size/": "Bound what is read (client_max_body_size in nginx) and how deep it is nested.",
    "size/backtracking": "Use expressions without nested repetitions, or an engine without backtracking; bound the text first.",
    "size/repeated": "Keep nothing of a request once it is answered, and bound what is read.",
    "header/": "Look at no header but those that the vendor documents.",
    "header/forwarded": "Take the client's address from the connection, or from a header that your own proxy sets.",
    "header/method": "Route POST alone, and answer 405 to other methods.",
    "header/media-type": "Compare the media type without its parameters and without regard to case.",
    "header/any-media-type": "Do not ask for a media type where the vendor documents none: read the bytes.",
    "header/decompression": "Do not decompress requests, or stop at a bound.",
    "header/content-encoding": "Answer 415 to encodings that you do not read.",
    "signature/": "Compute the signature from the secret and compare it whole, in constant time, before anything else.",
    "signature/missing": "Refuse what has no signature: a missing one is a wrong one.",
    "signature/type": "Check that the signature is a string before you compare it.",
    "signature/stale": "Refuse what was signed too long ago.",
    "signature/future": "Refuse what is signed for a time too far ahead.",
    "signature/lifetime": "Read in the vendor's documentation whether the time is of sending or of expiry.",
    "signature/time": "Check the time's type and range before you compute with it.",
    "signature/fresh": "Allow for retries and for clocks that differ by some minutes.",
    "token/": "Compare the token of the URL whole, in constant time, before the body is read.",
    "token/escaped": "Read the token with a URL parser, which decodes percent escapes.",
    "repeat/": "Let a unique key on channel and identity decide in the database, and treat a conflict as success.",
    "repeat/once": "Commit before you answer.",
    "repeat/after-others": "Ask the database, not a cache of the last identifiers.",
    "repeat/after-window": "Keep identities for as long as the vendor may deliver again, not as long as a signature is fresh.",
    "repeat/large": "Let database and queue take what the server takes, or the server no more than they do.",
    "repeat/integers": "Keep integers in columns of 64 bits, and read them as integers of 64 bits.",
    "repeat/same-moment": "Do not tell events apart by their signature: it covers the time alone.",
    "repeat/signed-afresh": "Leave the signature out of what you compare.",
    "repeat/rewritten": "Compare the identity, not the bytes.",
    "repeat/kinds": "Make the kind of message a part of the key.",
    "repeat/large-numbers": "Read integers as integers of 64 bits (in JavaScript: not with JSON.parse alone).",
    "repeat/letter-case": "Give the column a binary collation.",
    "repeat/trailing-blank": "Give the column a binary collation, and do not trim.",
    "repeat/unicode-forms": "Do not normalise identifiers.",
    "repeat/channels": "Make the channel a part of the key.",
    "repeat/broken-contract": "Put aside what breaks the contract, once.",
    "repeat/stranger": "Check signature and token before you store.",
    "socket/": "Give headers, body and idle connections a time limit each: put nginx in front, or set the server's own.",
    "socket/one-stalled": "Serve several clients at a time: an asynchronous server, or threads behind a proxy.",
    "socket/many-stalled": "Put a proxy in front that reads whole requests (nginx: proxy_request_buffering on).",
    "socket/gone": "Let go of a connection whose client has gone.",
    "socket/slow-body": "Give a body at least a few seconds.",
    "socket/pipelined": "Use a server that speaks HTTP/1.1, or close the connection after the first answer.",
    "socket/after-bad": "Read the body of what you refuse, or close the connection behind it.",
    "socket/after-good": "Authenticate each request, not each connection.",
    "framing/": "Leave HTTP to a server that keeps to RFC 9112, up to date, or put nginx in front.",
    "framing/header-case": "Look headers up without regard to case.",
    "framing/chunked": "Read the body to its end, not as far as Content-Length says.",
    "framing/upgrade": "Ignore offers to upgrade: put nginx in front, which does not pass them on.",
    "framing/upgrade-swallowed": "Ignore offers to upgrade: put nginx in front, which does not pass them on.",
    "generated/": "Validate with the published schemas, which are open: refuse what they refuse, and nothing else.",
    "generated/unsigned": "Check signature and time before anything else, and their types before you compare them.",
    "answer/": "Answer a status and a fixed text: nothing of what came, of the code or of its settings.",
    "answer/traceback": "Turn debugging off, and log exceptions instead of answering with them.",
    "fetch/": "Fetch nothing that a payload names before it is authentic, and then from hosts on a list of your own alone.",
    "own/": "Treat the kinds that have no contract like the others: authenticate, keep, tell apart by content.",
    "run/acknowledges-all": "Check signature, syntax and contract before you answer. If a queue answers on purpose, accept it.",
    "run/gone": "Find in the receiver's log what it ended with; have it started again by itself.",
    "run/under-load": "Look for what runs out when deliveries come together: pools, locks, workers, file handles.",
    "run/reused-connection": "Read the body of every request, refused ones too, before the next is read from the connection.",
    "run/sometimes": "Look for what depends on order and time: races, caches, several processes that differ.",
}
"""What would mend a failure, by name of a check or folder."""

_PLAIN = frozenset({"contract/", "syntax/", "generated/"})
"""Folders of checks whose hints say what to take and what to refuse, which is no help where the receiver fails."""

_GENERAL = "Look into the receiver's log for what it made of the request."


_NOT_SURVIVED = frozenset({Severity.CRASHES, Severity.FAILS, Severity.SLOW, Severity.FETCHES})


def hint(group: FailureGroup) -> str:
    """Return how to mend the cause of failures, in a sentence."""
    check = group.check
    is_plain = check.name not in _BY_CHECK or check.folder in _PLAIN
    if group.severity in _BY_SEVERITY and check.expectation is not Expectation.SURVIVE and is_plain:
        return _BY_SEVERITY[group.severity]
    return _BY_CHECK.get(check.name) or _BY_CHECK.get(check.folder) or _GENERAL


def relaxation(group: FailureGroup) -> str:
    """Return the option that accepts a cause as it is: to survive, or not to be tried at all where it is not survived."""
    checks = dict.fromkeys(check.name for check in (group.check, *group.also))
    survived = group.severity not in _NOT_SURVIVED and not any(
        check.folder == "run/" or check.expectation is Expectation.SURVIVE
        for check in (group.check, *group.also)
    )
    option = "--relax" if survived else "--skip"
    return " ".join(f"{option} {name}" for name in checks)
