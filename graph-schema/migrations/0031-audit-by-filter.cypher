// The audit trail is read backwards in time by whose it is, what it is about, who did it and what was done: a rare one among millions is found at once.
CREATE INDEX audit_entry_organisation IF NOT EXISTS FOR (n:AuditEntry) ON (n.organisation, n.at);
CREATE INDEX audit_entry_organisation_action IF NOT EXISTS FOR (n:AuditEntry) ON (n.organisation, n.action, n.at);
CREATE INDEX audit_entry_subject IF NOT EXISTS FOR (n:AuditEntry) ON (n.subject, n.at);
CREATE INDEX audit_entry_actor IF NOT EXISTS FOR (n:AuditEntry) ON (n.actor, n.at);
CREATE INDEX audit_entry_action IF NOT EXISTS FOR (n:AuditEntry) ON (n.action, n.at);
