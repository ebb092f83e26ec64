CREATE TABLE annotator (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    UNIQUE (name, version)
);
CREATE TABLE property (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE         -- short name
);

-- A property without a row was not measured. States: 0 not measured, 1 measured, 2 not applicable, 3 failed.
CREATE TABLE response_rating (
    annotator_id INTEGER NOT NULL REFERENCES annotator(id),
    response_id INTEGER NOT NULL REFERENCES response(id),
    property_id INTEGER NOT NULL REFERENCES property(id),
    state INTEGER NOT NULL,
    value REAL,
    note TEXT,                        -- raw answer, or the reason of a state without a value
    PRIMARY KEY (annotator_id, response_id, property_id)
) WITHOUT ROWID;

-- Ratings that hold for a response only beside its query and its rival; side 0 is the pair's first response.
CREATE TABLE pair_rating (
    annotator_id INTEGER NOT NULL REFERENCES annotator(id),
    pair_id INTEGER NOT NULL REFERENCES pair(id),
    side INTEGER NOT NULL,
    property_id INTEGER NOT NULL REFERENCES property(id),
    state INTEGER NOT NULL,
    value REAL,
    note TEXT,
    PRIMARY KEY (annotator_id, pair_id, side, property_id)
) WITHOUT ROWID;

-- The true weights of simulated judges.
CREATE TABLE planted_weight (
    judge_id INTEGER NOT NULL REFERENCES judge(id),
    property_id INTEGER NOT NULL REFERENCES property(id),
    weight REAL NOT NULL,
    PRIMARY KEY (judge_id, property_id)
) WITHOUT ROWID;

-- What an annotator found in a query, and answers that errors are judged against, as files brought them.
CREATE TABLE query_info (
    annotator_id INTEGER NOT NULL REFERENCES annotator(id),
    query_id INTEGER NOT NULL REFERENCES query(id),
    document TEXT NOT NULL,           -- JSON
    PRIMARY KEY (annotator_id, query_id)
) WITHOUT ROWID;
CREATE TABLE reference_answer (
    query_id INTEGER NOT NULL REFERENCES query(id),
    text TEXT NOT NULL,
    source_id INTEGER NOT NULL REFERENCES source(id),
    PRIMARY KEY (query_id, text)
) WITHOUT ROWID;
