#!/usr/bin/env node
// Where the `balise` command starts: plain JavaScript, so that a Node too old to read TypeScript gives a sentence and not a stack.
if (process.features.typescript) {
  await import('./balise.ts')
} else {
  process.stderr.write(
    `balise: This is Node ${process.versions.node}, which cannot run balise. Run npx balise in its folder, or install Node 22.18 or newer.\n`,
  )
  process.exitCode = 1
}
