"""The page over the inbox: what arrived, why it was refused, and what became of it.

`app` is the ASGI application, `security` stands in front of it, `server` runs it. `views` reads
what the pages show, `payloads` turns a body into rows with marks and hides secrets, `actions` is
all that writes. Texts are in `texts.json`, in each language.
"""
