-- What a website's model failed at, a row per day and kind: for the owner to read on the Assistant page.
CREATE TABLE model_trouble (
  site TEXT NOT NULL REFERENCES site (id) ON DELETE CASCADE,
  -- Days since 1970, in UTC.
  day INTEGER NOT NULL,
  reason TEXT NOT NULL,
  times INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  -- Which model, and what its provider said last.
  model TEXT NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (site, day, reason)
) WITHOUT ROWID;
