CREATE TABLE cursors (
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    moved_at BIGINT NOT NULL,
    PRIMARY KEY (name)
);
CREATE TABLE events (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    received_at BIGINT NOT NULL,
    last_received_at BIGINT NOT NULL,
    deliveries INTEGER NOT NULL,
    channel TEXT NOT NULL,
    outcome TEXT NOT NULL,
    message TEXT,
    kind TEXT,
    identity TEXT NOT NULL,
    identity_key BLOB NOT NULL,
    content BLOB NOT NULL,
    occurred_at BIGINT,
    drifts BOOLEAN NOT NULL,
    "conflict" BOOLEAN NOT NULL,
    reused_signature BOOLEAN NOT NULL,
    size INTEGER NOT NULL,
    body BLOB NOT NULL,
    report TEXT
);
CREATE UNIQUE INDEX events_conflict ON events (identity_key, content) WHERE "conflict" IS 1;
CREATE UNIQUE INDEX events_first ON events (identity_key) WHERE "conflict" IS 0;
CREATE INDEX events_quarantine ON events (id, size) WHERE outcome = 'quarantined';
CREATE INDEX events_received ON events (received_at);
CREATE TABLE refusals (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    refusal_key BLOB NOT NULL,
    received_at BIGINT NOT NULL,
    deliveries INTEGER NOT NULL,
    channel TEXT NOT NULL,
    reason TEXT NOT NULL,
    message TEXT,
    identity_key BLOB NOT NULL,
    token_hash BLOB,
    size INTEGER NOT NULL,
    body BLOB NOT NULL,
    UNIQUE (refusal_key)
);
CREATE INDEX refusals_channel ON refusals (channel, id, size);
CREATE TABLE signatures (
    signature_key BLOB NOT NULL,
    identity_key BLOB NOT NULL,
    received_at BIGINT NOT NULL,
    PRIMARY KEY (signature_key)
)
 WITHOUT ROWID;
CREATE TABLE tombstones (
    identity_key BLOB NOT NULL,
    content BLOB NOT NULL,
    event_id INTEGER NOT NULL,
    received_at BIGINT NOT NULL,
    PRIMARY KEY (identity_key, content)
)
 WITHOUT ROWID;
CREATE TABLE vodhooks_inbox (
    version INTEGER NOT NULL
);
CREATE TABLE attachments (
    event_id INTEGER NOT NULL,
    message TEXT NOT NULL,
    fetched_at BIGINT NOT NULL,
    drifts BOOLEAN NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (event_id, message),
    FOREIGN KEY(event_id) REFERENCES events (id) ON DELETE CASCADE
);
CREATE TABLE failures (
    event_id INTEGER NOT NULL,
    cursor TEXT NOT NULL,
    tries INTEGER NOT NULL,
    failed_at BIGINT NOT NULL,
    next_try BIGINT,
    error TEXT NOT NULL,
    dead BOOLEAN NOT NULL,
    PRIMARY KEY (event_id, cursor),
    FOREIGN KEY(event_id) REFERENCES events (id) ON DELETE CASCADE,
    FOREIGN KEY(cursor) REFERENCES cursors (name) ON DELETE CASCADE
);
CREATE INDEX failures_due ON failures (cursor, dead, next_try);
CREATE VIEW payloads AS SELECT id, received_at, channel, message, kind, CAST(body AS TEXT) AS payload FROM events WHERE outcome <> 'quarantined';
INSERT INTO vodhooks_inbox VALUES (3);
