"""The checks: what is sent to a receiver, what it has to do then, why, and how bad it is where it does not.

The table at the end is all there is to a check but the requests, which `attacks` and `schemathesis` make. The documentation
prints it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CHECKS", "Check", "Expectation", "Severity"]


class Expectation(StrEnum):
    """What a receiver has to answer."""

    ACCEPT = "accept"
    """A status that the vendor takes for success."""
    REFUSE = "refuse"
    """A status that says that the fault is the sender's."""
    DENY = "deny"
    """The same, and the sender is a stranger."""
    SURVIVE = "survive"
    """Anything in time but an error of the server."""
    KEEP_QUIET = "keep-quiet"
    """Anything that does not say what is none of the sender's business."""


class Severity(StrEnum):
    """What a finding does to the receiver's owner, worst first."""

    LOSES = "loses events"
    LETS_IN = "lets strangers in"
    LEAKS = "gives secrets away"
    FETCHES = "fetches what it is sent"
    CRASHES = "crashes"
    FAILS = "fails"
    REPEATS = "stores an event twice"
    ACCEPTS = "accepts the invalid"
    REFUSES = "refuses the valid"
    TELLS = "says too much"
    SLOW = "slow"


_SEVERITIES = {
    Expectation.ACCEPT: Severity.LOSES,
    Expectation.REFUSE: Severity.ACCEPTS,
    Expectation.DENY: Severity.LETS_IN,
    Expectation.SURVIVE: Severity.CRASHES,
    Expectation.KEEP_QUIET: Severity.TELLS,
}


@dataclass(frozen=True, slots=True)
class Check:
    """Cases that check the same thing.

    Attributes:
        name: such as `signature/missing`; stable.
        expectation: what a receiver has to answer.
        title: what the deliveries have in common, as a noun phrase: `a body without its signature`.
        reason: why it matters, for a person who has to decide.
        implied_by: name of a check whose failure explains the failure of this one, or None.
        harm: how bad it is where that does not follow from what is expected, or None.
        may_close: whether closing the connection without an answer will do as well.
        by_server: whether the HTTP server decides, and not the application behind it. An application of this process, which
            is served for the tests alone, does not get it.
        waits: whether nothing is sent to an end, and the receiver has to give up. That takes longer than all the rest, and
            the server decides it for every channel alike: tried on one channel, while other cases run.
        advisory: whether common servers fail it as they come, so that it is reported and the run does not fail for it.
    """

    name: str
    expectation: Expectation
    title: str
    reason: str
    implied_by: str | None = None
    harm: Severity | None = None
    may_close: bool = False
    by_server: bool = False
    waits: bool = False
    advisory: bool = False

    @property
    def severity(self) -> Severity:
        """What a receiver does that answers with a status which is not expected."""
        return self.harm or _SEVERITIES[self.expectation]

    @property
    def folder(self) -> str:
        """The beginning of the name, such as `signature/`."""
        return f"{self.name.partition('/')[0]}/"


def _by_name(*checks: Check) -> Mapping[str, Check]:
    return {check.name: check for check in checks}


