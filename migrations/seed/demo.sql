-- The demo shop. A second run leaves an owner's changes alone.
INSERT OR IGNORE INTO site
  (id, name, domains, assistant_name, greeting, color, contact, escalation_enabled, escalation_address, owner, created_at)
VALUES
  (
    'demo',
    'Acme Outdoor',
    'localhost 127.0.0.1',
    'Scout',
    'Hi! I’m Scout, the assistant of Acme Outdoor. Ask me about orders, returns, sizes or care.',
    '#1f6f54',
    'help@acme.example',
    1,
    'team@acme.example',
    'owner@acme.example',
    1767225600000
  );

INSERT OR IGNORE INTO member (id, email, name, created_at)
VALUES ('demo-owner', 'owner@acme.example', 'Robin', 1767225600000);

INSERT OR IGNORE INTO membership (site, member, role, since)
SELECT 'demo', id, 'owner', 1767225600000 FROM member WHERE email = 'owner@acme.example';
