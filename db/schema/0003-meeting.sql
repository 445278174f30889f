-- SPDX-License-Identifier: GPL-3.0-or-later
-- Meetings and what belongs to one. Every row bears its meeting, so that a whole meeting is one read.
-- Texts are the record's own words; ids are never reused; position orders the rows of one owner.

CREATE TABLE meeting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ver INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    key TEXT NOT NULL,
    kind TEXT,
    title TEXT,
    started TEXT,
    ended TEXT,
    opened TEXT,
    place TEXT,
    mode TEXT,
    outcome TEXT,
    chair_member TEXT,
    chair_surname TEXT,
    chair_given TEXT,
    chair_title TEXT,
    chair_unit TEXT,
    acting_member TEXT,
    acting_surname TEXT,
    acting_given TEXT,
    acting_title TEXT,
    acting_unit TEXT,
    recorder_member TEXT,
    recorder_surname TEXT,
    recorder_given TEXT,
    recorder_title TEXT,
    recorder_unit TEXT,
    attendance_none INTEGER NOT NULL,
    UNIQUE (committee_id, key),
    FOREIGN KEY (committee_id, chair_member) REFERENCES member(committee_id, key) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (committee_id, acting_member) REFERENCES member(committee_id, key) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (committee_id, recorder_member) REFERENCES member(committee_id, key) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE milestone (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ver INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    meeting_id INTEGER NOT NULL REFERENCES meeting(id),
    step TEXT NOT NULL,
    done_on TEXT,
    done_by TEXT,
    letter TEXT,
    remark TEXT
) STRICT;
CREATE INDEX milestone_by_meeting ON milestone(meeting_id);

