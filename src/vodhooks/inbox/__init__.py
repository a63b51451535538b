"""The durable inbox: tables, writing, queries, attachments, replay, export and import, retention.

Knows nothing of HTTP.
"""
