/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nettle computes; here its bytes become digits.
 */
#include "core/base/sha256.h"

#include <string.h>

void sha256_begin(struct sha256 *sha)
{
    sha256_init(&sha->context);
}

void sha256_add(struct sha256 *sha, const char *text)
{
    if (text)
        sha256_add_bytes(sha, text, strlen(text));
}

void sha256_add_bytes(struct sha256 *sha, const char *bytes, size_t len_bytes)
{
    sha256_update(&sha->context, len_bytes, (const unsigned char *)bytes);
}

void sha256_end(struct sha256 *sha, char out[SHA256_TEXT])
{
    static const char digits[] = "0123456789abcdef";
    unsigned char bytes[SHA256_DIGEST_SIZE];

    sha256_digest(&sha->context, sizeof bytes, bytes);
    for (size_t i = 0; i < sizeof bytes; i++) {
        out[2 * i] = digits[bytes[i] >> 4];
        out[2 * i + 1] = digits[bytes[i] & 15];
    }
    out[SHA256_TEXT - 1] = '\0';
}

void sha256_text(const char *bytes, size_t len_bytes, char out[SHA256_TEXT])
{
    struct sha256 sha;

    sha256_begin(&sha);
    sha256_add_bytes(&sha, bytes, len_bytes);
    sha256_end(&sha, out);
}

bool sha256_is(const char *text)
{
    return text && strspn(text, "0123456789abcdef") == SHA256_TEXT - 1 && text[SHA256_TEXT - 1] == '\0';
}
