/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bytes to keys: what terminals really send, whole and in pieces.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/screen_text.h"
#include "tui/terminal/decode.h"

#include <stdio.h>

/* The events of BYTES as "F6 x Shift-Up paste(...)"; the last bytes are followed by silence. */
static void events(const char *bytes, size_t len_bytes, size_t piece, struct str *out)
{
    struct decoder decoder;
    struct key key;

    decoder_init(&decoder);
    for (size_t at = 0; at < len_bytes; at += piece) {
        size_t n = len_bytes - at < piece ? len_bytes - at : piece;

        assert_true(decoder_feed(&decoder, bytes + at, n));
        while (decoder_next(&decoder, at + n == len_bytes, &key)) {
            if (out->len_bytes)
                str_add(out, " ");
            if (key.kind == KEY_KIND_PASTE) {
                str_add(out, "paste(");
                str_add_bytes(out, key.text, key.len_bytes);
                str_add(out, ")");
            } else
                key_format(out, &key);
        }
    }
    assert_false(decoder_waiting(&decoder));
    decoder_release(&decoder);
}

struct known {
    const char *bytes, *keys;
};

static void assert_events(const struct known *known, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t piece = 1; piece < 9; piece += 7) {
            struct str got = STR_INIT;

            events(known[i].bytes, strlen(known[i].bytes), piece, &got);
            assert_string_equal(got.text, known[i].keys);
            str_release(&got);
        }
}

static void characters__arrive_whole__however_the_bytes_are_split(void **state)
{
    static const struct known known[] = {
        {"a", "a"},          {"水文", "水 文"},  {"𠮷x", "𠮷 x"},    {"：？１", "： ？ １"},
        {" ", "Space"},      {"\r", "Enter"},    {"\t", "Tab"},      {"\x7F", "Backspace"},
        {"\b", "Backspace"}, {"\x07", "Ctrl-G"}, {"\x12", "Ctrl-R"}, {"\n", "Ctrl-J"},
        {"\x1F", "Ctrl-_"},
    };

    (void)state;
    assert_events(known, sizeof known / sizeof known[0]);
}

static void sequences__are_keys__on_every_kind_of_terminal(void **state)
{
    static const struct known known[] = {
        /* xterm */
        {"\033[A", "Up"},
        {"\033OB", "Down"},
        {"\033[1;2A", "Shift-Up"},
        {"\033[1;5D", "Ctrl-Left"},
        {"\033[1;3C", "Alt-Right"},
        {"\033[1;6H", "Ctrl-Shift-Home"},
        {"\033OP", "F1"},
        {"\033[15~", "F5"},
        {"\033[1;2P", "Shift-F1"},
        {"\033[17;2~", "Shift-F6"},
        {"\033[24~", "F12"},
        {"\033[3~", "Delete"},
        {"\033[5~", "PgUp"},
        {"\033[6;5~", "Ctrl-PgDn"},
        {"\033[H", "Home"},
        {"\033[Z", "Shift-Tab"},
        /* PuTTY */
        {"\033[11~", "F1"},
        {"\033[14~", "F4"},
        {"\033[1~", "Home"},
        {"\033[4~", "End"},
        {"\033[25~", "Shift-F3"},
        /* rxvt */
        {"\033[7~", "Home"},
        {"\033[a", "Shift-Up"},
        {"\033Oa", "Ctrl-Up"},
        {"\033[3$", "Shift-Delete"},
        {"\033[5^", "Ctrl-PgUp"},
        {"\033\033[A", "Alt-Up"},
        /* the Linux console */
        {"\033[[A", "F1"},
        {"\033[[E", "F5"},
        /* the keypad */
        {"\033OM", "Enter"},
        {"\033Oq", "1"},
        /* numbered characters */
        {"\033[13;2u", "Shift-Enter"},
        {"\033[27;5;9~", "Ctrl-Tab"},
        {"\033[103;5u", "Ctrl-G"},
        /* the wheel */
        {"\033[<64;10;10M", "Up"},
        {"\033[<65;10;10M", "Down"},
    };

    (void)state;
    assert_events(known, sizeof known / sizeof known[0]);
}

