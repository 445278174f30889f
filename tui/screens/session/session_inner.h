/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step 5, 議事: what its files share. For the session files alone.
 */
#ifndef YISHI_TUI_SCREENS_SESSION_INNER_H
#define YISHI_TUI_SCREENS_SESSION_INNER_H

#include "tui/recover.h"
#include "tui/screens/meeting/meeting_frame.h"
#include "tui/screens/text/text.h"
#include "tui/widgets/editor/editor.h"
#include "tui/widgets/editor/outline_lines.h"
#include "tui/widgets/line.h"
#include "tui/widgets/picker.h"

/* Where the meeting can stand: at an item, or at a tracked decision within the tracking section. */
struct stop {
    const struct item *item;
    const struct resolution *about; /* NULL: the item itself */
};

/* Who speaks, as a draft's place keeps it: disclosure, then a code ("0m=ouyang"). See session_speaker.c. */
struct saying {
    char speaker[DRAFT_SPEAKER_BYTES];
};

enum session_focus {
    FOCUS_PROMPT,    /* who speaks next */
    FOCUS_SAYING,    /* a statement that is not stored yet */
    FOCUS_STATEMENT, /* one that is */
    FOCUS_DECISION,  /* the decision's text, or the ruling's words */
};

struct candidate {
    struct saying saying;
    bool present;
    int recent; /* how many statements ago he spoke last; a large number = not yet */
};

/* A statement as it is drawn. */
struct said {
    int64_t id;
    const char *head, *side; /* who; disclosure and time */
    enum role role;          /* of the head */
    bool masked;
    struct outline_lines lines;
};
/* A text above or below the stream: "說明", "決議". */
struct part {
    const char *label;
    struct outline_lines lines;
};
enum { PARTS_ABOVE = 8 };
/* The lines of the stop, laid out once for a width. */
struct panel {
    struct arena arena;
    bool known;
    int cols;
    const char *title;
    struct part above[PARTS_ABOVE]; /* explanation, proposal; of a tracked decision what was reported */
    size_t n_above;
    struct said *blocks;
    size_t n_blocks;
    struct part decision, vote;
    int label_cols;      /* of what stands before the decision, the vote, what is tracked */
    const char *tracked; /* NULL: none */
};

struct session {
    struct meeting_frame frame;
    struct app *app;
    bool begun; /* loaded once */
    /* where the meeting stands */
    struct stop *stops; /* in the snapshot's arena */
    size_t n_stops, at;
    int64_t item_id; /* of the stop, across loads */
    char about[DRAFT_ABOUT_BYTES];
    /* the stream */
    int64_t chosen;    /* id of the statement that commands are about; 0 = none */
    int64_t before_id; /* what is said next goes before this one; 0 = at the end */
    bool revealed;     /* closed statements of this item are shown */
    int scroll;        /* first row of the stream that is shown */
    struct panel panel;
    /* the prompt */
    struct line_edit prompt;
    struct candidate *candidates; /* in candidate_arena, as the rows are */
    struct pick_row *rows;
    size_t n_candidates;
    struct arena candidate_arena;
    struct picker picker;
    /* what is being typed */
    enum session_focus focus;
    struct editor editor;
    struct clipboard clipboard;
    struct draft_place place; /* the draft's */
    struct saying saying;
    char said_at[TIME_ISO_SIZE]; /* when the statement began; "" = not known */
    bool changed;                /* since it was stored */
    int64_t typing_id;           /* FOCUS_STATEMENT: whose text it is */
    int decision_kind;           /* FOCUS_DECISION: the kind that the text is stored with */
    /* said once */
    bool quorum_known, quorum_met;
    int64_t told_item; /* the item that lacks a quorum by recusal alone; 0: none */
};

static inline struct session *session_of(struct screen *screen)
{
    return (struct session *)screen;
}

/* ---- life (session.c) ----------------------------------------------------------------------------- */
/* ruling: the prompt at a tracked decision. */
extern const struct screen_ops session_prompt_ops, session_ruling_ops, session_text_ops,
    session_ruling_text_ops;
/* Where the prompt has the focus: the commands that fit the stop. */
void session_at_prompt(struct session *session);
/* Load anew where something was stored since: keys may be faster than the screen. false: it failed (shown).
 */
bool session_fresh(struct app *app, struct session *session);
/* The same at once, after a write of one's own. */
void session_reload(struct app *app, struct session *session);

