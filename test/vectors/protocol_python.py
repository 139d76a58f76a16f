"""What docs/protocol.md says, computed a second time: `python3 test/vectors/protocol_python.py > test/vectors/protocol_python.json`.
It knows nothing of Balise's sources and needs nothing but Python's standard library. Ed25519 is written out after RFC 8032, section 5.1; OpenSSL 3.0 verified
what it signed.
The two slow hashes (Argon2id) are not in that library: their outcomes stand here as Node's OpenSSL gave them."""

import base64
import hashlib
import hmac
import json
import math

utf8 = lambda text: text.encode("utf-8")
sha256 = lambda *parts: hashlib.sha256(b"".join(parts)).digest()
mac = lambda key, message: hmac.new(key, message, hashlib.sha256).digest()
base64url = lambda raw: base64.urlsafe_b64encode(raw).decode().rstrip("=")
to_base64 = lambda raw: base64.b64encode(raw).decode()


def hkdf(root, label):
    """RFC 5869 with no salt; one block is all that 32 bytes take."""
    return mac(mac(bytes(32), root), utf8("balise " + label) + b"\x01")


# Ed25519 (RFC 8032, section 5.1), as plain as it is slow.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def x_from(y):
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    return x if x % 2 == 0 else P - x


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = (x_from(BASE_Y), BASE_Y, 1, x_from(BASE_Y) * BASE_Y % P)


def add(one, other):
    """Extended coordinates (RFC 8032, section 5.1.4)."""
    a = (one[1] - one[0]) * (other[1] - other[0])
    b = (one[1] + one[0]) * (other[1] + other[0])
    c = 2 * one[3] * other[3] * D
    d = 2 * one[2] * other[2]
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(scalar, point):
    sum_ = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            sum_ = add(sum_, point)
        point = add(point, point)
        scalar >>= 1
    return sum_


def encoded(point):
    inverse = pow(point[2], P - 2, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def expanded(seed):
    digest = hashlib.sha512(seed).digest()
    scalar = int.from_bytes(digest[:32], "little") & (1 << 254) - 8 | 1 << 254
    return scalar, digest[32:]


public_key = lambda seed: encoded(times(expanded(seed)[0], BASE))


def sign(seed, message):
    scalar, prefix = expanded(seed)
    public = encoded(times(scalar, BASE))
    hashed = lambda *parts: int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "little")
    r = hashed(prefix, message) % L
    point = encoded(times(r, BASE))
    s = (r + hashed(point, public, message) * scalar) % L
    return point + s.to_bytes(32, "little")


# What a return code opens.


def places_of(secret):
    bits = int.from_bytes(secret + sha256(utf8("balise return code"), secret)[:1], "big")
    return [bits >> 11 * (7 - word) & 0x7FF for word in range(8)]


def mailbox_of(auth, write):
    return base64.b32encode(sha256(auth, sha256(write))[:16]).decode().lower().rstrip("=")


def link(links, *names):
    return mac(links, utf8("\n".join(["balise", *names])))


def hold_secret(hold, index):
    return mac(hold, utf8(f"balise\nhold\n{index}"))


def code(secret, root):
    auth, write, links = (hkdf(root, label) for label in ("auth", "write", "links"))
    hold = link(links, "hold", "ecoute", "0")
    return {
        "secret": secret.hex(),
        "places": places_of(secret),
        "argon2id": root.hex(),
        "hkdf": {label: hkdf(root, label).hex() for label in ("auth", "write", "pgp-sign", "pgp-enc", "links")},
        "authPublic": public_key(auth).hex(),
        "mailbox": mailbox_of(public_key(auth), write),
        "association": "ecoute",
        "thread": link(links, "thread", "ecoute")[:16].hex(),
        "tokens": [link(links, "token", "ecoute", str(number)).hex() for number in (0, 1, 63)],
        "tokenHashes": [sha256(link(links, "token", "ecoute", str(number))).hex() for number in (0, 1, 63)],
        "hold": hold.hex(),
        "holdSecrets": [hold_secret(hold, index).hex() for index in range(3)],
        "holdHashes": [sha256(hold_secret(hold, index)).hex() for index in range(3)],
        "ownJson": '{"kind":"moving","version":1}',
        "ownMac": link(links, "own", '{"kind":"moving","version":1}').hex(),
    }


