// What goes in time while people write, and what is there once a machine was lost and a server was started from its backup.
import { expect, it } from 'vitest'
import { machineLost } from '../reliability/scenarios/backup.ts'
import { pastOnNode } from '../reliability/scenarios/purge.ts'

it('every report, message and file that was acknowledged before a backup began opens after the machine was lost, once', async () => {
  const { tried, acknowledged, lost, duplicated, toldWrong } = await machineLost.run(machineLost.times.test)
  expect({ tried, lost, duplicated, toldWrong }).toEqual({ tried: 1, lost: 0, duplicated: 0, toldWrong: 0 })
  expect(acknowledged).toBeGreaterThanOrEqual(60)
})

it('thousands of rows past their time go while people write: each is answered, nothing else goes, and the counts are true', async () => {
  const { tried, acknowledged, lost, duplicated, toldWrong } = await pastOnNode.run(pastOnNode.times.test)
  expect({ tried, lost, duplicated, toldWrong }).toEqual({ tried: 1, lost: 0, duplicated: 0, toldWrong: 0 })
  expect(acknowledged).toBeGreaterThan(0)
})
