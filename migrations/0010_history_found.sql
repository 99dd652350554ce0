-- Finds conversations by any three characters in a row of the address their visitor left, and holds no
-- copy of it. A row's id is its conversation's. `site` is between slashes, so that no other id holds it.
CREATE VIRTUAL TABLE contact_search USING fts5(
  site, contact,
  content = '',
  contentless_delete = 1,
  tokenize = 'trigram'
);

CREATE TRIGGER contact_search_added AFTER INSERT ON conversation_index
WHEN new.contact IS NOT NULL BEGIN
  INSERT INTO contact_search (rowid, site, contact) VALUES (new.id, '/' || new.site || '/', new.contact);
END;

CREATE TRIGGER contact_search_changed AFTER UPDATE OF site, contact ON conversation_index
WHEN old.site IS NOT new.site OR old.contact IS NOT new.contact BEGIN
  DELETE FROM contact_search WHERE rowid = old.id;
  INSERT INTO contact_search (rowid, site, contact)
    SELECT new.id, '/' || new.site || '/', new.contact WHERE new.contact IS NOT NULL;
END;

-- A deletion only marks what is in the index: it is gone once its pages are written anew.
CREATE TRIGGER contact_search_removed AFTER DELETE ON conversation_index
WHEN old.contact IS NOT NULL BEGIN
  DELETE FROM contact_search WHERE rowid = old.id;
  INSERT INTO contact_search (contact_search, rank) VALUES ('merge', -200);
END;

INSERT INTO contact_search (rowid, site, contact)
  SELECT id, '/' || site || '/', contact FROM conversation_index WHERE contact IS NOT NULL;

-- Conversations that were ever a matter for a person: few among many, and looked for by that.
CREATE INDEX conversation_index_for_person ON conversation_index (site, last_at)
WHERE requested_at IS NOT NULL OR taken_at IS NOT NULL;
