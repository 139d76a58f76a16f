// A site that is looked at can neither fill the verifier's memory, nor keep it waiting, nor act on its terminal.
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ENCODINGS } from '../../src/cli/asked-as.ts'
import { answerFaults } from '../../src/cli/answer-faults.ts'
import { openSite, type SiteAnswer } from '../../src/cli/site-reader.ts'
import { VIEWER_ADDRESS } from '../../src/i18n/addresses.ts'
import { PAGE, VIEWER } from '../../src/server/headers.ts'

const LIMITS = { answerBytes: 1000, answerMilliseconds: 20_000, wholeBytes: 2500, wholeMilliseconds: 20_000 }

let answer: RequestListener
let close: () => Promise<unknown>
let origin: string

beforeEach(async () => {
  const server = createServer((request, reply) => answer(request, reply))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  close = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
})
afterEach(() => close())

async function read(limits = LIMITS): Promise<SiteAnswer> {
  const reader = openSite(origin, limits)
  const read = await reader.read('/', 'gzip, deflate, br')
  reader.close()
  return read
}

describe('an answer', () => {
  it('comes as it is: decoded, no redirect followed, every header apart', async () => {
    answer = (request, reply) => {
      expect(request.headers['accept-encoding']).toBe('gzip, deflate, br')
      expect(request.headers['user-agent']).not.toMatch(/node|balise/i)
      reply.writeHead(302, ['Location', '/x', 'X-A', '1', 'X-A', '2', 'Content-Encoding', 'br'])
      reply.end(brotliCompressSync('bonjour'))
    }
    const got = await read()
    expect(got).toMatchObject({ ok: true, status: 302 })
    if (!got.ok) return
    expect(Buffer.from(got.body).toString()).toBe('bonjour')
    expect(got.headers.get('x-a')).toEqual(['1', '2'])
  })

  it.each<[string, Record<string, string | undefined>]>([
    ['/fr/ecrire', { dest: 'document', mode: 'navigate', site: 'none', upgrade: '1', accept: 'text/html,' }],
    [
      '/fr/ecrire?x=1.js',
      { dest: 'document', mode: 'navigate', site: 'none', upgrade: '1', accept: 'text/html,' },
    ],
    [
      VIEWER_ADDRESS,
      { dest: 'iframe', mode: 'navigate', site: 'same-origin', upgrade: '1', accept: 'text/html,' },
    ],
    ['/w/seal.js', { dest: 'worker', mode: 'same-origin', site: 'same-origin', accept: '*/*' }],
    ['/sw.js', { dest: 'serviceworker', mode: 'same-origin', site: 'same-origin', accept: '*/*' }],
    [
      '/a/write.0123.js',
      { dest: 'script', mode: 'cors', site: 'same-origin', accept: '*/*', origin: 'ours' },
    ],
    [
      '/a/viewer.0123.js',
      { dest: 'script', mode: 'cors', site: 'cross-site', accept: '*/*', origin: 'null' },
    ],
    ['/a/site.0123.css', { dest: 'style', mode: 'no-cors', site: 'same-origin', accept: 'text/css,' }],
    ['/icon.svg', { dest: 'image', mode: 'no-cors', site: 'same-origin', accept: 'image/avif,' }],
    ['/directory.json', { dest: 'empty', mode: 'cors', site: 'same-origin', accept: '*/*' }],
    ['/api/health', { dest: 'empty', mode: 'cors', site: 'same-origin', accept: '*/*' }],
  ])('is asked for as a phone asks for it: %s', async (path, { accept = '', ...expected }) => {
    let sent: IncomingHttpHeaders = {}
    answer = (request, reply) => {
      sent = request.headers
      reply.end()
    }
    const reader = openSite(origin, LIMITS)
    await reader.read(path, 'gzip, deflate, br, zstd')
    reader.close()
    expect(sent.accept?.startsWith(accept)).toBe(true)
    expect({
      dest: sent['sec-fetch-dest'],
      mode: sent['sec-fetch-mode'],
      site: sent['sec-fetch-site'],
      upgrade: sent['upgrade-insecure-requests'],
      origin: sent.origin === origin ? 'ours' : sent.origin,
    }).toEqual({ upgrade: undefined, origin: undefined, ...expected })
  })

  it('is asked for by a browser whose version is the same in each header and reads what it accepts', async () => {
    const versions: Record<string, (string | undefined)[]> = {}
    answer = ({ headers }, reply) => {
      versions[String(headers['accept-encoding'])] = [
        /Chrome\/(\d+)/.exec(String(headers['user-agent']))?.[1],
        /"Chromium";v="(\d+)"/.exec(String(headers['sec-ch-ua']))?.[1],
      ]
      reply.end()
    }
    const reader = openSite(origin, LIMITS)
    for (const encoding of ENCODINGS) await reader.read('/', encoding)
    reader.close()
    expect(versions).toEqual({
      identity: ['142', '142'],
      'gzip, deflate, br': ['122', '122'],
      'gzip, deflate, br, zstd': ['142', '142'],
    })
  })

  it.each<[string, RequestListener, string]>([
    ['longer than any file', (_, reply) => reply.end('x'.repeat(1001)), 'too-long'],
    [
      'that unfolds to more than any file',
      (_, reply) =>
        reply.writeHead(200, { 'Content-Encoding': 'br' }).end(brotliCompressSync('x'.repeat(1_000_000))),
      'not-decodable',
    ],
    [
      'encoded as nobody asked',
      (_, reply) => reply.writeHead(200, { 'Content-Encoding': 'compress' }).end('x'),
      'not-decodable',
    ],
    [
      'encoded twice',
      (_, reply) => reply.writeHead(200, ['Content-Encoding', 'br', 'Content-Encoding', 'br']).end('x'),
      'not-decodable',
    ],
    ...(
      [
        ['br', brotliCompressSync],
        ['deflate', deflateSync],
        ['gzip', gzipSync],
        ['zstd', zstdCompressSync],
      ] as const
    ).flatMap(([encoding, compress]) =>
      (
        [
          ['more of the same', compress('autre')],
          ['bytes that mean nothing', Buffer.alloc(3)],
        ] as const
      ).map(([what, more]): [string, RequestListener, string] => [
        `${encoding}, with ${what} behind it`,
        (_, reply) =>
          reply
            .writeHead(200, { 'Content-Encoding': encoding })
            .end(Buffer.concat([compress('bonjour'), more])),
        'not-decodable',
      ]),
    ),
    [
      'gzip, with nothing in its first part',
      (_, reply) =>
        reply
          .writeHead(200, { 'Content-Encoding': 'gzip' })
          .end(Buffer.concat([gzipSync(''), gzipSync('bonjour')])),
      'not-decodable',
    ],
    [
      'that something comes before',
      (_, reply) => {
        reply.writeEarlyHints({ link: '</a/other.css>; rel=preload; as=style' })
        reply.end('x')
      },
      'told-early',
    ],
    [
      'that is cut',
      (_, reply) => reply.writeHead(200, { 'Content-Length': '9' }).write('x', () => reply.destroy()),
      'no-answer',
    ],
  ])('is refused: %s', async (_what, how, reason) => {
    answer = how
    expect(await read()).toEqual({ ok: false, reason })
  })

  /** As gzip writes it for a file: with its name, and here with every other field besides. */
  const named = (): Buffer => {
    const plain = gzipSync('bonjour')
    const header = Buffer.from(plain.subarray(0, 10))
    header[3] = 4 | 8 | 16
    return Buffer.concat([
      header,
      Buffer.from([2, 0, 1, 1]),
      Buffer.from('bonjour.txt\0pour tous\0'),
      plain.subarray(10),
    ])
  }

  it.each<[string, string, Buffer]>([
    ['br', 'br', brotliCompressSync('bonjour')],
    ['deflate', 'deflate', deflateSync('bonjour')],
    ['gzip', 'gzip', gzipSync('bonjour')],
    ['gzip of a file', 'gzip', named()],
    ['zstd', 'zstd', zstdCompressSync('bonjour')],
  ])('is read in each way that browsers accept: %s', async (_what, encoding, sent) => {
    answer = (_, reply) => reply.writeHead(200, { 'Content-Encoding': encoding }).end(sent)
    const got = await read()
    expect(got.ok && Buffer.from(got.body).toString()).toBe('bonjour')
  })

  it('is read where the server only said before to go on', async () => {
    answer = (_, reply) => {
      reply.writeContinue()
      reply.end('bonjour')
    }
    expect(await read()).toMatchObject({ ok: true, status: 200 })
  })

  it('that never comes is not waited for', async () => {
    answer = () => undefined
    expect(await read({ ...LIMITS, answerMilliseconds: 30 })).toEqual({ ok: false, reason: 'out-of-time' })
    expect(await read({ ...LIMITS, wholeMilliseconds: 30 })).toEqual({ ok: false, reason: 'out-of-time' })
  })

  it('is refused once there were too many bytes in all', async () => {
    answer = (_, reply) => reply.end('x'.repeat(900))
    const reader = openSite(origin, LIMITS)
    const reads = []
    for (const path of ['/1', '/2', '/3']) reads.push((await reader.read(path, 'identity')).ok)
    reader.close()
    expect(reads).toEqual([true, true, false])
  })
})

