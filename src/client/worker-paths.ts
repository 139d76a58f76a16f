// The closed list of our Workers, by the address each is served at. Addresses are stable and never cached, so that a restarted Worker
// carries the directory of the day.

export const WORKERS = {
  seal: '/w/seal.js',
  prove: '/w/prove.js',
  identify: '/w/identify.js',
  open: '/w/open.js',
  opener: '/w/opener.js',
  code: '/w/code.js',
  thread: '/w/thread.js',
  files: '/w/files.js',
} as const

export type WorkerName = keyof typeof WORKERS
