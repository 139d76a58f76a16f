// What sends mail, against a relay and an endpoint on this machine: what each does when it is refused, and what it never tells a stranger.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { httpMailer } from '../../src/server/mail/http-mailer.ts'
import type { Mail } from '../../src/server/mail/mailer.ts'
import { smtpMailer, type SmtpRelay } from '../../src/server/node/smtp-mailer.ts'
import { readMailSettings } from '../../src/server/node/mail-settings.ts'
import { startMailEndpoint, startSmtpSink, type MailSink } from '../support/servers/mail-sink.ts'

const MAIL: Mail = {
  to: 'accueil@asso.example',
  subject: 'Balise : quelque chose vous attend',
  text: 'Bonjour,\n\n.\nÀ l’association : une ligne bien plus longue que celles que porte le courrier, et un point seul.\n',
  id: '0123456789abcdef0123456789abcdef',
}

let sink: MailSink
afterEach(() => sink.stop())

async function relay(changes: Partial<SmtpRelay> = {}): Promise<ReturnType<typeof smtpMailer>> {
  sink = await startSmtpSink()
  const settings = readMailSettings(sink.settings)
  if (!settings.ok || !settings.value) throw new Error('the settings of the sink hold')
  return smtpMailer({ ...settings.value.relay, ...changes })
}

describe('mail by SMTP', () => {
  it('arrives as it was written, says that a machine wrote it, and names neither this machine nor its software', async () => {
    const send = await relay()
    expect(await send(MAIL)).toEqual({ ok: true, value: null })
    const [taken] = sink.taken
    expect(taken).toMatchObject({ to: MAIL.to, id: MAIL.id })
    expect(taken?.words.replaceAll('\r\n', '\n').trim()).toContain(`${MAIL.subject}\nBonjour,\n\n.`)
    expect(taken?.steady).toContain('Auto-Submitted: auto-generated')
    expect(taken?.steady).toContain('From: Balise <avis@balise.example>')
    expect(taken?.steady).not.toMatch(/nodemailer|X-Mailer/iu)
    expect(sink.commands[0]).toBe('EHLO balise.example')
  })

  it('tells a relay that offers no TLS neither the password nor an address', async () => {
    const send = await relay({ tls: 'required' })
    expect(await send(MAIL)).toEqual({ ok: false, reason: 'mail-unreachable' })
    expect(sink.commands.filter((line) => !/^(?:EHLO|STARTTLS|QUIT)/u.test(line))).toEqual([])
  })

  it('says which kind of refusal it met, and nothing else', async () => {
    const send = await relay({ login: { name: 'balise', password: 'wrong' } })
    expect(await send(MAIL)).toEqual({ ok: false, reason: 'mail-sign-in' })
    await sink.stop()
    expect(await send(MAIL)).toEqual({ ok: false, reason: 'mail-unreachable' })
    const again = await relay()
    sink.isFailing = true
    expect(await again(MAIL)).toEqual({ ok: false, reason: 'mail-refused' })
  })
})

describe('mail by an HTTP endpoint', () => {
  const endpoint = async (token?: string) => {
    sink = await startMailEndpoint()
    const { MAIL_ENDPOINT: url = '', MAIL_TOKEN = '', MAIL_FROM: from = '' } = sink.settings
    return httpMailer({ url, token: token ?? MAIL_TOKEN, from })
  }

  it('arrives as it was written', async () => {
    const send = await endpoint()
    expect(await send(MAIL)).toEqual({ ok: true, value: null })
    expect(sink.taken).toMatchObject([{ to: MAIL.to, id: MAIL.id, words: `${MAIL.subject}\n${MAIL.text}` }])
  })

  it('says which kind of refusal it met, and nothing else', async () => {
    expect(await (await endpoint('wrong'))(MAIL)).toEqual({ ok: false, reason: 'mail-sign-in' })
    await sink.stop()
    const send = await endpoint()
    sink.isFailing = true
    expect(await send(MAIL)).toEqual({ ok: false, reason: 'mail-unreachable' })
    sink.isFailing = false
    await sink.stop()
    expect(await send(MAIL)).toEqual({ ok: false, reason: 'mail-unreachable' })
  })

  it('takes its token to no other place than the operator named', async () => {
    await endpoint()
    const leading = createServer((_, response) => {
      response.writeHead(307, { Location: sink.settings['MAIL_ENDPOINT'] }).end()
    })
    await new Promise<void>((resolve) => leading.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(leading.address() as AddressInfo).port}/`
    const { MAIL_TOKEN: token = '', MAIL_FROM: from = '' } = sink.settings
    const sent = await httpMailer({ url, token, from })(MAIL)
    leading.closeAllConnections()
    leading.close()
    expect([sent.ok, sink.taken]).toEqual([false, []])
  })
})
