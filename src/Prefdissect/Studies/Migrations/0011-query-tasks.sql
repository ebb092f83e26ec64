-- The scenario of a query as each classifier told it; votes that name a scenario keep theirs.
CREATE TABLE told_scenario (
    id INTEGER PRIMARY KEY,           -- what is told again gets a higher one
    query_id INTEGER NOT NULL REFERENCES query(id),
    classifier TEXT NOT NULL,         -- 'words', or a model
    scenario TEXT NOT NULL,
    grp TEXT NOT NULL,
    UNIQUE (query_id, classifier)
);
INSERT INTO told_scenario (query_id, classifier, scenario, grp) SELECT query_id, classifier, scenario, grp FROM query_scenario;
DROP TABLE query_scenario;

-- The one that counts: a model goes before words, and of several models the one that told last.
CREATE VIEW query_scenario AS
    SELECT query_id, scenario, grp, classifier FROM told_scenario AS told
    WHERE NOT EXISTS (
        SELECT 1 FROM told_scenario AS other
        WHERE other.query_id = told.query_id AND (other.classifier <> 'words', other.id) > (told.classifier <> 'words', told.id));

-- Why a model could not do something about a query; gone when it has done it.
CREATE TABLE query_failure (
    task TEXT NOT NULL,               -- 'reference' or 'scenario'
    model TEXT NOT NULL,
    query_id INTEGER NOT NULL REFERENCES query(id),
    reason TEXT NOT NULL,
    attempt INTEGER NOT NULL,         -- number of the next asking: part of the key of its answers
    PRIMARY KEY (task, model, query_id)
) WITHOUT ROWID;
