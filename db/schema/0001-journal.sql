-- SPDX-License-Identifier: GPL-3.0-or-later
-- What belongs to the file itself: its settings and its journal of changes. The triggers that fill
-- the journal are made from the schema by the program; the tables here have none of them.

CREATE TABLE setting (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;

-- Saved by one user action: the unit of taking back. Made with its first change.
CREATE TABLE change_set (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    label TEXT NOT NULL
) STRICT;

-- One row a changed column. Changes of one row by one statement share their seq within the change
-- set. Another tool's changes have no change set; then `at` says when.
CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    change_set_id INTEGER REFERENCES change_set(id),
    seq INTEGER NOT NULL,
    at TEXT,
    tbl TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
    col TEXT NOT NULL,
    old ANY,
    new ANY
) STRICT;
CREATE INDEX change_by_set ON change(change_set_id);
CREATE INDEX change_by_row ON change(tbl, row_id);

-- SHA-256 chain over the change sets.
CREATE TABLE seal (
    change_set_id INTEGER PRIMARY KEY REFERENCES change_set(id),
    sha256 TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

-- Who is writing just now: filled and emptied inside one transaction, so nobody else ever sees it filled.
-- other_at is the time of a change that another tool makes without it.
CREATE TABLE context (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    who TEXT,
    at TEXT,
    label TEXT,
    change_set_id INTEGER,
    seq INTEGER NOT NULL DEFAULT 0,
    other_at TEXT
) STRICT;
INSERT INTO context (id) VALUES (1);

-- Which drafts stand in the database already: their text of that serial, or a later one.
CREATE TABLE draft_stored (
    session TEXT NOT NULL,
    place TEXT NOT NULL,
    serial INTEGER NOT NULL,
    PRIMARY KEY (session, place)
) STRICT, WITHOUT ROWID;

-- The table's triggers count seq up before they write a change: the first makes the change set.
CREATE TRIGGER context_opens_change_set AFTER UPDATE OF seq ON context
WHEN NEW.seq > OLD.seq AND NEW.who IS NOT NULL AND NEW.change_set_id IS NULL
BEGIN
    INSERT INTO change_set (who, at, label) VALUES (NEW.who, NEW.at, NEW.label);
    UPDATE context SET change_set_id = last_insert_rowid() WHERE id = 1;
END;

CREATE TRIGGER context_of_another_tool AFTER UPDATE OF seq ON context
WHEN NEW.seq > OLD.seq AND NEW.who IS NULL
BEGIN
    UPDATE context SET other_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = 1;
END;

CREATE TRIGGER context_stays BEFORE DELETE ON context
BEGIN
    SELECT RAISE(ABORT, 'the context row is never deleted');
END;

CREATE TRIGGER change_set_is_not_updated BEFORE UPDATE ON change_set
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER change_set_is_not_deleted BEFORE DELETE ON change_set
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER change_is_not_updated BEFORE UPDATE ON change
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER change_is_not_deleted BEFORE DELETE ON change
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER seal_is_not_updated BEFORE UPDATE ON seal
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER seal_is_not_deleted BEFORE DELETE ON seal
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;