/* ---- plain commands (session_commands.c) -------------------------------------------------------------- */
const char *session_why_not_speak(struct app *app, struct screen *screen);
void session_run_edit(struct app *app, struct screen *screen);
void session_run_done(struct app *app, struct screen *screen);
/* The editor, or the prompt, has this key first; it stands in the table for the hints and the help. */
void session_run_nothing(struct app *app, struct screen *screen);
void session_run_explain(struct app *app, struct screen *screen);
void session_run_item(struct app *app, struct screen *screen);
void session_run_next(struct app *app, struct screen *screen);
void session_run_previous(struct app *app, struct screen *screen);
void session_run_goto(struct app *app, struct screen *screen);

/* ---- the quorum (session_quorum.c) ---------------------------------------------------------------- */
/* Now, without those recused from the item where the meeting stands. */
struct quorum session_quorum(const struct app *app, const struct session *session);
/* The meeting has one, and somebody is recused from the item: what lacks, lacks for that alone. */
bool session_is_recusal(const struct app *app, const struct session *session);
/* "出席 7/12 ✔ …", with a recusal "本案 出席 6/12 ✔ …". Fits screen_ops status. */
void session_status(const struct app *app, const struct screen *screen, struct status_line *line);
/* Announce that the quorum was lost, or is there again. */
void session_watch_quorum(struct app *app, struct session *session);
/* Once more where there are too few, now that it is read. */
void session_say_quorum_again(struct app *app, struct session *session);
bool session_draw_notice(struct app *app, const struct session *session, struct rect rect);

/* ---- the prompt (session_prompt.c) ------------------------------------------------------------------ */
bool session_prompt_key(struct app *app, struct session *session, const struct key *key);
void session_run_speak(struct app *app, struct screen *screen);
void session_run_response(struct app *app, struct screen *screen);

/* ---- where the meeting stands (session_stops.c) --------------------------------------------------- */
enum status session_stops(struct session *session, struct err *err);
const struct stop *session_stop(const struct session *session); /* NULL: there is nothing on the agenda */
/* Go to a stop; what is typed is stored first. false: that was refused. */
bool session_go(struct app *app, struct session *session, size_t at);
/* The first stop without a decision or ruling; 0 when all have one. */
size_t session_first_open(const struct session *session);
bool session_is_decided(const struct session *session, const struct stop *stop);
/* It is one that a decision or a ruling is due for. */
bool session_wants_decision(const struct stop *stop);
/* "案由二 執行情形", "列管 111-2-03". Appended. */
void session_stop_label(const struct session *session, const struct stop *stop, struct str *out);
void session_draw_tree(const struct session *session, struct rect rect);

/* ---- statements of the stop (session_statement.c) -------------------------------------------------- */
/* The statement belongs to the stop that is shown. */
bool session_shows(const struct session *session, const struct statement *statement);
/* The place of statement ID in its item; the number of statements when there is none. */
size_t session_place_of(const struct item *item, int64_t id);
const struct statement *session_chosen(const struct session *session); /* NULL: none */
const char *session_why_none_chosen(struct app *app, struct screen *screen);
void session_choose(struct session *session, int by);
/* Choose statement ID of the item, at the tracked decision that it is about. Nothing where it is gone. */
void session_go_to_statement(struct app *app, struct session *session, int64_t id);
void session_run_up(struct app *app, struct screen *screen);
void session_run_down(struct app *app, struct screen *screen);
void session_run_page_up(struct app *app, struct screen *screen);
void session_run_page_down(struct app *app, struct screen *screen);
void session_run_move_up(struct app *app, struct screen *screen);
void session_run_move_down(struct app *app, struct screen *screen);
void session_run_join(struct app *app, struct screen *screen);
void session_run_remove(struct app *app, struct screen *screen);
void session_run_insert(struct app *app, struct screen *screen);
void session_run_speaker(struct app *app, struct screen *screen);
void session_run_disclosure(struct app *app, struct screen *screen);
void session_run_reveal(struct app *app, struct screen *screen);
/* The statement is 略, or is not any more (session_abridge.c). */
void session_run_abridge(struct app *app, struct screen *screen);

/* ---- who speaks (session_speaker.c, session_candidates.c) ------------------------------------------ */
/* WANTED's speaker, disclosure and response as SAYING says; texts are in ARENA. false: out of memory. */
bool saying_apply(const struct saying *saying, struct statement *wanted, struct arena *arena);
/* What a statement says of its speaker. */
void saying_of(const struct statement *statement, struct saying *out);
void saying_member(struct saying *out, char code, const char *key); /* 'm' himself, 'd' his delegate, … */
void saying_set_disclosure(struct saying *saying, int disclosure);
int saying_disclosure(const struct saying *saying);
bool saying_same_speaker(const struct saying *a, const struct saying *b); /* whatever the disclosure */
/* "歐陽委員河", "主席", "資訊處回應", "葉科長王水（代 江謝湖）", "發言人待補". Appended. */
void saying_label(const struct session *session, const struct saying *saying, struct str *out);
/* Everybody who may speak at this stop: present first, recent first. */
enum status session_candidates(struct session *session, struct err *err);
void session_candidates_release(struct session *session);

