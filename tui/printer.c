/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Handing a paper to the command that prints it: a temporary file, a child in a process group of its own
 * that is ended when it takes too long. Spawned, never forked: there is an open database.
 */
#include "tui/printer.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

enum { SAID_BYTES = 2048, LOOK_MS = 50, GRACE_MS = 500 };

static int64_t now_ms(void)
{
    struct timespec now = {0};

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static enum status failed_to_start(struct err *err, int os_error)
{
    return err_set(err, STATUS_STORAGE, CODE_PRINT_START, NULL, strerror(os_error), NULL);
}

/* ---- the file ----------------------------------------------------------------------------------- */

static enum status write_file(const char *directory, const char *text, size_t len, const char *ending,
                              struct str *path, struct err *err)
{
    enum status status = STATUS_OK;
    int fd;

    str_printf(path, "%s/yishi-XXXXXX%s", directory && *directory ? directory : "/tmp", ending);
    if (str_failed(path))
        return err_memory(err);
    fd = mkstemps(path->text, (int)strlen(ending)); /* 0600 */
    if (fd < 0) {
        status = err_set(err, STATUS_STORAGE, CODE_FILE_WRITE, path->text, strerror(errno), NULL);
        str_clear(path);
        return status;
    }
    while (!status && len > 0) {
        const ssize_t n = write(fd, text, len);

        if (n < 0 && errno != EINTR)
            status = err_set(err, STATUS_STORAGE, CODE_FILE_WRITE, path->text, strerror(errno), NULL);
        text += n > 0 ? n : 0;
        len -= n > 0 ? (size_t)n : 0;
    }
    if (close(fd) && !status)
        status = err_set(err, STATUS_STORAGE, CODE_FILE_WRITE, path->text, strerror(errno), NULL);
    return status;
}

/* ---- the child ---------------------------------------------------------------------------------- */

/* Nothing to read, and what it says goes into the pipe. */
static int prepare(posix_spawn_file_actions_t *files, posix_spawnattr_t *attributes, int into)
{
    sigset_t usual;
    int failed = posix_spawn_file_actions_addopen(files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);

    if (!failed)
        failed = posix_spawn_file_actions_adddup2(files, into, STDOUT_FILENO);
    if (!failed)
        failed = posix_spawn_file_actions_adddup2(files, into, STDERR_FILENO);
    (void)sigemptyset(&usual);
    (void)sigaddset(&usual, SIGINT);
    (void)sigaddset(&usual, SIGQUIT);
    (void)sigaddset(&usual, SIGPIPE);
    (void)sigaddset(&usual, SIGTSTP);
    if (!failed)
        failed = posix_spawnattr_setsigdefault(attributes, &usual);
    if (!failed)
        failed = posix_spawnattr_setpgroup(attributes, 0);
    return failed ? failed
                  : posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
}

/* "$1" keeps the name of the file one word. */
static int spawn(const char *command, const char *path, int into, pid_t *pid)
{
    struct str script = STR_INIT;
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    int failed = posix_spawn_file_actions_init(&files);

    if (failed)
        return failed;
    failed = posix_spawnattr_init(&attributes);
    if (failed) {
        (void)posix_spawn_file_actions_destroy(&files);
        return failed;
    }
    str_printf(&script, "%s \"$1\"", command);
    failed = str_failed(&script) ? ENOMEM : prepare(&files, &attributes, into);
    if (!failed) {
        const char *const argv[] = {"sh", "-c", script.text, "sh", path, NULL};
        /* the pointers are only read; posix_spawn() has no const for historical reasons */
        union {
            const char *const *in;
            char *const *out;
        } arguments = {argv};

        failed = posix_spawn(pid, "/bin/sh", &files, &attributes, arguments.out, environ);
    }
    (void)posix_spawnattr_destroy(&attributes);
    (void)posix_spawn_file_actions_destroy(&files);
    str_release(&script);
    return failed;
}

/* What stands in the pipe now, as far as there is room for it. */
static void take_said(int from, struct str *said)
{
    char bytes[512];
    ssize_t n;

    while ((n = read(from, bytes, sizeof bytes)) > 0)
        if (said->len_bytes < SAID_BYTES)
            str_add_bytes(said, bytes, (size_t)n);
}

/* Until the child has ended or the time has come; true: it has ended. */
static bool wait_for(pid_t pid, int from, int64_t until_ms, int *result, struct str *said)
{
    for (;;) {
        struct pollfd pipe_end = {.fd = from, .events = POLLIN};
        const pid_t ended = waitpid(pid, result, WNOHANG);

        take_said(from, said);
        if (ended == pid)
            return true;
        if ((ended < 0 && errno != EINTR) || now_ms() >= until_ms)
            return false;
        if (poll(&pipe_end, 1, LOOK_MS) > 0 && (pipe_end.revents & POLLIN) == 0)
            (void)poll(NULL, 0, LOOK_MS); /* the pipe is closed, the child not ended */
    }
}

/* It, and all that it started. */
static void end_child(pid_t pid, int from, int *result, struct str *said)
{
    (void)kill(-pid, SIGTERM);
    if (wait_for(pid, from, now_ms() + GRACE_MS, result, said))
        return;
    (void)kill(-pid, SIGKILL);
    while (waitpid(pid, result, 0) < 0 && errno == EINTR)
        continue;
}

/* For a message: line feeds are spaces, and none stands at the end. */
static void in_one_line(struct str *said)
{
    size_t len = said->len_bytes;

    for (size_t i = 0; i < len; i++)
        if ((unsigned char)said->text[i] < ' ')
            said->text[i] = ' ';
    while (len && said->text[len - 1] == ' ')
        len--;
    str_cut(said, len);
}

static enum status run(const char *command, const char *path, int seconds, const int ends[2], struct err *err)
{
    struct str said = STR_INIT;
    enum status status = STATUS_OK;
    char number[16];
    pid_t pid = 0;
    int result = 0, failed = spawn(command, path, ends[1], &pid);

    if (failed)
        return failed_to_start(err, failed);
    if (!wait_for(pid, ends[0], now_ms() + (int64_t)seconds * 1000, &result, &said)) {
        end_child(pid, ends[0], &result, &said);
        (void)snprintf(number, sizeof number, "%d", seconds);
        status = err_set(err, STATUS_STORAGE, CODE_PRINT_SLOW, NULL, command, number);
    } else if (!WIFEXITED(result) || WEXITSTATUS(result) != 0) {
        (void)snprintf(number, sizeof number, "%d",
                       WIFEXITED(result) ? WEXITSTATUS(result) : 128 + WTERMSIG(result));
        status = err_set(err, STATUS_STORAGE, CODE_PRINT_FAILED, NULL, command, number);
        in_one_line(&said);
        err_arg(err, 2, said.text);
    }
    str_release(&said);
    return status;
}

enum status printer_run(const char *command, const char *directory, const char *text, size_t len_bytes,
                        const char *ending, int seconds, struct err *err)
{
    struct str path = STR_INIT;
    int ends[2] = {-1, -1};
    enum status status = STATUS_OK;

    if (!command || command[strspn(command, " \t")] == '\0')
        return err_set(err, STATUS_NO, CODE_PRINT_NO_COMMAND, NULL, "print_command", NULL);
    status = write_file(directory, text, len_bytes, ending, &path, err);
    if (!status && pipe(ends))
        status = failed_to_start(err, errno);
    for (int i = 0; !status && i < 2; i++)
        if (fcntl(ends[i], F_SETFD, FD_CLOEXEC) || fcntl(ends[i], F_SETFL, i ? 0 : O_NONBLOCK))
            status = failed_to_start(err, errno);
    if (!status)
        status = run(command, path.text, seconds, ends, err);
    for (int i = 0; i < 2; i++)
        if (ends[i] >= 0)
            (void)close(ends[i]);
    if (path.len_bytes)
        (void)unlink(path.text);
    str_release(&path);
    return status;
}
