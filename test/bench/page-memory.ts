// What a page and its Workers take of the machine: they are one process of the browser's. Linux only.
import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'

const SAMPLE_MS = 100

export interface PageMemory {
  /** The most that was resident at any moment, pages of the browser's own program included. */
  residentMegabytes: number
  /** The most that was its own alone, at the moments looked at: what the browser's task manager shows. */
  privateMegabytes: number
}

/** Watches the largest page process until it is told to stop. */
export async function watchMemory(browser: Browser): Promise<() => Promise<PageMemory>> {
  const session = await browser.newBrowserCDPSession()
  const peak: PageMemory = { residentMegabytes: 0, privateMegabytes: 0 }
  let watching = true

  const look = async (): Promise<void> => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    for (const { id, type } of processInfo) {
      if (type !== 'renderer') continue
      const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '')
      const read = (field: string): number =>
        Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024)
      peak.residentMegabytes = Math.max(peak.residentMegabytes, read('VmHWM'))
      peak.privateMegabytes = Math.max(peak.privateMegabytes, read('RssAnon'))
    }
  }
  const watch = async (): Promise<void> => {
    while (watching) {
      await look()
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS))
    }
  }
  const ended = watch()
  return async () => {
    watching = false
    await ended
    return peak
  }
}
