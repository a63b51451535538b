"""The durable inbox: tables, writing, queries, attachments, replay and export. Knows nothing of HTTP."""
