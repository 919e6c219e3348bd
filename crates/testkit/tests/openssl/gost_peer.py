"""OpenSSL's gost engine as a peer: many signatures in one process, through ctypes.

Lines of stdin, all in hexadecimal: `sign PKCS8 DIGEST` answers the signature, `verify SPKI DIGEST SIGNATURE` answers yes or no. An
answer a line. Keys are of the Russian profile, signatures `s || r` big-endian: the caller maps them.
"""

import ctypes
import ctypes.util
import sys

ENGINE_METHOD_ALL = 0xFFFF
lib = ctypes.CDLL(ctypes.util.find_library("crypto"))
pointer, size, number, octets = ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_char_p


def function(name, result, *arguments):
    own = getattr(lib, name)
    own.restype, own.argtypes = result, arguments
    return own


engine = function("ENGINE_by_id", pointer, octets)(b"gost")
if not engine:
    sys.exit("libcrypto has no gost engine (Debian: libengine-gost-openssl)")
assert function("ENGINE_init", number, pointer)(engine) == 1
assert function("ENGINE_set_default", number, pointer, ctypes.c_uint)(engine, ENGINE_METHOD_ALL) == 1
read_private = function("d2i_AutoPrivateKey", pointer, pointer, ctypes.POINTER(octets), ctypes.c_long)
read_public = function("d2i_PUBKEY", pointer, pointer, ctypes.POINTER(octets), ctypes.c_long)
context_of = function("EVP_PKEY_CTX_new", pointer, pointer, pointer)
sign_init = function("EVP_PKEY_sign_init", number, pointer)
sign = function("EVP_PKEY_sign", number, pointer, octets, ctypes.POINTER(size), octets, size)
verify_init = function("EVP_PKEY_verify_init", number, pointer)
verify = function("EVP_PKEY_verify", number, pointer, octets, size, octets, size)
free_context = function("EVP_PKEY_CTX_free", None, pointer)
free_key = function("EVP_PKEY_free", None, pointer)


def signed(key, digest):
    context = context_of(key, None)
    assert sign_init(context) == 1
    out, length = ctypes.create_string_buffer(512), size(512)
    assert sign(context, out, ctypes.byref(length), digest, len(digest)) == 1
    free_context(context)
    return out.raw[: length.value].hex()


def accepts(key, digest, signature):
    context = context_of(key, None)
    assert verify_init(context) == 1
    answer = verify(context, signature, len(signature), digest, len(digest))
    free_context(context)
    return "yes" if answer == 1 else "no"


for line in sys.stdin:
    what, *words = line.split()
    key, *rest = (bytes.fromhex(word) for word in words)
    kept = octets(key)
    read = read_private if what == "sign" else read_public
    handle = read(None, ctypes.byref(kept), len(key))
    assert handle, f"libcrypto does not read the key: {line}"
    print(signed(handle, *rest) if what == "sign" else accepts(handle, *rest))
    free_key(handle)
