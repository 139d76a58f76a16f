// A federation root key: kept encrypted, opened by its passphrase alone, and its signature believed by the directory's verifier.
import { generateKeyPairSync } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeRoot, openRoot, signAsRoot } from '../../src/cli/root-keys.ts'
import { utf8 } from '../../src/crypto/encoding.ts'
import { signersOf } from '../../src/directory/verify-directory.ts'

const PASSPHRASE = 'six mots tirés au sort dans un livre'

describe('a root key', () => {
  let root: Awaited<ReturnType<typeof makeRoot>>
  beforeAll(async () => {
    root = await makeRoot(PASSPHRASE)
  })

  it('opens with its passphrase, to the key that was announced', () => {
    expect(openRoot(root.pem, PASSPHRASE)).toMatchObject({ ok: true, value: { publicKey: root.publicKey } })
  })

  it('stays shut to any other passphrase', () => {
    for (const wrong of ['', PASSPHRASE.toUpperCase(), `${PASSPHRASE} `]) {
      expect(openRoot(root.pem, wrong)).toEqual({ ok: false, reason: 'wrong-passphrase' })
    }
  })

  it('lies encrypted in its file, under scrypt', () => {
    const file = Buffer.from(root.pem.replaceAll(/-----.*-----/g, ''), 'base64')
    expect(root.pem).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----/)
    expect(file.includes(Buffer.from('2b06010401da47040b', 'hex'))).toBe(true)
    const opened = openRoot(root.pem, PASSPHRASE)
    if (!opened.ok) throw new Error(opened.reason)
    const { d } = opened.value.privateKey.export({ format: 'jwk' })
    expect(file.includes(Buffer.from(d ?? '', 'base64url'))).toBe(false)
  })

  it('signs what the verifier of directories then believes, and nothing else', async () => {
    const opened = openRoot(root.pem, PASSPHRASE)
    if (!opened.ok) throw new Error(opened.reason)
    const signatures = [signAsRoot(opened.value, utf8('directory'))]
    expect(await signersOf(utf8('directory'), { signatures }, [root.publicKey])).toEqual(
      new Set([root.publicKey]),
    )
    expect(await signersOf(utf8('director'), { signatures }, [root.publicKey])).toEqual(new Set())
  })

  it('is not taken for a wrong passphrase when the file is cut or of another kind', () => {
    const { privateKey: rsa } = generateKeyPairSync('rsa', { modulusLength: 1024 })
    const { privateKey: bare } = generateKeyPairSync('ed25519')
    const files = [
      '',
      root.pem.slice(0, -60),
      root.pem.replace('MIG', 'M'),
      rsa.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: PASSPHRASE }).toString(),
      bare.export({ type: 'pkcs8', format: 'pem' }).toString(),
    ]
    for (const file of files) {
      expect(openRoot(file, PASSPHRASE)).toEqual({ ok: false, reason: 'not-a-root-key' })
    }
  })
})
