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
    reused_seal BOOLEAN NOT NULL,
    size INTEGER NOT NULL,
    body BLOB NOT NULL,
    payload TEXT,
    report TEXT
);
CREATE UNIQUE INDEX events_first ON events (identity_key) WHERE "conflict" IS 0;
CREATE UNIQUE INDEX events_conflict ON events (identity_key, content) WHERE "conflict" IS 1;
CREATE INDEX events_outcome ON events (outcome, id, size);
CREATE TABLE seals (
    seal_key BLOB NOT NULL,
    identity_key BLOB NOT NULL,
    PRIMARY KEY (seal_key)
);
CREATE TABLE vodhooks_inbox (
    version INTEGER NOT NULL
);
INSERT INTO vodhooks_inbox VALUES (1);
