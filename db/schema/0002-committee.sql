-- SPDX-License-Identifier: GPL-3.0-or-later
-- Committees, the rules in force for them, and their members.
-- Texts are the record's own words; ids are never reused; position orders the rows of one owner.

CREATE TABLE committee (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ver INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    agency TEXT,
    self TEXT,
    secretariat TEXT,
    paper TEXT,
    UNIQUE (key)
) STRICT;

CREATE TABLE rule (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ver INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    valid_from TEXT,
    quorum_numerator INTEGER,
    quorum_denominator INTEGER,
    quorum_comparison TEXT,
    civil_min INTEGER,
    members_min INTEGER,
    convener_counts INTEGER,
    civil_share TEXT,
    gender_share TEXT,
    meetings_per_year INTEGER,
    materials_workdays INTEGER,
    draft_workdays INTEGER,
    publish_workdays INTEGER
) STRICT;

CREATE TABLE standing (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ver INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    section TEXT NOT NULL,
    topic TEXT,
    title TEXT,
    unit TEXT
) STRICT;

CREATE TABLE member (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ver INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    key TEXT NOT NULL,
    surname TEXT NOT NULL,
    given TEXT,
    gender TEXT,
    UNIQUE (committee_id, key)
) STRICT;

CREATE TABLE appointment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ver INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    member_id INTEGER NOT NULL REFERENCES member(id),
    valid_from TEXT,
    valid_to TEXT,
    role TEXT,
    kind TEXT,
    title TEXT,
    unit TEXT,
    basis TEXT,
    term INTEGER,
    replaces TEXT,
    FOREIGN KEY (committee_id, replaces) REFERENCES member(committee_id, key) DEFERRABLE INITIALLY DEFERRED
) STRICT;
