-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tracked decisions. A round names its meeting by its key, which may not be in the data.
-- Texts are the record's own words; ids are never reused; position orders the rows of one owner.

CREATE TABLE resolution (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ver INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    key TEXT NOT NULL,
    source_meeting TEXT,
    source_item TEXT,
    source_point TEXT,
    source_ref TEXT,
    source_text TEXT,
    source_date TEXT,
    due TEXT,
    after_key TEXT,
    UNIQUE (committee_id, key),
    FOREIGN KEY (committee_id, source_meeting) REFERENCES meeting(committee_id, key) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (committee_id, after_key) REFERENCES resolution(committee_id, key) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE unit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ver INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    resolution_id INTEGER NOT NULL REFERENCES resolution(id),
    owner TEXT NOT NULL,
    owner_id INTEGER NOT NULL,
    field TEXT NOT NULL,
    name TEXT NOT NULL
) STRICT;
CREATE INDEX unit_by_resolution ON unit(resolution_id);

CREATE TABLE round (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ver INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    resolution_id INTEGER NOT NULL REFERENCES resolution(id),
    meeting TEXT,
    meeting_text TEXT,
    meeting_date TEXT,
    recommendation TEXT,
    ruling TEXT,
    merged_into TEXT,
    due TEXT,
    remark TEXT,
    FOREIGN KEY (committee_id, merged_into) REFERENCES resolution(committee_id, key) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX round_by_resolution ON round(resolution_id);

CREATE TABLE report (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ver INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    resolution_id INTEGER NOT NULL REFERENCES resolution(id),
    round_id INTEGER NOT NULL REFERENCES round(id),
    unit TEXT,
    reported_on TEXT,
    recommendation TEXT
) STRICT;
CREATE INDEX report_by_resolution ON report(resolution_id);
