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
    reused_seal BOOLEAN NOT NULL,
    size INTEGER NOT NULL,
    body BYTEA NOT NULL,
    payload TEXT,
    report TEXT,
    PRIMARY KEY (id)
);
CREATE UNIQUE INDEX events_first ON events (identity_key) WHERE conflict IS false;
CREATE INDEX events_outcome ON events (outcome, id, size);
CREATE UNIQUE INDEX events_conflict ON events (identity_key, content) WHERE conflict IS true;
CREATE TABLE seals (
    seal_key BYTEA NOT NULL,
    identity_key BYTEA NOT NULL,
    PRIMARY KEY (seal_key)
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
INSERT INTO vodhooks_inbox VALUES (2);
