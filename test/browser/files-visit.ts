// A person with files at the report page, as a test plays them; and what an association then finds of those files.
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import type { Locator, Page } from 'playwright-core'
import type { Attachment, Attachments } from '../../src/protocol/attachment.ts'
import { openAttachment } from '../../src/sealing/open-attachment.ts'
import { openedBy } from '../support/opened-envelopes.ts'
import { demonstration } from '../support/stage.ts'
import { step } from './report-visit.ts'

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../fixtures/files/${name}`, import.meta.url))

/** A photograph of so many bytes: what comes after its end draws nothing. */
export const photograph = (bytes: number): Buffer => {
  const picture = fixture('camera-6.jpg')
  return Buffer.concat([picture, randomBytes(bytes - picture.length)])
}

export const pdf = (bytes: number): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n', 'latin1'), randomBytes(bytes - 9)])

export interface Folder {
  /** Puts a file there and says where. */
  put: (name: string, bytes: Uint8Array) => string
  remove: () => void
}

export function openFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'balise-chosen-'))
  return {
    put: (name, bytes) => {
      writeFileSync(join(path, name), bytes)
      return join(path, name)
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  }
}

/** Chooses these files where the step on screen asks for them, and waits until each has been looked at. */
export async function choose(page: Page, ...paths: string[]): Promise<void> {
  await page.locator('[data-tray] input[type="file"]').setInputFiles(paths)
  await page.locator('[data-looking]').waitFor({ state: 'hidden' })
}

export const chosen = (page: Page, name: string): Locator =>
  page.locator('[data-tray-files] > li', { hasText: name })

export const going = (page: Page, name: string): Locator =>
  page.locator('[data-files-sending] li', { hasText: name })

export const agreeTo = (page: Page, name: string): Promise<void> =>
  chosen(page, name).locator('input:visible').check()

/** What would go, as the step says it. */
export const whatGoes = (page: Page): Promise<string> => step(page, 'files').locator('.goes').innerText()

/** Everything this association was given to open of files, report by report. */
export async function attachmentsFor(association: string): Promise<Attachments[]> {
  const reports = await openedBy(demonstration, association)
  return reports.flatMap(({ attachments }) => (attachments ? [attachments] : []))
}

/** A file as an association gets it: its parts fetched by their names, then opened. */
export async function fetched(attachment: Attachment): Promise<Buffer> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  for (const part of attachment.parts) {
    const answer = await fetch(`${demonstration.origin}/api/parts/${part}`)
    if (answer.status !== 200) throw new Error(`a part is not there: ${answer.status}`)
    parts.push(new Uint8Array(await answer.arrayBuffer()))
  }
  const opened = await openAttachment(attachment, parts)
  if (!opened.ok) throw new Error(opened.reason)
  return Buffer.from(opened.value)
}

/** How many rows the server has there. */
export async function storedIn(table: 'parts' | 'part_holds'): Promise<number> {
  const store = createClient({ url: `file:${join(demonstration.dataDir, 'envelopes.db')}` })
  const { rows } = await store.execute(`select count(*) as count from ${table}`)
  store.close()
  return Number(rows[0]?.['count'])
}

/** From before the first page: keeps what the files Worker makes of each image, for `cleanedHere`. */
export const LISTENING = `{
  const Right = Worker
  globalThis.cleanedHere = []
  globalThis.Worker = class extends Right {
    constructor(path) {
      super(path)
      this.addEventListener('message', ({ data }) => {
        if (data.type === 'cleaned') cleanedHere.push([...data.copy.image])
      })
    }
  }
}`

export const cleanedHere = async (page: Page): Promise<Buffer[]> =>
  (await page.evaluate<number[][]>('cleanedHere')).map((bytes) => Buffer.from(bytes))
