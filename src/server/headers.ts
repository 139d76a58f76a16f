// Every response header we send, in one place: static files and /api, Node and edge, all read from here.
// Change a set and the build's `_headers`, the Node server, the API and the verifier change together.

type Headers = Readonly<Record<string, string>>

const csp = (directives: Record<string, string>): string =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')

const PAGE_CSP = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self' blob:",
  'media-src': 'blob:',
  'font-src': "'self'",
  'connect-src': "'self'",
  'frame-src': "'self'",
  'worker-src': "'self'",
  'object-src': "'none'",
  'manifest-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'balise',
}

const DENIED_FEATURES = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'window-management',
  'xr-spatial-tracking',
]

const permissions = (allowed: Record<string, string> = {}): string =>
  [
    ...DENIED_FEATURES.filter((feature) => !(feature in allowed)).map((feature) => `${feature}=()`),
    ...Object.entries(allowed).map(([feature, value]) => `${feature}=${value}`),
  ].join(', ')

/** On every response, whatever it is. */
const COMMON: Headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains; preload',
}

/** Pages a victim, an analyst or anyone reads. */
export const PAGE: Headers = {
  ...COMMON,
  'Content-Security-Policy': csp(PAGE_CSP),
  'Integrity-Policy': 'blocked-destinations=(script)',
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-store',
  'Permissions-Policy': permissions(),
}

/** The association's workspace: a page that may also use passkeys. */
export const WORKSPACE: Headers = {
  ...PAGE,
  'Permissions-Policy': permissions({
    'publickey-credentials-get': '(self)',
    'publickey-credentials-create': '(self)',
  }),
}

/** The frame in which a decrypted attachment is shown: no origin of its own, framed by our pages alone. */
const { 'X-Frame-Options': _framed, ...UNFRAMED } = PAGE
export const VIEWER: Headers = {
  ...UNFRAMED,
  'Content-Security-Policy': csp({
    ...PAGE_CSP,
    'img-src': 'blob:',
    'connect-src': "'none'",
    'frame-src': "'none'",
    'worker-src': "'none'",
    'frame-ancestors': "'self'",
    sandbox: 'allow-scripts',
  }),
  'Cross-Origin-Resource-Policy': 'cross-origin',
}

/** The page that ends a visit: what the browser kept of this site goes with it. */
export const CLEARING: Headers = {
  ...PAGE,
  'Clear-Site-Data': '"cache", "storage", "prefetchCache", "prerenderCache"',
}

/** Files whose name holds their hash. */
export const HASHED_ASSET: Headers = { ...PAGE, 'Cache-Control': 'public, max-age=31536000, immutable' }

/** The same for what the viewer loads: to a document without an origin our own files are a stranger's, shown to it alone by these. */
export const VIEWER_ASSET: Headers = {
  ...HASHED_ASSET,
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}

/** Every answer under /api, but for published statistics. */
export const API: Headers = {
  ...COMMON,
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-store, no-transform',
  'Permissions-Policy': permissions(),
}

/** A release, which never changes. Nothing forbids to compress it on the way: it is public, and tells of nobody. */
export const RELEASE: Headers = { ...API, 'Cache-Control': 'public, max-age=31536000, immutable' }

/** What may be another tomorrow at the same address: lists of releases, what is derived from one, and all of a demonstration. */
export const OPEN_DATA: Headers = { ...API, 'Cache-Control': 'public, no-cache' }

export const HEADER_SETS = {
  page: PAGE,
  workspace: WORKSPACE,
  viewer: VIEWER,
  clearing: CLEARING,
  'hashed-asset': HASHED_ASSET,
  'viewer-asset': VIEWER_ASSET,
} as const
export type HeaderSet = keyof typeof HEADER_SETS

/**
 * What no answer of ours carries, in lower case, and what nothing on the way may add: each has a browser report to someone, load, keep, send
 * or allow something that the page did not ask for.
 */
export const NEVER_SENT: readonly string[] = [
  'set-cookie',
  'nel',
  'report-to',
  'reporting-endpoints',
  'server-timing',
  'content-security-policy-report-only',
  'permissions-policy-report-only',
  'integrity-policy-report-only',
  'cross-origin-opener-policy-report-only',
  'cross-origin-embedder-policy-report-only',
  'document-policy',
  'link',
  'refresh',
  'location',
  'speculation-rules',
  'supports-loading-mode',
  'service-worker-allowed',
  'service-worker-navigation-preload',
  'sourcemap',
  'x-sourcemap',
  'origin-trial',
  'accept-ch',
  'critical-ch',
  'use-as-dictionary',
  'access-control-allow-credentials',
  'timing-allow-origin',
  'www-authenticate',
  'set-login',
  'activate-storage-access',
  'observe-browsing-topics',
  'shared-storage-write',
  'supports-fledge',
  'x-allow-fledge',
  'no-vary-search',
  'require-document-policy',
  'document-isolation-policy-report-only',
  'default-style',
  'feature-policy',
  'content-dpr',
  'accept-ch-lifetime',
  // What older browsers still do: one reports to an address it is given, the others leave out scripts or pages that they should show.
  'expect-ct',
  'public-key-pins',
  'public-key-pins-report-only',
  'x-xss-protection',
  'x-ua-compatible',
]

/** The same for families of them. */
export const NEVER_SENT_PREFIXES: readonly string[] = [
  'secure-session-',
  'sec-session-',
  'attribution-reporting-',
  'ad-auction-',
]
