// A page that has nothing but the files desk: the real Worker under the real policy, and files asked for by name. What it finds comes
// back as plain data.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { bundle } from '../../src/build/bundle-client.ts'
import { WORKERS } from '../../src/client/worker-paths.ts'
import { PAGE } from '../../src/server/headers.ts'
import { startStandIn, type StandIn } from '../support/stand-in-server.ts'

const SCRIPT = { ...PAGE, 'Content-Type': 'text/javascript; charset=utf-8' }
const HTML = { ...PAGE, 'Content-Type': 'text/html; charset=utf-8' }

/** `/a/…`: the desk. `/files/…`: what `extra` holds, else a file of the fixtures. */
export async function serveFilesPage(extra: Record<string, Uint8Array> = {}): Promise<StandIn> {
  const scripts: Record<string, Uint8Array> = {
    [WORKERS.files]: await bundle('client/files/files.worker.ts', { format: 'iife' }),
    '/a/desk.js': await bundle('client/files/files-desk.ts', { format: 'iife', globalName: 'desks' }),
    '/a/take.js': await bundle('client/files/take-file.ts', { format: 'iife', globalName: 'taking' }),
  }
  const tags = ['/a/desk.js', '/a/take.js'].map((path) => {
    const hash = createHash('sha384').update(scripts[path] ?? '')
    return `<script src="${path}" crossorigin integrity="sha384-${hash.digest('base64')}"></script>`
  })
  const page = `<!doctype html><html lang="fr"><title>.</title>${tags.join('')}<form><input type="file" name="file"></form></html>`
  return startStandIn(({ path }) => {
    const script = scripts[path]
    if (script) return { headers: SCRIPT, body: script }
    if (path === '/') return { headers: HTML, body: page }
    const name = /^\/files\/([\w.-]+)$/.exec(path)?.[1]
    if (name === undefined) return null
    const body = extra[name] ?? readFileSync(new URL(`../fixtures/files/${name}`, import.meta.url))
    return { headers: { ...PAGE, 'Content-Type': 'application/octet-stream' }, body }
  })
}

/** The file of this name, chosen by a person. */
const chosen = (name: string): string =>
  `new File([await (await fetch('/files/${name}')).arrayBuffer()], ${JSON.stringify(name)})`

/** What the page makes of a chosen file: bytes as arrays of numbers. */
export interface Taken {
  reason?: string
  original?: string | null
  copy?: { image: number[]; thumbnail: number[]; width: number; height: number }
  /** Colours in the corners of the copy as the browser shows it, from the top left in reading order. */
  corners?: number[][]
  thumbnailSize?: number[]
}

export const takeInPage = (page: Page, name: string): Promise<Taken> =>
  page.evaluate<Taken>(`(async () => {
    const desk = new desks.FilesDesk()
    const taken = await taking.takeFile(${chosen(name)}, desk)
    desk.close()
    if (!taken.ok) return { reason: taken.reason }
    const { copy, original } = taken.value
    if (!copy) return { original: original?.kind ?? null }
    const shown = await createImageBitmap(new Blob([copy.image], { type: 'image/jpeg' }))
    const small = await createImageBitmap(new Blob([copy.thumbnail], { type: 'image/jpeg' }))
    const pen = new OffscreenCanvas(shown.width, shown.height).getContext('2d')
    pen.drawImage(shown, 0, 0)
    const at = (x, y) => [...pen.getImageData(x, y, 1, 1).data.slice(0, 3)]
    const [right, below] = [shown.width - 8, shown.height - 8]
    return {
      original: original?.kind ?? null,
      copy: { ...copy, image: [...copy.image], thumbnail: [...copy.thumbnail] },
      corners: [at(8, 8), at(right, 8), at(8, below), at(right, below)],
      thumbnailSize: [small.width, small.height],
    }
  })()`)

export interface SealedInPage {
  reason?: string
  sealed?: { sessionKey: string; sha256: string; parts: string[] }
  /** Every part, when `keep`. */
  bytes: number[][]
  /** Their lengths, and how many were made before the first was done with. */
  lengths: number[]
  madeMeanwhile: number
  milliseconds: number
}

interface Wish {
  /** Takes what a person chose in the page's one field. */
  fromField?: boolean
  /** Bytes of zeros to seal, in place of a file. */
  zeros?: number
  name?: string
  keep?: boolean
  /** Whoever takes the parts says no after this many. */
  stopAfter?: number
}

export const sealInPage = (
  page: Page,
  { zeros, name = '', keep, stopAfter, fromField }: Wish,
): Promise<SealedInPage> =>
  page.evaluate<SealedInPage>(`(async () => {
    const file = ${fromField ? 'document.forms[0].file.files[0]' : zeros === undefined ? chosen(name) : `new File([new Uint8Array(${zeros})], 'zeros')`}
    const desk = new desks.FilesDesk()
    const found = { bytes: [], lengths: [], madeMeanwhile: 0 }
    let busy = false
    const start = performance.now()
    const sealed = await desk.seal(file, async (part) => {
      if (busy) found.madeMeanwhile++
      busy = true
      await new Promise((resolve) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = resolve; port2.postMessage(0) })
      busy = false
      found.lengths.push(part.bytes.length)
      if (${keep === true}) found.bytes.push([...part.bytes])
      return found.lengths.length !== ${stopAfter ?? null}
    })
    found.milliseconds = performance.now() - start
    desk.close()
    return sealed.ok ? { ...found, sealed: sealed.value } : { ...found, reason: sealed.reason }
  })()`)
