/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Curses for output, its terminfo for the keys; input is read as bytes (get_wch loses some), and borders are
 * UTF-8 characters (the line drawing of box() does not show everywhere).
 */
#include "tui/terminal/terminal.h"

#include "tui/terminal/overlay.h"

#include <curses.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>

/* ---- keys that terminfo names ---- */

static void learn_keys(struct decoder *decoder)
{
    static const struct {
        const char *capability;
        enum key_code code;
        unsigned mods;
    } keys[] = {
        {"kf1", KEYC_F1, 0},
        {"kf2", KEYC_F1 + 1, 0},
        {"kf3", KEYC_F1 + 2, 0},
        {"kf4", KEYC_F1 + 3, 0},
        {"kf5", KEYC_F1 + 4, 0},
        {"kf6", KEYC_F1 + 5, 0},
        {"kf7", KEYC_F1 + 6, 0},
        {"kf8", KEYC_F1 + 7, 0},
        {"kf9", KEYC_F1 + 8, 0},
        {"kf10", KEYC_F1 + 9, 0},
        {"kf11", KEYC_F1 + 10, 0},
        {"kf12", KEYC_F1 + 11, 0},
        {"kcuu1", KEYC_UP, 0},
        {"kcud1", KEYC_DOWN, 0},
        {"kcub1", KEYC_LEFT, 0},
        {"kcuf1", KEYC_RIGHT, 0},
        {"khome", KEYC_HOME, 0},
        {"kend", KEYC_END, 0},
        {"kpp", KEYC_PGUP, 0},
        {"knp", KEYC_PGDN, 0},
        {"kich1", KEYC_INSERT, 0},
        {"kdch1", KEYC_DELETE, 0},
        {"kcbt", KEYC_TAB, MOD_SHIFT},
        {"kent", KEYC_ENTER, 0},
        {"kri", KEYC_UP, MOD_SHIFT},
        {"kind", KEYC_DOWN, MOD_SHIFT},
        {"kLFT", KEYC_LEFT, MOD_SHIFT},
        {"kRIT", KEYC_RIGHT, MOD_SHIFT},
    };

    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        const char *bytes = tigetstr(keys[i].capability);

        /* a single byte (Enter as ^M) is decoded without help */
        if (bytes && bytes != (const char *)-1 && strlen(bytes) > 1)
            decoder_learn(decoder, bytes,
                          (struct key){.kind = KEY_KIND_SPECIAL, .code = keys[i].code, .mods = keys[i].mods});
    }
}

/* ---- start and stop ---- */

/* Tell the terminal itself, beside what curses tells it: bracketed paste and, if wanted, the mouse. */
static void set_modes(const struct terminal *terminal, bool on)
{
    (void)putp(on ? "\033[?2004h" : "\033[?2004l");
    if (terminal->mouse)
        (void)putp(on ? "\033[?1000h\033[?1006h" : "\033[?1006l\033[?1000l");
    (void)fflush(stdout);
}

static void set_colours(struct terminal *terminal)
{
    if (!terminal->colours)
        return;
    (void)start_color();
    (void)use_default_colors();
    for (int i = 0; i < ROLE_COUNT; i++)
        (void)init_pair((short)(i + 1), terminal->theme.look[i].fg, terminal->theme.look[i].bg);
}

/* The terminal's type is known and does what a screen needs. Asked first: newterm() leaks when it is not
 * known. */
static bool can_move_cursor(void)
{
    int result = 0;
    bool can;

    if (setupterm(NULL, STDOUT_FILENO, &result) != OK)
        return false;
    can = tigetstr("cup") != NULL;
    (void)del_curterm(cur_term);
    return can;
}

enum status terminal_start(struct terminal *terminal, const struct terminal_options *options,
                           struct decoder *decoder, struct err *theme_err, struct err *err)
{
    const char *type = getenv("TERM");
    int colours;

    *terminal = (struct terminal){.mouse = options->mouse, .fresh = true};
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
        return err_set(err, STATUS_USAGE, CODE_TERMINAL_MISSING, NULL, NULL, NULL);
    /* the size comes from the terminal, not from what these say; newterm() looks at them */
    (void)unsetenv("LINES");
    (void)unsetenv("COLUMNS");
    if (!type || !can_move_cursor() || !newterm(NULL, stdout, stdin))
        return err_set(err, STATUS_USAGE, CODE_TERMINAL_UNKNOWN, NULL, type ? type : "", NULL);
    terminal->started = true;
    (void)raw(); /* Ctrl-C, Ctrl-Z and Ctrl-S are keys here */
    (void)noecho();
    (void)nonl();
    (void)keypad(stdscr, TRUE);
    (void)typeahead(-1); /* a frame is never left half drawn */
    colours = options->no_colour ? 0 : tigetnum("colors");
    *theme_err = (struct err){0};
    (void)theme_load(&terminal->theme, options->theme_directory, options->theme, colours, theme_err);
    terminal->colours = colours >= 8;
    set_colours(terminal);
    terminal->caret = true;
    learn_keys(decoder);
    set_modes(terminal, true);
    return STATUS_OK;
}

enum status terminal_options(struct terminal *terminal, const struct terminal_options *options,
                             struct err *theme_err)
{
    const int colours = options->no_colour ? 0 : tigetnum("colors");
    enum status status;

