-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was confirmed stays as it is. Every table with a meeting_id gets its triggers from the program
-- (db/freeze.c), unless triggers of that name stand here; those below are for what is not so simple.
-- Kept papers and amendments name their meeting by `meeting`, since they come after the freeze.

-- A meeting is frozen from the end of the change set that confirms it: an imported record that is confirmed
-- already is stored whole.
CREATE VIEW frozen_meeting AS
SELECT milestone.meeting_id FROM milestone
WHERE milestone.step = 'confirmed' AND NOT EXISTS (
    SELECT 1 FROM change, context
    WHERE change.tbl = 'milestone' AND change.row_id = milestone.id AND change.op = 'insert'
      AND change.change_set_id = context.change_set_id);

-- The rounds that belong to its minutes. Later rounds, the due date and the state of a tracked decision go on.
CREATE VIEW frozen_round AS
SELECT round.id FROM round
JOIN meeting ON meeting.committee_id = round.committee_id AND meeting.key = round.meeting
JOIN frozen_meeting ON frozen_meeting.meeting_id = meeting.id;

-- The heads that its minutes gave: where they come from, and their wording. A head that is made now, of a
-- meeting that was confirmed long ago, is whole at the end of its change set.
CREATE VIEW frozen_head AS
SELECT resolution.id FROM resolution
JOIN meeting ON meeting.committee_id = resolution.committee_id AND meeting.key = resolution.source_meeting
JOIN frozen_meeting ON frozen_meeting.meeting_id = meeting.id
WHERE NOT EXISTS (
    SELECT 1 FROM change, context
    WHERE change.tbl = 'resolution' AND change.row_id = resolution.id AND change.op = 'insert'
      AND change.change_set_id = context.change_set_id);

CREATE TRIGGER frozen_meeting_update BEFORE UPDATE ON meeting
WHEN EXISTS (SELECT 1 FROM frozen_meeting f WHERE f.meeting_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'the meeting is confirmed'); END;
CREATE TRIGGER frozen_meeting_delete BEFORE DELETE ON meeting
WHEN EXISTS (SELECT 1 FROM frozen_meeting f WHERE f.meeting_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'the meeting is confirmed'); END;

-- What follows the confirmation is added; its letter may be known later; it is never taken back.
CREATE TRIGGER frozen_milestone_insert BEFORE INSERT ON milestone
WHEN NEW.step NOT IN ('published', 'reported')
 AND EXISTS (SELECT 1 FROM frozen_meeting f WHERE f.meeting_id = NEW.meeting_id)
BEGIN SELECT RAISE(ABORT, 'the meeting is confirmed'); END;
CREATE TRIGGER frozen_milestone_update BEFORE UPDATE ON milestone
WHEN (OLD.step NOT IN ('confirmed', 'published', 'reported') OR NEW.step <> OLD.step OR NEW.meeting_id <> OLD.meeting_id)
 AND EXISTS (SELECT 1 FROM frozen_meeting f WHERE f.meeting_id = OLD.meeting_id)
BEGIN SELECT RAISE(ABORT, 'the meeting is confirmed'); END;
CREATE TRIGGER frozen_milestone_delete BEFORE DELETE ON milestone
WHEN OLD.step NOT IN ('published', 'reported')
 AND EXISTS (SELECT 1 FROM frozen_meeting f WHERE f.meeting_id = OLD.meeting_id)
BEGIN SELECT RAISE(ABORT, 'the meeting is confirmed'); END;

CREATE TRIGGER frozen_round_insert BEFORE INSERT ON round
WHEN EXISTS (SELECT 1 FROM frozen_meeting f JOIN meeting m ON m.id = f.meeting_id
             WHERE m.committee_id = NEW.committee_id AND m.key = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'the meeting is confirmed'); END;
CREATE TRIGGER frozen_round_update BEFORE UPDATE ON round
WHEN EXISTS (SELECT 1 FROM frozen_round f WHERE f.id = OLD.id)
  OR EXISTS (SELECT 1 FROM frozen_meeting f JOIN meeting m ON m.id = f.meeting_id
             WHERE m.committee_id = NEW.committee_id AND m.key = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'the meeting is confirmed'); END;
CREATE TRIGGER frozen_round_delete BEFORE DELETE ON round
WHEN EXISTS (SELECT 1 FROM frozen_round f WHERE f.id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'the meeting is confirmed'); END;

CREATE TRIGGER frozen_report_insert BEFORE INSERT ON report
WHEN EXISTS (SELECT 1 FROM frozen_round f WHERE f.id = NEW.round_id)
BEGIN SELECT RAISE(ABORT, 'the meeting is confirmed'); END;
CREATE TRIGGER frozen_report_update BEFORE UPDATE ON report
WHEN EXISTS (SELECT 1 FROM frozen_round f WHERE f.id IN (OLD.round_id, NEW.round_id))
BEGIN SELECT RAISE(ABORT, 'the meeting is confirmed'); END;
CREATE TRIGGER frozen_report_delete BEFORE DELETE ON report
WHEN EXISTS (SELECT 1 FROM frozen_round f WHERE f.id = OLD.round_id)
BEGIN SELECT RAISE(ABORT, 'the meeting is confirmed'); END;

