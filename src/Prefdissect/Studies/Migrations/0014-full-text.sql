-- The words of queries and responses, by which pairs are found: which text holds which word, not where. An earlier turn counts with its text; its role does not.
CREATE VIEW query_words AS
    SELECT id, text, (SELECT group_concat(json_extract(value, '$.text'), char(10)) FROM json_each(query.earlier)) AS earlier FROM query;
CREATE VIRTUAL TABLE query_text USING fts5(text, earlier, content='query_words', content_rowid='id', columnsize=0, detail=none, tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE response_text USING fts5(text, content='response', content_rowid='id', columnsize=0, detail=none, tokenize='unicode61 remove_diacritics 2');
-- Bytes that are gathered before they are written.
INSERT INTO query_text (query_text, rank) VALUES ('hashsize', 33554432);
INSERT INTO response_text (response_text, rank) VALUES ('hashsize', 33554432);

-- How far the texts are indexed: the largest row ids. Texts are never changed or taken away, and new ones get larger ids. Not by triggers: those would have every text written out on its own.
CREATE TABLE full_text (
    query_id INTEGER NOT NULL,
    response_id INTEGER NOT NULL
);
INSERT INTO full_text VALUES (0, 0);
