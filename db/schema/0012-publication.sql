-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is published of a meeting. Both tables name their meeting by `meeting`, since they come after the freeze.

-- What the secretary decided about a finding: a telephone number, a reply that names who spoke unnamed.
CREATE TABLE publication_choice (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    meeting INTEGER NOT NULL REFERENCES meeting(id),
    kind TEXT NOT NULL, -- phone, email …: core/publish/finding.h
    place TEXT NOT NULL, -- the row and column it stands in: node 17 text
    found TEXT NOT NULL, -- the very text
    choice TEXT NOT NULL CHECK (choice IN ('keep', 'redact')),
    UNIQUE (meeting, kind, place, found)
) STRICT;

-- A package that was written. The salt is random and goes into the seal: the chain's head in a manifest then
-- tells nobody, by trying, what was journalled before it.
CREATE TABLE publication (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    meeting INTEGER NOT NULL REFERENCES meeting(id),
    made_on TEXT NOT NULL,
    made_by TEXT NOT NULL,
    minutes TEXT NOT NULL, -- SHA-256 of its minutes.txt
    salt TEXT NOT NULL
) STRICT;
CREATE INDEX publication_by_meeting ON publication(meeting);

CREATE TRIGGER publication_is_not_updated BEFORE UPDATE ON publication
BEGIN SELECT RAISE(ABORT, 'a publication stays'); END;
CREATE TRIGGER publication_is_not_deleted BEFORE DELETE ON publication
BEGIN SELECT RAISE(ABORT, 'a publication stays'); END;
