/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small words that many screens share: people, dates, meetings, the codes of core's choices. Appended to OUT,
 * translated. For the screen only: papers take their words from their styles.
 */
#ifndef YISHI_TUI_SCREENS_LABEL_H
#define YISHI_TUI_SCREENS_LABEL_H

#include "core/base/model.h"
#include "core/base/str.h"
#include "core/calendar/deadline.h"
#include "core/committee/committee.h"
#include "core/committee/person.h"
#include "core/meeting/meeting.h"
#include "core/meeting/vote.h"
#include "tui/terminal/draw.h"

/* The word of VALUE among CHOICES (any of core's: kind, gender, status, section …): "民間代表"; "" when
 * unknown or not worded. Translated, not to be freed. Decisions' kinds, recommendations and rulings are
 * worded by the paper style. */
const char *label_choice(const struct choices *choices, int value);

/* 歐陽河; a member's key that is nobody's as it is. */
void label_member(struct str *out, const struct members *members, const char *key);
/* 歐陽河; 葉水 科長（水質司）: with title and unit where the person is no member. Nobody: nothing. */
void label_person(struct str *out, const struct members *members, const struct person *person);

/* "112/05/24(三)", from ISO, with or without a time; what is no date as it is. NULL: nothing. */
void label_date(struct str *out, const char *iso);
/* "112/05/24(三) 14:00" */
void label_moment(struct str *out, const char *iso);
/* "5/24(三)" */
void label_short_date(struct str *out, struct date date);
/* "112年第1次會議", its own title where it has one; KEY "112-1" or "112-e1". */
void label_meeting_key(struct str *out, const char *key, const char *title);
void label_meeting(struct str *out, const struct meeting *meeting);

/* The quorum's threshold by RULE: "二分之一以上", "過半數", "超過 2/3". */
void label_share(struct str *out, const struct rule *rule);

/* Why a quorum is not known: "未定法定人數". "" for DOUBT_NONE. */
const char *label_doubt(enum quorum_doubt doubt);

/* By what a vote is carried: "出席人數過半數", "可否票數（棄權不計）2/3 以上". Appended. */
void label_threshold(struct str *out, const struct threshold *threshold);

/* A clause as core cites it, "設置要點四(三)", in the reader's language. */
const char *label_clause(const char *clause);

/* How a deadline stands: "剩 5 工作日", "今日截止", "逾期 3 工作日", "已如期完成"; its role in *ROLE. */
void label_deadline(struct str *out, const struct deadline_state *state, enum role *role);

#endif
