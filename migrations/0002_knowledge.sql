-- What a website's assistant answers from.
CREATE TABLE knowledge (
  id INTEGER PRIMARY KEY,
  site TEXT NOT NULL REFERENCES site (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  url TEXT,
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL, -- ms since 1970
  updated_at INTEGER NOT NULL  -- ms since 1970
);

CREATE INDEX knowledge_by_site ON knowledge (site, updated_at);

-- The index over it holds no copy of the text: a row is found here and read above. `site` is a column
-- so that one site's articles are picked inside the index; `prefix` makes three-letter prefixes,
-- which is how misspelled words are found, as quick as whole words.
CREATE VIRTUAL TABLE knowledge_search USING fts5(
  site, title, text,
  content = '',
  contentless_delete = 1,
  prefix = '3',
  tokenize = 'unicode61 remove_diacritics 2'
);

-- REPLACE, unlike the plain insert, also holds for a row that an INSERT OR REPLACE has swapped, for
-- which SQLite runs no delete trigger.
CREATE TRIGGER knowledge_added AFTER INSERT ON knowledge BEGIN
  INSERT OR REPLACE INTO knowledge_search (rowid, site, title, text)
  VALUES (new.id, new.site, new.title, new.text);
END;

CREATE TRIGGER knowledge_changed AFTER UPDATE ON knowledge BEGIN
  DELETE FROM knowledge_search WHERE rowid = old.id;
  INSERT OR REPLACE INTO knowledge_search (rowid, site, title, text)
  VALUES (new.id, new.site, new.title, new.text);
END;

CREATE TRIGGER knowledge_removed AFTER DELETE ON knowledge BEGIN
  DELETE FROM knowledge_search WHERE rowid = old.id;
END;
