-- What is counted of every study is counted from indexes: votes with all that is counted of them, and the few queries and pairs that are counted apart.
DROP INDEX vote_by_judge;
CREATE INDEX vote_by_judge ON vote(judge_id, pair_id, source_id, first_is_a, verdict, count);
CREATE INDEX query_after_others ON query(id) WHERE earlier IS NOT NULL;
CREATE INDEX pair_of_equals ON pair(id) WHERE first_id = second_id;
