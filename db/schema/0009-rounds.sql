-- SPDX-License-Identifier: GPL-3.0-or-later
-- A round has tables, attachments and a letter, as a recommendation to merge names the survivor. They belong to
-- the minutes of the round's meeting.

ALTER TABLE round ADD COLUMN proposed_into TEXT;
ALTER TABLE round ADD COLUMN letter TEXT;
ALTER TABLE round ADD COLUMN letter_date TEXT;

CREATE TABLE round_attachment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ver INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    resolution_id INTEGER NOT NULL REFERENCES resolution(id),
    round_id INTEGER NOT NULL REFERENCES round(id),
    label TEXT,
    title TEXT,
    file TEXT
) STRICT;
CREATE INDEX round_attachment_by_resolution ON round_attachment(resolution_id);

CREATE TRIGGER frozen_round_attachment_insert BEFORE INSERT ON round_attachment
WHEN EXISTS (SELECT 1 FROM frozen_round f WHERE f.id = NEW.round_id)
BEGIN SELECT RAISE(ABORT, 'the meeting is confirmed'); END;
CREATE TRIGGER frozen_round_attachment_update BEFORE UPDATE ON round_attachment
WHEN EXISTS (SELECT 1 FROM frozen_round f WHERE f.id IN (OLD.round_id, NEW.round_id))
BEGIN SELECT RAISE(ABORT, 'the meeting is confirmed'); END;
CREATE TRIGGER frozen_round_attachment_delete BEFORE DELETE ON round_attachment
WHEN EXISTS (SELECT 1 FROM frozen_round f WHERE f.id = OLD.round_id)
BEGIN SELECT RAISE(ABORT, 'the meeting is confirmed'); END;

-- The triggers on texts and tables ask this view: below a round a table's own rows and texts belong to it too.
DROP VIEW frozen_owner;
CREATE VIEW frozen_owner AS
SELECT 'round' AS owner, frozen_round.id AS owner_id FROM frozen_round
UNION ALL SELECT 'report', report.id FROM report JOIN frozen_round ON frozen_round.id = report.round_id
UNION ALL SELECT 'round_attachment', a.id FROM round_attachment a JOIN frozen_round f ON f.id = a.round_id
UNION ALL SELECT 'grid', g.id FROM grid g JOIN frozen_round f ON g.owner = 'round' AND g.owner_id = f.id
UNION ALL SELECT 'grid', g.id FROM grid g
    JOIN round_attachment a ON g.owner = 'round_attachment' AND g.owner_id = a.id
    JOIN frozen_round f ON f.id = a.round_id
UNION ALL SELECT 'cell', c.id FROM cell c JOIN grid g ON g.id = c.grid_id
    JOIN frozen_round f ON g.owner = 'round' AND g.owner_id = f.id
UNION ALL SELECT 'cell', c.id FROM cell c JOIN grid g ON g.id = c.grid_id
    JOIN round_attachment a ON g.owner = 'round_attachment' AND g.owner_id = a.id
    JOIN frozen_round f ON f.id = a.round_id
UNION ALL SELECT 'resolution', frozen_head.id FROM frozen_head;