static void escape__is_esc_or_alt__by_what_follows(void **state)
{
    static const struct known known[] = {
        {"\033", "Esc"},         {"\033x", "Alt-X"},   {"\033X", "Alt-Shift-X"},
        {"\033\r", "Alt-Enter"}, {"\033[", "Alt-["},   {"\033O", "Alt-O"},
        {"\033\033", "Esc Esc"}, {"\033水", "Esc 水"}, {"\033\x07", "Ctrl-Alt-G"},
        {"\0331", "Alt-1"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        struct str got = STR_INIT;
        const char *expected = known[i].keys;

        if (strcmp(expected, "Alt-O") == 0)
            expected = "Alt-Shift-O";
        events(known[i].bytes, strlen(known[i].bytes), 64, &got);
        assert_string_equal(got.text, expected);
        str_release(&got);
    }
}

static void unknown_and_broken_sequences__are_dropped__and_what_follows_is_not(void **state)
{
    static const struct known known[] = {
        {"\033[99~a", "a"},           {"\033[?1;2ca", "a"},           {"\033[Ia", "a"},
        {"\033[<0;5;5Ma", "a"},       {"\033[12;34;56;78;90zx", "x"}, {"\033[1;2\ra", "Enter a"},
        {"\033[999999999999~b", "b"},
    };

    (void)state;
    assert_events(known, sizeof known / sizeof known[0]);
}

static void invalid_bytes__become_one_replacement_each__and_swallow_nothing(void **state)
{
    static const struct known known[] = {
        {"\x80z", "\xEF\xBF\xBD z"},
        {"\xFFz", "\xEF\xBF\xBD z"},
        {"\xE6\xB0z", "\xEF\xBF\xBD \xEF\xBF\xBD z"},
        {"\xED\xA0\x80z", "\xEF\xBF\xBD \xEF\xBF\xBD \xEF\xBF\xBD z"},
        {"\xC0\xAFz", "\xEF\xBF\xBD \xEF\xBF\xBD z"},
        {"\xE6\xB0", "\xEF\xBF\xBD \xEF\xBF\xBD"},
    };

    (void)state;
    assert_events(known, sizeof known / sizeof known[0]);
}

static void paste__is_one_event__whatever_is_in_it(void **state)
{
    static const struct known known[] = {
        {"\033[200~水文部\033[201~", "paste(水文部)"},
        {"\033[200~a\r\nb\rc\nd\033[201~x", "paste(a\nb\nc\nd) x"},
        {"\033[200~\033[A\t\033[201~", "paste(\033[A\t)"},
        {"\033[200~\033[201~y", "paste() y"},
        {"\033[200~\xFF\033[201~", "paste(\xEF\xBF\xBD)"},
    };

    (void)state;
    assert_events(known, sizeof known / sizeof known[0]);
}

static void paste__of_any_size__arrives_whole(void **state)
{
    enum { TIMES = 100000 };
    struct str sent = STR_INIT, bytes = STR_INIT, got = STR_INIT;

    (void)state;
    str_add_repeat(&sent, "河川水", TIMES);
    str_printf(&bytes, "\033[200~%s\033[201~", sent.text);
    events(bytes.text, bytes.len_bytes, 4096, &got);
    assert_int_equal(got.len_bytes, sent.len_bytes + strlen("paste()"));
    assert_memory_equal(got.text + 6, sent.text, sent.len_bytes);
    str_release(&sent);
    str_release(&bytes);
    str_release(&got);
}

static void paste__that_never_ends__can_be_ended(void **state)
{
    struct decoder decoder;
    struct key key;

    (void)state;
    decoder_init(&decoder);
    assert_true(decoder_feed(&decoder, "\033[200~abc", 9));
    assert_false(decoder_next(&decoder, true, &key));
    assert_false(decoder_next(&decoder, true, &key));
    assert_true(decoder_end_paste(&decoder, &key));
    assert_int_equal(key.kind, KEY_KIND_PASTE);
    assert_string_equal(key.text, "abc");
    assert_false(decoder_end_paste(&decoder, &key));
    assert_true(decoder_feed(&decoder, "d", 1));
    assert_true(decoder_next(&decoder, false, &key));
    assert_string_equal(key.text, "d");
    decoder_release(&decoder);
}

static void learned_sequence__comes_before_the_general_ones(void **state)
{
    struct decoder decoder;
    struct key key;

    (void)state;
    decoder_init(&decoder);
    decoder_learn(&decoder, "\033[A", key_named("F9"));
    decoder_learn(&decoder, NULL, key_named("F8"));
    assert_true(decoder_feed(&decoder, "\033[A", 3));
    assert_true(decoder_next(&decoder, false, &key));
    assert_int_equal(key.code, KEYC_F1 + 8);
    decoder_release(&decoder);
}

/* Whatever comes, every byte is used up and the decoder neither hangs nor reads past its end. */
static void random_bytes__are_all_used_up(void **state)
{
    static const char likely[] = "\033[O;~12<M\x7F\xE6\xB0\xB4u$^ax";
    unsigned seed = 20230524;
    struct str bytes = STR_INIT, got = STR_INIT;

    (void)state;
    for (int round = 0; round < 400; round++) {
        str_clear(&bytes);
        str_clear(&got);
        for (int i = 0; i < 60; i++) {
            seed = seed * 1103515245U + 12345U;
            str_add_char(&bytes,
                         (seed >> 16) % 4 ? likely[(seed >> 18) % (sizeof likely - 1)] : (char)(seed >> 20));
        }
        str_add(&bytes, "\033[201~\033[201~");
        events(bytes.text, bytes.len_bytes, (size_t)(round % 7) + 1, &got);
    }
    str_release(&bytes);
    str_release(&got);
}

static void key_names__read_back_as_the_same_key(void **state)
{
    static const char *const names[] = {"F1",    "F12",   "Ctrl-G", "Shift-Up",   "Enter", "n",
                                        "Space", "Alt-P", "：",     "Ctrl-Alt-X", "PgDn",  "Ctrl-Space",
                                        "Alt--", "?",     "Esc",    "Shift-Tab",  "-"};

    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct key key = key_named(names[i]);
        struct str name = STR_INIT;

        key_format(&name, &key);
        assert_string_equal(name.text, names[i]);
        str_release(&name);
    }
}

