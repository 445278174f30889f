-- SPDX-License-Identifier: GPL-3.0-or-later
-- Outlines, a row per node, and tables. Rows of several tables own them.
-- Texts are the record's own words; ids are never reused; position orders the rows of one owner.

CREATE TABLE grid (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ver INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    meeting_id INTEGER REFERENCES meeting(id),
    resolution_id INTEGER REFERENCES resolution(id),
    owner TEXT NOT NULL,
    owner_id INTEGER NOT NULL,
    field TEXT NOT NULL,
    caption TEXT,
    as_of TEXT,
    lines INTEGER,
    footer INTEGER
) STRICT;
CREATE INDEX grid_by_meeting ON grid(meeting_id);
CREATE INDEX grid_by_resolution ON grid(resolution_id);

CREATE TABLE cell (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ver INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    meeting_id INTEGER REFERENCES meeting(id),
    resolution_id INTEGER REFERENCES resolution(id),
    grid_id INTEGER NOT NULL REFERENCES grid(id),
    line INTEGER,
    col INTEGER,
    kind TEXT,
    text TEXT
) STRICT;
CREATE INDEX cell_by_meeting ON cell(meeting_id);
CREATE INDEX cell_by_resolution ON cell(resolution_id);

CREATE TABLE node (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ver INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    meeting_id INTEGER REFERENCES meeting(id),
    resolution_id INTEGER REFERENCES resolution(id),
    owner TEXT NOT NULL,
    owner_id INTEGER NOT NULL,
    field TEXT NOT NULL,
    level INTEGER,
    plain INTEGER NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX node_by_meeting ON node(meeting_id);
CREATE INDEX node_by_resolution ON node(resolution_id);
