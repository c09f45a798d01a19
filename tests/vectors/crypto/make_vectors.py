#!/usr/bin/env python3
"""Makes sealed_box.json and token_v1.json: python3 make_vectors.py (writes beside itself).

Written from the specifications alone, so that it can disagree with libsodium and with us:
X25519 (RFC 7748), XSalsa20 (Bernstein 2011), Poly1305 (RFC 8439, 2.5), BLAKE2b (RFC 7693, hashlib),
crypto_box_seal and token v1 as documented in sealcart/seal/token.h. Every key is derived from a
label, protects nothing and is not used anywhere else.
"""
import hashlib
import json
import pathlib
import struct

P = 2**255 - 19
NINE = (9).to_bytes(32, 'little')


def label(*words, size=32):
    return hashlib.blake2b(' '.join(map(str, words)).encode(), digest_size=size).digest()


def x25519(scalar, point):
    k = int.from_bytes(scalar, 'little') & ~7 & ~(1 << 255) | 1 << 254
    u = int.from_bytes(point, 'little') & (1 << 255) - 1
    x2, z2, x3, z3 = 1, 0, u, 1
    for t in reversed(range(255)):
        bit = k >> t & 1
        if bit:
            x2, x3, z2, z3 = x3, x2, z3, z2
        a, b, c, d = x2 + z2, x2 - z2, x3 + z3, x3 - z3
        da, cb, aa, bb = d * a, c * b, a * a, b * b
        x3, z3 = (da + cb) ** 2 % P, u * (da - cb) ** 2 % P
        x2, z2 = aa * bb % P, (aa - bb) * (aa + 121665 * (aa - bb)) % P
        if bit:
            x2, x3, z2, z3 = x3, x2, z3, z2
    return (x2 * pow(z2, P - 2, P) % P).to_bytes(32, 'little')


QUARTERS = [(0, 4, 8, 12), (5, 9, 13, 1), (10, 14, 2, 6), (15, 3, 7, 11),
            (0, 1, 2, 3), (5, 6, 7, 4), (10, 11, 8, 9), (15, 12, 13, 14)]
SIGMA = struct.unpack('<4I', b'expand 32-byte k')


def salsa_rounds(key, block):
    k, n = struct.unpack('<8I', key), struct.unpack('<4I', block)
    start = [SIGMA[0], *k[:4], SIGMA[1], *n, SIGMA[2], *k[4:], SIGMA[3]]
    x = list(start)
    for _ in range(10):
        for a, b, c, d in QUARTERS:
            for to, one, two, turn in ((b, a, d, 7), (c, b, a, 9), (d, c, b, 13), (a, d, c, 18)):
                total = x[one] + x[two] & 0xffffffff
                x[to] ^= (total << turn | total >> 32 - turn) & 0xffffffff
    return start, x


def hsalsa20(key, block):
    _, x = salsa_rounds(key, block)
    return struct.pack('<8I', *(x[i] for i in (0, 5, 10, 15, 6, 7, 8, 9)))


def salsa20_stream(key, nonce, size):
    out = b''
    for counter in range((size + 63) // 64):
        start, x = salsa_rounds(key, nonce + struct.pack('<Q', counter))
        out += struct.pack('<16I', *((a + b) & 0xffffffff for a, b in zip(start, x)))
    return out[:size]


def poly1305(key, text):
    r = int.from_bytes(key[:16], 'little') & 0x0ffffffc0ffffffc0ffffffc0fffffff
    total = 0
    for at in range(0, len(text), 16):
        total = (total + int.from_bytes(text[at:at + 16] + b'\1', 'little')) * r % (2**130 - 5)
    return ((total + int.from_bytes(key[16:], 'little')) % 2**128).to_bytes(16, 'little')


def seal(plaintext, pk, seed):
    esk = hashlib.sha512(seed).digest()[:32]
    epk = x25519(esk, NINE)
    nonce = hashlib.blake2b(epk + pk, digest_size=24).digest()
    key = hsalsa20(hsalsa20(x25519(esk, pk), bytes(16)), nonce[:16])
    stream = salsa20_stream(key, nonce[16:], 32 + len(plaintext))
    text = bytes(a ^ b for a, b in zip(plaintext, stream[32:]))
    return epk + poly1305(stream[:32], text) + text


def key_pair(seed):
    sk = hashlib.sha512(seed).digest()[:32]
    return x25519(sk, NINE), sk


def token(fields, pk, seed, payload):
    kid = hashlib.blake2b(pk, digest_size=32).digest()[:8]
    header = struct.pack('>4sBB2x8s16s16s16s32sQ3sBQQ16s', b'WCT1', 1, 0, kid, fields['merchant'],
                         fields['cart'], fields['quote'], fields['cartHash'], fields['amount'],
                         fields['currency'].encode(), fields['exponent'], fields['issuedAtMs'],
                         fields['expiresAtMs'], fields['jti'])
    bound = hashlib.blake2b(b'WCT1/hdr\0' + header + pk, digest_size=32).digest()
    body = b'\1' + bound + struct.pack('>H', len(payload)) + payload
    return header + seal(body.ljust(512, b'\0'), pk, seed)


def printable(vector):
    return {k: v.hex() if isinstance(v, bytes) else v for k, v in vector.items()}


def box_vectors():
    for i, size in enumerate([*range(0, 65), 300, 477, 512]):
        recipient, ephemeral = label('recipient', i), label('ephemeral', i)
        pk, _ = key_pair(recipient)
        text = hashlib.shake_256(label('text', i)).digest(size)
        yield printable({'recipientSeed': recipient, 'pk': pk, 'ephemeralSeed': ephemeral,
                         'plaintext': text, 'box': seal(text, pk, ephemeral)})


def token_vectors():
    money = [(0, 'EUR', 2), (1, 'USD', 2), (123456, 'GBP', 2), (2**53 - 1, 'JPY', 0),
             (99999, 'KWD', 3), (10, 'CLF', 4), (500000, 'IRR', 2), (4200, 'ALL', 2)]
    for i in range(16):
        amount, currency, exponent = money[i % len(money)]
        issued = 1_800_000_000_000 + 1000 * i
        fields = {'merchant': label('merchant', i, size=16), 'cart': label('cart', i, size=16),
                  'quote': label('quote', i, size=16), 'cartHash': label('state', i),
                  'amount': amount, 'currency': currency, 'exponent': exponent,
                  'issuedAtMs': issued, 'expiresAtMs': issued + 900_000 - i,
                  'jti': label('jti', i, size=16)}
        recipient, ephemeral = label('token recipient', i), label('token ephemeral', i)
        payload = hashlib.shake_256(label('payload', i)).digest([0, 1, 300, 476, 477][i % 5])
        pk, _ = key_pair(recipient)
        yield printable({'recipientSeed': recipient, 'ephemeralSeed': ephemeral, **fields,
                         'payload': payload, 'token': token(fields, pk, ephemeral, payload)})


def write(name, about, vectors):
    path = pathlib.Path(__file__).with_name(name)
    path.write_text(json.dumps({'about': about, 'vectors': list(vectors)}, indent=1) + '\n')


if __name__ == '__main__':
    assert x25519(label('a'), x25519(label('b'), NINE)) == x25519(label('b'), x25519(label('a'), NINE))
    write('sealed_box.json', 'libsodium sealed boxes with the ephemeral key pair of a seed',
          box_vectors())
    write('token_v1.json', 'sealed payment tokens, version 1', token_vectors())
