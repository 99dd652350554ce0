-- A website and what its owner decided about it. `version` goes up with every save.
CREATE TABLE site (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  -- Hosts the widget may run on, separated by spaces.
  domains TEXT NOT NULL DEFAULT '',
  assistant_name TEXT NOT NULL DEFAULT 'Assistant',
  greeting TEXT NOT NULL DEFAULT '',
  color TEXT NOT NULL DEFAULT '#1f6f5c',
  instructions TEXT NOT NULL DEFAULT '',
  -- How to reach the team when nobody can be called into the chat.
  contact TEXT NOT NULL DEFAULT '',
  -- Off until an owner switches it on. The address is kept when it is switched off again.
  escalation_enabled INTEGER NOT NULL DEFAULT 0,
  escalation_address TEXT NOT NULL DEFAULT '',
  retention_days INTEGER NOT NULL DEFAULT 90,
  owner TEXT NOT NULL,
  created_at INTEGER NOT NULL
);

-- Mails that left a development server, for the mailbox page. Stays empty in production.
CREATE TABLE dev_mail (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  sender TEXT NOT NULL,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  html TEXT NOT NULL,
  -- The MIME source, as the mail binding was given it.
  raw TEXT NOT NULL
);
