/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pseudo-terminal, its screen by libvterm, and the clock.
 */
#include "tests/bench/pty.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MAX_ROWS = 200, MAX_LINE_BYTES = 4096 };

double now_ms(void)
{
    struct timespec t = {0, 0};

    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* What the program sees is pinned: the figures must not depend on who runs them. */
static void child(char *const argv[], const char *home)
{
    static const char *const gone[] = {"LC_ALL",          "LC_CTYPE",      "LC_MESSAGES",    "LANGUAGE",
                                       "LINES",           "COLUMNS",       "COLORTERM",      "NO_COLOR",
                                       "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "EDITOR"};

    for (size_t i = 0; i < sizeof gone / sizeof gone[0]; i++)
        if (unsetenv(gone[i]))
            _exit(127);
    if (setenv("TERM", "xterm-256color", 1) || setenv("LANG", "C.UTF-8", 1) ||
        setenv("TZ", "Asia/Taipei", 1) || setenv("HOME", home, 1))
        _exit(127);
    (void)execv(argv[0], argv);
    _exit(127);
}

bool pty_start(struct pty *pty, char *const argv[], int rows, int cols, const char *home)
{
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};

    *pty = (struct pty){.fd = -1};
    pty->vterm = vterm_new(rows, cols);
    if (!pty->vterm)
        return false;
    vterm_set_utf8(pty->vterm, 1);
    pty->screen = vterm_obtain_screen(pty->vterm);
    vterm_screen_enable_altscreen(pty->screen, 1);
    vterm_screen_reset(pty->screen, 1);
    pty->pid = forkpty(&pty->fd, NULL, NULL, &size);
    if (pty->pid == 0)
        child(argv, home);
    if (pty->pid > 0)
        return true;
    vterm_free(pty->vterm);
    *pty = (struct pty){.fd = -1};
    return false;
}

static size_t put_utf8(char *out, uint32_t c)
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

/* Row Y of the screen as text. */
static void line_text(const struct pty *pty, int y, int cols, char line[MAX_LINE_BYTES])
{
    size_t n = 0;

    for (int x = 0; x < cols; x++) {
        VTermScreenCell cell;

        if (!vterm_screen_get_cell(pty->screen, (VTermPos){y, x}, &cell) || cell.chars[0] == UINT32_MAX)
            continue; /* the right half of a wide character */
        if (!cell.chars[0])
            cell.chars[0] = ' ';
        for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] && n + 5 < MAX_LINE_BYTES; i++)
            n += put_utf8(line + n, cell.chars[i]);
    }
    line[n] = '\0';
}

bool pty_shows(const struct pty *pty, const char *text)
{
    char line[MAX_LINE_BYTES];
    int rows, cols;

    vterm_get_size(pty->vterm, &rows, &cols);
    for (int y = 0; y < rows && y < MAX_ROWS; y++) {
        line_text(pty, y, cols, line);
        if (strstr(line, text))
            return true;
    }
    return false;
}

/* What libvterm has to say to the program: keys, and answers to its questions. */
static bool flush(struct pty *pty)
{
    char bytes[256];
    size_t n;

    while ((n = vterm_output_read(pty->vterm, bytes, sizeof bytes)) > 0)
        for (size_t done = 0; done < n;) {
            ssize_t sent = write(pty->fd, bytes + done, n - done);

            if (sent < 0 && errno != EINTR)
                return false;
            if (sent > 0)
                done += (size_t)sent;
        }
    return true;
}

struct answer pty_read(struct pty *pty, const char *text, double quiet_ms, double limit_ms)
{
    static char bytes[1 << 16];
    struct answer answer = {0, 0, 0};
    double start = now_ms();
    bool seen = !text;

    while (!pty->ended) {
        struct pollfd poll_fd = {.fd = pty->fd, .events = POLLIN};
        double end = start + limit_ms, at;
        int ready;

        if (seen && answer.last > 0 && answer.last + quiet_ms < end)
            end = answer.last + quiet_ms;
        if (end <= now_ms())
            break;
        ready = poll(&poll_fd, 1, (int)(end - now_ms()) + 1);
        at = now_ms();
        if (ready > 0) {
            ssize_t n = read(pty->fd, bytes, sizeof bytes);

            pty->ended = n <= 0;
            if (n <= 0)
                break;
            if (answer.first <= 0)
                answer.first = at;
            answer.last = at;
            answer.bytes += (size_t)n;
            (void)vterm_input_write(pty->vterm, bytes, (size_t)n);
            pty->ended = !flush(pty);
            seen = seen || pty_shows(pty, text);
        } else if (ready < 0 && errno != EINTR) {
            pty->ended = true;
        }
    }
    return seen ? answer : (struct answer){0, 0, 0};
}

