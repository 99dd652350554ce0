-- What becomes of a wait for a person, in minutes after it began.
ALTER TABLE site ADD COLUMN remind_minutes INTEGER NOT NULL DEFAULT 2;
ALTER TABLE site ADD COLUMN ask_minutes INTEGER NOT NULL DEFAULT 5;
ALTER TABLE site ADD COLUMN close_minutes INTEGER NOT NULL DEFAULT 30;
-- When the team is there, as JSON; empty for always.
ALTER TABLE site ADD COLUMN hours TEXT NOT NULL DEFAULT '';

-- What became of each mail to a team. `kind`: a call to take over, a reminder, an address that a visitor left.
CREATE TABLE team_mail (
  conversation TEXT NOT NULL,
  kind TEXT NOT NULL,
  number INTEGER NOT NULL,
  site TEXT NOT NULL,
  at INTEGER NOT NULL,
  status TEXT NOT NULL,
  address TEXT NOT NULL,
  reason TEXT,
  PRIMARY KEY (conversation, kind, number)
) WITHOUT ROWID;
CREATE INDEX team_mail_site ON team_mail (site, at);
INSERT INTO team_mail (conversation, kind, number, site, at, status, address, reason)
  SELECT conversation, 'call', escalation, site, at, status, address, reason FROM notification;
DROP TABLE notification;