CREATE TABLE seat (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ver INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    meeting_id INTEGER NOT NULL REFERENCES meeting(id),
    member TEXT NOT NULL,
    seat INTEGER,
    role TEXT,
    kind TEXT,
    title TEXT,
    unit TEXT,
    FOREIGN KEY (committee_id, member) REFERENCES member(committee_id, key) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX seat_by_meeting ON seat(meeting_id);

CREATE TABLE attendance (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ver INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    meeting_id INTEGER NOT NULL REFERENCES meeting(id),
    member TEXT NOT NULL,
    status TEXT,
    delegate_member TEXT,
    delegate_surname TEXT,
    delegate_given TEXT,
    delegate_title TEXT,
    delegate_unit TEXT,
    reply TEXT,
    online INTEGER NOT NULL,
    disclosure TEXT,
    FOREIGN KEY (committee_id, member) REFERENCES member(committee_id, key) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (committee_id, delegate_member) REFERENCES member(committee_id, key) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX attendance_by_meeting ON attendance(meeting_id);

CREATE TABLE stay (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ver INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    meeting_id INTEGER NOT NULL REFERENCES meeting(id),
    attendance_id INTEGER NOT NULL REFERENCES attendance(id),
    time_in TEXT,
    time_out TEXT,
    delegate_member TEXT,
    delegate_surname TEXT,
    delegate_given TEXT,
    delegate_title TEXT,
    delegate_unit TEXT,
    FOREIGN KEY (committee_id, delegate_member) REFERENCES member(committee_id, key) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX stay_by_meeting ON stay(meeting_id);

CREATE TABLE observer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ver INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    meeting_id INTEGER NOT NULL REFERENCES meeting(id),
    member TEXT,
    surname TEXT,
    given TEXT,
    title TEXT,
    unit TEXT,
    for_member TEXT,
    FOREIGN KEY (committee_id, member) REFERENCES member(committee_id, key) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (committee_id, for_member) REFERENCES member(committee_id, key) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX observer_by_meeting ON observer(meeting_id);

CREATE TABLE item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ver INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    meeting_id INTEGER NOT NULL REFERENCES meeting(id),
    key TEXT,
    section TEXT NOT NULL,
    content TEXT,
    abridged INTEGER NOT NULL,
    is_none INTEGER NOT NULL,
    label TEXT,
    topic TEXT,
    title TEXT,
    unit TEXT,
    from_meeting TEXT,
    from_item TEXT,
    proposer_member TEXT,
    proposer_surname TEXT,
    proposer_given TEXT,
    proposer_title TEXT,
    proposer_unit TEXT,
    UNIQUE (meeting_id, key),
    FOREIGN KEY (committee_id, from_meeting) REFERENCES meeting(committee_id, key) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (committee_id, proposer_member) REFERENCES member(committee_id, key) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX item_by_meeting ON item(meeting_id);

CREATE TABLE attachment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ver INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    meeting_id INTEGER NOT NULL REFERENCES meeting(id),
    item_id INTEGER NOT NULL REFERENCES item(id),
    label TEXT,
    title TEXT,
    file TEXT
) STRICT;
CREATE INDEX attachment_by_meeting ON attachment(meeting_id);

CREATE TABLE named (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ver INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    meeting_id INTEGER NOT NULL REFERENCES meeting(id),
    owner TEXT NOT NULL,
    owner_id INTEGER NOT NULL,
    field TEXT NOT NULL,
    member TEXT,
    surname TEXT,
    given TEXT,
    title TEXT,
    unit TEXT,
    FOREIGN KEY (committee_id, member) REFERENCES member(committee_id, key) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX named_by_meeting ON named(meeting_id);

CREATE TABLE statement (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ver INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    meeting_id INTEGER NOT NULL REFERENCES meeting(id),
    item_id INTEGER NOT NULL REFERENCES item(id),
    member TEXT,
    surname TEXT,
    given TEXT,
    title TEXT,
    unit TEXT,
    chair INTEGER NOT NULL,
    delegate_of TEXT,
    name TEXT,
    pending INTEGER NOT NULL,
    about TEXT,
    disclosure TEXT,
    said_at TEXT,
    response INTEGER NOT NULL,
    presentation INTEGER NOT NULL,
    abridged INTEGER NOT NULL,
    FOREIGN KEY (committee_id, member) REFERENCES member(committee_id, key) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (committee_id, delegate_of) REFERENCES member(committee_id, key) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (committee_id, about) REFERENCES resolution(committee_id, key) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX statement_by_meeting ON statement(meeting_id);

CREATE TABLE vote (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ver INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    meeting_id INTEGER NOT NULL REFERENCES meeting(id),
    item_id INTEGER NOT NULL REFERENCES item(id),
    method TEXT,
    votes_for INTEGER,
    against INTEGER,
    abstain INTEGER,
    entitled INTEGER,
    counted_of TEXT,
    share TEXT,
    comparison TEXT,
    casting TEXT,
    result TEXT
) STRICT;
CREATE INDEX vote_by_meeting ON vote(meeting_id);

CREATE TABLE ballot (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ver INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    meeting_id INTEGER NOT NULL REFERENCES meeting(id),
    vote_id INTEGER NOT NULL REFERENCES vote(id),
    member TEXT NOT NULL,
    vote TEXT,
    FOREIGN KEY (committee_id, member) REFERENCES member(committee_id, key) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX ballot_by_meeting ON ballot(meeting_id);

CREATE TABLE decision (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ver INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    meeting_id INTEGER NOT NULL REFERENCES meeting(id),
    item_id INTEGER NOT NULL REFERENCES item(id),
    kind TEXT,
    merged_with TEXT,
    decided_at TEXT,
    present INTEGER,
    in_office INTEGER,
    civil INTEGER,
    met INTEGER
) STRICT;
CREATE INDEX decision_by_meeting ON decision(meeting_id);

CREATE TABLE prior (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ver INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    meeting_id INTEGER NOT NULL REFERENCES meeting(id),
    item_id INTEGER NOT NULL REFERENCES item(id),
    section TEXT,
    number TEXT,
    title TEXT,
    track TEXT,
    FOREIGN KEY (committee_id, track) REFERENCES resolution(committee_id, key) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX prior_by_meeting ON prior(meeting_id);
