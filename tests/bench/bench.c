/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How fast the program answers, as a person at the keyboard has it: from outside, in one run with the
 * floor, the two in turns, so that the ratios mean something on any machine. Reports; judges nothing,
 * for a busy machine is no bug. Exit status 1 means that a place was not reached or a key did nothing.
 *
 *   bench [-n RUNS] YISHI DATABASE FLOOR FLOOR-DATABASE HOME
 */
#include "tests/bench/pty.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Where each key is measured, in the meeting that is prepared. `go` leads there from the first screen,
 * `there` then stands on the screen. `keys` are timed in turn, round and round; each changes something every
 * time. */
struct place {
    const char *name;
    const char *go, *there, *keys;
    double aim; /* times the floor's key */
};

static const char home_text[] = "水文部"; /* stands on the first screen once it is painted */
static const char quit_keys[] = "<c-q>";

static const struct place places[] = {
    {"cursor key, home", "", "水文部", "<down>", 1.5},
    {"check-in key", "<enter><a-4><end>", "─ 報到 ─", "<space>l", 1.5},
    {"item move", "<enter><a-2><down><down><down><down>", "─ 議程 ─", "<s-down><s-up>", 1.5},
    {"character in the editor", "<enter><a-2><down><down><down><down><enter><f5>", " 說明 ─",
     "水質監測站的資料每月更新一次並公開", 1.5},
};
enum { PLACES = sizeof places / sizeof places[0] };

static const struct place floor_place = {"floor: cursor key", "", "歐陽河", "<down>", 0};
static const char floor_quit[] = "q";
static const double paint_aim = 2.0;

enum { ROWS = 30, COLS = 100, WARM_KEYS = 3, TIMED_KEYS = 25, MAX_SAMPLES = 4096 };
static const double quiet_ms = 20, paint_quiet_ms = 100, limit_ms = 10000;

struct samples {
    double ms[MAX_SAMPLES];
    size_t n;
};
struct subject {
    char *argv[4];
    const char *quit;
    const char *home;
    struct samples paint;
};

static void add(struct samples *samples, double ms)
{
    if (samples->n < MAX_SAMPLES)
        samples->ms[samples->n++] = ms;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

/* The sample below which SHARE of them lie; 0 where there are none. */
static double quantile(struct samples *samples, double share)
{
    if (!samples->n)
        return 0;
    qsort(samples->ms, samples->n, sizeof samples->ms[0], compare);
    return samples->ms[(size_t)(share * (double)(samples->n - 1) + 0.5)];
}

/* Key written to last byte of the answer. */
static bool time_key(struct pty *pty, const char **keys, double *ms)
{
    double start = now_ms();
    struct answer answer;

    if (!pty_key(pty, keys))
        return false;
    answer = pty_read(pty, NULL, quiet_ms, 1000);
    *ms = answer.last - start;
    return answer.bytes > 0;
}

static bool complain(const struct subject *subject, const char *place, const char *what)
{
    (void)fprintf(stderr, "bench: %s: %s: %s\n", subject->argv[0], place, what);
    return false;
}

/* Go to PLACE and time its keys into KEYS. */
static bool run_keys(struct subject *subject, struct pty *pty, const struct place *place,
                     struct samples *keys)
{
    const char *go = place->go, *at = place->keys;

    while (*go) {
        if (!pty_key(pty, &go))
            return complain(subject, place->name, "a key in the table has no such name");
        (void)pty_read(pty, NULL, quiet_ms, 1000);
    }
    if (!pty_shows(pty, place->there))
        return complain(subject, place->name, "the place was not reached");
    for (int i = 0; i < WARM_KEYS + TIMED_KEYS; i++) {
        double ms = 0;

        if (!*at)
            at = place->keys;
        if (!time_key(pty, &at, &ms))
            return complain(subject, place->name, "a key did nothing");
        if (i >= WARM_KEYS)
            add(keys, ms);
    }
    return true;
}

/* Start, paint, go to PLACE, time its keys, leave. */
static bool run(struct subject *subject, const char *home_marker, const struct place *place,
                struct samples *keys)
{
    struct pty pty;
    struct answer paint;
    double start = now_ms();
    bool ok = false;

    if (!pty_start(&pty, subject->argv, ROWS, COLS, subject->home))
        return complain(subject, place->name, strerror(errno));
    paint = pty_read(&pty, home_marker, paint_quiet_ms, limit_ms);
    if (paint.last > 0) {
        add(&subject->paint, paint.last - start);
        ok = run_keys(subject, &pty, place, keys);
    } else {
        (void)complain(subject, place->name, "the first screen did not come");
    }
    if (!pty_stop(&pty, subject->quit))
        ok = complain(subject, place->name, "did not leave and was ended");
    return ok;
}

static void report(const char *name, struct samples *samples, double floor_ms, double aim)
{
    double median = quantile(samples, 0.5);

    if (!samples->n) {
        (void)printf("%-26s %8s\n", name, "-");
        return;
    }
    (void)printf("%-26s %8.3f %8.3f %8.3f", name, quantile(samples, 0), median, quantile(samples, 0.95));
    if (aim > 0 && floor_ms > 0)
        (void)printf(" %7.2f   %.1f %s", median / floor_ms, aim, median / floor_ms <= aim ? "met" : "MISSED");
    (void)printf("\n");
}

static int usage(void)
{
    (void)fputs("usage: bench [-n RUNS] YISHI DATABASE FLOOR FLOOR-DATABASE HOME\n", stderr);
    return 2;
}

int main(int argc, char **argv)
{
    static char db_option[] = "--db";
    static struct samples floor_keys, keys[PLACES];
    static struct subject yishi, least;
    bool ok = true;
    long runs = 10;

    for (int option; (option = getopt(argc, argv, "n:")) != -1;)
        runs = option == 'n' ? strtol(optarg, NULL, 10) : 0;
    if (runs < 1 || runs > 100 || argc - optind != 5)
        return usage();
    argv += optind;
    yishi = (struct subject){.argv = {argv[0], db_option, argv[1]}, .quit = quit_keys, .home = argv[4]};
    least = (struct subject){.argv = {argv[2], argv[3]}, .quit = floor_quit, .home = argv[4]};
    for (long i = 0; i < runs && ok; i++)
        for (int p = 0; p < PLACES && ok; p++)
            ok = run(&least, floor_place.there, &floor_place, &floor_keys) &&
                 run(&yishi, home_text, &places[p], &keys[p]);
    (void)printf("%-26s %8s %8s %8s %7s   aim\n", "milliseconds, 100x30", "min", "median", "95%", "ratio");
    report("floor: first paint", &least.paint, 0, 0);
    report("first paint", &yishi.paint, quantile(&least.paint, 0.5), paint_aim);
    report(floor_place.name, &floor_keys, 0, 0);
    for (int p = 0; p < PLACES; p++)
        report(places[p].name, &keys[p], quantile(&floor_keys, 0.5), places[p].aim);
    return ok ? 0 : 1;
}