CODES = [
    code(bytes.fromhex(secret), bytes.fromhex(root))
    for secret, root in [
        ("00010203040506070809", "033ce7784bf8d2af4f7af5a89ead4148c922fb1ffeb4450a7a88ec637a6b8e90"),
        ("ffeeddccbbaa99887766", "0b9656c757a611916221b8b7e94e2b86d8fec79fba588ba5ae3a3f14fdd99697"),
    ]
]


def team_words(use, what, root):
    locator = hkdf(root, what + " locator").hex()
    return {
        "use": use,
        "secret": "00010203040506070809",
        "argon2id": root.hex(),
        "what": what,
        "locator": locator,
        "locatorHash": sha256(utf8(locator)).hex(),
        "lockKey": hkdf(root, what + " lock").hex(),
    }


TEAM_WORDS = [
    team_words("member", "member key", bytes.fromhex("7cf1be91902937af1683e32f39b623b895615f4326f84bb86dbd0c17d0726362")),
    team_words("invitation", "invitation", bytes.fromhex("940d779e00931beb8e1ee863bf1142df4596ad80375701a60ada3224340850ea")),
]

# Padding of a text, and of a file.


def padded(length):
    size = next((size for size in (4096, 16384, 65536) if length <= size), None)
    json_text = utf8('"' + "a" * (length - 2) + '"')
    return {"jsonBytes": length, "paddedBytes": size, "sha256": size and sha256(json_text.ljust(size, b" ")).hex()}


def padme(length):
    exponent = length.bit_length() - 1
    last = exponent - (math.floor(math.log2(exponent)) + 1 if exponent else 1)
    mask = (1 << max(0, last)) - 1
    return length + mask & ~mask


FILE_FRAME = 59
FILE_LENGTHS = [1, 2, 3, 9, 100, 1000, 4096, 65_537, 262_144, 1_000_000, 5_242_880, 26_214_400]
FILES = [{"bytes": size, "sealedBytes": padme(size + FILE_FRAME)} for size in FILE_LENGTHS]

# Challenges and proofs of work.

SERVER_SECRET = bytes(range(32))


def challenge(purpose, bits, expires_at, nonce):
    head = f"{purpose}.{bits}.{expires_at}.{base64url(nonce)}"
    return f"{head}.{base64url(mac(mac(SERVER_SECRET, utf8('balise challenge')), utf8(head))[:16])}"


def solved(text, bits):
    counters = b""
    for puzzle in range(16):
        counter = 0
        start = utf8(text) + bytes([puzzle])
        while int.from_bytes(sha256(start + counter.to_bytes(4, "big")), "big") >> 256 - bits:
            counter += 1
        counters += counter.to_bytes(4, "big")
    return f"{text}.{base64url(counters)}"


def proof(purpose, bits):
    text = challenge(purpose, bits, 1_900_000_000, bytes(range(16)))
    return {"purpose": purpose, "bits": bits, "expiresAt": 1_900_000_000, "challenge": text, "proof": solved(text, bits)}


PROOFS = [proof(purpose, bits) for purpose, bits in (("submission", 13), ("card", 0), ("mailbox", 7), ("upload", 9))]

# What the key of a mailbox signs, and the one form of a page.

SEALED = "U2VhbGVk"


def statement(action, detail):
    auth = bytes.fromhex(CODES[0]["hkdf"]["auth"])
    text = "\n".join(
        [
            "Balise",
            f"action: {action} mailbox",
            f"mailbox: {CODES[0]['mailbox']}",
            f"challenge: {PROOFS[2]['challenge']}",
            f"of: {detail}",
        ]
    )
    return {"action": action, "detail": detail, "text": text, "signature": to_base64(sign(auth, utf8(text)))}


