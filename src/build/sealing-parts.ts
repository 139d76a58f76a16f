// Takes out of OpenPGP.js what the sealing Worker never does: opening, signing, making keys, armor, compression, other algorithms.
// What is taken out throws when it is reached; nothing that stays is changed. It fails when the library is not the one it knows.

/** Functions of the module, by the names its one known version gives them. */
const FUNCTIONS = [
  // Armored text: certificates come in binary from the directory.
  'unarmor',
  'armor',
  'verifyHeaders$1',
  // Authenticated modes, which SEIPDv1 does not use.
  'EAX',
  'OCB',
  'GCM',
  'runAEAD',
  'getPreferredCipherSuite',
  // Opening.
  'publicKeyDecrypt',
  'decodeSessionKey',
  'parseEncSessionKeyParams',
  'decrypt$1',
  'produceEncryptionKey',
  // Signing, and verifying what a message carries.
  'sign$1',
  'getPreferredHashAlgo',
  'createSignaturePacket',
  'createSignaturePackets',
  'createBindingSignature',
  'createVerificationObject',
  'createVerificationObjects',
  // Keys: secret ones, new ones, changed ones.
  'parsePrivateKeyParams',
  'validateParams',
  'generateParams',
  'generate',
  'reformat',
  'wrapKeyObject',
  'sanitizeKeyOptions',
  'newS2KFromType',
  // Algorithms outside the profile: RSA, DSA, ECDSA, X25519 of version 6 keys.
  'verify$6',
  'verify$4',
  'verify$2',
  'encrypt$5',
  'encrypt$3',
] as const

/** Methods of its classes. */
const METHODS: Readonly<Record<string, readonly string[]>> = {
  CompressedDataPacket: ['compress', 'decompress'],
  Message: [
    'decrypt',
    'decryptSessionKeys',
    'sign',
    'signDetached',
    'verify',
    'verifyDetached',
    'appendSignature',
    'armor',
    'generateSessionKey',
  ],
  MessageGrammarValidator: ['recordPacket', 'recordEnd'],
  SecretKeyPacket: ['decrypt', 'encrypt', 'read', 'write', 'validate', 'generate', 'makeDummy'],
  PrivateKey: [
    'getDecryptionKeys',
    'validate',
    'addSubkey',
    'revoke',
    'toPublic',
    'armor',
    'clearPrivateParams',
  ],
  PublicKey: ['armor'],
  OnePassSignaturePacket: ['fromSignaturePacket', 'read', 'write', 'verify'],
  Key: [
    'getSigningKey',
    'update',
    'getRevocationCertificate',
    'applyRevocationCertificate',
    'signPrimaryUser',
    'signAllUsers',
    'verifyPrimaryUser',
    'verifyAllUsers',
  ],
  User: ['certify', 'update', 'revoke', 'verifyAllCertifications'],
  Subkey: ['update', 'revoke'],
  Signature: ['armor'],
  SignaturePacket: ['sign', 'writeHashedSubPackets', 'writeUnhashedSubPackets', 'writeParams'],
  SymEncryptedIntegrityProtectedDataPacket: ['decrypt'],
  AEADEncryptedDataPacket: ['read', 'write', 'decrypt', 'encrypt'],
  SymmetricallyEncryptedDataPacket: ['decrypt', 'encrypt'],
  PublicKeyEncryptedSessionKeyPacket: ['decrypt'],
  SymEncryptedSessionKeyPacket: ['read', 'write', 'decrypt', 'encrypt'],
  CurveWithOID: ['genKeyPair'],
}

/** What the module computes as it loads, for those parts alone: from the first words to the last, and what stands there instead. */
const STATEMENTS: readonly [first: string, last: string, instead: string][] = [
  ['\nconst compress_fns = {', '\n};', '\nconst compress_fns = {};'],
  ['\nconst decompress_fns = {', '\n};', '\nconst decompress_fns = {};'],
  ['\nconst smallPrimes = [', '\n].map(n => BigInt(n));', '\nconst smallPrimes = [];'],
  ['\nwrapConstructorWithKey((key, expectedLength) => new Polyval', ';', ''],
  ['\nconst ghash = wrapConstructorWithKey(', ';', '\nconst ghash = null;'],
]

/** The module's text without those parts. */
export function withoutUnreached(source: string): string {
  let text = source
  for (const [first, last, instead] of STATEMENTS) text = replace(text, first, last, instead)
  for (const name of FUNCTIONS) text = cut(text, 0, text.length, `function ${name}`, '')
  for (const [owner, methods] of Object.entries(METHODS)) {
    for (const name of methods) {
      const start = text.search(new RegExp(`^class ${owner} `, 'm'))
      text = cut(text, start, text.indexOf('\n}\n', start), name, '    ')
    }
  }
  return text
}

function replace(text: string, first: string, last: string, instead: string): string {
  const [before, after, more] = text.split(first)
  const end = after?.indexOf(last) ?? -1
  if (before === undefined || after === undefined || end < 0 || more !== undefined)
    throw new Error(`OpenPGP.js is not the version this build knows: ${first.trim()}`)
  return `${before}${instead}${after.slice(end + last.length)}`
}

/** Empties the one function that is declared so between two places, at this indentation. */
function cut(text: string, from: number, to: number, declared: string, indent: string): string {
  const opening = new RegExp(
    `^${indent}(?:static )?(?:async )?${declared.replaceAll('$', '\\$')}\\(.*\\{$`,
    'gm',
  )
  const [found, more] = [...text.slice(Math.max(from, 0), to).matchAll(opening)]
  if (from < 0 || !found || more)
    throw new Error(`OpenPGP.js is not the version this build knows: ${declared}`)
  const body = from + found.index + found[0].length
  const end = text.indexOf(`\n${indent}}\n`, body)
  return `${text.slice(0, body)}throw Error('unreached')${text.slice(end)}`
}
