-- The definition of a property that is not a published one (JSON); null for the published ones, whose definitions come with the program.
ALTER TABLE property ADD COLUMN definition TEXT;
