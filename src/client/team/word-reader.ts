// Reads typed words through the key Worker, which has the lists already.
import type { CodeReader } from '../code/code-typing.ts'
import type { KeyHolder } from '../inbox/key-holder.ts'

export const wordReader = (holder: KeyHolder): CodeReader => ({
  read: async (text, locale) => {
    const read = await holder.ask({ ask: 'read-words', text, locale })
    return read.ok ? read.value : { ok: false, reason: { kind: 'failed' } }
  },
})
