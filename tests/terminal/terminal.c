/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program on the pty. "Idle" is read from the kernel, not guessed from silence: no key is
 * left in the pty, and the program sits in a system call that waits for input.
 */
#include "tests/terminal/terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/pidfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    /* A wait shorter than this is the end of an escape sequence being awaited, not a rest. */
    SHORT_WAIT_MS = 120,
    /* Silence that counts as rest where the kernel does not tell what the program waits for. */
    QUIET_MS = 250,
    RESIZE_MS = 1000,
};

double clock_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* ---- starting and ending ---------------------------------------------------------------------- */

static void write_keys(const char *bytes, size_t len, void *user)
{
    terminal_send(user, bytes, len);
}

static int on_property(VTermProp prop, VTermValue *value, void *user)
{
    struct terminal *terminal = user;

    if (prop == VTERM_PROP_CURSORVISIBLE)
        terminal->caret_visible = value->boolean != 0;
    return 1;
}

static const VTermScreenCallbacks screen_callbacks = {.settermprop = on_property};

static bool make_screen(struct terminal *terminal)
{
    terminal->vt = vterm_new(terminal->rows, terminal->cols);
    if (!terminal->vt)
        return false;
    vterm_set_utf8(terminal->vt, 1);
    vterm_output_set_callback(terminal->vt, write_keys, terminal);
    terminal->screen = vterm_obtain_screen(terminal->vt);
    terminal->caret_visible = true;
    vterm_screen_set_callbacks(terminal->screen, &screen_callbacks, terminal);
    vterm_screen_enable_altscreen(terminal->screen, 1);
    vterm_screen_reset(terminal->screen, 1);
    return true;
}

static void run_child(char *const *argv, char *const *envp, const char *cwd)
{
    /* An outer make or shell may ignore these; the program under test starts with none ignored. */
    signal(SIGPIPE, SIG_DFL);
    signal(SIGINT, SIG_DFL);
    signal(SIGHUP, SIG_DFL);
    if (chdir(cwd) == 0)
        execve(argv[0], argv, envp);
    dprintf(STDERR_FILENO, "%s: %s\r\n", argv[0], strerror(errno));
    _exit(127);
}

bool terminal_start(struct terminal *terminal, char *const *argv, char *const *envp, const char *cwd,
                    int rows, int cols)
{
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
    char name[64];

    *terminal = (struct terminal){.rows = rows, .cols = cols, .master = -1, .slave = -1, .pidfd = -1};
    if (!make_screen(terminal))
        return false;
    terminal->pid = forkpty(&terminal->master, name, NULL, &size);
    if (terminal->pid == 0)
        run_child(argv, envp, cwd);
    if (terminal->pid < 0)
        goto failed;
    terminal->slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
    terminal->pidfd = pidfd_open(terminal->pid, 0);
    if (terminal->slave < 0 || terminal->pidfd < 0 || fcntl(terminal->master, F_SETFL, O_NONBLOCK) != 0 ||
        fcntl(terminal->master, F_SETFD, FD_CLOEXEC) != 0)
        goto failed;
    terminal->last_activity = clock_ms();
    return true;
failed:
    terminal_release(terminal);
    return false;
}

