// The headers with which a phone would ask for an address, as Chrome on Android was seen to send them, in that order: a page is navigated to,
// a script is loaded, a Worker is started. It never names what asks, nor a version that differs between two headers.
import { VIEWER_ADDRESS } from '../i18n/addresses.ts'

/** What browsers accept, old ones and new ones; and nothing, for the bytes as they are. */
export const ENCODINGS = ['identity', 'gzip, deflate, br', 'gzip, deflate, br, zstd'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** The versions age; what matters is that they are not ours, and that none says to accept what it cannot read: Zstandard came with 123. */
const BROWSERS: Record<Encoding, { version: string; brands: string }> = {
  identity: { version: '142', brands: '"Chromium";v="142", "Google Chrome";v="142", "Not_A Brand";v="99"' },
  'gzip, deflate, br': {
    version: '122',
    brands: '"Chromium";v="122", "Not(A:Brand";v="24", "Google Chrome";v="122"',
  },
  'gzip, deflate, br, zstd': {
    version: '142',
    brands: '"Chromium";v="142", "Google Chrome";v="142", "Not_A Brand";v="99"',
  },
}

const PAGE_TYPES =
  'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7'
const IMAGE_TYPES = 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8'
const STYLE_TYPES = 'text/css,*/*;q=0.1'
const ANY_TYPE = '*/*'

interface Way {
  dest: string
  mode: 'navigate' | 'no-cors' | 'cors' | 'same-origin'
  accept: string
  site?: 'none' | 'cross-site'
  /** Sent with module scripts; the viewer, which has no origin, sends null. */
  from?: 'here' | 'null'
  more?: Readonly<Record<string, string>>
}

const PAGE: Way = {
  dest: 'document',
  mode: 'navigate',
  accept: PAGE_TYPES,
  site: 'none',
  more: { 'Sec-Fetch-User': '?1' },
}

/** The first whose pattern fits; a page otherwise. */
const WAYS: readonly [RegExp, Way][] = [
  // As `cache: 'no-store'` has it.
  [
    /^\/api(?:\/|$)/,
    {
      dest: 'empty',
      mode: 'cors',
      accept: ANY_TYPE,
      more: { Pragma: 'no-cache', 'Cache-Control': 'no-cache' },
    },
  ],
  [
    /\/(?:sw|service-?worker)\.js$/,
    {
      dest: 'serviceworker',
      mode: 'same-origin',
      accept: ANY_TYPE,
      more: { 'Cache-Control': 'max-age=0', 'Service-Worker': 'script' },
    },
  ],
  [/^\/w\/.*\.js$/, { dest: 'worker', mode: 'same-origin', accept: ANY_TYPE }],
  [
    /^\/a\/viewer\..*\.js$/,
    { dest: 'script', mode: 'cors', accept: ANY_TYPE, site: 'cross-site', from: 'null' },
  ],
  [
    /^\/a\/viewer\..*\.css$/,
    { dest: 'style', mode: 'cors', accept: STYLE_TYPES, site: 'cross-site', from: 'null' },
  ],
  [/\.js$/, { dest: 'script', mode: 'cors', accept: ANY_TYPE, from: 'here' }],
  [/\.css$/, { dest: 'style', mode: 'no-cors', accept: STYLE_TYPES }],
  [/\.(?:svg|png|webp|ico)$/, { dest: 'image', mode: 'no-cors', accept: IMAGE_TYPES }],
  [/\.webmanifest$/, { dest: 'manifest', mode: 'cors', accept: ANY_TYPE }],
  [/\.(?:json|signatures)$/, { dest: 'empty', mode: 'cors', accept: ANY_TYPE }],
]

const FRAME: Way = { dest: 'iframe', mode: 'navigate', accept: PAGE_TYPES }

function wayOf(path: string): Way {
  const [place = ''] = path.split('?')
  if (place === VIEWER_ADDRESS) return FRAME
  return WAYS.find(([pattern]) => pattern.test(place))?.[1] ?? PAGE
}

/** Referers are missing: no page of ours sends one. */
export function askedAs(origin: string, path: string, encoding: Encoding): Record<string, string> {
  const { dest, mode, accept, site = 'same-origin', from, more = {} } = wayOf(path)
  const { version, brands } = BROWSERS[encoding]
  // Seen: a Worker's script is asked for without them.
  const hints: Record<string, string> =
    dest === 'worker' || dest === 'serviceworker'
      ? {}
      : { 'sec-ch-ua': brands, 'sec-ch-ua-mobile': '?1', 'sec-ch-ua-platform': '"Android"' }
  return {
    Host: new URL(origin).host,
    Connection: 'keep-alive',
    ...(from === undefined ? {} : { Origin: from === 'here' ? origin : 'null' }),
    ...hints,
    ...(mode === 'navigate' ? { 'Upgrade-Insecure-Requests': '1' } : {}),
    'User-Agent': `Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Mobile Safari/537.36`,
    'Accept-Language': 'fr-FR,fr;q=0.9,en;q=0.8',
    Accept: accept,
    'Sec-Fetch-Site': site,
    'Sec-Fetch-Mode': mode,
    'Sec-Fetch-Dest': dest,
    ...more,
    'Accept-Encoding': encoding,
  }
}
