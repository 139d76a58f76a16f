// The door for whoever signs with tools of their own, and the list of sealed envelopes behind it: no key is in the page.
export const ownTools = {
  lead: 'Your key stays with you: your tools sign, and this page never sees it. You will see the envelopes still sealed. They open on your computer.',
  fingerprint: 'Fingerprint of your key (optional)',
  fingerprintHint: '40 digits and letters. It completes the command and is sent nowhere.',
  ask: 'Show the command',
  run: 'Run this command in a terminal. It is good for two minutes only.',
  whose: 'Sign with your own key. If the association has no team, sign with its key.',
  placeholder: 'FINGERPRINT',
  signature: 'What the command prints',
  signatureHint: 'The whole block, from “BEGIN PGP SIGNATURE” to “END”.',
  submit: 'Go in',
  busy: 'Checking…',
  faults: {
    'no-association': 'Choose your association first.',
    'no-signature': 'This is no signature. Copy the whole block, from “BEGIN PGP SIGNATURE” to “END”.',
    expired: 'The command was older than two minutes. Here is a new one: run it, then paste what it prints.',
    'sign-in-refused':
      'This signature is not accepted. Is it the key that your team knows? Here is a new command: run it as it is.',
    'not-a-challenge':
      'What the server asks to have signed does not have the expected form. Sign nothing. Tell the people who run the site.',
    unreachable: 'The server does not answer. What you pasted is still there: try again.',
    unexpected: 'The server met a problem. Try again in a few minutes.',
  },
  list: {
    heading: 'Sealed envelopes',
    lead: 'No key is in this page: nothing opens here. Download an envelope, then open it with:',
    decrypt: 'gpg --decrypt ENVELOPE.pgp',
    rest: '“balise reply” and “balise case” answer, note and follow a case. The number of an envelope is that of its case:',
    restCommand:
      'npx --no-install balise case list --server {origin} --gpg FINGERPRINT --association {association}',
    envelope: 'Envelope',
    received: 'Received on',
    download: 'Download the sealed file',
    downloaded: 'The sealed file is downloaded.',
    acknowledge: 'We hold it and can open it',
    decline: 'Decline',
    declineMeaning: 'The person will see, with their code, that you cannot help. Open the envelope first.',
    declineConfirm: 'Yes, decline',
    states: { isNew: 'New', held: 'Receipt confirmed', declined: 'Declined' },
    empty: 'Nothing for now.',
    loading: 'The envelopes are arriving…',
    more: 'Show the next ones',
    faults: {
      unreachable: 'The server does not answer. Check the connection, then try again.',
      unexpected: 'The server met a problem. Try again in a few minutes.',
    },
  },
} as const
