-- A person who may sign in. What they may do is said per website, in `membership`.
CREATE TABLE member (
  id TEXT PRIMARY KEY,
  -- In lower case: it is what they sign in with.
  email TEXT NOT NULL UNIQUE,
  -- What visitors and colleagues call them.
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL, -- ms since 1970
  -- When they were last here, to the hour; null for somebody who has never signed in.
  seen_at INTEGER
);

CREATE TABLE membership (
  site TEXT NOT NULL REFERENCES site (id) ON DELETE CASCADE,
  member TEXT NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('owner', 'agent')),
  since INTEGER NOT NULL, -- ms since 1970
  PRIMARY KEY (site, member)
) WITHOUT ROWID;

CREATE INDEX membership_by_member ON membership (member);

-- A sign-in link under way. The link itself is in the mail and nowhere else: this is its SHA-256.
CREATE TABLE sign_in (
  hash TEXT PRIMARY KEY,
  member TEXT NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL
) WITHOUT ROWID;

-- Who is signed in, by the SHA-256 of what their cookie holds.
CREATE TABLE session (
  hash TEXT PRIMARY KEY,
  member TEXT NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX session_by_member ON session (member);

-- Whoever owned a website before there were teams owns it still.
INSERT INTO member (id, email, name, created_at)
  SELECT lower(hex(randomblob(12))), email, substr(email, 1, instr(email, '@') - 1), created_at
  FROM (SELECT lower(owner) AS email, min(created_at) AS created_at FROM site
        WHERE instr(owner, '@') > 1 GROUP BY lower(owner));

INSERT INTO membership (site, member, role, since)
  SELECT site.id, member.id, 'owner', site.created_at
  FROM site JOIN member ON member.email = lower(site.owner);
