// What every answer says to the browser: the exact words of the contract, and none that would give a victim away.
import { describe, expect, it } from 'vitest'
import * as headers from '../../src/server/headers.ts'

/** protocol §9, word for word. */
const REQUIRED_OF_A_PAGE = `
Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; media-src blob:; font-src 'self'; connect-src 'self'; frame-src 'self'; worker-src 'self'; object-src 'none'; manifest-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types balise
Integrity-Policy: blocked-destinations=(script)
Cross-Origin-Opener-Policy: same-origin
Cross-Origin-Embedder-Policy: require-corp
Cross-Origin-Resource-Policy: same-origin
Origin-Agent-Cluster: ?1
Referrer-Policy: no-referrer
X-Content-Type-Options: nosniff
X-Frame-Options: DENY
X-DNS-Prefetch-Control: off
Cache-Control: no-store
Permissions-Policy: accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), gamepad=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), window-management=(), xr-spatial-tracking=()
Strict-Transport-Security: max-age=63072000; includeSubDomains; preload
`

const page = Object.fromEntries(
  REQUIRED_OF_A_PAGE.trim()
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
)
const SETS: Record<string, Readonly<Record<string, string>>> = {
  ...headers.HEADER_SETS,
  api: headers.API,
  release: headers.RELEASE,
  'open-data': headers.OPEN_DATA,
}
const FORBIDDEN = [
  'set-cookie',
  'nel',
  'report-to',
  'reporting-endpoints',
  'server-timing',
  'server',
  'x-powered-by',
  'etag',
  'last-modified',
  'access-control-allow-credentials',
]

/** directive → value. */
const policyOf = (set: Readonly<Record<string, string>> | undefined): Record<string, string> =>
  Object.fromEntries(
    (set?.['Content-Security-Policy'] ?? '').split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ')
      return [name, values.join(' ')]
    }),
  )

describe('a page', () => {
  it('carries exactly the headers of the contract', () => {
    expect(headers.PAGE).toEqual(page)
  })

  it('does not forbid to compress it on the way', () => {
    expect(headers.PAGE['Cache-Control']).not.toContain('no-transform')
  })
})

describe('the workspace of an association', () => {
  it('is a page that may also use passkeys', () => {
    const { 'Permissions-Policy': permissions = '', ...rest } = headers.WORKSPACE
    const { 'Permissions-Policy': ordinary = '', ...ofPage } = page
    expect(rest).toEqual(ofPage)
    expect(permissions.split(', ').toSorted()).toEqual(
      ordinary
        .split(', ')
        .filter((feature) => feature !== 'publickey-credentials-get=()')
        .concat('publickey-credentials-get=(self)', 'publickey-credentials-create=(self)')
        .toSorted(),
    )
  })
})

describe('the frame that shows what was attached', () => {
  it('is framed by our pages alone, runs without an origin, and reaches nothing', () => {
    const policy = policyOf(headers.VIEWER)
    expect(policy).toMatchObject({
      'default-src': "'none'",
      'frame-ancestors': "'self'",
      sandbox: 'allow-scripts',
      'img-src': 'blob:',
      'media-src': 'blob:',
      'connect-src': "'none'",
      'form-action': "'none'",
    })
    expect(headers.VIEWER).not.toHaveProperty('X-Frame-Options')
    expect(headers.VIEWER).toMatchObject({ 'Cross-Origin-Resource-Policy': 'cross-origin' })
  })

  it('is otherwise as strict as a page', () => {
    const changed = ['Content-Security-Policy', 'Cross-Origin-Resource-Policy', 'X-Frame-Options']
    const kept = Object.entries(page).filter(([name]) => !changed.includes(name))
    expect(headers.VIEWER).toMatchObject(Object.fromEntries(kept))
  })
})

describe('the page that ends a visit', () => {
  it('clears what the browser kept, and is a page in all else', () => {
    const { 'Clear-Site-Data': cleared, ...rest } = headers.CLEARING
    expect(cleared).toBe('"cache", "storage", "prefetchCache", "prerenderCache"')
    expect(rest).toEqual(page)
  })
})

describe('a file whose name holds its hash', () => {
  it('is kept for a year, and is a page in all else', () => {
    expect(headers.HASHED_ASSET).toEqual({ ...page, 'Cache-Control': 'public, max-age=31536000, immutable' })
  })
})

describe('what the frame loads', () => {
  it('may be loaded by a document without an origin, and is a hashed file in all else', () => {
    expect(headers.VIEWER_ASSET).toEqual({
      ...headers.HASHED_ASSET,
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    })
  })

  it('alone may be read by others', () => {
    const readable = Object.entries(SETS).filter(([, set]) => 'Access-Control-Allow-Origin' in set)
    expect(readable.map(([name]) => name)).toEqual(['viewer-asset'])
  })
})

describe('an answer of the API', () => {
  it('is kept by nobody, changed by nobody, and can run nothing', () => {
    expect(headers.API['Cache-Control']).toBe('no-store, no-transform')
    expect(policyOf(headers.API)).toEqual({
      'default-src': "'none'",
      'frame-ancestors': "'none'",
      sandbox: '',
    })
    expect(headers.API).toMatchObject({ 'X-Frame-Options': 'DENY', 'X-Content-Type-Options': 'nosniff' })
  })
})

describe('open data', () => {
  it('is an answer of the API in all but how long it is kept; none forbids to compress it', () => {
    const kept = 'Cache-Control'
    expect(headers.RELEASE).toEqual({ ...headers.API, [kept]: 'public, max-age=31536000, immutable' })
    expect(headers.OPEN_DATA).toEqual({ ...headers.API, [kept]: 'public, no-cache' })
  })
})

describe.each(Object.entries(SETS))('every answer (%s)', (_, set) => {
  it('says no to whoever would listen, guess its type, or open it over plain HTTP', () => {
    expect(set).toMatchObject({
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Strict-Transport-Security': page['Strict-Transport-Security'],
      'X-DNS-Prefetch-Control': 'off',
      'Origin-Agent-Cluster': '?1',
    })
  })

  it('carries no cookie, no reporting address and no name of its server', () => {
    const names = Object.keys(set).map((name) => name.toLowerCase())
    expect(names.filter((name) => FORBIDDEN.includes(name))).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  })

  it('CSP loosened for a CDN: has a policy that names no other place, without a comma, a nonce, or anything unsafe', () => {
    const policy = set['Content-Security-Policy'] ?? ''
    const sources = Object.entries(policyOf(set))
      .filter(([name]) => /-src$|-uri$|-action$|-ancestors$/.test(name))
      .flatMap(([, values]) => values.split(' '))
    const ours = ["'none'", "'self'", "'wasm-unsafe-eval'", 'blob:']
    expect(sources.filter((source) => !ours.includes(source))).toEqual([])
    expect(policy).toMatch(/^default-src 'none'; /)
    expect(policy).not.toMatch(/,|nonce|unsafe-inline|'unsafe-eval'|https?:|data:|\*/)
  })

  it('fits on plain lines', () => {
    for (const [name, value] of Object.entries(set)) {
      expect(name).toMatch(/^[A-Z][A-Za-z-]+$/)
      expect(value).toMatch(/^[\x20-\x7e]+$/)
      expect(value).toBe(value.trim())
    }
  })
})
