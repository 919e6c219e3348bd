"""The peer of `gost2004_verify` and `gost512_verify`: libcrypto with the gost engine. Prints the median microseconds.

Argument: gost2001 (GOST 34.310-2004's mathematics, CryptoPro-A) or gost2012_512 (paramset A). Calls go through ctypes, whose cost of
about a microsecond is below one percent.
"""

import ctypes
import ctypes.util
import statistics
import subprocess
import sys
import time

ROUNDS, BATCH = 21, 100
algorithm = sys.argv[1]
DIGEST_BYTES = 64 if algorithm == "gost2012_512" else 32
ENGINE_METHOD_ALL = 0xFFFF

name = ctypes.util.find_library("crypto")
lib = ctypes.CDLL(name)
pointer, size = ctypes.c_void_p, ctypes.c_size_t


def function(name, result, *arguments):
    own = getattr(lib, name)
    own.restype, own.argtypes = result, arguments
    return own


engine = function("ENGINE_by_id", pointer, ctypes.c_char_p)(b"gost")
if not engine:
    sys.exit("libcrypto has no gost engine (Debian: libengine-gost-openssl)")
assert function("ENGINE_init", ctypes.c_int, pointer)(engine) == 1
assert function("ENGINE_set_default", ctypes.c_int, pointer, ctypes.c_uint)(engine, ENGINE_METHOD_ALL) == 1
made = subprocess.run(
    ["openssl", "genpkey", "-engine", "gost", "-algorithm", algorithm, "-pkeyopt", "paramset:A"],
    check=True,
    capture_output=True,
)
bio = function("BIO_new_mem_buf", pointer, ctypes.c_char_p, ctypes.c_int)(made.stdout, len(made.stdout))
key = function("PEM_read_bio_PrivateKey", pointer, pointer, pointer, pointer, pointer)(bio, None, None, None)
assert key, "libcrypto does not read the key"
context = function("EVP_PKEY_CTX_new", pointer, pointer, pointer)
digest = bytes(range(DIGEST_BYTES))
signer = context(key, None)
assert function("EVP_PKEY_sign_init", ctypes.c_int, pointer)(signer) == 1
signature, length = ctypes.create_string_buffer(512), size(512)
sign = function("EVP_PKEY_sign", ctypes.c_int, pointer, ctypes.c_char_p, ctypes.POINTER(size), ctypes.c_char_p, size)
assert sign(signer, signature, ctypes.byref(length), digest, DIGEST_BYTES) == 1
signed = signature.raw[: length.value]
verifier = context(key, None)
assert function("EVP_PKEY_verify_init", ctypes.c_int, pointer)(verifier) == 1
verify = function("EVP_PKEY_verify", ctypes.c_int, pointer, ctypes.c_char_p, size, ctypes.c_char_p, size)
wrong = bytes(DIGEST_BYTES)
assert verify(verifier, signed, len(signed), wrong, DIGEST_BYTES) != 1, "it accepts another digest"

times = []
for _ in range(ROUNDS):
    began = time.perf_counter()
    for _ in range(BATCH):
        assert verify(verifier, signed, len(signed), digest, DIGEST_BYTES) == 1
    times.append((time.perf_counter() - began) / BATCH * 1e6)
print(round(statistics.median(times), 2))
