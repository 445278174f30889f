-- SPDX-License-Identifier: GPL-3.0-or-later
-- A member's name as it stands in confirmed minutes: who takes another name later has it from then on.

ALTER TABLE seat ADD COLUMN surname TEXT;
ALTER TABLE seat ADD COLUMN given TEXT;
