-- Times are milliseconds since 1970. Every account's rows in `entity`, `secret` and `account_change`
-- carry a tag under the account's key; `account.seal` covers the version and the set of rows.

CREATE TABLE account (
  id TEXT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  data_key BLOB NOT NULL,
  seal BLOB NOT NULL
);

CREATE TABLE entity (
  account TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  version BIGINT NOT NULL,
  json TEXT NOT NULL,
  tag BLOB NOT NULL,
  PRIMARY KEY (account, kind, id)
);

CREATE TABLE secret (
  account TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  version BIGINT NOT NULL,
  sealed BLOB NOT NULL,
  tag BLOB NOT NULL,
  PRIMARY KEY (account, kind, id)
);

CREATE TABLE unique_name (
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  account TEXT NOT NULL,
  PRIMARY KEY (kind, name)
);

CREATE TABLE account_change (
  account TEXT NOT NULL,
  version BIGINT NOT NULL,
  made BIGINT NOT NULL,
  json TEXT NOT NULL,
  tag BLOB NOT NULL,
  PRIMARY KEY (account, version)
);

CREATE INDEX account_change_made ON account_change (made);

CREATE TABLE used_once (
  account TEXT NOT NULL,
  purpose TEXT NOT NULL,
  mark TEXT NOT NULL,
  expires BIGINT NOT NULL,
  PRIMARY KEY (account, purpose, mark)
);

CREATE TABLE activity (
  account TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  used BIGINT NOT NULL,
  service TEXT NOT NULL,
  region TEXT NOT NULL,
  PRIMARY KEY (account, kind, id)
);

CREATE TABLE audit_event (
  seq INTEGER NOT NULL PRIMARY KEY,
  event_id TEXT NOT NULL,
  account TEXT,
  happened BIGINT NOT NULL,
  name TEXT NOT NULL,
  json TEXT NOT NULL
);

CREATE INDEX audit_event_account ON audit_event (account, happened);

CREATE TABLE token_key (
  id INTEGER NOT NULL PRIMARY KEY,
  created BIGINT NOT NULL,
  sealed BLOB NOT NULL
);