CREATE TRIGGER frozen_resolution_update
BEFORE UPDATE OF committee_id, key, source_meeting, source_item, source_point, source_ref, source_text,
 source_date, after_key ON resolution
WHEN EXISTS (SELECT 1 FROM frozen_head f WHERE f.id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'the meeting is confirmed'); END;
CREATE TRIGGER frozen_resolution_delete BEFORE DELETE ON resolution
WHEN EXISTS (SELECT 1 FROM frozen_head f WHERE f.id = OLD.id)
  OR EXISTS (SELECT 1 FROM round JOIN frozen_round f ON f.id = round.id WHERE round.resolution_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'the meeting is confirmed'); END;

-- Texts, tables and units that a round, a unit's report or a head owns. (Units of the head may change.)
CREATE VIEW frozen_owner AS
SELECT 'round' AS owner, frozen_round.id AS owner_id FROM frozen_round
UNION ALL SELECT 'report', report.id FROM report JOIN frozen_round ON frozen_round.id = report.round_id
UNION ALL SELECT 'resolution', frozen_head.id FROM frozen_head;

CREATE TRIGGER frozen_node_of_round_insert BEFORE INSERT ON node
WHEN NEW.resolution_id IS NOT NULL
 AND EXISTS (SELECT 1 FROM frozen_owner f WHERE f.owner = NEW.owner AND f.owner_id = NEW.owner_id)
BEGIN SELECT RAISE(ABORT, 'the meeting is confirmed'); END;
CREATE TRIGGER frozen_node_of_round_update BEFORE UPDATE ON node
WHEN OLD.resolution_id IS NOT NULL
 AND EXISTS (SELECT 1 FROM frozen_owner f WHERE f.owner = OLD.owner AND f.owner_id = OLD.owner_id)
BEGIN SELECT RAISE(ABORT, 'the meeting is confirmed'); END;
CREATE TRIGGER frozen_node_of_round_delete BEFORE DELETE ON node
WHEN OLD.resolution_id IS NOT NULL
 AND EXISTS (SELECT 1 FROM frozen_owner f WHERE f.owner = OLD.owner AND f.owner_id = OLD.owner_id)
BEGIN SELECT RAISE(ABORT, 'the meeting is confirmed'); END;

CREATE TRIGGER frozen_grid_of_round_insert BEFORE INSERT ON grid
WHEN NEW.resolution_id IS NOT NULL
 AND EXISTS (SELECT 1 FROM frozen_owner f WHERE f.owner = NEW.owner AND f.owner_id = NEW.owner_id)
BEGIN SELECT RAISE(ABORT, 'the meeting is confirmed'); END;
CREATE TRIGGER frozen_grid_of_round_update BEFORE UPDATE ON grid
WHEN OLD.resolution_id IS NOT NULL
 AND EXISTS (SELECT 1 FROM frozen_owner f WHERE f.owner = OLD.owner AND f.owner_id = OLD.owner_id)
BEGIN SELECT RAISE(ABORT, 'the meeting is confirmed'); END;
CREATE TRIGGER frozen_grid_of_round_delete BEFORE DELETE ON grid
WHEN OLD.resolution_id IS NOT NULL
 AND EXISTS (SELECT 1 FROM frozen_owner f WHERE f.owner = OLD.owner AND f.owner_id = OLD.owner_id)
BEGIN SELECT RAISE(ABORT, 'the meeting is confirmed'); END;

CREATE TRIGGER frozen_cell_of_round_insert BEFORE INSERT ON cell
WHEN NEW.resolution_id IS NOT NULL
 AND EXISTS (SELECT 1 FROM grid g JOIN frozen_owner f ON f.owner = g.owner AND f.owner_id = g.owner_id
             WHERE g.id = NEW.grid_id)
BEGIN SELECT RAISE(ABORT, 'the meeting is confirmed'); END;
CREATE TRIGGER frozen_cell_of_round_update BEFORE UPDATE ON cell
WHEN OLD.resolution_id IS NOT NULL
 AND EXISTS (SELECT 1 FROM grid g JOIN frozen_owner f ON f.owner = g.owner AND f.owner_id = g.owner_id
             WHERE g.id = OLD.grid_id)
BEGIN SELECT RAISE(ABORT, 'the meeting is confirmed'); END;
CREATE TRIGGER frozen_cell_of_round_delete BEFORE DELETE ON cell
WHEN OLD.resolution_id IS NOT NULL
 AND EXISTS (SELECT 1 FROM grid g JOIN frozen_owner f ON f.owner = g.owner AND f.owner_id = g.owner_id
             WHERE g.id = OLD.grid_id)
BEGIN SELECT RAISE(ABORT, 'the meeting is confirmed'); END;
