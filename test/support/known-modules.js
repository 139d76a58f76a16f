// Preloaded into every process of a test run: where one module of drizzle-orm asks for another, nobody reads its package.json again. Node
// does so for each of its hundred modules, 180 KB each time: half of what a server takes to start. And what was compiled is kept. It never
// changes which file is meant. In JavaScript, since npm may run on a Node that reads no TypeScript.
import module from 'node:module'

const OWN = '/node_modules/drizzle-orm/'

// A Node that has no such hooks, such as one that runs npm, starts as it always did.
module.registerHooks?.({
  resolve(specifier, context, next) {
    const { parentURL = '' } = context
    if (!parentURL.includes(OWN) || !/^\.\.?\/.*\.js$/.test(specifier)) return next(specifier, context)
    return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true }
  },
})

/** By then everything a process starts with is there. One that is killed later keeps nothing by itself. */
const STARTED_MS = 3000
setTimeout(() => module.flushCompileCache?.(), STARTED_MS).unref()
