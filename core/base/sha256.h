/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SHA-256 of what is handed in piece by piece, as text: for the journal's seals, kept papers and manifests.
 */
#ifndef YISHI_BASE_SHA256_H
#define YISHI_BASE_SHA256_H

#include <nettle/sha2.h>
#include <stdbool.h>
#include <stddef.h>

enum { SHA256_TEXT = 65 }; /* 64 digits, lower case, and the NUL */

struct sha256 {
    struct sha256_ctx context;
};
void sha256_begin(struct sha256 *sha);
void sha256_add(struct sha256 *sha, const char *text); /* NULL adds nothing */
void sha256_add_bytes(struct sha256 *sha, const char *bytes, size_t len_bytes);
void sha256_end(struct sha256 *sha, char out[SHA256_TEXT]);
/* All at once. */
void sha256_text(const char *bytes, size_t len_bytes, char out[SHA256_TEXT]);
/* TEXT is written like a SHA-256: 64 hexadecimal digits. */
bool sha256_is(const char *text);

#endif
