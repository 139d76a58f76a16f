// The closed list of our Workers: source → address. Addresses are stable and never cached, so that a restarted Worker
// carries the directory of the day.

export const WORKERS = {
  seal: { entry: 'report/seal.worker', path: '/w/seal.js' },
  prove: { entry: 'report/prove.worker', path: '/w/prove.js' },
  open: { entry: 'inbox/open.worker', path: '/w/open.js' },
} as const

export type WorkerName = keyof typeof WORKERS