static void key_names__that_are_none__are_refused(void **state)
{
    static const char *const names[] = {"",        "F0",  "F13",   "F1x", "Ctrl-",        "Ctrl-水",
                                        "Shift-a", "abc", "Entre", "ab",  "F111111111111"};
    struct key key;

    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        assert_false(key_parse(names[i], &key));
}

static void full_width_characters__are_the_same_keys_as_half_width_ones(void **state)
{
    static const struct {
        const char *a, *b;
        bool same;
    } cases[] = {{"：", ":", true},   {"／", "/", true}, {"？", "?", true}, {"１", "1", true},
                 {"～", "~", true},   {"ａ", "a", true}, {"　", " ", true}, {"水", "水", true},
                 {"水", "文", false}, {"a", "b", false}, {"A", "a", false}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct key a = key_text(cases[i].a), b = key_text(cases[i].b);

        assert_int_equal(key_same(&a, &b), cases[i].same);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(characters__arrive_whole__however_the_bytes_are_split),
        cmocka_unit_test(sequences__are_keys__on_every_kind_of_terminal),
        cmocka_unit_test(escape__is_esc_or_alt__by_what_follows),
        cmocka_unit_test(unknown_and_broken_sequences__are_dropped__and_what_follows_is_not),
        cmocka_unit_test(invalid_bytes__become_one_replacement_each__and_swallow_nothing),
        cmocka_unit_test(paste__is_one_event__whatever_is_in_it),
        cmocka_unit_test(paste__of_any_size__arrives_whole),
        cmocka_unit_test(paste__that_never_ends__can_be_ended),
        cmocka_unit_test(learned_sequence__comes_before_the_general_ones),
        cmocka_unit_test(random_bytes__are_all_used_up),
        cmocka_unit_test(key_names__read_back_as_the_same_key),
        cmocka_unit_test(key_names__that_are_none__are_refused),
        cmocka_unit_test(full_width_characters__are_the_same_keys_as_half_width_ones),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}
