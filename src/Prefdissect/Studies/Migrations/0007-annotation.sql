-- Which properties a step was asked about, as a JSON list of short names; few distinct ones, many steps.
CREATE TABLE asked_set (
    id INTEGER PRIMARY KEY,
    properties TEXT NOT NULL UNIQUE
);

-- How far a model's annotation of a pair is. A step without a row is missing. States: 1 done, 2 failed.
CREATE TABLE step_state (
    annotator_id INTEGER NOT NULL REFERENCES annotator(id),
    pair_id INTEGER NOT NULL REFERENCES pair(id),
    step TEXT NOT NULL,
    state INTEGER NOT NULL,
    reason TEXT,                      -- why it failed, or why there was nothing to ask
    attempt INTEGER NOT NULL,         -- number of the last asking: part of the key of its answers
    set_id INTEGER NOT NULL REFERENCES asked_set(id),
    answers BLOB NOT NULL,            -- keys of the answers, 32 bytes each, in the order of the questions
    PRIMARY KEY (annotator_id, pair_id, step)
) WITHOUT ROWID;
CREATE INDEX step_state_failed ON step_state (annotator_id, step, reason) WHERE state = 2;

-- Responses that were looked through for signs of manipulation, and what was found. Columns of signs: a kind, the index of its first character and its length.
CREATE TABLE response_scan (
    response_id INTEGER PRIMARY KEY REFERENCES response(id),
    signs INTEGER NOT NULL
);
CREATE TABLE response_flag (
    response_id INTEGER NOT NULL REFERENCES response(id),
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,
    length INTEGER NOT NULL,
    PRIMARY KEY (response_id, kind, start)
) WITHOUT ROWID;

-- The scenario of a query where a classifier told it; votes that name a scenario keep theirs.
CREATE TABLE query_scenario (
    query_id INTEGER PRIMARY KEY REFERENCES query(id),
    scenario TEXT NOT NULL,
    grp TEXT NOT NULL,
    classifier TEXT NOT NULL
);
