-- SPDX-License-Identifier: GPL-3.0-or-later
-- A motion from the floor: the time at which it was raised, and how many must second it where a committee's
-- rule says so.

ALTER TABLE item ADD COLUMN raised TEXT;
ALTER TABLE rule ADD COLUMN seconders_min INTEGER;
