-- What a model was asked with (JSON), and in which order annotators were last used: of several versions of one annotator the last used is the one that is meant.
ALTER TABLE annotator ADD COLUMN asked_with TEXT;
ALTER TABLE annotator ADD COLUMN used INTEGER NOT NULL DEFAULT 0;

-- A set's entries become [short name, version of the definition that was asked about]. A dash before a version: its ratings were put aside, because the definition changed.
UPDATE asked_set SET properties = (SELECT json_group_array(json_array(value, '')) FROM json_each(asked_set.properties));

-- A step of a pair is asked in parts: a property that comes later, or whose definition changes, is asked for alone. Of several parts that name a property the last one counts.
CREATE TABLE step_part (
    annotator_id INTEGER NOT NULL REFERENCES annotator(id),
    pair_id INTEGER NOT NULL REFERENCES pair(id),
    step TEXT NOT NULL,
    part INTEGER NOT NULL,
    state INTEGER NOT NULL,           -- 1 done, 2 failed
    reason TEXT,                      -- why it failed, or why there was nothing to ask
    attempt INTEGER NOT NULL,         -- number of the last asking: part of the key of its answers
    set_id INTEGER NOT NULL REFERENCES asked_set(id),
    answers BLOB NOT NULL,            -- keys of the answers, 32 bytes each, in the order of the questions
    PRIMARY KEY (annotator_id, pair_id, step, part)
) WITHOUT ROWID;
INSERT INTO step_part SELECT annotator_id, pair_id, step, 0, state, reason, attempt, set_id, answers FROM step_state;
DROP TABLE step_state;
CREATE INDEX step_part_failed ON step_part (annotator_id, step, reason) WHERE state = 2;
