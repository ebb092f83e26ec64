-- A fit as it would be without the mistakes that its annotator makes against a more trusted one: beside the fit, which stays as it is, and gone with it.
CREATE TABLE fit_correction (
    fit_id INTEGER NOT NULL REFERENCES fit(id) ON DELETE CASCADE,
    trusted_id INTEGER NOT NULL REFERENCES annotator(id),
    document TEXT NOT NULL,           -- JSON: weights, and hashes of what they were made from
    touched INTEGER NOT NULL,         -- the largest of a fit is the one that is shown
    PRIMARY KEY (fit_id, trusted_id)
) WITHOUT ROWID;
