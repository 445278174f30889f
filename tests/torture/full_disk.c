/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fills the disk before everything that the real program saves: what is on the screen stays there or is
 * stored, what is called stored is, the message says why, and once there is room the saving goes on. The disk
 * is a small one in memory (tmpfs) in a mount name space of the harness's own; where neither root nor a user
 * name space may make one it cannot run. Its control says of every write that failed that it was stored.
 */
#define _GNU_SOURCE
#include "tests/terminal/look.h"
#include "tests/terminal/rules.h"
#include "tests/torture/kill_desk.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TEXT_BYTES = 64, FULL_CYCLES = 25 };

struct disk {
    char path[DESK_PATH];
    const char *how; /* it was made */
};

/* What is saved: the way there with room on the disk, the keys that type and save without, the keys that save
 * once there is room again. */
struct point {
    const char *name, *step_key, *sight;
    const char *way;  /* NULL: down to the cycle's own seat */
    bool text;        /* a text of our own is typed */
    const char *save; /* behind it */
    const char *again;
};
static const struct point points[] = {
    {"a statement", "Alt-5", "發言人:", "F9*5 7 Enter", true, "Esc", "Esc"},
    {"the check-in", "Alt-4", "› 報到", NULL, false, "Space", "Space"},
    {"an explanation", "Alt-2", "案由一：本部", "Down*3 Enter F5 Ctrl-End Enter", true, "Esc", "Esc"},
    {"a field", "Alt-1", "› 籌備", "Down*2 Ctrl-U", true, "Enter", "Enter"},
    {"a motion", "Alt-5", "發言人:", "F9*7 Ctrl-N", true, "Down*3 Enter", "Enter"},
};

/* Seats of the example where nobody is yet: one a cycle, for who is there is not checked in twice. */
static const char *const seats[] = {"Down*4", "Down*5", "Down*8", "Down*9", "Down*11"};
enum { SEATS = sizeof seats / sizeof *seats };

/* ---- the disk --------------------------------------------------------------------------------------- */

static bool write_line(const char *path, const char *text)
{
    int fd = open(path, O_WRONLY);
    bool well = fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text);

    if (fd >= 0)
        (void)close(fd);
    return well;
}

