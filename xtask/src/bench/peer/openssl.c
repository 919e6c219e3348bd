/* The peer of the eds figures: libcrypto, with the gost engine for GOST. Same work, same clock and same protocol as the examples of
 * lib/eds: "ready" once warm, then for each line of stdin the rate of one batch (units a second of processor time).
 *
 * Arguments: rsa2048, gost2004, gost512 (verify a signature over 64 bytes, hash included, key and context at hand), streebog512 or
 * gost34311 (MB a second over 100 MB in pieces of 64 KiB). It must never count a refused signature.
 *
 * gost2004 uses the Russian names of the same mathematics (CryptoPro-A, GOST R 34.11-94 with CryptoPro's table): as dear as Kazakhstan's.
 */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/engine.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define BATCH_SECONDS 0.1
#define LOOKS_AFTER 8
#define PIECE_BYTES (64 * 1024)
#define WHOLE_BYTES 100000000L

static const EVP_MD *md;
static EVP_PKEY_CTX *verifier;
static unsigned char message[64], signature[512], piece[PIECE_BYTES];
static size_t signature_bytes;

static void must(int holds, const char *what) {
    if (!holds) {
        fprintf(stderr, "libcrypto: %s failed\n", what);
        exit(1);
    }
}

static double processor_seconds(void) {
    struct timespec t;
    must(clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t) == 0, "the clock");
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int verify(const unsigned char *octets, size_t bytes) {
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int digest_bytes;
    must(EVP_Digest(octets, bytes, digest, &digest_bytes, md, NULL), "the digest");
    return EVP_PKEY_verify(verifier, signature, signature_bytes, digest, digest_bytes) == 1;
}

static void prepare(EVP_PKEY_CTX *generator, const char *paramset) {
    EVP_PKEY *key = NULL;
    must(generator && EVP_PKEY_keygen_init(generator) == 1, "making a key");
    if (paramset)
        must(EVP_PKEY_CTX_ctrl_str(generator, "paramset", paramset) == 1, "the parameter set");
    else
        must(EVP_PKEY_CTX_set_rsa_keygen_bits(generator, 2048) == 1, "the size of the key");
    must(EVP_PKEY_keygen(generator, &key) == 1, "making a key");
    EVP_PKEY_CTX *signer = EVP_PKEY_CTX_new(key, NULL);
    verifier = EVP_PKEY_CTX_new(key, NULL);
    must(signer && EVP_PKEY_sign_init(signer) == 1 && verifier && EVP_PKEY_verify_init(verifier) == 1, "a context");
    if (!paramset) {
        must(EVP_PKEY_CTX_set_rsa_padding(signer, RSA_PKCS1_PADDING) == 1, "the padding");
        must(EVP_PKEY_CTX_set_rsa_padding(verifier, RSA_PKCS1_PADDING) == 1, "the padding");
        must(EVP_PKEY_CTX_set_signature_md(signer, md) == 1, "the digest of the signer");
        must(EVP_PKEY_CTX_set_signature_md(verifier, md) == 1, "the digest of the verifier");
    }
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int digest_bytes;
    signature_bytes = sizeof signature;
    must(EVP_Digest(message, sizeof message, digest, &digest_bytes, md, NULL), "the digest");
    must(EVP_PKEY_sign(signer, signature, &signature_bytes, digest, digest_bytes) == 1, "signing");
    must(!verify(message + 1, sizeof message - 1), "refusing another message");
}

static double verifications(void) {
    double began = processor_seconds(), took;
    long calls = 0;
    do {
        for (int i = 0; i < LOOKS_AFTER; i++)
            must(verify(message, sizeof message), "a verification");
        calls += LOOKS_AFTER;
        took = processor_seconds() - began;
    } while (took < BATCH_SECONDS);
    return (double)calls / took;
}

static double megabytes(void) {
    unsigned char digest[EVP_MAX_MD_SIZE];
    double began = processor_seconds();
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    must(context && EVP_DigestInit_ex(context, md, NULL), "beginning a digest");
    for (long left = WHOLE_BYTES; left > 0; left -= PIECE_BYTES)
        must(EVP_DigestUpdate(context, piece, left < PIECE_BYTES ? (size_t)left : PIECE_BYTES), "a piece");
    must(EVP_DigestFinal_ex(context, digest, NULL), "ending a digest");
    EVP_MD_CTX_free(context);
    return (double)WHOLE_BYTES / 1e6 / (processor_seconds() - began);
}

int main(int argc, char **argv) {
    const char *name = argc > 1 ? argv[1] : "";
    int is_512 = !strcmp(name, "gost512"), is_2004 = !strcmp(name, "gost2004"), is_rsa = !strcmp(name, "rsa2048");
    int is_streebog = !strcmp(name, "streebog512"), is_34311 = !strcmp(name, "gost34311");
    must(is_512 || is_2004 || is_rsa || is_streebog || is_34311, "reading the argument");
    memset(message, 0x5A, sizeof message);
    memset(piece, 0x5A, sizeof piece);
    if (!is_rsa) {
        ENGINE *engine = ENGINE_by_id("gost");
        must(engine && ENGINE_init(engine), "loading the gost engine (Debian: libengine-gost-openssl)");
        must(ENGINE_set_default(engine, ENGINE_METHOD_ALL), "taking the gost engine");
    }
    md = is_rsa ? EVP_MD_fetch(NULL, "SHA256", NULL)
                : EVP_get_digestbyname(is_512 || is_streebog ? "md_gost12_512" : "md_gost94");
    must(md != NULL, "finding the digest");
    if (is_rsa)
        prepare(EVP_PKEY_CTX_new_from_name(NULL, "RSA", NULL), NULL);
    else if (is_512 || is_2004)
        prepare(EVP_PKEY_CTX_new_id(is_512 ? NID_id_GostR3410_2012_512 : NID_id_GostR3410_2001, NULL), "A");
    double (*batch)(void) = is_streebog || is_34311 ? megabytes : verifications;
    batch();
    puts("ready");
    fflush(stdout);
    for (int read; (read = getchar()) != EOF;)
        if (read == '\n') {
            printf("%.3f\n", batch());
            fflush(stdout);
        }
    return 0;
}
