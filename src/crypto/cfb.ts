// AES-256 in OpenPGP's CFB mode, with the block cipher of WebCrypto, which offers CBC alone. Only encryption: it never opens anything.
import { concat, type Bytes } from './encoding.ts'

const BLOCK = 16

/**
 * Encrypts a stream with an initial vector of zeros (RFC 9580 §5.13.1). Each call takes the next plaintext, a whole number of
 * blocks except the last time.
 *
 * CFB is C[i] = P[i] ⊕ X[i] with X[1] = E(0) and X[i+1] = E(C[i]) = E(P[i] ⊕ X[i]): the mask is what CBC makes of the same
 * plaintext, one block late. So the native CBC does the work, and an exclusive or is all that is left to do here.
 */
export async function startCfb(key: Bytes): Promise<(plaintext: Bytes) => Promise<Bytes>> {
  const aes = await crypto.subtle.importKey('raw', key, 'AES-CBC', false, ['encrypt'])
  const chain = async (iv: Bytes, blocks: Bytes): Promise<Bytes> => {
    const padded = await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, aes, blocks)
    // WebCrypto adds a block of padding of its own (PKCS #7), which has no place here.
    return new Uint8Array(padded, 0, blocks.length)
  }
  let mask = await chain(new Uint8Array(BLOCK), new Uint8Array(BLOCK))
  return async (plaintext) => {
    const whole = Math.ceil(plaintext.length / BLOCK) * BLOCK
    const blocks =
      whole === plaintext.length ? plaintext : concat(plaintext, new Uint8Array(whole - plaintext.length))
    const chained = await chain(mask, blocks)
    const sealed = exclusiveOr(blocks, concat(mask, chained.subarray(0, whole - BLOCK)))
    mask = chained.slice(whole - BLOCK)
    return sealed.subarray(0, plaintext.length)
  }
}

/** Four bytes at a time: both have a length that is a multiple of four, and `masks` is fresh. */
function exclusiveOr(blocks: Bytes, masks: Bytes): Bytes {
  const aligned = blocks.byteOffset % 4 === 0 ? blocks : blocks.slice()
  const from = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4)
  const into = new Uint32Array(masks.buffer, masks.byteOffset, masks.length / 4)
  for (let index = 0; index < into.length; index++) into[index] = (into[index] ?? 0) ^ (from[index] ?? 0)
  return masks
}
