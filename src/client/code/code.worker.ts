// The code Worker: makes a return code, reads one, derives its keys and signs with them, on the phone. It never speaks to the
// network and keeps nothing between two requests.
import { argon2InPlainCode, argon2InWasm, CODE_COST } from '../../crypto/argon2.ts'
import { drawCode, readCode, secretOf } from '../../crypto/code-spelling.ts'
import { signEd25519 } from '../../crypto/curve-keys.ts'
import { toBase64, utf8 } from '../../crypto/encoding.ts'
import type { Code } from '../../crypto/return-code.ts'
import { deriveReturnKeys } from '../../crypto/return-keys.ts'
import type { CodeAnswer, CodeMade, CodeRequest } from './code-messages.ts'

const answer = (message: CodeAnswer): void => postMessage(message)

/** Plain code takes three times as long and says how far it is; some hardened browsers leave nothing else. */
async function derive(code: Code, onProgress: (part: number) => void): Promise<CodeMade> {
  const secret = secretOf(code)
  if (!secret) return { type: 'failed' }
  const keys = await deriveReturnKeys(secret, (password, salt) =>
    argon2InWasm(CODE_COST)(password, salt).catch(() =>
      argon2InPlainCode(CODE_COST, onProgress)(password, salt),
    ),
  )
  return { type: 'derived', keys }
}

/** Tells each hundredth once: plain code counts by thousands. */
function byHundredths(tell: (part: number) => void): (part: number) => void {
  let told = 0
  return (part) => {
    const hundredth = Math.floor(part * 100)
    if (hundredth > told) tell((told = hundredth) / 100)
  }
}

async function make(request: CodeRequest): Promise<CodeMade> {
  const { turn } = request
  switch (request.type) {
    case 'make':
      return { type: 'made', code: drawCode() }
    case 'read':
      return { type: 'read', reading: readCode(request.text, request.locale) }
    case 'derive':
      return await derive(
        request.code,
        byHundredths((part) => answer({ type: 'progress', turn, part })),
      )
    case 'sign':
      return { type: 'signed', signature: toBase64(await signEd25519(request.seed, utf8(request.statement))) }
  }
}

addEventListener('message', ({ data }: MessageEvent<CodeRequest>) => {
  void make(data)
    .catch((): CodeMade => ({ type: 'failed' }))
    .then((made) => answer({ ...made, turn: data.turn }))
})