/* ---- typing (session_type.c, session_store.c)
 * ------------------------------------------------------------------------ */
/* Begin a new statement; START may be NULL. */
void session_begin_saying(struct app *app, struct session *session, const struct saying *saying,
                          const struct text_start *start);
void session_begin_statement(struct app *app, struct session *session, const struct statement *statement);
/* The decision's text to be stored with KIND, or the ruling's words (KIND does not matter); FIRST is what it
 * begins with where it has none; NULL = nothing. */
void session_begin_decision(struct app *app, struct session *session, int kind, const char *first);
/* The meeting still stands where what is typed belongs. */
bool session_stands(const struct session *session);
/* The numbers of what is typed, by the style as it was loaded last. */
void session_number(struct session *session);
/* Store what is typed and return to the prompt. Not OK: it stays as it is. */
enum status session_finish(struct app *app, struct session *session, struct err *err);
bool session_end(struct app *app,
                 struct session *session); /* the same; the error is shown; false: it stays */
bool session_text_key(struct app *app, struct session *session, const struct key *key);
void session_put_draft(struct app *app, struct session *session);
void session_drop_draft(struct app *app, const struct session *session);
void session_run_split(struct app *app, struct screen *screen);
void session_run_insert_text(struct app *app, struct screen *screen);

/* ---- drawing (session_draw.c, session_stream.c) ------------------------------------------------------ */
void session_draw(struct app *app, struct screen *screen, struct rect rect);
void session_draw_stream(struct session *session, struct rect rect);
/* Lay the stop out for COLS columns, unless it is. session_panel_forget: something changed (session_panel.c).
 */
enum status session_panel(struct session *session, int cols, struct err *err);
void session_panel_forget(struct session *session);

/* ---- what goes with an item (session_origin.c) -------------------------------------------------------- */
/* The WHICH-th thing (from 0) of the item's origin, appended to OUT, and its label; NULL: no more. */
const char *session_origin(const struct session *session, const struct item *item, int which,
                           struct str *out);
/* The items merged into what KEY names, seen from section FROM: "案由二（一併決議）、討論事項 案由一".
 * Appended. */
void session_joined(const struct meeting_frame *frame, const char *key, int from, struct str *out);

/* ---- deciding (session_decide.c, session_ruling.c, session_track.c, session_vote.c) ------------------ */
const char *session_why_not_decide(struct app *app, struct screen *screen);
void session_run_decide(struct app *app, struct screen *screen);
/* Says so where the vote on the stop's item and its decision contradict each other. */
void session_warn_contrary(struct app *app, const struct session *session);
/* "洽悉"; where the paper says it otherwise than with a full stop "併案　併案討論。" too. Appended. */
void session_kind_words(const struct style *style, int kind, struct str *out);
void session_decide_ruling(struct app *app, struct session *session);
void session_run_release(struct app *app, struct screen *screen);
void session_run_continue(struct app *app, struct screen *screen);
void session_run_self(struct app *app, struct screen *screen);
void session_run_merge(struct app *app, struct screen *screen);
void session_run_ruling_words(struct app *app, struct screen *screen);
/* 其餘照建議: on all that the meeting has not ruled on. */
void session_run_rest(struct app *app, struct screen *screen);
/* HH:MM for what is decided or said now; "" when the meeting is not on. */
const char *session_time(const struct app *app, const struct session *session, char out[TIME_ISO_SIZE]);
/* With what the stop's item is merged: the key of another item, or of a tracked decision; NULL: none was
 * picked (session_merge.c). */
const char *session_pick_with(struct app *app, struct session *session);
const char *session_why_not_together(struct app *app, struct screen *screen);
/* One decision for the stop's item and others that are marked on a list. */
void session_run_together(struct app *app, struct screen *screen);
const char *session_why_not_track(struct app *app, struct screen *screen);
void session_run_track(struct app *app, struct screen *screen);
const char *session_why_not_vote(struct app *app, struct screen *screen);
void session_run_vote(struct app *app, struct screen *screen);
/* "舉手表決 通過：同意 7、不同意 1、棄權 0". Appended. */
void session_vote_label(const struct vote *vote, struct str *out);

/* ---- the meeting (session_present.c, session_adjourn.c, session_motion.c) ----------------------------- */
void session_run_present(struct app *app, struct screen *screen);
const char *session_why_not_adjourn(struct app *app, struct screen *screen);
void session_run_adjourn(struct app *app, struct screen *screen);
void session_run_motion(struct app *app, struct screen *screen);

#endif
