-- Where things came from: one row an import, a simulation or a run.
CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    format TEXT NOT NULL,
    simulated INTEGER NOT NULL
);

-- Queries, responses and pairs are found by the SHA-256 of their content; texts are kept as they came.
CREATE TABLE query (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    text TEXT NOT NULL,
    earlier TEXT                      -- JSON array of {role, text}; null for a single turn
);
CREATE TABLE response (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    text TEXT NOT NULL
);
CREATE TABLE pair (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    query_id INTEGER NOT NULL REFERENCES query(id),
    first_id INTEGER NOT NULL REFERENCES response(id),
    second_id INTEGER NOT NULL REFERENCES response(id),
    source_id INTEGER NOT NULL REFERENCES source(id)
);

CREATE TABLE judge (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

-- Scenario and metadata of votes: few distinct ones, many votes.
CREATE TABLE context (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    scenario TEXT,
    metadata TEXT NOT NULL            -- JSON object, names sorted
);

CREATE TABLE vote (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,        -- of everything that makes two votes the same one
    pair_id INTEGER NOT NULL REFERENCES pair(id),
    judge_id INTEGER NOT NULL REFERENCES judge(id),
    context_id INTEGER NOT NULL REFERENCES context(id),
    source_id INTEGER NOT NULL REFERENCES source(id),
    verdict INTEGER NOT NULL,         -- 1: the first response of the pair's canonical order, -1: the second, 0: tie
    first_is_a INTEGER NOT NULL,      -- whether the judge saw the first response as A
    margin REAL,                      -- log-odds in favour of the first
    model_first TEXT,
    model_second TEXT,
    count INTEGER NOT NULL            -- how often: the maximum over imports
);
CREATE INDEX vote_by_judge ON vote(judge_id, pair_id);
CREATE INDEX vote_by_pair ON vote(pair_id);
CREATE INDEX vote_by_source ON vote(source_id);
CREATE INDEX pair_by_source ON pair(source_id);
