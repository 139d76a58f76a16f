// Starts one of our Workers, and is the only code that may turn text into a script address (Trusted Types).
// It knows a closed list of Workers and the shape of our own built scripts: nothing typed, fetched or decrypted can name another.
import { WORKERS, type WorkerName } from './worker-paths.ts'

interface ScriptPolicy {
  createScriptURL: (path: string) => unknown
}

interface PolicyFactory {
  createPolicy: (name: string, rules: { createScriptURL: (path: string) => string }) => ScriptPolicy
}

/** A script of this very build, whose name holds its hash. The browser holds it to its integrity besides. */
const BUILT_SCRIPT = /^\/a\/[a-z-]+\.[0-9a-f]{16}\.js$/

const PLACE = Symbol.for('balise scripts')

/** A page may make this policy once, and may have several of our scripts. */
const shared = globalThis as { [PLACE]?: ScriptPolicy; trustedTypes?: PolicyFactory }

/** The address as the browser wants it. Throws on any other than ours. */
export function scriptAddress(path: string): string {
  const rules = {
    createScriptURL(asked: string): string {
      if (Object.values<string>(WORKERS).includes(asked) || BUILT_SCRIPT.test(asked)) return asked
      throw new TypeError('not one of our scripts')
    },
  }
  const policy = (shared[PLACE] ??= shared.trustedTypes?.createPolicy('balise', rules) ?? rules)
  return policy.createScriptURL(path) as string
}

export const startWorker = (name: WorkerName): Worker => new Worker(scriptAddress(WORKERS[name]))
