/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The locale, the language and where its catalogue is. Knows no sentence.
 */
#include "tui/words.h"

#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A UTF-8 locale whatever the environment says: everything we read and write is UTF-8. */
static void set_locale(void)
{
    static const char *const fallback[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8", "zh_TW.UTF-8"};

    if (!setlocale(LC_ALL, "") || strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        for (size_t i = 0; i < sizeof fallback / sizeof fallback[0]; i++)
            if (setlocale(LC_ALL, fallback[i]))
                break;
    (void)setlocale(LC_NUMERIC, "C");
}

/* The environment's language is English. */
static bool locale_english(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *value = getenv(names[i]);

        if (value && *value)
            return strncmp(value, "en", 2) == 0;
    }
    return false;
}

/* DIRECTORY holds the English catalogue. */
static bool has_catalogue(const struct str *directory)
{
    struct str file = STR_INIT;
    bool has;

    str_printf(&file, "%s/en/LC_MESSAGES/yishi.mo", directory->text);
    has = !str_failed(&file) && access(file.text, R_OK) == 0;
    str_release(&file);
    return has;
}

/* The catalogue of a program that was built but not installed: build/locale, seen from where the program is.
 */
static bool beside(const char *program, struct str *out)
{
    static const char *const places[] = {"build/locale", "../locale"};
    char *path = realpath(program, NULL), *slash = path ? strrchr(path, '/') : NULL;
    bool found = false;

    if (slash)
        *slash = '\0';
    for (size_t i = 0; slash && !found && i < sizeof places / sizeof places[0]; i++) {
        str_clear(out);
        str_printf(out, "%s/%s", path, places[i]);
        found = has_catalogue(out);
    }
    free(path);
    return found;
}

void words_init(const char *lang, const char *program)
{
    bool english = lang && *lang ? strncmp(lang, "en", 2) == 0 : locale_english();
    struct str directory = STR_INIT;

    set_locale();
    /* without memory for it the old language stays: not worth failing for */
    (void)setenv("LANGUAGE", english ? "en" : "zh_TW", 1);
    if (!program || !beside(program, &directory)) {
        str_clear(&directory);
        str_add(&directory, YISHI_LOCALEDIR);
    }
    (void)bindtextdomain("yishi", directory.text);
    (void)bind_textdomain_codeset("yishi", "UTF-8");
    (void)textdomain("yishi");
    str_release(&directory);
}

bool words_english(void)
{
    return strcmp(_("zh"), "zh") != 0; /* the English catalogue says "en" */
}
