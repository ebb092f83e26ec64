-- The rules by which an annotator's answers become ratings (JSON); null for the usual ones.
ALTER TABLE annotator ADD COLUMN rules TEXT;

-- Requests that were written into batch files and have no result yet: they may be answered and paid already.
CREATE TABLE batch_request (
    key BLOB PRIMARY KEY,             -- key of the answer
    file TEXT NOT NULL,
    written INTEGER NOT NULL          -- milliseconds since 1970
) WITHOUT ROWID;

CREATE INDEX pair_by_query ON pair(query_id);