describe('what differs', () => {
  const asPage = { status: 200, headers: PAGE, type: 'text/html; charset=utf-8', sha256: null }
  const answered = (headers: Record<string, string>): SiteAnswer => ({
    ok: true,
    status: 200,
    headers: new Map(
      Object.entries({ 'Content-Type': asPage.type, ...headers }).map(([name, value]) => [
        name.toLowerCase(),
        [value],
      ]),
    ),
    body: new Uint8Array(),
  })

  it('is nothing, where every header is as it must be and others come along', () => {
    expect(
      answerFaults(answered({ ...PAGE, ETag: '"1"', Server: 'x', 'Alt-Svc': 'h3=":443"' }), asPage),
    ).toEqual([])
  })

  it.each([
    'NEL',
    'Report-To',
    'Reporting-Endpoints',
    'Server-Timing',
    'Set-Cookie',
    'Link',
    'Refresh',
    'Service-Worker-Allowed',
    'Speculation-Rules',
    'Content-Security-Policy-Report-Only',
    'Access-Control-Allow-Origin',
    'Clear-Site-Data',
    'SourceMap',
    'Accept-CH',
    'Secure-Session-Registration',
    'Attribution-Reporting-Register-Source',
    'Ad-Auction-Signals',
    'Set-Login',
    'X-XSS-Protection',
    'Expect-CT',
    'Content-Disposition',
  ])('is a header that no page of ours carries: %s', (name) => {
    expect(answerFaults(answered({ ...PAGE, [name]: 'x' }), asPage)).toEqual([
      `the header ${name.toLowerCase()} must not be there: "x"`,
    ])
  })

  it('is another host that browsers are sent to, or a frame that may not be framed', () => {
    expect(answerFaults(answered({ ...PAGE, 'Alt-Svc': 'h3="elsewhere.example:443"' }), asPage)).toHaveLength(
      1,
    )
    const framed = { ...asPage, headers: VIEWER }
    expect(answerFaults(answered(VIEWER), framed)).toEqual([])
    expect(answerFaults(answered({ ...VIEWER, 'X-Frame-Options': 'DENY' }), framed)).toEqual([
      'the header x-frame-options must not be there: "DENY"',
    ])
  })

  it('is the type, where it could be read in another way', () => {
    for (const type of ['text/html', 'text/html; charset=utf-7', 'text/plain; charset=utf-8', '']) {
      const found = answerFaults(answered({ ...PAGE, 'Content-Type': type }), asPage)
      expect(found, type).toEqual([expect.stringMatching(/^its Content-Type is /)])
    }
    const script = { ...asPage, type: 'text/javascript; charset=utf-8' }
    expect(answerFaults(answered({ ...PAGE, 'Content-Type': 'text/javascript' }), script)).toEqual([])
  })

  it('is shown short, and without a character that acts on a terminal', () => {
    const [line = ''] = answerFaults(
      answered({ ...PAGE, 'Referrer-Policy': `\u202e\u001b[2J${'x'.repeat(5000)}` }),
      asPage,
    )
    expect(line).toContain('"<U+202E><U+001B>[2Jxxx')
    expect(line.length).toBeLessThan(400)
  })
})
