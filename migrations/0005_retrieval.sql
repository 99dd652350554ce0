-- Words as Baton's own code reads them, of scripts that the general index cannot take apart: pairs of
-- characters where there are no spaces, words without their prefixes elsewhere. Only articles that
-- have such words are in it. Marks belong to words here.
CREATE VIRTUAL TABLE knowledge_terms USING fts5(
  site, title, text,
  content = '',
  contentless_delete = 1,
  prefix = '3',
  tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co'"
);

-- Articles that were written or changed, and whose words the code has yet to read.
CREATE TABLE knowledge_due (
  site TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES knowledge (id) ON DELETE CASCADE,
  PRIMARY KEY (site, article)
) WITHOUT ROWID;

CREATE INDEX knowledge_due_by_article ON knowledge_due (article);

-- What passages mean, in the numbers of an embedding model.
CREATE TABLE knowledge_vector (
  site TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES knowledge (id) ON DELETE CASCADE,
  -- Which passage of the article, from 0, and the beginning of the SHA-256 of what was embedded.
  passage INTEGER NOT NULL,
  hash TEXT NOT NULL,
  -- The model by its full name.
  model TEXT NOT NULL,
  -- Its direction: one signed byte per dimension, base64.
  vector TEXT NOT NULL,
  PRIMARY KEY (site, article, passage)
) WITHOUT ROWID;

CREATE INDEX knowledge_vector_by_article ON knowledge_vector (article);

INSERT INTO knowledge_due (site, article) SELECT site, id FROM knowledge;

CREATE TRIGGER knowledge_due_added AFTER INSERT ON knowledge BEGIN
  DELETE FROM knowledge_terms WHERE rowid = new.id;
  INSERT OR REPLACE INTO knowledge_due (site, article) VALUES (new.site, new.id);
END;

-- Whatever changes an article, nothing made of the old text stays.
CREATE TRIGGER knowledge_due_changed AFTER UPDATE OF id, site, title, text ON knowledge
WHEN old.id IS NOT new.id OR old.site IS NOT new.site OR old.title IS NOT new.title OR old.text IS NOT new.text
BEGIN
  DELETE FROM knowledge_terms WHERE rowid = old.id;
  DELETE FROM knowledge_vector WHERE article IN (old.id, new.id);
  DELETE FROM knowledge_due WHERE article IN (old.id, new.id);
  INSERT INTO knowledge_due (site, article) VALUES (new.site, new.id);
END;

CREATE TRIGGER knowledge_due_removed AFTER DELETE ON knowledge BEGIN
  DELETE FROM knowledge_terms WHERE rowid = old.id;
END;
