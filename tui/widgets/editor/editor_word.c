/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words, for moving and deleting by them. Chinese has no spaces, so its "word" is what stands between two
 * marks.
 */
#include "tui/widgets/editor/inside.h"

#include <unictype.h>
#include <unistr.h>

enum { PIECE_BYTES = 8192 };

enum class { CLASS_BETWEEN, CLASS_HAN, CLASS_OTHER };

static enum class class_at(const char *text, size_t len_bytes) {
    ucs4_t c;

    if (!len_bytes) return CLASS_BETWEEN;
    (void)u8_mbtouc(&c, (const uint8_t *)text, len_bytes);
    if (uc_is_property_ideographic(c)) return CLASS_HAN;
    if (uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N | UC_CATEGORY_MASK_M |
                                                UC_CATEGORY_MASK_Co)) return CLASS_OTHER;
    return CLASS_BETWEEN;
}

bool editor_in_word(const char *text, size_t len_bytes)
{
    return class_at(text, len_bytes) != CLASS_BETWEEN;
}

static enum class class_of(const struct str *text, size_t at_bytes) {
    return class_at(text->text + at_bytes, text->len_bytes - at_bytes);
}

/* AT moved on over clusters of CLASS. */
static size_t skip(const struct str *text, size_t at, enum class class)
{
    while (at < text->len_bytes && class_of(text, at) == class)
        at += text_cluster_bytes(text->text + at, text->len_bytes - at);
    return at;
}

/* AT moved back over clusters of CLASS. Clusters are cheap to find forwards only, so a piece is looked at at
 * a time. */
static size_t skip_back(const struct str *text, size_t at, enum class class)
{
    bool all = true;

    while (at > 0 && all) {
        const size_t begin =
            at > PIECE_BYTES ? text_cluster_before(text->text, text->len_bytes, at - PIECE_BYTES) : 0;
        size_t start = at;

        for (size_t i = begin; i < at; i += text_cluster_bytes(text->text + i, text->len_bytes - i)) {
            if (class_of(text, i) != class)
                start = at;
            else if (start == at)
                start = i;
        }
        all = start == begin;
        at = start;
    }
    return at;
}

struct place editor_word_right(const struct editor *editor, struct place place)
{
    const struct str *text = &editor->buffer.v[place.para].text;
    enum class class;

    if (place.at_bytes >= text->len_bytes)
        return editor_place_right(editor, place);
    class = class_of(text, place.at_bytes);
    if (class != CLASS_BETWEEN)
        place.at_bytes = skip(text, place.at_bytes, class);
    place.at_bytes = skip(text, place.at_bytes, CLASS_BETWEEN);
    return place;
}

struct place editor_word_left(const struct editor *editor, struct place place)
{
    const struct str *text = &editor->buffer.v[place.para].text;
    size_t before;

    if (place.at_bytes == 0)
        return editor_place_left(editor, place);
    place.at_bytes = skip_back(text, place.at_bytes, CLASS_BETWEEN);
    if (place.at_bytes > 0) {
        before = text_cluster_before(text->text, text->len_bytes, place.at_bytes);
        place.at_bytes = skip_back(text, place.at_bytes, class_of(text, before));
    }
    return place;
}
