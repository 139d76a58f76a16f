// Where a server's mail ends in tests: a relay that speaks SMTP, or an endpoint that takes HTTP, on this machine. It keeps what came, byte
// for byte, and can be told to fail.
import { createServer as createHttpServer } from 'node:http'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'

export interface ReceivedMail {
  to: string
  /** What tells a mail from every other, and a second try from none. */
  id: string
  /** Everything that came of it. */
  bytes: number
  /** The same without what may differ from mail to mail: its id, and a date. */
  steady: string
  /** Its words, as a reader sees them, subject first. */
  words: string
}

export interface MailSink {
  /** The settings of a server that sends here. */
  settings: Readonly<Record<string, string>>
  /** What was taken, in order. */
  taken: ReceivedMail[]
  /** What was turned away, once it had come whole. */
  turnedAway: ReceivedMail[]
  /** Whether it turns everything away. */
  isFailing: boolean
  /** What an SMTP client said, line by line, but for the mail itself. */
  commands: string[]
  stop(): Promise<void>
}

const FROM = 'avis@balise.example'
const [LOGIN, PASSWORD] = ['balise', 'sentinelle-du-relais']
const TOKEN = 'sentinelle-du-jeton'

type Received = Omit<MailSink, 'settings' | 'stop'>

const emptySink = (): Received => ({ taken: [], turnedAway: [], isFailing: false, commands: [] })

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

const stopping = (server: Server, sockets: ReadonlySet<Socket>) => (): Promise<void> => {
  for (const socket of sockets) socket.destroy()
  return new Promise((resolve) => server.close(() => resolve()))
}

/** A relay without TLS, which wants a password. */
export async function startSmtpSink(): Promise<MailSink> {
  const received = emptySink()
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
    talk(socket, received)
  })
  const port = await listening(server)
  return Object.assign(received, {
    settings: {
      MAIL_RELAY: `smtp://127.0.0.1:${port}`,
      MAIL_FROM: FROM,
      MAIL_LOGIN: LOGIN,
      MAIL_PASSWORD: PASSWORD,
      MAIL_HOUR: '0',
    },
    stop: stopping(server, sockets),
  })
}

const CREDENTIALS = Buffer.from(`\0${LOGIN}\0${PASSWORD}`).toString('base64')

/** RFC 5321, as much as a client of ours says. */
function talk(socket: Socket, sink: Received): void {
  let pending = ''
  let to = ''
  let isMail = false
  const say = (line: string): void => void socket.write(`${line}\r\n`)
  const hear = (line: string): void => {
    sink.commands.push(line)
    const [verb = ''] = line.toUpperCase().split(' ')
    if (verb === 'EHLO') say('250-here\r\n250-AUTH PLAIN\r\n250 8BITMIME')
    else if (verb === 'AUTH') say(line === `AUTH PLAIN ${CREDENTIALS}` ? '235 yes' : '535 no')
    else if (verb === 'RCPT') say(((to = /<(.+)>/.exec(line)?.[1] ?? ''), '250 yes'))
    else if (verb === 'DATA') say(((isMail = true), '354 go on'))
    else if (verb === 'STARTTLS') say('502 no')
    else if (verb === 'QUIT') socket.end('221 bye\r\n')
    else say('250 yes')
  }
  say('220 here')
  socket.setEncoding('latin1').on('data', (text: string) => {
    pending += text
    for (;;) {
      const end = isMail ? '\r\n.\r\n' : '\r\n'
      const at = pending.indexOf(end)
      if (at < 0) return
      const whole = pending.slice(0, at)
      pending = pending.slice(at + end.length)
      if (!isMail) hear(whole)
      else {
        isMail = false
        const mail = fromSmtp(whole, to)
        ;(sink.isFailing ? sink.turnedAway : sink.taken).push(mail)
        say(sink.isFailing ? `451 not now, ${to}` : '250 taken')
      }
    }
  })
}

function fromSmtp(whole: string, to: string): ReceivedMail {
  const [head = '', body = ''] = whole.split(/\r\n\r\n(.*)/su)
  const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'imu').exec(head)?.[1]?.trim() ?? ''
  return {
    to,
    id: field('Message-ID').replace(/^<|@.*$/gu, ''),
    bytes: whole.length,
    steady: whole.replace(/^(?:Date|Message-ID): .*\r\n/gimu, ''),
    words: `${decodedWords(field('Subject'))}\n${quotedPrintable(body.replaceAll('=\r\n', ''))}`,
  }
}

const quotedPrintable = (text: string): string =>
  Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/gu, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

/** RFC 2047. */
const decodedWords = (text: string): string =>
  text.replaceAll(/=\?UTF-8\?Q\?(.*?)\?=/giu, (_, word: string) => quotedPrintable(word.replaceAll('_', ' ')))

/** An endpoint that takes one mail a request from whoever shows its token. */
export async function startMailEndpoint(): Promise<MailSink> {
  const received = emptySink()
  const sockets = new Set<Socket>()
  const server = createHttpServer(async (request, response) => {
    let body = ''
    for await (const chunk of request.setEncoding('utf8')) body += chunk
    if (request.headers.authorization !== `Bearer ${TOKEN}` || request.method !== 'POST') {
      response.writeHead(401).end()
      return
    }
    const { from, to, subject, text } = JSON.parse(body)
    const id = String(request.headers['idempotency-key'])
    const head = request.rawHeaders.join('\n')
    const mail = {
      to,
      id,
      bytes: head.length + Buffer.byteLength(body),
      steady: `${head.replace(id, '')}\n${body}`,
      words: `${subject}\n${text}`,
    }
    const fails = received.isFailing || from !== FROM
    ;(fails ? received.turnedAway : received.taken).push(mail)
    response.writeHead(fails ? 503 : 202).end(to)
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  const port = await listening(server)
  return Object.assign(received, {
    settings: {
      MAIL_ENDPOINT: `http://127.0.0.1:${port}/mails`,
      MAIL_FROM: FROM,
      MAIL_TOKEN: TOKEN,
      MAIL_HOUR: '0',
    },
    stop: stopping(server, sockets),
  })
}