static const struct key_name {
    const char *name;
    VTermKey key;
    VTermModifier mod;
} key_names[] = {
    {"<enter>", VTERM_KEY_ENTER, VTERM_MOD_NONE},  {"<tab>", VTERM_KEY_TAB, VTERM_MOD_NONE},
    {"<bs>", VTERM_KEY_BACKSPACE, VTERM_MOD_NONE}, {"<esc>", VTERM_KEY_ESCAPE, VTERM_MOD_NONE},
    {"<up>", VTERM_KEY_UP, VTERM_MOD_NONE},        {"<down>", VTERM_KEY_DOWN, VTERM_MOD_NONE},
    {"<left>", VTERM_KEY_LEFT, VTERM_MOD_NONE},    {"<right>", VTERM_KEY_RIGHT, VTERM_MOD_NONE},
    {"<home>", VTERM_KEY_HOME, VTERM_MOD_NONE},    {"<end>", VTERM_KEY_END, VTERM_MOD_NONE},
    {"<pgup>", VTERM_KEY_PAGEUP, VTERM_MOD_NONE},  {"<pgdn>", VTERM_KEY_PAGEDOWN, VTERM_MOD_NONE},
    {"<s-up>", VTERM_KEY_UP, VTERM_MOD_SHIFT},     {"<s-down>", VTERM_KEY_DOWN, VTERM_MOD_SHIFT},
};

/* A name in angle brackets; its length, 0 = none of ours. */
static size_t named_key(struct pty *pty, const char *name)
{
    int number = 0, used = 0;
    char letter;

    for (size_t i = 0; i < sizeof key_names / sizeof key_names[0]; i++)
        if (strncmp(name, key_names[i].name, strlen(key_names[i].name)) == 0) {
            vterm_keyboard_key(pty->vterm, key_names[i].key, key_names[i].mod);
            return strlen(key_names[i].name);
        }
    if (strncmp(name, "<space>", 7) == 0) {
        vterm_keyboard_unichar(pty->vterm, ' ', VTERM_MOD_NONE);
        return 7;
    }
    if (sscanf(name, "<f%2d>%n", &number, &used) == 1 && used > 0 && number >= 1 && number <= 12) {
        vterm_keyboard_key(pty->vterm, (VTermKey)VTERM_KEY_FUNCTION(number), VTERM_MOD_NONE);
        return (size_t)used;
    }
    if (sscanf(name, "<a-%c>%n", &letter, &used) == 1 && used > 0) {
        vterm_keyboard_unichar(pty->vterm, (uint32_t)letter, VTERM_MOD_ALT);
        return (size_t)used;
    }
    if (sscanf(name, "<c-%c>%n", &letter, &used) == 1 && used > 0) {
        vterm_keyboard_unichar(pty->vterm, (uint32_t)letter, VTERM_MOD_CTRL);
        return (size_t)used;
    }
    return 0;
}

bool pty_key(struct pty *pty, const char **keys)
{
    const unsigned char *p = (const unsigned char *)*keys;
    uint32_t c = p[0];
    int more = c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : c >= 0xC0 ? 1 : 0;
    size_t used = 1;

    if (!c)
        return false;
    if (c == '<') {
        used = named_key(pty, *keys);
        if (!used)
            return false;
    } else {
        c = more ? c & (0x3FU >> more) : c;
        for (; more > 0 && p[used]; more--)
            c = c << 6 | (p[used++] & 0x3F);
        vterm_keyboard_unichar(pty->vterm, c, VTERM_MOD_NONE);
    }
    *keys += used;
    return flush(pty);
}

bool pty_stop(struct pty *pty, const char *keys)
{
    bool left = true;
    double patience = now_ms() + 2000;

    while (!pty->ended && pty_key(pty, &keys))
        (void)pty_read(pty, NULL, 20, 200);
    while (!pty->ended && now_ms() < patience)
        (void)pty_read(pty, NULL, 100, 100);
    if (!pty->ended) {
        left = false;
        (void)kill(pty->pid, SIGKILL);
    }
    while (waitpid(pty->pid, NULL, 0) < 0 && errno == EINTR)
        continue;
    (void)close(pty->fd);
    vterm_free(pty->vterm);
    *pty = (struct pty){.fd = -1};
    return left;
}
