-- How a judge that was asked here comes to its verdicts. A judge without a row has imported votes alone.
CREATE TABLE judge_description (
    judge_id INTEGER PRIMARY KEY REFERENCES judge(id),
    kind TEXT NOT NULL,
    document TEXT NOT NULL            -- JSON
);

-- What a judge answered about a pair in one order. Letters are those that the judge saw.
CREATE TABLE asked (
    judge_id INTEGER NOT NULL REFERENCES judge(id),
    pair_id INTEGER NOT NULL REFERENCES pair(id),
    round INTEGER NOT NULL,           -- 0; more where the same was asked again
    ord INTEGER NOT NULL,             -- 1: the pair's first response stood as A, 2: its second
    state INTEGER NOT NULL,           -- 1 done, 2 failed, 3 skipped
    reason TEXT,
    log_prob_a REAL,
    log_prob_b REAL,
    bounded INTEGER NOT NULL,         -- 1: A was not among the tokens returned, 2: B was not, 3: neither
    mass REAL,
    said INTEGER,                     -- 1: A, -1: B, 0: tie; null where log-probabilities decide
    rationale TEXT,
    prompt_tokens INTEGER,
    answer_tokens INTEGER,
    seconds REAL,
    left_out INTEGER NOT NULL,
    answer BLOB,                      -- key of the stored answer
    PRIMARY KEY (judge_id, pair_id, round, ord)
) WITHOUT ROWID;
