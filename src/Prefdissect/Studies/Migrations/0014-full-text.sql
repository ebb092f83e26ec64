-- The words of queries and responses, by which pairs are found. An earlier turn counts with its text; its role does not.
CREATE VIEW query_words AS
    SELECT id, text, (SELECT group_concat(json_extract(value, '$.text'), char(10)) FROM json_each(query.earlier)) AS earlier FROM query;
CREATE VIRTUAL TABLE query_text USING fts5(text, earlier, content='query_words', content_rowid='id', columnsize=0, tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE response_text USING fts5(text, content='response', content_rowid='id', columnsize=0, tokenize='unicode61 remove_diacritics 2');

-- Texts are never changed: their identity is their content.
CREATE TRIGGER query_text_added AFTER INSERT ON query BEGIN
    INSERT INTO query_text (rowid, text, earlier)
        VALUES (new.id, new.text, (SELECT group_concat(json_extract(value, '$.text'), char(10)) FROM json_each(new.earlier)));
END;
CREATE TRIGGER query_text_removed AFTER DELETE ON query BEGIN
    INSERT INTO query_text (query_text, rowid, text, earlier)
        VALUES ('delete', old.id, old.text, (SELECT group_concat(json_extract(value, '$.text'), char(10)) FROM json_each(old.earlier)));
END;
CREATE TRIGGER response_text_added AFTER INSERT ON response BEGIN
    INSERT INTO response_text (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER response_text_removed AFTER DELETE ON response BEGIN
    INSERT INTO response_text (response_text, rowid, text) VALUES ('delete', old.id, old.text);
END;

-- Whether the words of all texts are there; those of an older study are put there when it is next opened to be written to.
CREATE TABLE full_text (is_whole INTEGER NOT NULL);
INSERT INTO full_text SELECT NOT EXISTS (SELECT 1 FROM query) AND NOT EXISTS (SELECT 1 FROM response);