/* A mount name space of our own: as root, or as the root of a user name space. */
static const char *enter_namespace(void)
{
    char map[64];
    const unsigned user = (unsigned)geteuid();

    if (unshare(CLONE_NEWNS) == 0)
        return "tmpfs, mounted by root";
    if (unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
        return NULL;
    (void)snprintf(map, sizeof map, "0 %u 1", user);
    return write_line("/proc/self/uid_map", map) ? "tmpfs, in a user name space" : NULL;
}

static bool disk_make(struct disk *disk)
{
    const char *directory = getenv("TMPDIR");

    disk->how = enter_namespace();
    if (snprintf(disk->path, sizeof disk->path, "%s/disk", directory ? directory : "/tmp") >= 100)
        return false;
    if (!disk->how || (mkdir(disk->path, 0700) != 0 && errno != EEXIST) ||
        mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
        mount("tmpfs", disk->path, "tmpfs", 0, "size=24m,mode=0700") != 0)
        return false;
    return setenv("TMPDIR", disk->path, 1) == 0;
}

static bool disk_fill(const struct disk *disk)
{
    static const char zeroes[65536];
    struct str path = STR_INIT;
    int fd;

    str_printf(&path, "%s/filler", disk->path);
    fd = open(path.text, O_WRONLY | O_CREAT | O_APPEND, 0600);
    str_release(&path);
    for (size_t n = sizeof zeroes; fd >= 0 && n >= 512; n /= 2)
        while (write(fd, zeroes, n) == (ssize_t)n)
            continue;
    return fd >= 0 && close(fd) == 0;
}

static void disk_empty(const struct disk *disk)
{
    struct str path = STR_INIT;

    str_printf(&path, "%s/filler", disk->path);
    (void)unlink(path.text);
    str_release(&path);
}

/* ---- what must hold --------------------------------------------------------------------------------- */

static bool says_stored(const struct desk *desk)
{
    struct str top = STR_INIT;
    bool stored;

    look_row(&desk->terminal, 0, &top);
    stored = strstr(top.text, "已存") && !strstr(top.text, "草稿已存");
    str_release(&top);
    return stored;
}

/* The figure of those present on the screen is the database's. */
static bool presence_agrees(struct desk *desk)
{
    struct rule_quorum quorum;
    char figure[32];

    if (!rule_quorum_shown(&desk->terminal, &quorum))
        return true;
    (void)desk_run(desk, "quorum 113-1 --at 14:03");
    (void)snprintf(figure, sizeof figure, "出席 %d 人", quorum.present);
    return strstr(desk->result.out.text, figure) != NULL;
}

static const char *check_full(struct desk *desk, const struct point *point, const char *text)
{
    const bool stored = says_stored(desk);

    if (desk->terminal.ended)
        return "it ended";
    if (stored && *text && !desk_export_holds(desk, text))
        return "it says stored, and is not";
    if (!stored && *text && !desk_sees(desk, text) && !desk_export_holds(desk, text))
        return "the text is gone from the screen";
    if (!stored && !desk_sees(desk, "磁碟已滿"))
        return "it does not say why";
    if (!point->text && !presence_agrees(desk))
        return "the screen shows what is not stored";
    return NULL;
}

static void type_unique(struct desk *desk, const char *text)
{
    for (const char *p = text; *p; p += 3)
        terminal_send(&desk->terminal, p, 3);
    (void)terminal_settle(&desk->terminal, DESK_PATIENCE_MS);
}

static void make_text(struct desk *desk, char text[TEXT_BYTES])
{
    static const char *const letters[] = {"鰭", "鱗", "鯨", "鯉", "鯛", "鰻", "鱒", "鮭", "鯖", "鰹"};

    *text = '\0';
    for (int i = 0; i < 12; i++)
        (void)snprintf(text + strlen(text), TEXT_BYTES - strlen(text), "%s", letters[desk_random(desk, 10)]);
}

/* With room again the same keys store it. */
static const char *check_room(struct desk *desk, const struct point *point, const char *text)
{
    for (int i = 0; i < 2 && !says_stored(desk); i++) /* the first may only take the message away */
        if (!desk_keys(desk, point->again))
            return "it does not answer";
    if (*text ? !desk_export_holds(desk, text) : !presence_agrees(desk))
        return "with room again it is not stored";
    return NULL;
}

/* One point: NULL, or what was wrong. */
static const char *play(struct desk *desk, const struct disk *disk, const struct point *point, int cycle)
{
    char text[TEXT_BYTES] = "";
    const char *wrong = NULL;

    if (!desk_start(desk, 24, 80) || !desk_to_meeting(desk, point->step_key, point->sight) ||
        !desk_keys(desk, point->way ? point->way : seats[cycle % SEATS]))
        return "the way there is broken";
    if (point->text)
        make_text(desk, text);
    if (!disk_fill(disk))
        return "the disk cannot be filled";
    type_unique(desk, text);
    if (*text && !desk_sees(desk, text))
        wrong = "what is typed is not shown";
    if (!wrong && !desk_keys(desk, point->save))
        wrong = "it does not answer";
    if (!wrong && !says_stored(desk)) /* what it kept back for this is used up: once more */
        (void)disk_fill(disk);
    if (!wrong)
        wrong = check_full(desk, point, text);
    if (wrong)
        desk_show(desk);
    disk_empty(disk);
    if (!wrong && (wrong = check_room(desk, point, text)) != NULL)
        desk_show(desk);
    terminal_hang_up(&desk->terminal);
    if (!desk_leave(desk) && !wrong)
        wrong = "it does not leave";
    return wrong;
}

struct counts {
    int tries, losses;
};

static void cycles(struct desk *desk, const struct disk *disk, int n, struct counts *counts, bool quiet)
{
    for (int i = 0; i < n; i++)
        for (size_t k = 0; k < sizeof points / sizeof *points; k++) {
            const bool fresh = k == 0 && i % SEATS == 0;
            const char *wrong =
                fresh && !desk_fresh(desk) ? "no fresh desk" : play(desk, disk, &points[k], i);

            counts->tries++;
            counts->losses += wrong != NULL;
            if (wrong && !quiet)
                printf("%s: %s\n", points[k].name, wrong);
            if (wrong && quiet && counts->losses > 1)
                return;
            if (wrong)
                (void)desk_fresh(desk);
        }
}

/* The desk writes nothing of its own on the full disk. */
static bool open_desk(struct desk *desk, const char *program, const char *planted, uint64_t seed)
{
    if (!desk_open(desk, program, planted, seed))
        return false;
    desk_setenv(desk, "ASAN_OPTIONS", "detect_leaks=1");
    desk_setenv(desk, "UBSAN_OPTIONS", "print_stacktrace=1");
    return true;
}

int main(int argc, char **argv)
{
    const bool all = argc > 1 && strcmp(argv[1], "full") == 0;
    const uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
    struct counts counts = {0}, control = {0};
    struct disk disk = {0};
    struct desk desk;
    struct str planted = STR_INIT;
    const char *yishi = getenv("YISHI");

    if (!disk_make(&disk)) {
        printf("no small disk can be mounted here: %s\n", strerror(errno));
        return 77;
    }
    str_printf(&planted, "%s_planted", yishi ? yishi : "");
    if (open_desk(&desk, planted.text, "deaf", seed))
        cycles(&desk, &disk, 1, &control, true);
    desk_close(&desk);
    str_release(&planted);
    if (!open_desk(&desk, NULL, NULL, seed))
        return 1;
    cycles(&desk, &disk, all ? FULL_CYCLES : 1, &counts, false);
    desk_close(&desk);
    printf(
        "{\"harness\":\"full disk\",\"tries\":%d,\"faults\":%d,\"survived\":%d,\"losses\":%d,\"seed\":%llu,"
        "\"control\":\"%s%d of %d lost where a failed write is called stored\",\"note\":\"%s; %zu points "
        "where "
        "something is saved\"}\n",
        counts.tries, counts.tries, counts.tries - counts.losses, counts.losses, (unsigned long long)seed,
        control.losses ? "" : "FAILED: ", control.losses, control.tries, disk.how,
        sizeof points / sizeof *points);
    return counts.losses > 0 || control.losses == 0;
}
