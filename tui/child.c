/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Another program in the foreground ($EDITOR, the printer). Spawned, never forked: there is an open database.
 */
#include "tui/app_inner.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>

extern char **environ;

/* The child gets the usual signals back; while it runs, Ctrl-C is meant for it alone. */
static int spawn(const char *const *argv, pid_t *pid)
{
    posix_spawnattr_t attributes;
    sigset_t usual;
    int failed = posix_spawnattr_init(&attributes);

    if (failed)
        return failed;
    (void)sigemptyset(&usual);
    (void)sigaddset(&usual, SIGINT);
    (void)sigaddset(&usual, SIGQUIT);
    (void)sigaddset(&usual, SIGPIPE);
    (void)sigaddset(&usual, SIGTSTP);
    failed = posix_spawnattr_setsigdefault(&attributes, &usual);
    if (!failed)
        failed = posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    if (!failed) {
        /* the pointers are only read; posix_spawnp() has no const for historical reasons */
        union {
            const char *const *in;
            char *const *out;
        } arguments = {argv};

        failed = posix_spawnp(pid, argv[0], NULL, &attributes, arguments.out, environ);
    }
    (void)posix_spawnattr_destroy(&attributes);
    return failed;
}

enum status app_run_child(struct app *app, const char *const *argv, int *exit_status, struct err *err)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN}, interrupt, quit;
    pid_t pid = 0;
    int failed, result = 0;

    if (!app->headless)
        terminal_suspend(&app->terminal);
    (void)sigaction(SIGINT, &ignore, &interrupt);
    (void)sigaction(SIGQUIT, &ignore, &quit);
    failed = spawn(argv, &pid);
    while (!failed && waitpid(pid, &result, 0) < 0)
        if (errno != EINTR)
            failed = errno;
    (void)sigaction(SIGINT, &interrupt, NULL);
    (void)sigaction(SIGQUIT, &quit, NULL);
    if (!app->headless)
        terminal_resume(&app->terminal);
    app->redraw = true;
    if (failed)
        return err_set(err, STATUS_STORAGE, CODE_FILE_OPEN, argv[0], strerror(failed), NULL);
    if (exit_status)
        *exit_status = WIFEXITED(result) ? WEXITSTATUS(result) : -1;
    return STATUS_OK;
}
