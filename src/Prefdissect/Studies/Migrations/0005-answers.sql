-- Answers of models by the key of their request. The body is kept as it came, so that it can be read again by other rules.
CREATE TABLE answer (
    id INTEGER PRIMARY KEY,
    key BLOB NOT NULL UNIQUE,
    format INTEGER NOT NULL,          -- 0 chat, 1 text, 2 llama.cpp, 3 Anthropic
    model TEXT NOT NULL,
    step TEXT NOT NULL,
    prompt_version TEXT NOT NULL,
    raw BLOB NOT NULL,                -- Brotli
    prompt_tokens INTEGER NOT NULL,
    answer_tokens INTEGER NOT NULL,
    cached_tokens INTEGER NOT NULL,
    cost REAL,                        -- US dollars; null where the price was not known
    seconds REAL NOT NULL,
    received INTEGER NOT NULL         -- milliseconds since 1970
);
CREATE INDEX answer_step ON answer (step, model);

-- Who is asking. A process that died leaves its row, and its claims are nobody's.
CREATE TABLE asker (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    machine TEXT NOT NULL,
    process INTEGER NOT NULL,
    started INTEGER NOT NULL,         -- tells a process from a later one of the same number
    beat INTEGER NOT NULL             -- milliseconds since 1970; renewed while it lives
);
CREATE TABLE answer_claim (
    key BLOB PRIMARY KEY,
    asker_id INTEGER NOT NULL REFERENCES asker(id) ON DELETE CASCADE
) WITHOUT ROWID;

-- What an endpoint can do, as found by trying it.
CREATE TABLE capability (
    kind TEXT NOT NULL,
    address TEXT NOT NULL,
    model TEXT NOT NULL,
    document TEXT NOT NULL,           -- JSON
    PRIMARY KEY (kind, address, model)
) WITHOUT ROWID;