    set_modes(terminal, false);
    terminal->mouse = options->mouse;
    set_modes(terminal, true);
    status = theme_load(&terminal->theme, options->theme_directory, options->theme, colours, theme_err);
    set_colours(terminal);
    terminal_redraw(terminal);
    return status;
}

void terminal_stop(struct terminal *terminal, bool hung_up)
{
    if (terminal->started && !hung_up) {
        (void)curs_set(1);
        set_modes(terminal, false);
        (void)endwin();
    }
    cells_release(&terminal->shown);
    *terminal = (struct terminal){0};
}

void terminal_suspend(struct terminal *terminal)
{
    (void)curs_set(1);
    terminal->caret = true;
    set_modes(terminal, false);
    (void)endwin();
}

void terminal_resume(struct terminal *terminal)
{
    (void)reset_prog_mode();
    (void)keypad(stdscr, TRUE);
    set_modes(terminal, true);
    terminal_redraw(terminal);
}

void terminal_size(struct terminal *terminal, int *cols, int *rows)
{
    struct winsize size;

    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0 &&
        (size.ws_col != COLS || size.ws_row != LINES)) {
        (void)resizeterm(size.ws_row, size.ws_col);
        terminal_redraw(terminal);
    }
    *cols = COLS;
    *rows = LINES;
}

void terminal_redraw(struct terminal *terminal)
{
    terminal->fresh = true;
    (void)clearok(curscr, TRUE);
}

/* ---- the picture ---- */

static attr_t attributes(const struct look *look)
{
    attr_t attrs = 0;

    if (look->flags & LOOK_BOLD)
        attrs |= A_BOLD;
    if (look->flags & LOOK_DIM)
        attrs |= A_DIM;
    if (look->flags & LOOK_UNDERLINE)
        attrs |= A_UNDERLINE;
    if (look->flags & LOOK_REVERSE)
        attrs |= A_REVERSE;
    return attrs;
}

static void set_role(const struct terminal *terminal, unsigned role)
{
    (void)attr_set(attributes(&terminal->theme.look[role]), (short)(terminal->colours ? role + 1 : 0), NULL);
}

/* One row from column X up to before END, in runs of the same role. Each run is placed by its column, so
 * widths cannot add up to a shift. */
static void put_row(const struct terminal *terminal, const struct cells *cells, int y, int x, int end)
{
    struct str run = STR_INIT;

    while (x < end) {
        const struct cell *cell = cells_at(cells, x, y);
        unsigned role = cell->role;
        int start = x;

        str_clear(&run);
        for (; x < end && (cell = cells_at(cells, x, y))->role == role; x++) {
            if (overlay_needed(cell))
                str_add(&run, overlay_placeholder);
            else
                str_add_bytes(&run, cell->text, cell->len_bytes);
        }
        set_role(terminal, role);
        (void)mvaddnstr(y, start, run.text,
                        (int)run.len_bytes); /* ERR at the last cell of all: it is put, though */
    }
    str_release(&run);
}

/* The columns of row Y that differ, from *X up to before *END; false: none. Neither is ever in the middle of
 * a wide character, for its halves change together. */
static bool row_differs(const struct cells *a, const struct cells *b, int y, int *x, int *end)
{
    for (*x = 0; *x < a->cols && cell_same(cells_at(a, *x, y), cells_at(b, *x, y));)
        (*x)++;
    for (*end = a->cols; *end > *x && cell_same(cells_at(a, *end - 1, y), cells_at(b, *end - 1, y));)
        (*end)--;
    return *x < *end;
}

static void keep_row(struct cells *shown, const struct cells *cells, int y)
{
    memcpy(cells_at(shown, 0, y), cells_at(cells, 0, y), (size_t)cells->cols * sizeof *cells->v);
}

static void put_caret(struct terminal *terminal, const struct cells *cells)
{
    bool there = cells->caret_x >= 0;

    if (there != terminal->caret) {
        (void)curs_set(there ? 1 : 0);
        terminal->caret = there;
    }
    if (there)
        (void)move(cells->caret_y, cells->caret_x < cells->cols ? cells->caret_x : cells->cols - 1);
    else
        (void)move(cells->rows - 1, cells->cols - 1);
}

void terminal_show(struct terminal *terminal, const struct cells *cells)
{
    struct cells *shown = &terminal->shown;
    bool all = terminal->fresh || shown->cols != cells->cols || shown->rows != cells->rows;
    bool overlay = false;

    if (cells->rows == 0)
        return;
    if (all && !cells_resize(shown, cells->cols, cells->rows))
        return; /* out of memory: the old picture stays, the next frame tries again */
    for (int y = 0; y < cells->rows; y++) {
        int x = 0, end = cells->cols;

        if (!all && !row_differs(shown, cells, y, &x, &end))
            continue;
        put_row(terminal, cells, y, x, end);
        keep_row(shown, cells, y);
        overlay = overlay || overlay_row_needed(cells, y);
    }
    terminal->fresh = false;
    put_caret(terminal, cells);
    (void)wnoutrefresh(stdscr);
    (void)doupdate();
    if (overlay)
        overlay_show(&terminal->theme, terminal->colours, cells);
}

bool terminal_read(struct decoder *decoder)
{
    char bytes[16384];
    ssize_t n = read(STDIN_FILENO, bytes, sizeof bytes);

    if (n < 0)
        return errno == EINTR || errno == EAGAIN;
    if (n == 0)
        return false;
    (void)decoder_feed(decoder, bytes,
                       (size_t)n); /* out of memory: these keys are lost, the program is not */
    return true;
}
