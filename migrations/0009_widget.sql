-- How a website's chat looks and speaks.
-- A code of src/language; empty: the page's language, or else the visitor's.
ALTER TABLE site ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE site ADD COLUMN theme TEXT NOT NULL DEFAULT 'auto' CHECK (theme IN ('auto', 'light', 'dark'));
-- What stands on the launcher; empty: a round one with a picture.
ALTER TABLE site ADD COLUMN launcher_text TEXT NOT NULL DEFAULT '';
-- 1: the greeting shows beside the launcher, once a day.
ALTER TABLE site ADD COLUMN bubble INTEGER NOT NULL DEFAULT 0;
