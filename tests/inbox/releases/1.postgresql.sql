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
CREATE UNIQUE INDEX events_conflict ON events (identity_key, content) WHERE conflict IS true;
CREATE INDEX events_outcome ON events (outcome, id, size);
CREATE TABLE seals (
    seal_key BYTEA NOT NULL,
    identity_key BYTEA NOT NULL,
    PRIMARY KEY (seal_key)
);
CREATE TABLE vodhooks_inbox (
    version INTEGER NOT NULL
);
INSERT INTO vodhooks_inbox VALUES (1);
