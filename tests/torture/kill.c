/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kills the real program while somebody types, at random moments, and holds what is left against the last
 * screen that a terminal saw of it: what was typed and shown is in the database or in the draft that the next
 * start offers; what was shown as 已存 is in the database. By kill -9, by closing the terminal, by SIGTERM.
 * Its control puts nothing into drafts and must lose text.
 */
#include "tests/terminal/look.h"
#include "tests/terminal/rules.h"
#include "tests/torture/kill_desk.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { POINTS = 3, POINT_CHARS = 14, SHOWN_CHARS = 3, FRESH_EVERY = 25 };
enum ending { END_KILL, END_HANG_UP, END_TERMINATE };
enum work { WORK_STATEMENT, WORK_EXPLANATION, WORK_CHECKIN, WORKS };

struct counts {
    int tries, losses, shown, stored, offered;
};

struct round {
    struct desk *desk;
    enum ending ending;
    enum work work;
    char typed[POINTS][POINT_CHARS * 4]; /* each a row of its own on the screen */
    int n_typed;
    size_t shown_bytes[POINTS]; /* of each, what the last screen showed */
    struct str last;            /* the last screen */
    bool shows_stored;          /* 已存 stood there, of this round */
    int shown_present;
};

/* ---- typing ----------------------------------------------------------------------------------------- */

/* Characters that neither the example nor the program's own words put beside each other. */
static void make_text(struct desk *desk, char *out, size_t room)
{
    static const char *const letters[] = {"鰭", "鱗", "鯨", "鯉", "鯛", "鰻", "鱒", "鮭", "鯖", "鰹"};
    size_t n = 5 + desk_random(desk, POINT_CHARS - 5);

    *out = '\0';
    for (size_t i = 0; i < n && strlen(out) + 4 < room; i++)
        (void)snprintf(out + strlen(out), room - strlen(out), "%s", letters[desk_random(desk, 10)]);
}

/* Up to LEFT more keys of TEXT, with or without a breath after each. */
static void type_text(struct round *round, const char *text, int *left)
{
    struct terminal *terminal = &round->desk->terminal;

    for (size_t at = 0; text[at] && *left > 0; at += 3, --*left) {
        terminal_send(terminal, text + at, 3);
        if (desk_random(round->desk, 3) != 0)
            desk_pass(round->desk, (int)desk_random(round->desk, 4));
        else
            (void)terminal_settle(terminal, DESK_PATIENCE_MS);
    }
}

static void type_points(struct round *round)
{
    struct desk *desk = round->desk;
    int points = 1 + (int)desk_random(desk, POINTS), left = (int)desk_random(desk, POINTS * POINT_CHARS);

    for (int i = 0; i < points && left > 0; i++) {
        if (i > 0)
            terminal_send(&desk->terminal, "\r", 1);
        make_text(desk, round->typed[i], sizeof round->typed[i]);
        round->n_typed = i + 1;
        type_text(round, round->typed[i], &left);
    }
    if (left > 0)
        terminal_send(&desk->terminal, "\033", 1); /* leaves the text, which stores it */
}

/* The keys of the round up to its moment. False: the way there is broken. */
static bool play(struct round *round)
{
    struct desk *desk = round->desk;

    switch (round->work) {
    case WORK_STATEMENT:
        if (!desk_to_meeting(desk, "Alt-5", "發言人:") || !desk_keys(desk, "F9*5 7 Enter") ||
            !desk_wait(desk, "陳委員怡文"))
            return false;
        type_points(round);
        break;
    case WORK_EXPLANATION:
        if (!desk_to_meeting(desk, "Alt-2", "案由一：本部") || !desk_keys(desk, "Down*3 Enter") ||
            !desk_wait(desk, "案由一") || !desk_keys(desk, "F5") || !desk_wait(desk, "說明") ||
            !desk_keys(desk, "Ctrl-End Enter"))
            return false;
        type_points(round);
        break;
    case WORK_CHECKIN:
    case WORKS:
        if (!desk_to_meeting(desk, "Alt-4", "› 報到"))
            return false;
        for (unsigned i = desk_random(desk, 8); i > 0; i--)
            if (!desk_keys(desk, "Down"))
                return false;
        terminal_send(&desk->terminal, " ", 1);
    }
    desk_pass(desk, (int)desk_random(desk, desk_random(desk, 2) ? 120 : 12));
    return true;
}