STATEMENTS = [
    statement("read", "start"),
    statement("read", "20000.4503599627370497.15"),
    statement("erase", "all"),
    statement("erase", "7 4503599627370497"),
    statement("write", f"pause {sha256(utf8(SEALED)).hex()}"),
]

CELL = 4245


def slot(message, cell, cells, used, received, kept, content):
    head = message.to_bytes(8, "big") + bytes([cell, cells]) + used.to_bytes(2, "big")
    return head + received.to_bytes(4, "big") + kept.to_bytes(4, "big") + content.ljust(CELL, b"\x00")


def page():
    message = bytes(index % 251 for index in range(16_539))
    cells = [message[start : start + CELL] for start in range(0, len(message), CELL)]
    slots = [slot(7, 0, 1, CELL, 20_000, 20_090, b"\x01" * CELL)]
    slots += [slot(2**52 + 1, at, 4, len(cell), 20_001, 20_091, cell) for at, cell in enumerate(cells)]
    decoys = [bytes([at + 1]) * (20 + CELL) for at in range(16 - len(slots))]
    return bytes([len(slots), 0, 0, 0]) + b"".join(slots + decoys)


PAGE = {
    "messages": [
        {"id": "7", "receivedDays": 20_000, "keptDays": 20_090, "bytes": CELL, "content": "each byte is 1"},
        {"id": str(2**52 + 1), "receivedDays": 20_001, "keptDays": 20_091, "bytes": 16_539, "content": "byte i is i mod 251"},
    ],
    "bytes": len(page()),
    # Decoy n (from 1) is its slot filled with the byte n, so that two programs write the same page.
    "sha256": sha256(page()).hex(),
}

# A directory, and who signed it.

CERTIFICATE = open(__file__.rsplit("/", 1)[0] + "/certificate_gpg.asc", encoding="utf-8").read()


def directory():
    seeds = [bytes([number]) * 32 for number in (1, 2, 3)]
    contents = {
        "format": "balise-directory-1",
        "version": 3,
        "demonstration": False,
        "roots": [public_key(seed).hex() for seed in seeds],
        "securityContact": "mailto:failles@balise.example",
        "observatory": {"certificate": CERTIFICATE, "fingerprint": FINGERPRINT},
        "associations": [],
        "issuedOn": "2026-09-01",
        "expiresOn": "2027-02-28",
    }
    text = json.dumps(contents, ensure_ascii=False, indent=2) + "\n"
    signatures = [
        {"root": public_key(seed).hex(), "signature": to_base64(sign(seed, utf8(text)))} for seed in seeds[:2]
    ]
    return {"seeds": [seed.hex() for seed in seeds], "text": text, "signatures": signatures}


def fingerprint_of(armored):
    """Of the first packet of a binary certificate: a version 4 key in an old or a new packet header."""
    lines = armored.split("\n\n", 1)[1].split("-----END")[0].strip().split("\n")
    raw = base64.b64decode("".join(line for line in lines if not line.startswith("=")))
    body = raw[2 : 2 + raw[1]]
    return hashlib.sha1(b"\x99" + len(body).to_bytes(2, "big") + body).hexdigest().upper()


FINGERPRINT = fingerprint_of(CERTIFICATE)

print(
    json.dumps(
        {
            "codes": CODES,
            "teamWords": TEAM_WORDS,
            "texts": [padded(length) for length in (2, 4096, 4097, 16_384, 16_385, 65_536, 65_537)],
            "files": FILES,
            "serverSecret": SERVER_SECRET.hex(),
            "proofs": PROOFS,
            "sealed": SEALED,
            "statements": STATEMENTS,
            "page": PAGE,
            "directory": directory(),
        },
        ensure_ascii=False,
        indent=2,
    )
)
