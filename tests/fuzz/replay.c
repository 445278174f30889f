/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gives every file of a corpus to a fuzz target that was linked with any compiler, so that what a fuzzer
 * once found stays found. A failure aborts, and the input being tried was named before.
 */
#include "tests/fuzz/fuzz.h"

#include "core/base/str.h"

#include <dirent.h>

static int take_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    struct str text = STR_INIT;
    char bytes[4096];
    size_t n;

    if (!file)
        return 0;
    while ((n = fread(bytes, 1, sizeof bytes, file)) > 0)
        str_add_bytes(&text, bytes, n);
    if (ferror(file) || fclose(file) != 0 || str_failed(&text)) {
        str_release(&text);
        return -1;
    }
    (void)LLVMFuzzerTestOneInput((const uint8_t *)text.text, text.len_bytes);
    str_release(&text);
    return 1;
}

/* replay DIRECTORY: prints how many inputs it took; 1 where one cannot be read or there is none. */
int main(int argc, char **argv)
{
    struct dirent **names = NULL;
    int n, taken = 0;

    if (argc != 2 || LLVMFuzzerInitialize(&argc, &argv) != 0)
        return 2;
    n = scandir(argv[1], &names, NULL, alphasort);
    for (int i = 0; i < n; i++) {
        struct str path = STR_INIT;
        int result = 0;

        if (names[i]->d_name[0] != '.') {
            str_printf(&path, "%s/%s", argv[1], names[i]->d_name);
            (void)fprintf(stderr, "%s\n", path.text);
            result = take_file(path.text);
        }
        free(names[i]);
        str_release(&path);
        if (result < 0)
            return 1;
        taken += result;
    }
    free(names);
    (void)printf("%d\n", taken);
    return taken ? 0 : 1;
}
