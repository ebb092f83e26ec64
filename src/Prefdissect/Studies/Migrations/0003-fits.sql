-- A fit is found by what was fitted and how; its data hash tells whether it still holds.
CREATE TABLE fit (
    id INTEGER PRIMARY KEY,
    judge_id INTEGER NOT NULL REFERENCES judge(id),
    grp TEXT NOT NULL,
    annotator_id INTEGER NOT NULL REFERENCES annotator(id),
    options_hash BLOB NOT NULL,
    data_hash BLOB NOT NULL,
    document TEXT NOT NULL,           -- JSON: design, weights, health
    touched INTEGER NOT NULL,         -- the largest of a subject is the fit that is shown
    UNIQUE (judge_id, grp, annotator_id, options_hash)
);
