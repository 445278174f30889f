-- SPDX-License-Identifier: GPL-3.0-or-later
-- Papers as they were handed out, and amendments of what was confirmed. Both only grow.

CREATE TABLE version (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    meeting INTEGER NOT NULL REFERENCES meeting(id),
    step TEXT NOT NULL, -- draft_sent, confirmed, published
    kept_on TEXT NOT NULL,
    kept_by TEXT NOT NULL,
    style TEXT NOT NULL,
    public INTEGER NOT NULL,
    head TEXT, -- of the journal's chain, as it stands on the paper
    sha256 TEXT NOT NULL, -- of the text
    text TEXT NOT NULL
) STRICT;
CREATE INDEX version_by_meeting ON version(meeting);

CREATE TABLE amendment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    meeting INTEGER NOT NULL REFERENCES meeting(id),
    place TEXT NOT NULL, -- where in the minutes, in words
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    reason TEXT NOT NULL,
    amended_on TEXT NOT NULL,
    amended_by TEXT NOT NULL
) STRICT;
CREATE INDEX amendment_by_meeting ON amendment(meeting);

CREATE TRIGGER version_is_not_updated BEFORE UPDATE ON version
BEGIN SELECT RAISE(ABORT, 'a kept paper stays'); END;
CREATE TRIGGER version_is_not_deleted BEFORE DELETE ON version
BEGIN SELECT RAISE(ABORT, 'a kept paper stays'); END;
CREATE TRIGGER amendment_is_not_updated BEFORE UPDATE ON amendment
BEGIN SELECT RAISE(ABORT, 'an amendment stays'); END;
CREATE TRIGGER amendment_is_not_deleted BEFORE DELETE ON amendment
BEGIN SELECT RAISE(ABORT, 'an amendment stays'); END;
