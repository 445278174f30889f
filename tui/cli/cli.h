/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The command line for scripts: each command a row of a table. See yishi(1).
 */
#ifndef YISHI_TUI_CLI_CLI_H
#define YISHI_TUI_CLI_CLI_H

#include "core/base/err.h"
#include "core/base/str.h"
#include "core/calendar/date.h"
#include "core/cycle/snapshot.h"
#include "db/db.h"
#include "tui/cli/args.h"
#include "tui/config.h"

/* What a command is handed. */
struct cli {
    const struct args *args;
    const struct config *config;
    const char *db_path;
    bool db_default; /* nobody named it: its directory is made where it is missing */
    const char *who;
    char when[25];  /* now, UTC */
    char today[11]; /* ISO, in the committee's zone */
    struct str out; /* what goes to standard output, written at the end */
};

struct cli_command {
    const char *name;
    const char *usage;   /* "quorum MEETING [--at HH:MM]" */
    const char *summary; /* N_() */
    size_t min_words, max_words;
    unsigned options; /* BIT(OPT_...), beside those that every command has */
    /* Returns the status; its error is worded by the caller. STATUS_NO without a code: the answer is no. */
    enum status (*run)(struct cli *cli, struct err *err);
};
extern const struct cli_command cli_commands[];

/* Run ARGS's command; returns the exit status. Errors go to standard error in one sentence. */
int cli_run(struct cli *cli);
/* --help and --version. */
void cli_help(const struct args *args);

/* Standard output through the checks that a full disk or a closed pipe needs. */
enum status cli_flush(struct cli *cli, struct err *err);

/* For the commands: open the database, the committee that is meant, a meeting ("112-2" or "KEY:112-2"). */
enum status cli_open(struct cli *cli, enum db_mode mode, struct db **db, struct err *err);
enum status cli_committee(struct cli *cli, struct db *db, const char *key, struct committee_line *out,
                          struct arena *arena, struct err *err);
enum status cli_meeting(struct cli *cli, struct db *db, const char *name, struct snapshot *out,
                        struct err *err);
/* Its id alone. */
enum status cli_meeting_id(struct cli *cli, struct db *db, const char *name, int64_t *id, struct err *err);

/* The commands (one file each). */
enum status cli_import(struct cli *cli, struct err *err);
enum status cli_export(struct cli *cli, struct err *err);
enum status cli_meetings(struct cli *cli, struct err *err);
enum status cli_quorum(struct cli *cli, struct err *err);
enum status cli_track(struct cli *cli, struct err *err);
enum status cli_ask(struct cli *cli, struct err *err);
enum status cli_collect(struct cli *cli, struct err *err);
enum status cli_workday(struct cli *cli, struct err *err);
enum status cli_verify(struct cli *cli, struct err *err);
enum status cli_print(struct cli *cli, struct err *err);
enum status cli_demo(struct cli *cli, struct err *err);
enum status cli_log(struct cli *cli, struct err *err);
enum status cli_versions(struct cli *cli, struct err *err);
enum status cli_diff(struct cli *cli, struct err *err);
enum status cli_backup(struct cli *cli, struct err *err);
enum status cli_restore(struct cli *cli, struct err *err);
enum status cli_publish(struct cli *cli, struct err *err);

/* Import TEXT of NAME into an open database; what was done goes to OUT, problems to standard error. */
enum status cli_import_text(struct cli *cli, struct db *db, const char *name, const char *text,
                            size_t len_bytes, bool replace, struct err *err);
/* The paper of --kept, as it was handed out (archive.c). */
enum status cli_print_kept(struct cli *cli, struct db *db, const struct snapshot *s, struct str *out,
                           struct err *err);
/* The quorum as sentences, shared with the screens. */
void quorum_words(const struct quorum *quorum, const struct rule *rule, struct str *out);

#endif
