-- What the dashboard lists of a conversation. The conversation object writes it when something of note
-- happens; the words themselves stay in the object.
CREATE TABLE conversation_index (
  id INTEGER PRIMARY KEY,
  conversation TEXT NOT NULL UNIQUE,
  site TEXT NOT NULL,
  phase TEXT NOT NULL,
  started_at INTEGER NOT NULL, -- this and every `…_at`: ms since 1970
  last_at INTEGER NOT NULL,
  ended_at INTEGER,
  -- Messages of anybody, and of the visitor alone.
  messages INTEGER NOT NULL,
  asked INTEGER NOT NULL,
  -- The visitor's first words and the last words of anybody, shortened.
  first_line TEXT NOT NULL,
  last_line TEXT NOT NULL,
  country TEXT,
  device TEXT,
  page_url TEXT,
  page_title TEXT,
  -- The address the visitor left, if any.
  contact TEXT,
  -- When it first came to that, if it did.
  offered_at INTEGER,
  requested_at INTEGER,
  notified_at INTEGER,
  taken_at INTEGER,
  -- When the last wait was called off, by the visitor or by switching escalation off, if nobody came after.
  given_up_at INTEGER,
  -- From the visitor's yes to the first person, in ms; only where a yes came before.
  takeover_ms INTEGER,
  -- Who took over last.
  agent TEXT
);

CREATE INDEX conversation_index_by_time ON conversation_index (site, last_at);
CREATE INDEX conversation_index_by_start ON conversation_index (site, started_at);

-- Finds conversations by what was said in them, and holds no copy of it. A row's id is its conversation's.
CREATE VIRTUAL TABLE conversation_search USING fts5(
  site, text,
  content = '',
  contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER conversation_index_removed AFTER DELETE ON conversation_index BEGIN
  DELETE FROM conversation_search WHERE rowid = old.id;
END;

-- What became of each mail that asked a team to take over.
CREATE TABLE notification (
  conversation TEXT NOT NULL,
  escalation INTEGER NOT NULL,
  site TEXT NOT NULL,
  at INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('sent', 'failed')),
  -- Where it went, or should have gone.
  address TEXT NOT NULL,
  -- Why it failed, in the provider's words; for the team only.
  reason TEXT,
  PRIMARY KEY (conversation, escalation)
) WITHOUT ROWID;

CREATE INDEX notification_by_site ON notification (site, at);

-- Questions the assistant had no answer to. `fold` is the same for questions that only look different.
CREATE TABLE unanswered (
  conversation TEXT NOT NULL,
  seq INTEGER NOT NULL,
  site TEXT NOT NULL,
  fold TEXT NOT NULL,
  question TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (conversation, seq)
) WITHOUT ROWID;

CREATE INDEX unanswered_by_site ON unanswered (site, fold);

-- Where the widget was last seen. `allowed` is 0 for a host that is none of the website's domains.
CREATE TABLE widget_seen (
  site TEXT NOT NULL REFERENCES site (id) ON DELETE CASCADE,
  host TEXT NOT NULL,
  at INTEGER NOT NULL,
  allowed INTEGER NOT NULL,
  PRIMARY KEY (site, host)
) WITHOUT ROWID;

-- How the assistant sounds, and the languages it may answer in: codes separated by spaces, none for any.
ALTER TABLE site ADD COLUMN tone TEXT NOT NULL DEFAULT 'friendly';
ALTER TABLE site ADD COLUMN languages TEXT NOT NULL DEFAULT '';
