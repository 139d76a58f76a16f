// X25519 and Ed25519 in plain JavaScript, as OpenPGP.js expects them, for phones whose WebCrypto has neither.
export { default } from 'openpgp/spare-curves'