/* ---- the last screen -------------------------------------------------------------------------------- */

/* How much of TEXT stands somewhere, from its start. */
static size_t shown_of(const struct desk *desk, const char *text)
{
    char part[POINT_CHARS * 4];
    size_t n = strlen(text);

    for (; n >= SHOWN_CHARS * 3; n -= 3) {
        memcpy(part, text, n);
        part[n] = '\0';
        if (desk_sees(desk, part))
            return n;
    }
    return 0;
}

static void see(struct round *round)
{
    struct desk *desk = round->desk;
    struct rule_quorum quorum;
    struct str top = STR_INIT;

    while (terminal_pump(&desk->terminal, 0) && !desk->terminal.ended)
        continue;
    look_row(&desk->terminal, 0, &top);
    look_dump(&desk->terminal, &round->last);
    round->shows_stored = strstr(top.text, "已存") && !strstr(top.text, "草稿已存");
    str_release(&top);
    for (int i = 0; i < round->n_typed; i++)
        round->shown_bytes[i] = shown_of(desk, round->typed[i]);
    round->shown_present = rule_quorum_shown(&desk->terminal, &quorum) ? quorum.present : -1;
}

static bool end_it(struct round *round)
{
    struct terminal *terminal = &round->desk->terminal;

    if (round->ending == END_KILL) {
        terminal_signal(terminal, SIGKILL);
        if (!terminal_wait_end(terminal, DESK_PATIENCE_MS))
            return false;
    }
    see(round); /* told to go, it clears its screen: that is looked at before */
    if (round->ending == END_TERMINATE)
        terminal_signal(terminal, SIGTERM);
    else if (round->ending == END_HANG_UP)
        terminal_hang_up(terminal);
    return terminal_wait_end(terminal, DESK_PATIENCE_MS) &&
           (round->ending == END_KILL || terminal->wait_status == 0);
}

/* ---- what is left ----------------------------------------------------------------------------------- */

/* Everything that was shown stands in what is exported. */
static bool is_there(struct round *round)
{
    bool all = true;

    if (!desk_run(round->desk, "export"))
        return false;
    for (int i = 0; i < round->n_typed; i++) {
        char part[POINT_CHARS * 4];

        memcpy(part, round->typed[i], round->shown_bytes[i]);
        part[round->shown_bytes[i]] = '\0';
        all = all && strstr(round->desk->result.out.text, part) != NULL;
    }
    return all;
}

static bool presence_is_stored(struct round *round)
{
    char words[] = "quorum 113-1 --at 14:03", figure[32];
    struct desk *desk = round->desk;

    if (round->work != WORK_CHECKIN || !round->shows_stored || round->shown_present < 0)
        return true;
    (void)desk_run(desk, words); /* ends with 1 where there is no quorum */
    (void)snprintf(figure, sizeof figure, "出席 %d 人", round->shown_present);
    if (strstr(desk->result.out.text, figure))
        return true;
    printf("present: %d shown, stored: %s", round->shown_present, desk->result.out.text);
    return false;
}

/* Start again; what is offered is put back and stored. False: it is not all there. */
static bool recover(struct round *round, struct counts *counts)
{
    struct desk *desk = round->desk;
    bool offered, there = is_there(round), stored = there;

    if (!desk_start(desk, 24, 80) || !desk_wait(desk, "") ||
        !terminal_settle(&desk->terminal, DESK_PATIENCE_MS))
        return false;
    offered = desk_wait(desk, "113年第1次會議") || desk_sees(desk, "上次未存的文字");
    offered = desk_sees(desk, "上次未存的文字");
    counts->offered += offered;
    if (offered) { /* what is offered may be longer than its preview: it is put back and looked at there */
        if (!desk_keys(desk, "Enter") || !desk_wait(desk, "已放回原處") || !desk_keys(desk, "Esc"))
            return false;
    }
    if (round->shows_stored && !stored) {
        printf("shown as stored, but it is not\n");
        return false;
    }
    if (!there && !offered)
        printf("it is neither in the database nor offered\n");
    else if (!desk_keys(desk, "Ctrl-Q") || !desk_leave(desk))
        printf("it does not leave\n");
    else if (is_there(round))
        return true;
    else
        printf("put back, it is not stored\n");
    return false;
}

