#!/usr/bin/env node
// The `balise` command-line tool, as a process.
import { run } from './run.ts'

process.exitCode = await run(process.argv.slice(2))
