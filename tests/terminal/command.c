/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both pipes are read while the program runs, so that neither can fill up and stop it.
 */
#include "tests/terminal/command.h"

#include "tests/terminal/terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

void command_result_release(struct command_result *result)
{
    str_release(&result->out);
    str_release(&result->err);
}

static void run_child(char *const *argv, char *const *envp, const char *cwd, int out, int err)
{
    int null = open("/dev/null", O_RDWR);

    setsid(); /* no terminal to be found anywhere */
    signal(SIGPIPE, SIG_DFL);
    if (null >= 0 && dup2(null, STDIN_FILENO) >= 0 && dup2(out, STDOUT_FILENO) >= 0 &&
        dup2(err, STDERR_FILENO) >= 0 && chdir(cwd) == 0) {
        if (null > STDERR_FILENO)
            close(null);
        execve(argv[0], argv, envp);
    }
    dprintf(STDERR_FILENO, "%s: %s\n", argv[0], strerror(errno));
    _exit(127);
}

/* Read what FD has into TEXT; closes it at its end. */
static void take(struct pollfd *fd, struct str *text)
{
    char bytes[16384];
    ssize_t got;

    if (fd->fd < 0 || !fd->revents)
        return;
    got = read(fd->fd, bytes, sizeof bytes);
    if (got > 0) {
        str_add_bytes(text, bytes, (size_t)got);
    } else if (got == 0 || errno != EINTR) {
        close(fd->fd);
        fd->fd = -1;
    }
}

bool command_run(char *const *argv, char *const *envp, const char *cwd, int timeout_ms,
                 struct command_result *result)
{
    int out[2] = {-1, -1}, err[2] = {-1, -1}, status = 0;
    double until = clock_ms() + timeout_ms;
    struct pollfd fds[2];
    bool in_time = true;
    pid_t pid = -1;

    command_result_release(result);
    if (pipe(out) != 0 || pipe(err) != 0)
        goto out;
    pid = fork();
    if (pid == 0) {
        close(out[0]);
        close(err[0]);
        run_child(argv, envp, cwd, out[1], err[1]);
    }
out:
    if (out[1] >= 0)
        close(out[1]);
    if (err[1] >= 0)
        close(err[1]);
    fds[0] = (struct pollfd){.fd = out[0], .events = POLLIN};
    fds[1] = (struct pollfd){.fd = err[0], .events = POLLIN};
    while (pid > 0 && in_time && (fds[0].fd >= 0 || fds[1].fd >= 0)) {
        poll(fds, 2, 100);
        take(&fds[0], &result->out);
        take(&fds[1], &result->err);
        in_time = clock_ms() < until;
    }
    if (fds[0].fd >= 0)
        close(fds[0].fd);
    if (fds[1].fd >= 0)
        close(fds[1].fd);
    if (pid > 0 && !in_time)
        kill(-pid, SIGKILL);
    if (pid < 0 || waitpid(pid, &status, 0) != pid)
        return false;
    result->exit = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    return in_time;
}
