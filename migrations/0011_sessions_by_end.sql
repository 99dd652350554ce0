-- What has expired, and what is a member's, is found without a look at everybody else's.
CREATE INDEX session_by_end ON session (expires_at);
CREATE INDEX sign_in_by_end ON sign_in (expires_at);
CREATE INDEX sign_in_by_member ON sign_in (member, expires_at);
