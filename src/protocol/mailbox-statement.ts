// What the key of a mailbox signs. Apart from the schemas, which a phone need not carry to say it.

export type MailboxAction = 'read' | 'erase' | 'write'

/** The exact text that `auth` signs. `challenge` is the one of the proof; `detail` is given by the function of the action, below. */
export const mailboxStatement = (
  action: MailboxAction,
  mailbox: string,
  challenge: string,
  detail: string,
): string =>
  [
    'Balise',
    `action: ${action} mailbox`,
    `mailbox: ${mailbox}`,
    `challenge: ${challenge}`,
    `of: ${detail}`,
  ].join('\n')

/** What is signed of a read, of an erasure and of what an owner leaves: `sealedHash` is SHA-256 of `sealed` as it is sent, in hexadecimal. */
export const readDetail = ({ after }: { after: string | null }): string => after ?? 'start'
export const erasureDetail = ({ messages }: { messages: readonly string[] | 'all' }): string =>
  messages === 'all' ? 'all' : messages.join(' ')
export const writeDetail = ({ keep }: { keep: string }, sealedHash: string): string => `${keep} ${sealedHash}`
