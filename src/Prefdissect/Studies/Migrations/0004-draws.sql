-- The draws of a fit, apart from it: whoever lists fits does not read megabytes. A fit without a row here was made before draws were kept, and is not reused.
CREATE TABLE fit_draws (
    fit_id INTEGER PRIMARY KEY REFERENCES fit(id) ON DELETE CASCADE,
    chains INTEGER NOT NULL,
    properties TEXT NOT NULL,         -- JSON: short names, in the order of the columns
    draws BLOB NOT NULL               -- float32, little-endian: chains × draws × properties; not compressed, which would save a seventh
);
