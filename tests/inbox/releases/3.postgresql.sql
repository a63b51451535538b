CREATE TABLE cursors (
    name TEXT NOT NULL,
    position BIGINT NOT NULL,
    moved_at BIGINT NOT NULL,
    PRIMARY KEY (name)
);
CREATE TABLE events (
    id BIGSERIAL NOT NULL,
    received_at BIGINT NOT NULL,
    last_received_at BIGINT NOT NULL,
    deliveries INTEGER NOT NULL,
    channel TEXT NOT NULL,
    outcome TEXT NOT NULL,
    message TEXT,
    kind TEXT,
    identity TEXT NOT NULL,
    identity_key BYTEA NOT NULL,
    content BYTEA NOT NULL,
    occurred_at BIGINT,
    drifts BOOLEAN NOT NULL,
    conflict BOOLEAN NOT NULL,
    reused_signature BOOLEAN NOT NULL,
    size INTEGER NOT NULL,
    body BYTEA NOT NULL,
    report TEXT,
    PRIMARY KEY (id)
);
CREATE UNIQUE INDEX events_conflict ON events (identity_key, content) WHERE conflict IS true;
CREATE UNIQUE INDEX events_first ON events (identity_key) WHERE conflict IS false;
CREATE INDEX events_quarantine ON events (id, size) WHERE outcome = 'quarantined';
CREATE INDEX events_received ON events (received_at);
CREATE TABLE refusals (
    id BIGSERIAL NOT NULL,
    refusal_key BYTEA NOT NULL,
    received_at BIGINT NOT NULL,
    deliveries INTEGER NOT NULL,
    channel TEXT NOT NULL,
    reason TEXT NOT NULL,
    message TEXT,
    identity_key BYTEA NOT NULL,
    token_hash BYTEA,
    size INTEGER NOT NULL,
    body BYTEA NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (refusal_key)
);
CREATE INDEX refusals_channel ON refusals (channel, id, size);
CREATE TABLE signatures (
    signature_key BYTEA NOT NULL,
    identity_key BYTEA NOT NULL,
    received_at BIGINT NOT NULL,
    PRIMARY KEY (signature_key)
);
CREATE TABLE tombstones (
    identity_key BYTEA NOT NULL,
    content BYTEA NOT NULL,
    event_id BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    PRIMARY KEY (identity_key, content)
);
CREATE TABLE vodhooks_inbox (
    version INTEGER NOT NULL
);
CREATE TABLE attachments (
    event_id BIGINT NOT NULL,
    message TEXT NOT NULL,
    fetched_at BIGINT NOT NULL,
    drifts BOOLEAN NOT NULL,
    body BYTEA NOT NULL,
    PRIMARY KEY (event_id, message),
    FOREIGN KEY(event_id) REFERENCES events (id) ON DELETE CASCADE
);
CREATE TABLE failures (
    event_id BIGINT NOT NULL,
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
CREATE VIEW payloads AS SELECT id, received_at, channel, message, kind, convert_from(body, 'UTF8')::json AS payload FROM events WHERE outcome <> 'quarantined';
INSERT INTO vodhooks_inbox VALUES (3);
