// What a page's memory still holds, as text: everything that can be reached in its JavaScript heap once garbage was collected.
import type { Page } from 'playwright-core'

/** Of every document of the page's process; its Workers have heaps of their own. Each string is there up to its 1024th character. */
export async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  let heap = ''
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => (heap += chunk))
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  return heap
}