static void close_fd(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

void terminal_release(struct terminal *terminal)
{
    if (!terminal->vt)
        return;
    if (terminal->pid > 0 && !terminal->ended) {
        kill(terminal->pid, SIGKILL);
        waitpid(terminal->pid, NULL, 0);
    }
    close_fd(&terminal->master);
    close_fd(&terminal->slave);
    close_fd(&terminal->pidfd);
    vterm_free(terminal->vt);
    *terminal = (struct terminal){.master = -1, .slave = -1, .pidfd = -1};
}

/* ---- reading ------------------------------------------------------------------------------------ */

/* Everything printed so far. */
static bool drain(struct terminal *terminal)
{
    char bytes[16384];
    bool any = false;
    ssize_t got;

    terminal->reading = true;
    while (terminal->master >= 0 && (got = read(terminal->master, bytes, sizeof bytes)) > 0) {
        vterm_input_write(terminal->vt, bytes, (size_t)got);
        terminal->last_activity = clock_ms();
        any = true;
    }
    terminal->reading = false;
    return any;
}

/* Whether the program is gone; its last words are taken first. */
static bool reap(struct terminal *terminal)
{
    if (terminal->ended || waitpid(terminal->pid, &terminal->wait_status, WNOHANG) != terminal->pid)
        return false;
    terminal->ended = true;
    drain(terminal);
    return true;
}

bool terminal_pump(struct terminal *terminal, int timeout_ms)
{
    struct pollfd fds[2] = {{.fd = terminal->master, .events = POLLIN},
                            {.fd = terminal->ended ? -1 : terminal->pidfd, .events = POLLIN}};
    bool any;

    if (poll(fds, 2, timeout_ms) <= 0)
        return false;
    any = drain(terminal);
    return reap(terminal) || any;
}

enum rest {
    REST_NO,    /* at work, or it waits for a disk */
    REST_YES,   /* it waits for input, for longer than a moment */
    REST_MAYBE, /* it waits for a moment, or for a child, or the kernel does not say: silence decides */
};

/* What the program is doing, from the system call that it is in. */
static enum rest resting(pid_t pid)
{
    char path[64], text[256];
    unsigned long args[3] = {0};
    long call = -1;
    FILE *file;
    size_t got;

    snprintf(path, sizeof path, "/proc/%ld/syscall", (long)pid);
    file = fopen(path, "re");
    got = file ? fread(text, 1, sizeof text - 1, file) : 0;
    if (file)
        fclose(file);
    text[got] = '\0';
    if (got == 0)
        return REST_MAYBE;
    if (sscanf(text, "%ld %lx %lx %lx", &call, &args[0], &args[1], &args[2]) != 4)
        return REST_NO; /* "running" */
#ifdef SYS_poll
    if (call == SYS_poll)
        return (int)args[2] < 0 || (int)args[2] >= SHORT_WAIT_MS ? REST_YES : REST_MAYBE;
#endif
#ifdef SYS_select
    if (call == SYS_select)
        return REST_YES;
#endif
    if (call == SYS_ppoll || call == SYS_pselect6 || (call == SYS_read && args[0] == STDIN_FILENO))
        return REST_YES;
    return call == SYS_wait4 || call == SYS_waitid ? REST_MAYBE : REST_NO;
}

/* Keys that the program has not read. Polling the slave also makes the kernel hand over what it
 * still holds in between. */
static bool keys_unread(const struct terminal *terminal)
{
    struct pollfd fd = {.fd = terminal->slave, .events = POLLIN};

    return terminal->slave >= 0 && poll(&fd, 1, 0) > 0 && (fd.revents & POLLIN);
}

bool terminal_idle(struct terminal *terminal)
{
    enum rest rest;

    if (terminal->ended || terminal->master < 0)
        return true;
    if (keys_unread(terminal))
        return false;
    rest = resting(terminal->pid);
    if (terminal_pump(terminal, 0))
        return terminal->ended;
    return rest == REST_YES || (rest == REST_MAYBE && clock_ms() - terminal->last_activity > QUIET_MS);
}

bool terminal_settle(struct terminal *terminal, int timeout_ms)
{
    double until = clock_ms() + timeout_ms;

    while (!terminal_idle(terminal)) {
        if (clock_ms() > until)
            return false;
        terminal_pump(terminal, 5);
    }
    return true;
}

bool terminal_wait_end(struct terminal *terminal, int timeout_ms)
{
    double until = clock_ms() + timeout_ms;

    while (!terminal->ended && clock_ms() < until)
        terminal_pump(terminal, 50);
    return terminal->ended;
}

/* ---- typing ------------------------------------------------------------------------------------- */

void terminal_send(struct terminal *terminal, const char *bytes, size_t len_bytes)
{
    double until = clock_ms() + 10000;

    while (len_bytes > 0 && !terminal->ended && terminal->master >= 0 && clock_ms() < until) {
        struct pollfd fd = {.fd = terminal->master, .events = POLLOUT};
        ssize_t put = write(terminal->master, bytes, len_bytes);

        if (put > 0) {
            bytes += put;
            len_bytes -= (size_t)put;
        } else if (errno == EAGAIN) {
            poll(&fd, 1, 20);
            if (!terminal->reading)
                terminal_pump(terminal, 0);
        } else if (errno != EINTR) {
            break;
        }
    }
    terminal->write_failed = len_bytes > 0;
    terminal->last_activity = clock_ms();
}

void terminal_paste(struct terminal *terminal, const char *text, size_t len_bytes)
{
    vterm_keyboard_start_paste(terminal->vt);
    while (len_bytes > 0) {
        const char *end = memchr(text, '\n', len_bytes);
        size_t line = end ? (size_t)(end - text) : len_bytes;

        terminal_send(terminal, text, line);
        if (!end)
            break;
        terminal_send(terminal, "\r", 1);
        text += line + 1;
        len_bytes -= line + 1;
    }
    vterm_keyboard_end_paste(terminal->vt);
}

/* Until the program has answered the signal: it is asleep in poll() still when the ioctl returns, and looks
 * idle. One that draws nothing is not waited for long. */
static void await_answer(struct terminal *terminal, double asked)
{
    while (!terminal->ended && terminal->last_activity < asked && clock_ms() < asked + RESIZE_MS)
        terminal_pump(terminal, 5);
}

bool terminal_resize(struct terminal *terminal, int rows, int cols)
{
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
    bool other = rows != terminal->rows || cols != terminal->cols;
    double asked = clock_ms();

    vterm_set_size(terminal->vt, rows, cols);
    terminal->rows = rows;
    terminal->cols = cols;
    if (ioctl(terminal->master, TIOCSWINSZ, &size) != 0)
        return false;
    if (other)
        await_answer(terminal, asked);
    return true;
}

void terminal_hang_up(struct terminal *terminal)
{
    drain(terminal);
    close_fd(&terminal->master);
}

void terminal_signal(struct terminal *terminal, int number)
{
    if (terminal->pid > 0 && !terminal->ended)
        kill(terminal->pid, number);
}
