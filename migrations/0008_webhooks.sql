-- Addresses on the web that are told what happens in a website's conversations.
CREATE TABLE webhook (
  id TEXT PRIMARY KEY,
  site TEXT NOT NULL REFERENCES site (id) ON DELETE CASCADE,
  url TEXT NOT NULL,
  -- What signs the messages.
  secret TEXT NOT NULL,
  format TEXT NOT NULL CHECK (format IN ('json', 'slack')),
  -- Names of events, separated by spaces.
  events TEXT NOT NULL,
  created_at INTEGER NOT NULL, -- ms since 1970
  -- Where it stands among the website's.
  position INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX webhook_by_site ON webhook (site, position);

-- What became of each message to one of them: a row per message, however often it was tried.
CREATE TABLE webhook_delivery (
  -- The same with every attempt.
  id TEXT PRIMARY KEY,
  webhook TEXT NOT NULL,
  site TEXT NOT NULL,
  -- Whose event it is, and which; null for a test.
  conversation TEXT,
  seq INTEGER,
  event TEXT NOT NULL,
  -- The last attempt, in ms since 1970.
  at INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('delivered', 'failed', 'retrying')),
  attempts INTEGER NOT NULL,
  -- What the receiver answered with; null if nothing came.
  code INTEGER,
  -- Why it failed: the beginning of the answer, or which of our own reasons.
  reason TEXT
) WITHOUT ROWID;

CREATE INDEX webhook_delivery_by_webhook ON webhook_delivery (webhook, at);
CREATE INDEX webhook_delivery_by_site ON webhook_delivery (site, at);
CREATE INDEX webhook_delivery_by_conversation ON webhook_delivery (conversation);

-- The last 200 are kept.
CREATE TRIGGER webhook_delivery_bounded AFTER INSERT ON webhook_delivery BEGIN
  DELETE FROM webhook_delivery WHERE id IN (
    SELECT id FROM webhook_delivery WHERE webhook = new.webhook
    ORDER BY at DESC, id DESC LIMIT -1 OFFSET 200
  );
END;
