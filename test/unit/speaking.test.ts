// A message and its files: they go ahead of it, it waits for them, and it goes without them only when something is left to say.
import { expect, it } from 'vitest'
import type { FilesStop } from '../../src/client/files/files-for.ts'
import type { MessageFiles } from '../../src/client/return/message-files.ts'
import { Speaking } from '../../src/client/return/speaking.ts'
import type { Visit } from '../../src/client/return/visit.ts'
import { accept, decline, type Result } from '../../src/protocol/result.ts'
import { makeAuthor } from '../support/authors.ts'

/** A line on which every message stops at its first question. */
const lost: Pick<Visit['means']['network'], 'find'> = { find: async () => decline('unreachable') }

async function speaking(): Promise<Speaking> {
  const means = { thread: {}, network: lost } as Visit['means']
  return new Speaking({ keys: await makeAuthor(), means }, 'ecoute', 'fr')
}

function files(sent: (all: { goes: boolean }) => Promise<Result<null, FilesStop>>): MessageFiles {
  const state = {
    version: 1,
    goes: true,
    lock: () => {},
    send: () => sent(state),
    hold: async () => accept(null),
    wipe: () => {},
  }
  return state
}

const say = (text: string, its: MessageFiles) => ({ text, granting: null, files: its })

it.each(['unreachable', 'files'] as const)('waits for its files when they stop: %s', async (reason) => {
  const stages: string[] = []
  const stopped = files(async () => decline(reason))
  const outcome = await (await speaking()).send(say('Les voici.', stopped), (stage) => stages.push(stage))
  expect(outcome).toEqual({ kind: reason })
  expect(stages).toEqual(['ahead'])
})

it('says nothing more once every file was taken out on the way and no word was written', async () => {
  const emptied = files(async (all) => {
    all.goes = false
    return accept(null)
  })
  expect(await (await speaking()).send(say(' ', emptied), () => {})).toEqual({ kind: 'empty' })
})

it('is not sent when its page was left while its files were on their way', async () => {
  const one = await speaking()
  const stages: string[] = []
  const left = files(async () => {
    one.forget()
    return accept(null)
  })
  expect(await one.send(say('Les voici.', left), (stage) => stages.push(stage))).toEqual({
    kind: 'cancelled',
  })
  expect(stages).toEqual(['ahead'])
})