static bool round_run(struct round *round, struct counts *counts)
{
    struct desk *desk = round->desk;
    bool well;

    if (!desk_start(desk, 24, 80) || !play(round)) {
        printf("the way there is broken\n");
        return false;
    }
    well = end_it(round);
    for (int i = 0; i < round->n_typed; i++)
        counts->shown += round->shown_bytes[i] > 0;
    counts->stored += round->shows_stored;
    terminal_release(&desk->terminal);
    if (!well)
        printf("it did not go as it should\n");
    return well && presence_is_stored(round) && recover(round, counts) && !desk_reported(desk);
}

/* ---- the rounds ------------------------------------------------------------------------------------- */

static void rounds(struct desk *desk, enum ending ending, int n, struct counts *counts, bool quiet,
                   bool lost_is_enough)
{
    for (int i = 0; i < n; i++) {
        struct round round = {
            .desk = desk, .ending = ending, .work = (enum work)desk_random(desk, WORKS), .last = STR_INIT};

        if (quiet)
            round.work = WORK_STATEMENT;
        counts->tries++;
        if (desk->rounds++ % FRESH_EVERY == 0 && !desk_fresh(desk)) {
            counts->losses++;
            printf("no fresh desk\n");
            desk_show(desk);
            return;
        }
        if (round_run(&round, counts)) {
            str_release(&round.last);
            continue;
        }
        counts->losses++;
        if (!quiet) {
            printf("round %d, work %d, ending %d, shown:", i, (int)round.work, (int)ending);
            for (int k = 0; k < round.n_typed; k++)
                printf(" %.*s of %s", (int)round.shown_bytes[k], round.typed[k], round.typed[k]);
            printf("\nthe last screen before:\n%s", round.last.text);
            desk_show(desk);
            printf("in the database now: %s\n", is_there(&round) ? "yes" : "no");
        }
        str_release(&round.last);
        if (quiet && lost_is_enough)
            return;
        (void)desk_fresh(desk);
    }
    if (!quiet && !desk_run(desk, "verify") && desk->result.exit > 1)
        counts->losses++;
}

/* The same with a program that puts nothing into drafts. */
static struct counts control_losses(uint64_t seed, bool all)
{
    struct counts counts = {0};
    struct desk desk;
    char program[DESK_PATH];
    const char *yishi = getenv("YISHI");

    (void)snprintf(program, sizeof program, "%s_planted", yishi ? yishi : "");
    if (desk_open(&desk, program, "drafts", seed))
        rounds(&desk, END_KILL, 15, &counts, true, !all);
    desk_close(&desk);
    return counts;
}

int main(int argc, char **argv)
{
    static const char *const names[] = {"kill -9 while typing", "terminal closed while typing",
                                        "SIGTERM while typing"};
    static const int full[] = {300, 60, 60}, fast[] = {2, 1, 1};
    const bool all = argc > 1 && strcmp(argv[1], "full") == 0;
    const uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
    const struct counts control = control_losses(seed, all);
    struct desk desk;
    int failed = control.losses == 0;

    if (!desk_open(&desk, NULL, NULL, seed))
        return 1;
    for (int ending = END_KILL; ending <= END_TERMINATE; ending++) {
        struct counts counts = {0};

        rounds(&desk, (enum ending)ending, all ? full[ending] : fast[ending], &counts, false, false);
        printf("{\"harness\":\"%s\",\"tries\":%d,\"faults\":%d,\"survived\":%d,\"losses\":%d,\"seed\":%llu,"
               "\"control\":\"%s%d of %d lost with drafts switched off\",\"note\":\"of the last screens %d "
               "showed a "
               "typed point and %d 已存; %d times a draft was offered\"}\n",
               names[ending], counts.tries, counts.tries, counts.tries - counts.losses, counts.losses,
               (unsigned long long)seed, control.losses ? "" : "FAILED: ", control.losses, control.tries,
               counts.shown, counts.stored, counts.offered);
        failed += counts.losses > 0;
    }
    desk_close(&desk);
    return failed > 0;
}
