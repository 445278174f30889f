/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Personal data in a text: telephone numbers, e-mail addresses, identity numbers, who is to be called. Pure
 * functions over one text; what is done about it is the secretary's to say.
 */
#ifndef YISHI_PUBLISH_PERSONAL_H
#define YISHI_PUBLISH_PERSONAL_H

#include <stdbool.h>
#include <stddef.h>

enum personal {
    PERSONAL_PHONE,  /* (02)1234-5678#123, 0912-345-678, +886 2 1234 5678, 電話：2345-6789, 分機123 */
    PERSONAL_EMAIL,  /* anybody@example.tw */
    PERSONAL_ID,     /* of a citizen or a resident (both kinds), its check digit right */
    PERSONAL_CONTACT /* 聯絡人：王小明: the name */
};

/* The first at or after byte FROM: its kind, where it starts and where it ends. Full-width letters, digits
 * and marks are read as the plain ones. false: none. */
bool personal_find(const char *text, size_t from, enum personal *kind, size_t *start, size_t *end);
/* A table's head or cell that says: whose name stands below or beside it is to be called. */
bool personal_is_contact_label(const char *text);

#endif