CHECKS = _by_name(
    Check(
        "contract/in-time",
        Expectation.SURVIVE,
        "a single delivery, while nothing else is delivered",
        "A vendor waits for a few seconds and then takes the delivery for failed, whatever the "
        "receiver does with it: store, answer, and do the work behind the answer.",
    ),
    Check(
        "contract/sample",
        Expectation.ACCEPT,
        "a sample payload",
        "The samples are the vendor's own, and what it sends every day.",
        "signature/lifetime",
    ),
    Check(
        "contract/optional-members",
        Expectation.ACCEPT,
        "a payload with other optional members than usual",
        "What the contract does not require may be absent, alone or together with all the rest.",
        "contract/sample",
    ),
    Check(
        "contract/null",
        Expectation.ACCEPT,
        "a null that the contract allows",
        "The vendor sends null for what it has no value for.",
        "contract/sample",
    ),
    Check(
        "contract/listed-value",
        Expectation.ACCEPT,
        "a value that the contract lists",
        "The vendor lists the value.",
        "contract/sample",
    ),
    Check(
        "contract/bound",
        Expectation.ACCEPT,
        "a bound that is met exactly",
        "What meets a bound is within it.",
        "contract/sample",
    ),
    Check(
        "contract/number",
        Expectation.ACCEPT,
        "a number that is rare",
        "The contract allows the number: 64 bits, negative ones, fractions where it says number, and 1.0 for 1 as JSON does.",
        "contract/sample",
    ),
    Check(
        "contract/empty",
        Expectation.ACCEPT,
        "an empty string, array or object",
        "Nothing says that there is something in it.",
        "contract/sample",
    ),
    Check(
        "contract/text",
        Expectation.ACCEPT,
        "a string with rare characters",
        "Titles and names are written by people: any character may be in them, and each has to survive parsing and storing.",
        "contract/sample",
    ),
    Check(
        "contract/long",
        Expectation.ACCEPT,
        "a long string or array",
        "The vendor bounds neither; a column or a buffer that does cannot store the event.",
        "contract/sample",
    ),
    Check(
        "contract/unknown-member",
        Expectation.ACCEPT,
        "a member that the contract does not know",
        "Vendors add members without asking; a receiver that refuses them stops receiving on that day.",
        "contract/sample",
    ),
    Check(
        "contract/unknown-value",
        Expectation.ACCEPT,
        "a value that the contract does not list, where its list is open",
        "Vendors add to their lists without asking; a receiver that refuses what is new stops receiving on that day.",
        "contract/sample",
    ),
    Check(
        "contract/unknown-kind",
        Expectation.ACCEPT,
        "a kind of message that the contract does not know, on a channel that keeps such",
        "Every kind of event of the account is delivered here, and the vendor adds kinds without asking.",
        "contract/sample",
    ),
    Check(
        "contract/envelope",
        Expectation.SURVIVE,
        "a kind without a contract, beside members of the envelope of odd types",
        "Nothing says what stands in an event of a kind that is not known. The receiver may "
        "refuse it, but not fall over it.",
    ),
    Check(
        "contract/missing",
        Expectation.REFUSE,
        "a payload without a required member",
        "A later reader of the event finds nothing there.",
    ),
    Check(
        "contract/type",
        Expectation.REFUSE,
        "a value of a type that the contract does not allow",
        "A later reader of the event expects another type.",
    ),
    Check(
        "contract/value",
        Expectation.REFUSE,
        "a value that the contract excludes",
        "A later reader of the event takes it for something else.",
    ),
    Check(
        "contract/pattern",
        Expectation.REFUSE,
        "a string that almost has the form that the contract asks for",
        "The form is part of the contract.",
    ),
    Check(
        "contract/out-of-bounds",
        Expectation.REFUSE,
        "a bound that is passed by little",
        "What stores or shows the value relies on the bound.",
    ),
    Check(
        "contract/closed",
        Expectation.REFUSE,
        "a member where the contract allows no further ones",
        "The contract closes what it knows to be whole.",
    ),
    Check(
        "contract/kind",
        Expectation.REFUSE,
        "a payload that does not tell which message it is",
        "Without a kind that has a contract nothing can be said about the rest, and no application can act upon it.",
    ),
    Check(
        "contract/retired",
        Expectation.REFUSE,
        "a format that the vendor has given up",
        "An account that still sends it needs to be switched over, and only a refusal makes that known.",
    ),
    Check(
        "contract/signature",
        Expectation.DENY,
        "a signature that breaks the contract",
        "Only the vendor can sign; what is no signature is a stranger's.",
        "signature/wrong",
    ),
    Check(
        "syntax/not-json",
        Expectation.REFUSE,
        "a body that is no JSON",
        "What cannot be read is no event. Answered with success it is lost for good; a refusal lets the vendor try again.",
    ),
    Check(
        "syntax/cut",
        Expectation.REFUSE,
        "a body that ends too early",
        "A connection that broke off leaves half an event behind; answered with success, the other half is lost.",
        "syntax/not-json",
    ),
    Check(
        "syntax/lenient",
        Expectation.REFUSE,
        "almost JSON, as scripting languages and configuration files have it",
        "Parsers differ in what they make of it, so that two services behind the same receiver see two different events.",
        "syntax/not-json",
    ),
    Check(
        "syntax/number",
        Expectation.REFUSE,
        "a number as JSON does not spell it",
        "NaN, infinity and octal numbers do not survive storing: the next reader refuses the event or reads another number.",
        "syntax/not-json",
    ),
    Check(
        "syntax/control",
        Expectation.REFUSE,
        "a control character as it is in a string",
        "RFC 8259 wants it escaped; the next reader refuses it.",
        "syntax/not-json",
    ),
    Check(
        "syntax/encoding",
        Expectation.REFUSE,
        "a body that is not UTF-8",
        "RFC 8259 wants UTF-8. Whatever else is read for it becomes other characters, or an error in the store.",
        "syntax/not-json",
    ),
    Check(
        "syntax/duplicate-key",
        Expectation.REFUSE,
        "an object with the same key twice",
        "Parsers differ in which of the two they take: what was checked need not be what is acted upon.",
        "syntax/not-json",
    ),
    Check(
        "syntax/no-object",
        Expectation.REFUSE,
        "JSON whose outermost value is no object",
        "Every message here is an object; nothing can be read from others.",
        "contract/type",
    ),
    Check(
        "syntax/spelling",
        Expectation.ACCEPT,
        "valid JSON in an unusual spelling",
        "White space, the order of members, escapes and exponents are the sender's choice, and may change with its software.",
        "contract/sample",
    ),
    Check(
        "syntax/byte-order-mark",
        Expectation.SURVIVE,
        "a byte order mark before the body",
        "Parsers may ignore it or refuse the body, but not fall over it.",
    ),
    Check(
        "syntax/lone-surrogate",
        Expectation.SURVIVE,
        "half of a surrogate pair as an escape",
        "The grammar of JSON allows it, but no UTF-8 can hold it: it is refused, or replaced, or fails when it is stored.",
    ),
    Check(
        "size/deep",
        Expectation.REFUSE,
        "100,000 arrays or objects within one another",
        "Parsers that call themselves for each level run out of stack, and take the process with them.",
    ),
    Check(
        "size/backtracking",
        Expectation.ACCEPT,
        "a text on which regular expressions run for ever",
        "Expressions that can take a text apart in many ways, such as those that trim it or "
        "look for dates and names in it, try them all: one delivery keeps a processor busy for "
        "minutes.",
        "contract/long",
    ),
    Check(
        "size/repeated",
        Expectation.SURVIVE,
        "a body of 1 MB, 16 times",
        "What has been answered must not stay in memory. A receiver that keeps it, in a log or "
        "in a list, ends when memory does.",
        "size/body",
        may_close=True,
    ),
    Check(
        "size/number",
        Expectation.SURVIVE,
        "a number that 64 bits do not hold, in an unknown member",
        "JSON does not bound numbers, machines do. The receiver may refuse it or round it, but not fall over it.",
    ),
    Check(
        "size/body",
        Expectation.SURVIVE,
        "a body of 10 MB",
        "The receiver may take it or refuse it, but neither read it for ever nor run out of memory.",
        may_close=True,
    ),
    Check(
        "header/media-type",
        Expectation.ACCEPT,
        "the media type that the vendor documents, spelled in another way",
        "Media types are the same in upper and lower case, and may have parameters; HTTP libraries add them between releases.",
        "contract/sample",
    ),
    Check(
        "header/any-media-type",
        Expectation.ACCEPT,
        "some media type, or none",
        "The vendor documents no media type, so that it may send any.",
        "contract/sample",
    ),
    Check(
        "header/other-media-type",
        Expectation.SURVIVE,
        "a media type that is not the one that the vendor documents",
        "The receiver may refuse it or read the body all the same, but not fall over it.",
    ),
    Check(
        "header/content-encoding",
        Expectation.SURVIVE,
        "a body that is compressed, or is said to be",
        "No vendor here compresses. The receiver may decompress it or refuse it, but not fall over it.",
    ),
    Check(
        "header/decompression",
        Expectation.SURVIVE,
        "a small body that decompresses to 100 MB",
        "A receiver that decompresses without a bound runs out of memory, and takes the process along.",
        "header/content-encoding",
        may_close=True,
    ),
    Check(
        "header/usual",
        Expectation.ACCEPT,
        "headers that HTTP clients send by themselves",
        "Which headers its HTTP library sends is not the vendor's choice; none of these says anything about the event.",
        "contract/sample",
    ),
    Check(
        "header/forwarded",
        Expectation.DENY,
        "a stranger's delivery with the headers of a proxy that vouch for it",
        "Anybody can send the headers in which proxies say who the client is: an address of "
        "this machine in them proves nothing.",
        "repeat/stranger",
    ),
    Check(
        "header/method",
        Expectation.REFUSE,
        "a delivery by another method than POST",
        "Vendors deliver with POST alone. Links, prefetching and caches send GET, and repeat it "
        "as they like; a receiver that takes it for a delivery acts whenever one of them calls.",
    ),
    Check(
        "header/odd",
        Expectation.SURVIVE,
        "headers that are long, many or strange",
        "The receiver may refuse them or take no notice, but not fall over them.",
        may_close=True,
    ),
    Check(
        "signature/wrong",
        Expectation.DENY,
        "a signature that was made without the secret",
        "Anybody who finds the URL can make events up, and the application acts upon them.",
    ),
    Check(
        "signature/missing",
        Expectation.DENY,
        "a signature that is missing, in whole or in part",
        "A check that is only made where there is something to check keeps no stranger out.",
        "signature/wrong",
    ),
    Check(
        "signature/part",
        Expectation.DENY,
        "a part of the right signature, or more than it",
        "A comparison that stops with the shorter text lets in who guesses a single digit.",
        "signature/wrong",
    ),
    Check(
        "signature/type",
        Expectation.DENY,
        "a signature of another type",
        "Loose comparisons take true, zero or an array for any text, and strict ones may fall over them.",
        "signature/wrong",
    ),
    Check(
        "signature/text",
        Expectation.DENY,
        "a signature with characters that no signature has",
        "Comparing in constant time fails on some of them; what is an error of the server is delivered again and again.",
        "signature/wrong",
    ),
    Check(
        "signature/stale",
        Expectation.DENY,
        "a genuine signature from hours, days or weeks ago",
        "The signature covers nothing but the time: who has recorded one delivery can sign any event with it, for ever.",
        "signature/wrong",
    ),
    Check(
        "signature/future",
        Expectation.DENY,
        "a genuine signature from far ahead",
        "A time that lies ahead stays fresh until it comes; no vendor signs so, and what leaks is valid for all that while.",
        "signature/wrong",
    ),
    Check(
        "signature/time",
        Expectation.DENY,
        "a time at which no vendor signs",
        "Times that no calendar holds make date functions fail, and times of another unit are never stale or always.",
        "signature/wrong",
    ),
    Check(
        "signature/lifetime",
        Expectation.ACCEPT,
        "a signature as its vendor makes it, whose time lies ten minutes ahead",
        "The time in it is when it expires, not when it was sent. A receiver that takes it for "
        "the time of sending takes each delivery for one from the future.",
    ),
    Check(
        "signature/fresh",
        Expectation.ACCEPT,
        "a signature from a moment ago, or by a clock that is a little fast",
        "Deliveries take time, are tried again, and no two clocks agree.",
        "contract/sample",
    ),
    Check(
        "signature/spelling",
        Expectation.SURVIVE,
        "the right signature in another spelling",
        "Only the vendor can have made it. Whether it is taken for the same is the receiver's"
        " choice, but it must not fall over it.",
    ),
    Check(
        "signature/mistyped",
        Expectation.REFUSE,
        "the right signature, with a member of a type that the contract does not allow",
        "It is authentic and breaks the contract.",
        "contract/type",
    ),
    Check(
        "token/wrong",
        Expectation.DENY,
        "a callback URL with a wrong token",
        "The token in the URL is all that a stranger does not know.",
    ),
    Check(
        "token/missing",
        Expectation.DENY,
        "a callback URL without its token",
        "A check that is only made where there is something to check keeps no stranger out.",
        "token/wrong",
    ),
    Check(
        "token/escaped",
        Expectation.ACCEPT,
        "the token with its characters percent-encoded",
        "It is the same URL, and HTTP libraries may write it so.",
        "contract/sample",
    ),
    Check(
        "token/elsewhere",
        Expectation.SURVIVE,
        "the right token twice or in another place",
        "Who sends it knows it. Whether it counts is the receiver's choice, but it must not fall over it.",
    ),
    Check(
        "repeat/once",
        Expectation.ACCEPT,
        "a single delivery, whose effect is counted",
        "What was answered with success is in the receiver's hands alone. An event that is not in the store then is gone.",
        "contract/sample",
    ),
    Check(
        "repeat/same-moment",
        Expectation.ACCEPT,
        "two events that were signed in the same moment",
        "The signature covers the time alone, so that events of the same moment share it. "
        "A receiver that takes a signature that was seen before for a replay loses every event of "
        "that moment but one.",
        "repeat/once",
    ),
    Check(
        "repeat/same",
        Expectation.ACCEPT,
        "the same delivery twice",
        "A vendor that has not read the answer delivers again. An event that is stored again is acted upon twice.",
        "repeat/same-moment",
    ),
    Check(
        "repeat/signed-afresh",
        Expectation.ACCEPT,
        "the same event again with a fresh signature",
        "A retry may be signed when it is sent, and then differs from the first delivery in "
        "its signature alone: a receiver that tells deliveries apart by their bytes stores the event "
        "twice.",
        "repeat/same",
    ),
    Check(
        "repeat/rewritten",
        Expectation.ACCEPT,
        "the same event again with its members in another order",
        "JSON objects have no order, and a retry may be written anew: a receiver that tells "
        "deliveries apart by their bytes stores the event twice.",
        "repeat/same",
    ),
    Check(
        "repeat/at-once",
        Expectation.ACCEPT,
        "50 copies of a delivery at once",
        "Copies may arrive while the first is still being stored. A receiver that looks first and "
        "then writes stores several, and one that lets the database refuse the second answers "
        "an error for an event that is in safe hands.",
        "repeat/same",
    ),
    Check(
        "repeat/after-others",
        Expectation.ACCEPT,
        "the same delivery again, after 200 other events",
        "A retry may come after many others. A receiver that remembers the last few identifiers "
        "only stores the event again.",
        "repeat/same",
    ),
    Check(
        "repeat/after-window",
        Expectation.SURVIVE,
        "events again, signed afresh, when the freshness window of their first signatures has "
        "passed",
        "A receiver that remembers an event for as long as its signature is fresh, or its nonce "
        "is kept, stores the event again when the vendor's retry comes later.",
        "repeat/signed-afresh",
    ),
    Check(
        "repeat/large",
        Expectation.SURVIVE,
        "a single delivery of 1.5 MB, whose effect is counted",
        "A receiver may refuse it as too large. Answered with success it has to be in the "
        "store, whole: packets, columns and messages of a queue have limits of their own.",
        "repeat/once",
    ),
    Check(
        "repeat/integers",
        Expectation.ACCEPT,
        "an event with large integers wherever its contract lets them grow",
        "Integers here have 64 bits. A column of 32 bits refuses or cuts them, and where they "
        "pass through floating point numbers, others are stored than were sent. That is seen "
        "where --effects answers the newest event.",
        "repeat/once",
    ),
    Check(
        "repeat/other-body",
        Expectation.ACCEPT,
        "an event that comes again with another content",
        "A vendor may deliver an event again with more in it than before. Refused, what is new is lost.",
        "repeat/same-moment",
    ),
    Check(
        "repeat/other-bodies-at-once",
        Expectation.ACCEPT,
        "50 versions of an event at once",
        "They may arrive together. A receiver that lets the database refuse all but one answers errors for an event that it knows.",
        "repeat/other-body",
    ),
    Check(
        "repeat/kinds",
        Expectation.ACCEPT,
        "two kinds of message about the same thing",
        "The kind of message belongs to what identifies an event. Without it, the later "
        "message passes for a copy of the earlier one and is lost.",
        "repeat/same-moment",
    ),
    Check(
        "repeat/large-numbers",
        Expectation.ACCEPT,
        "two events whose numbers differ beyond 2^53",
        "These integers have 64 bits. Where they pass through floating point numbers, as in "
        "JavaScript, neighbours become the same number, and one of the two events is taken "
        "for a copy of the other.",
        "repeat/same-moment",
    ),
    Check(
        "repeat/letter-case",
        Expectation.ACCEPT,
        "two events whose identifiers differ in upper and lower case only",
        "Identifiers are compared byte for byte. A database column that ignores case takes "
        "one of the two events for a copy of the other.",
        "repeat/same-moment",
    ),
    Check(
        "repeat/trailing-blank",
        Expectation.ACCEPT,
        "two events whose identifiers differ in a blank at the end only",
        "Identifiers are compared byte for byte. A database column that pads or trims takes "
        "one of the two events for a copy of the other.",
        "repeat/same-moment",
    ),
    Check(
        "repeat/unicode-forms",
        Expectation.ACCEPT,
        "two events whose identifiers differ in their Unicode form only",
        "Identifiers are compared byte for byte. A receiver that normalises them takes one of the two events for a copy of the other.",
        "repeat/same-moment",
    ),
    Check(
        "repeat/different-at-once",
        Expectation.ACCEPT,
        "50 different events at once",
        "Vendors deliver in bursts. An event that was answered with success and is not stored is gone for good.",
        "repeat/same-moment",
    ),
    Check(
        "repeat/unknown-kinds",
        Expectation.ACCEPT,
        "two events of a kind that has no contract yet",
        "The vendor adds kinds of events and delivers them here without asking. What "
        "identifies them is not known, so that different contents are different events.",
        "repeat/same-moment",
    ),
    Check(
        "repeat/new-kinds",
        Expectation.ACCEPT,
        "the same thing as two kinds of message, one or both of them without a contract",
        "The kind of message belongs to what identifies an event, whether it is known or not. "
        "Without it, the later message passes for a copy of the earlier one and is lost.",
        "repeat/unknown-kinds",
    ),
    Check(
        "repeat/channels",
        Expectation.ACCEPT,
        "the same identifier on two channels",
        "What identifies an event does so on its own channel. Without the channel, one of the"
        " two events is taken for a copy of the other.",
    ),
    Check(
        "repeat/broken-contract",
        Expectation.REFUSE,
        "an authentic delivery that breaks the contract, twice",
        "What breaks the contract is no event that the application could act upon; at most "
        "one copy is worth keeping, to look at.",
        "contract/missing",
    ),
    Check(
        "repeat/stranger",
        Expectation.DENY,
        "a stranger's delivery, whose effect is counted",
        "A refusal is worth nothing if the event is in the store before it is spoken.",
        "signature/wrong",
    ),
    Check(
        "own/sample",
        Expectation.ACCEPT,
        "a payload of the user's own, of a kind that has no contract",
        "The vendor sends such, or it would not be here.",
        "contract/unknown-kind",
    ),
    Check(
        "own/again",
        Expectation.ACCEPT,
        "a payload of the user's own, twice",
        "A vendor that has not read the answer delivers again. An event that is stored again is "
        "acted upon twice.",
        "repeat/same",
    ),
    Check(
        "own/unknown-member",
        Expectation.ACCEPT,
        "a payload of the user's own with a member more",
        "Vendors add members without asking; a receiver that refuses them stops receiving on "
        "that day.",
        "own/sample",
    ),
    Check(
        "own/shape",
        Expectation.SURVIVE,
        "a payload of the user's own with another value in one place",
        "No contract says what may stand there. The receiver may refuse it, but not fall over it.",
    ),
    Check(
        "own/stranger",
        Expectation.DENY,
        "a payload of the user's own from a stranger",
        "A handler of its own may have a way in of its own.",
        "repeat/stranger",
    ),
    Check(
        "fetch/url",
        Expectation.SURVIVE,
        "a URL of this machine in a payload, which must not be fetched",
        "The signature does not cover the payload. Who has one delivery can let the receiver "
        "ask for any address that it reaches, the metadata of its cloud and its own "
        "administration included. Fetch from the vendor's hosts alone.",
        "fetch/stranger",
    ),
    Check(
        "fetch/stranger",
        Expectation.DENY,
        "a URL of this machine in a stranger's payload",
        "Nothing in a delivery may be acted upon before it is known who has sent it.",
        "repeat/stranger",
    ),
    Check(
        "socket/one-stalled",
        Expectation.ACCEPT,
        "a delivery while one other client stalls",
        "The receiver serves one client at a time: anybody who opens a connection and sends nothing keeps every event out.",
        "contract/sample",
    ),
    Check(
        "socket/many-stalled",
        Expectation.ACCEPT,
        "a delivery while 64 other clients stall",
        "Anybody who opens 64 connections and sends half a request on each keeps every event out.",
        "socket/one-stalled",
    ),
    Check(
        "socket/gone",
        Expectation.ACCEPT,
        "a delivery after clients that hung up in the middle of theirs",
        "Connections break. What is left of one must not be in the way of the next.",
        "contract/sample",
    ),
    Check(
        "socket/silent",
        Expectation.SURVIVE,
        "a connection on which nothing is sent",
        "A receiver that waits for ever runs out of connections.",
        "socket/many-stalled",
        may_close=True,
        by_server=True,
        waits=True,
        advisory=True,
    ),
    Check(
        "socket/stalled-headers",
        Expectation.SURVIVE,
        "headers that stop in the middle",
        "A receiver that waits for ever for the rest runs out of connections.",
        "socket/many-stalled",
        may_close=True,
        by_server=True,
        waits=True,
        advisory=True,
    ),
    Check(
        "socket/endless-headers",
        Expectation.SURVIVE,
        "headers that never end, one by one",
        "A time limit that starts anew with every byte is none: a client that sends one now and then keeps a connection for ever.",
        "socket/stalled-headers",
        may_close=True,
        by_server=True,
        waits=True,
        advisory=True,
    ),
    Check(
        "socket/stalled-body",
        Expectation.SURVIVE,
        "a body that stops in the middle",
        "A receiver that waits for ever for the rest runs out of connections.",
        "socket/many-stalled",
        may_close=True,
        by_server=True,
        waits=True,
        advisory=True,
    ),
    Check(
        "socket/endless-body",
        Expectation.SURVIVE,
        "a body that never ends, byte by byte",
        "A time limit that starts anew with every byte is none: a client that sends one now and then keeps a connection for ever.",
        "socket/stalled-body",
        may_close=True,
        by_server=True,
        waits=True,
        advisory=True,
    ),
    Check(
        "socket/slow-body",
        Expectation.ACCEPT,
        "an honest body that takes 2 seconds",
        "Networks are slow at times. A delivery that arrives in pieces is a delivery.",
        "contract/sample",
    ),
    Check(
        "socket/pipelined",
        Expectation.SURVIVE,
        "two deliveries, the second sent before the first is answered",
        "HTTP/1.1 allows it. A receiver that waits for the second one for ever runs out of connections.",
        may_close=True,
    ),
    Check(
        "socket/after-bad",
        Expectation.ACCEPT,
        "a delivery behind a bad one on the same connection",
        "Vendors and proxies keep connections. What is left of a refused request, such as a "
        "body that was not read, must not be taken for the beginning of the next.",
        may_close=True,
    ),
    Check(
        "socket/after-good",
        Expectation.DENY,
        "a stranger's delivery behind an authentic one on the same connection",
        "Proxies send many clients' requests over one connection. A client that was let in does not vouch for the next.",
        may_close=True,
    ),
    Check(
        "framing/chunked",
        Expectation.ACCEPT,
        "a body in chunks, without Content-Length",
        "Every sender of HTTP/1.1 may send chunks, and proxies turn bodies into them. A "
        "receiver that reads as much as Content-Length says finds nothing.",
        "contract/sample",
        by_server=True,
    ),
    Check(
        "framing/header-case",
        Expectation.ACCEPT,
        "a delivery whose headers are called Content-Type or CONTENT-TYPE",
        "The names of headers are the same in upper and lower case (RFC 9110, section 5.1), and "
        "libraries write them in either.",
        "contract/sample",
        by_server=True,
    ),
    Check(
        "framing/expect-continue",
        Expectation.ACCEPT,
        "a client that asks whether to go on before it sends the body",
        "HTTP libraries ask with larger bodies, and go on without an answer. A receiver "
        "that waits for the body instead of answering must not lose it.",
        "socket/slow-body",
    ),
    Check(
        "framing/upgrade",
        Expectation.ACCEPT,
        "a delivery that offers to change to another protocol",
        "HTTP clients offer HTTP/2 with each request, the JDK's by default, and proxies pass offers on. A receiver that does not want "
        "the protocol ignores the offer (RFC 9110, section 7.8). Some parsers end the request with its headers instead, and the event "
        "is lost.",
        "contract/sample",
        by_server=True,
        advisory=True,
    ),
    Check(
        "framing/upgrade-swallowed",
        Expectation.ACCEPT,
        "a delivery behind a bad one that offers to change to another protocol, on the same connection",
        "A receiver that ends such a request with its headers reads the body as the next request. If that request is unfinished, it "
        "swallows the delivery that comes next over the same connection: behind a proxy, somebody else's.",
        "socket/after-bad",
        may_close=True,
        by_server=True,
        advisory=True,
    ),
    Check(
        "framing/broken-chunks",
        Expectation.REFUSE,
        "a body in chunks that are broken",
        "What arrived is not what was sent: the end of the body is unknown.",
        may_close=True,
    ),
    Check(
        "framing/cut-off",
        Expectation.REFUSE,
        "a body that ends before its Content-Length",
        "The delivery is not complete, even where what arrived happens to be JSON.",
        may_close=True,
    ),
    Check(
        "framing/too-short",
        Expectation.REFUSE,
        "a Content-Length that ends before the body does",
        "By the length that was announced the body is not JSON. A receiver that goes by what arrived "
        "reads past the end of requests, and takes one client's bytes for another's behind a "
        "proxy.",
        may_close=True,
    ),
    Check(
        "framing/excess",
        Expectation.SURVIVE,
        "a delivery with bytes behind its end",
        "They are the beginning of another request, or nothing. They must not do harm.",
        may_close=True,
    ),
    Check(
        "framing/two-lengths",
        Expectation.REFUSE,
        "two different Content-Lengths",
        "A proxy may go by one and the receiver by the other; then what a stranger appends "
        "passes for the vendor's next request. HTTP demands that this is refused.",
        may_close=True,
        by_server=True,
    ),
    Check(
        "framing/smuggled",
        Expectation.REFUSE,
        "a second request in the body of one that has both Content-Length and Transfer-Encoding",
        "A proxy may go by one and the receiver by the other; then what a stranger appends "
        "passes for the vendor's next request. HTTP demands that the connection is closed.",
        may_close=True,
        by_server=True,
        advisory=True,
    ),
    Check(
        "framing/bad-length",
        Expectation.REFUSE,
        "a Content-Length that is no length",
        "The end of the body is unknown. A receiver that hands the number on as it is reads until the client hangs up, or fails.",
        may_close=True,
    ),
    Check(
        "framing/header-flood",
        Expectation.SURVIVE,
        "more headers than anybody needs",
        "A receiver that keeps whatever is sent runs out of memory.",
        may_close=True,
    ),
    Check(
        "framing/garbage",
        Expectation.REFUSE,
        "bytes that are no HTTP",
        "Scanners send them all day long. They must not do harm.",
        may_close=True,
    ),
    Check(
        "framing/http-1.0",
        Expectation.SURVIVE,
        "a delivery over HTTP/1.0 without a Host",
        "Old clients and health checks speak like this. Taken or refused, it must not do harm.",
        may_close=True,
    ),
    Check(
        "framing/line-feeds",
        Expectation.SURVIVE,
        "a delivery whose lines end in line feeds alone",
        "Taken or refused, it must not do harm.",
        "socket/stalled-headers",
        may_close=True,
    ),
    Check(
        "framing/nul-header",
        Expectation.SURVIVE,
        "a delivery with a NUL in a header",
        "Taken or refused, it must not do harm.",
        may_close=True,
    ),
    Check(
        "answer/secret",
        Expectation.KEEP_QUIET,
        "an answer with a secret or a token in it",
        "Answers are kept in the logs of vendors and proxies. Who reads one there can deliver "
        "whatever he likes.",
        harm=Severity.LEAKS,
    ),
    Check(
        "answer/signature",
        Expectation.KEEP_QUIET,
        "an answer with the signature that would have been right",
        "A stranger asks with any signature, reads the right one in the refusal, and comes "
        "again with it.",
        harm=Severity.LEAKS,
    ),
    Check(
        "answer/traceback",
        Expectation.KEEP_QUIET,
        "an answer with a traceback or the words of a database",
        "It shows strangers how the receiver is built: paths, versions, tables, at times values.",
    ),
    Check(
        "answer/markup",
        Expectation.KEEP_QUIET,
        "an answer that has markup of the delivery in it, as a page",
        "A browser that is made to deliver runs what it holds, in the name of the receiver's site.",
    ),
    Check(
        "answer/payload",
        Expectation.KEEP_QUIET,
        "an answer that repeats values of the delivery",
        "The vendor knows what it has sent, and keeps answers in its logs; frameworks repeat "
        "the whole of it, personal data included.",
    ),
    Check(
        "generated/none-accepted",
        Expectation.ACCEPT,
        "any valid payload of a channel",
        "Of the generated payloads that keep the contract not one was accepted.",
        "contract/sample",
    ),
    Check(
        "generated/valid",
        Expectation.ACCEPT,
        "a generated payload that keeps the contract",
        "The contract allows it, so that the vendor may send it.",
        "generated/none-accepted",
    ),
    Check(
        "generated/invalid",
        Expectation.REFUSE,
        "a generated payload that breaks the contract",
        "The vendor does not send it, and a later reader of the event is not prepared for it.",
    ),
    Check(
        "generated/unsigned",
        Expectation.DENY,
        "a generated payload whose signature is none",
        "Only the vendor can sign; what is no signature is a stranger's.",
        "signature/wrong",
    ),
    Check(
        "run/acknowledges-all",
        Expectation.REFUSE,
        "anything at all",
        "A valid delivery, what is no JSON and, where something is to be authenticated, a stranger's delivery get the same success: "
        "whatever answers there does not look at what comes. A queue in front may do that on purpose.",
    ),
    Check(
        "run/gone",
        Expectation.SURVIVE,
        "all that comes after some delivery",
        "Since then a valid delivery, alone on a new connection, is not accepted any more. Whatever the vendor sends now is lost until "
        "somebody starts the receiver again.",
    ),
    Check(
        "run/under-load",
        Expectation.ACCEPT,
        "deliveries while others are made",
        "Alone each of them is answered as it has to be. Vendors deliver in bursts, and not in turn.",
    ),
    Check(
        "run/reused-connection",
        Expectation.ACCEPT,
        "a delivery that is not the first on its connection",
        "Alone on a new connection it is answered as it has to be. Vendors and proxies keep connections.",
    ),
    Check(
        "run/sometimes",
        Expectation.ACCEPT,
        "deliveries that are answered now like this and now like that",
        "What happens once in a while happens to a vendor's delivery too.",
    ),
)
"""Every check by its name, in the order in which they run."""
