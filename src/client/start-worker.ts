// Starts one of our Workers, and is the only code that may turn text into a script address (Trusted Types).
// It knows a closed list of paths: nothing typed, fetched or decrypted can name a script.
import { WORKERS, type WorkerName } from './worker-paths.ts'

interface ScriptPolicy {
  createScriptURL: (path: string) => unknown
}

interface PolicyFactory {
  createPolicy: (name: string, rules: { createScriptURL: (path: string) => string }) => ScriptPolicy
}

let policy: ScriptPolicy | undefined

function scriptPolicy(): ScriptPolicy {
  const rules = {
    createScriptURL(path: string): string {
      if (Object.values<string>(WORKERS).includes(path)) return path
      throw new TypeError('not one of our Workers')
    },
  }
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory }
  policy ??= trustedTypes ? trustedTypes.createPolicy('balise', rules) : rules
  return policy
}

export function startWorker(name: WorkerName): Worker {
  return new Worker(scriptPolicy().createScriptURL(WORKERS[name]) as string)
}
