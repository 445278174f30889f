/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A handler may touch nothing but flags and a pipe, and it gets no argument to find them by: so they stand
 * here.
 */
#include "tui/terminal/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static const int caught[] = {SIGWINCH, SIGTERM, SIGINT, SIGQUIT, SIGHUP, SIGTSTP};

static volatile sig_atomic_t came[sizeof caught / sizeof caught[0]];
static int wake[2] = {-1, -1};

static void handle(int number)
{
    int before = errno;
    ssize_t n;

    for (size_t i = 0; i < sizeof caught / sizeof caught[0]; i++)
        if (caught[i] == number)
            came[i] = 1;
    n = write(wake[1], "", 1); /* full: the loop is awake already */
    (void)n;
    errno = before;
}

int signals_fd(void)
{
    return wake[0];
}

enum status signals_start(struct err *err)
{
    struct sigaction action = {.sa_handler = handle};

    if (pipe(wake) != 0)
        goto failed;
    for (int i = 0; i < 2; i++)
        if (fcntl(wake[i], F_SETFL, O_NONBLOCK) != 0 || fcntl(wake[i], F_SETFD, FD_CLOEXEC) != 0)
            goto failed;
    if (sigfillset(&action.sa_mask) != 0)
        goto failed;
    for (size_t i = 0; i < sizeof caught / sizeof caught[0]; i++) {
        came[i] = 0;
        if (sigaction(caught[i], &action, NULL) != 0)
            goto failed;
    }
    action.sa_handler = SIG_IGN;
    if (sigaction(SIGPIPE, &action, NULL) != 0)
        goto failed;
    return STATUS_OK;
failed:
    signals_stop();
    return err_set(err, STATUS_STORAGE, CODE_FILE_OPEN, "pipe", strerror(errno), NULL);
}

void signals_stop(void)
{
    struct sigaction action = {.sa_handler = SIG_DFL};

    for (size_t i = 0; i < sizeof caught / sizeof caught[0]; i++)
        (void)sigaction(caught[i], &action, NULL);
    for (int i = 0; i < 2; i++)
        if (wake[i] >= 0) {
            (void)close(wake[i]);
            wake[i] = -1;
        }
}

struct signals signals_take(void)
{
    struct signals signals = {0};
    char bytes[64];

    while (read(wake[0], bytes, sizeof bytes) > 0)
        continue;
    for (size_t i = 0; i < sizeof caught / sizeof caught[0]; i++) {
        if (!came[i])
            continue;
        came[i] = 0;
        if (caught[i] == SIGWINCH)
            signals.resize = true;
        else if (caught[i] == SIGHUP)
            signals.hang_up = true;
        else if (caught[i] == SIGTSTP)
            signals.suspend = true;
        else
            signals.terminate = true;
    }
    return signals;
}
