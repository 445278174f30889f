/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * driver [-j JOBS] [-p PROGRAM] SCRIPT…: plays each script in a process of its own, a few at a
 * time, and counts. `driver --verbs` prints the language. See README beside this file.
 */
#include "tests/terminal/look.h"
#include "tests/terminal/story.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

struct job {
    const char *file;
    FILE *output; /* what the story says; printed when it is this job's turn */
    pid_t pid;    /* 0 = not started, -1 = ended */
    bool passed;
};

static void print_verbs(void)
{
    static const struct verb *const all[] = {verbs_set, verbs_type, verbs_see, verbs_command};
    const struct verb *verb;
    size_t i;

    for (i = 0; i < sizeof all / sizeof *all; i++)
        for (verb = all[i]; verb->name; verb++)
            printf("%s\n", verb->help);
}

/* TEXT as comment lines. */
static void print_comment(FILE *output, const char *text)
{
    while (*text != '\0') {
        size_t len = strcspn(text, "\n");

        fprintf(output, "# %.*s\n", (int)len, text);
        text += len + (text[len] == '\n');
    }
}

static void print_failure(FILE *output, const struct story *story, const char *file)
{
    struct str text = STR_INIT;

    if (story->line)
        str_printf(&text, "%s:%d: %s %s\n", story->line->file, story->line->number, story->line->verb,
                   story->line->rest);
    else
        str_printf(&text, "%s: at the end\n", file);
    str_printf(&text, "%s\n", story->failure.text);
    if (story->terminal.vt)
        look_dump(&story->terminal, &text);
    print_comment(output, text.text);
    str_release(&text);
}

/* In a process of its own: play FILE, tell OUTPUT, and return the exit status. */
static int play(const char *file, const char *program, FILE *output)
{
    struct story story;
    struct script script = {NULL, 0};
    struct str wrong = STR_INIT;
    bool ok = script_read(&script, file, &wrong);

    if (!ok) {
        print_comment(output, wrong.text);
        fprintf(output, "not ok - %s\n", file);
    } else {
        memset(&story, 0, sizeof story);
        ok = story_play(&story, &script, file, program);
        if (!ok)
            print_failure(output, &story, file);
        fprintf(output, "%s - %s\n", ok ? "ok" : "not ok", story.title.text);
        story_release(&story);
    }
    script_release(&script);
    str_release(&wrong);
    return ok && fflush(output) == 0 ? 0 : 1;
}

static bool start_job(struct job *job, const char *program)
{
    job->output = tmpfile();
    if (!job->output)
        return false;
    fflush(stdout);
    job->pid = fork();
    if (job->pid == 0) {
        int status = play(job->file, program, job->output);

        fclose(job->output);
        exit(status);
    }
    return job->pid > 0;
}

static void print_job(struct job *job)
{
    char bytes[4096];
    size_t got;

    rewind(job->output);
    while ((got = fread(bytes, 1, sizeof bytes, job->output)) > 0)
        fwrite(bytes, 1, got, stdout);
    fclose(job->output);
    fflush(stdout);
}

/* Take one ended process; false when there is none to wait for. */
static bool reap_job(struct job *jobs, size_t n)
{
    int status;
    pid_t pid = wait(&status);
    size_t i;

    for (i = 0; pid > 0 && i < n; i++) {
        if (jobs[i].pid == pid) {
            jobs[i].pid = -1;
            jobs[i].passed = WIFEXITED(status) && WEXITSTATUS(status) == 0;
            if (!WIFEXITED(status) || WEXITSTATUS(status) > 1)
                fprintf(jobs[i].output, "# the driver itself broke\nnot ok - %s\n", jobs[i].file);
            return true;
        }
    }
    return pid > 0;
}

/* All jobs, AT_ONCE of them together, their output in the order of the command line. */
static int run_jobs(struct job *jobs, size_t n, size_t at_once, const char *program)
{
    size_t started = 0, printed = 0, ended = 0, passed = 0;

    while (printed < n) {
        if (started < n && started - ended < at_once) {
            if (!start_job(&jobs[started++], program)) {
                fprintf(stderr, "driver: %s\n", strerror(errno));
                return 2;
            }
            continue;
        }
        if (!reap_job(jobs, n))
            return 2;
        ended++;
        for (; printed < started && jobs[printed].pid == -1; printed++) {
            print_job(&jobs[printed]);
            passed += jobs[printed].passed;
        }
    }
    printf("%zu passed, %zu failed\n", passed, n - passed);
    return passed == n ? 0 : 1;
}

int main(int argc, char **argv)
{
    const char *program = getenv("YISHI");
    char *absolute = NULL;
    size_t n, i, at_once = 2;
    struct job *jobs = NULL;
    int option, status = 2;

    if (argc == 2 && strcmp(argv[1], "--verbs") == 0) {
        print_verbs();
        return 0;
    }
    while ((option = getopt(argc, argv, "j:p:")) != -1) {
        if (option == 'j')
            at_once = (size_t)strtoul(optarg, NULL, 10);
        else if (option == 'p')
            program = optarg;
        else
            goto usage;
    }
    n = (size_t)(argc - optind);
    if (n == 0 || at_once == 0)
        goto usage;
    absolute = realpath(program ? program : "build/sanitized/yishi", NULL);
    if (!absolute) {
        fprintf(stderr, "driver: %s: %s\n", program ? program : "build/sanitized/yishi", strerror(errno));
        return 2;
    }
    jobs = calloc(n, sizeof *jobs);
    for (i = 0; jobs && i < n; i++)
        jobs[i].file = argv[optind + (int)i];
    if (jobs)
        status = run_jobs(jobs, n, at_once, absolute);
    free(jobs);
    free(absolute);
    return status;
usage:
    fprintf(stderr, "usage: driver [-j JOBS] [-p PROGRAM] SCRIPT...\n       driver --verbs\n");
    return 2;
}
