// Requests that say as much of their sender as a network, a proxy and a browser can: an address, an agent, a language, where they come
// from. And every form in which a server could have kept that.
import { createHash } from 'node:crypto'
import { request } from 'node:http'

/** Any address of 127/8 can be a sender on Linux: this one is nobody else's. */
const SENDER = '127.83.91.7'
/** TEST-NET-3 (RFC 5737): one for each header, so that a trace names the header it came from. */
const CLAIMED = {
  'X-Forwarded-For': '203.0.113.71',
  'CF-Connecting-IP': '203.0.113.72',
  'True-Client-IP': '203.0.113.73',
  'X-Real-IP': '203.0.113.74',
  'X-Client-IP': '203.0.113.75',
}
const FORWARDED = '203.0.113.76'

const SAID = {
  'User-Agent': 'Sentinelle/7.0 (TelephoneZq7; AppareilZq7)',
  'Accept-Language': 'art-zq7-langue,br;q=0.7',
  'Sec-CH-UA': '"NavigateurZq7";v="7"',
  'Sec-CH-UA-Model': '"ModeleZq7"',
  Referer: 'https://dou-je-viens-zq7.example/page',
  Via: '1.1 mandataire-zq7',
  'X-Request-Id': 'demande-zq7-0001',
  Traceparent: '00-7a717a717a717a717a717a717a717a71-7a717a717a717a71-01',
  'CF-IPCountry': 'ZQ',
  'CF-Ray': '7a717a717a717a71-ZQQ',
  DNT: '1',
}

export const TELLING_HEADERS: Readonly<Record<string, string>> = {
  ...CLAIMED,
  Forwarded: `for=${FORWARDED};proto=https`,
  ...SAID,
}

const ADDRESSES = [SENDER, ...Object.values(CLAIMED), FORWARDED]

const hashesOf = (address: string): string[] =>
  ['md5', 'sha1', 'sha256'].flatMap((name) => {
    const digest = createHash(name).update(address).digest()
    return [digest.toString('hex').slice(0, 16), digest.toString('base64').slice(0, 12)]
  })

const asHex = (address: string): string => Buffer.from(address.split('.').map(Number)).toString('hex')

/** What none of a server's answers, logs and files may hold; of an address its plain hashes neither, whole or short. */
export const TELLS: readonly string[] = [
  ...ADDRESSES.flatMap((address) => [address, asHex(address), ...hashesOf(address)]),
  'Sentinelle/7',
  'TelephoneZq7',
  'art-zq7-langue',
  'NavigateurZq7',
  'ModeleZq7',
  'dou-je-viens-zq7',
  'mandataire-zq7',
  'demande-zq7',
  '7a717a717a717a71',
]

/** What was asked, and everything that was answered, as text: `GET /path`, headers and body. */
export interface Heard {
  asked: string
  status: number
  headers: [string, string][]
  body: Buffer
}

/** Stands in for `fetch`: every request says all of the above, and what came back is noted. */
export function tellingFetch(heard: Heard[]): typeof fetch {
  return (input, init = {}) =>
    new Promise((resolve, reject) => {
      const url = new URL(String(input))
      const { method = 'GET', body } = init
      const headers = { ...TELLING_HEADERS, ...Object.fromEntries(new Headers(init.headers)) }
      const asking = request(url, { method, headers, localAddress: SENDER, agent: false }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject)
        answer.on('end', () => {
          const whole = Buffer.concat(chunks)
          const status = answer.statusCode ?? 0
          const given = new Headers()
          for (const [name, values = []] of Object.entries(answer.headersDistinct))
            for (const value of values) given.append(name, value)
          heard.push({ asked: `${method} ${url.pathname}`, status, headers: [...given], body: whole })
          const isEmpty = status === 204 || status === 304 || method === 'HEAD'
          resolve(new Response(isEmpty ? null : whole, { status, headers: given }))
        })
      })
      asking.on('error', reject)
      if (typeof body === 'string' || body instanceof Uint8Array) asking.end(body)
      else if (body === undefined || body === null) asking.end()
      else reject(new Error('a telling request has a text, bytes or nothing to send'))
    })
}
