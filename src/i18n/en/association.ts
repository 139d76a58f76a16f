// The association's space: signing in with a key, the list of reports, reading one.
// "Envelope" is what the server holds; "report" is what a person wrote.
export const association = {
  title: 'For associations',
  noscript:
    'This space needs JavaScript: it is what opens the envelopes, inside your browser. Without it, the command line described below does the same.',
  door: {
    lead: 'Here an association reads the reports addressed to it. They are sealed for it alone: the server cannot read them.',
    demonstration:
      'Demonstration: the command that started this site printed the key file to choose (“member key”) and its passphrase (“passphrase”).',
    file: 'Secret key file',
    fileHint: 'Your association’s. Often a .asc, .gpg or .key file.',
    paste: 'Or paste the key',
    pasteLabel: 'Text of the key',
    pasteHint: 'The whole block, from “BEGIN PGP PRIVATE KEY BLOCK” to “END”.',
    passphrase: 'Passphrase of the key',
    passphraseHint: 'Leave empty if the key has none. If the browser offers to save it, say no.',
    reveal: 'Show the passphrase',
    submit: 'Open the inbox',
    busy: 'Opening the key…',
    promiseTitle: 'Where does the key go?',
    promise:
      'Nowhere. It stays in the memory of this page: it is neither sent nor saved. It is forgotten when you sign out or close the tab, and after 30 minutes without activity.',
  },
  tools: {
    summary: 'Open the same envelopes without this page',
    pull: 'With the command line, on your computer, in Balise’s folder, after “npm ci”. It signs with your key, fetches the envelopes and opens them into a folder:',
    pullCommand: 'npx --no-install balise inbox pull --server {origin} --key FILE --out FOLDER',
    export: 'If the key is in GnuPG, first bring it out into a file, which you will erase afterwards:',
    exportCommand: 'gpg --export-secret-keys FINGERPRINT > FILE',
    gpg: 'An envelope is an ordinary OpenPGP message. The command keeps sealed, as .pgp files, those the given key does not open. GnuPG opens them with an older key:',
    gpgCommand: 'gpg --decrypt ENVELOPE.pgp',
    help: 'The result is JSON text, followed by spaces. The key stays with you: it is your computer that opens.',
  },
  faults: {
    'no-key': 'Choose the key file, or paste the key.',
    'unreadable-file': 'This file cannot be read. Was it moved? Choose it again.',
    'not-a-secret-key':
      'There is no secret key here. A public key is not enough: the key must be exported with its secret part.',
    'unknown-key':
      'This is a secret key, but of no association listed on this site. Is it your association’s current key? Is this the right site?',
    'no-passphrase': 'This key needs a passphrase.',
    'wrong-passphrase': 'This passphrase does not open the key. Check capitals and spaces, then try again.',
    unreachable:
      'The server does not answer. Check the connection, then try again. The key has not left this page.',
    'sign-in-refused':
      'The server did not accept the signature. First check the date and time of this device, then try again. If it keeps refusing, your association’s key may have been replaced: reload the page.',
    'not-a-challenge':
      'What the server asks to have signed does not have the expected form. Nothing was signed or sent. Reload the page; if it goes on, tell those who run this site.',
    broken: 'This page could not open the key. Reload it, then try again.',
    unexpected: 'The server met a problem. Try again in a few minutes.',
  },
  notices: {
    'signed-out': 'You are signed out. The key and the reports are no longer in this page.',
    expired:
      'Your session has ended, as a precaution. Nothing is lost: open the inbox again to find everything.',
    idle: 'After 30 minutes without activity the session ended and the key was forgotten. Nothing is lost: open the inbox again.',
  },
  inbox: {
    heading: 'Reports received',
    key: 'Open key:',
    signOut: 'Sign out',
    loading: 'Envelopes opened:',
    stop: 'Stop',
    resume: 'Continue',
    stopped: 'You stopped. Older envelopes are not shown yet.',
    'trouble-unreachable':
      'The server no longer answers. What is already open stays here; check the connection, then continue.',
    'trouble-unexpected':
      'The server met a problem. What is already open stays here; continue in a few minutes.',
    onlyNew: 'Only new ones',
    refresh: 'Refresh',
    total: 'Envelopes:',
    new: 'new:',
    empty: 'Nothing for now. Reports will arrive here.',
    noneNew: 'Nothing new. Untick “Only new ones” to see everything again.',
    keys: 'Keyboard: up and down arrows to move, Enter to read.',
    loaded: 'The inbox is up to date.',
    isNew: 'New',
    isAcknowledged: 'Receipt confirmed',
    noActs: 'A report that names no act',
    needs: 'Needs:',
    'not-mine': 'Sealed for another key',
    damaged: 'Damaged envelope',
  },
  letter: {
    back: 'Back to the list',
    previous: 'Previous',
    next: 'Next',
    of: 'of',
    keys: 'Keyboard: left and right arrows to change report, Escape for the list.',
    receivedOn: 'Received on',
    writtenOn: 'Written on',
    language: 'Page in',
    languages: { fr: 'French', en: 'English' },
    contact: 'Reaching the person',
    noteTitle: 'Read before any contact',
    noNote: 'The person left no instructions. Be discreet: no voicemail, and say who you are to nobody else.',
    warning: 'Never call or write outside what the person says. Someone else may see their phone.',
    noContact: 'The person left no way to reach them. They wanted you to know; do not try to find them.',
    answers: 'The answers',
    narrative: 'The story',
    noNarrative: 'No free text.',
    inert: 'Links are shown as text and do not open.',
    unseen: 'Framed codes such as U+202E stand for invisible characters that can mislead the eye.',
    identifiers: 'What points to the attackers',
    identifiersWarning:
      'Contact no one here and open no link: you could alert them, or show them your address.',
    consent: 'What the person allows',
    purposes: 'For',
    until: 'Until',
    transfers: 'Pass on to',
    noTransfer: 'No one. Ask them first.',
    wording: 'Version of the consent wording',
    consentEnded: 'This permission is over. No longer use this report, and erase your copies.',
    acknowledge: 'Confirm receipt',
    acknowledgeHint:
      'The server learns that this envelope was opened, and nothing else. Without a confirmation it erases it after 90 days.',
    acknowledging: 'Sending…',
    acknowledged: 'Receipt confirmed',
    acknowledgeFailed: 'The confirmation was not sent. Check the connection, then try again.',
  },
  problems: {
    'not-mine': {
      heading: 'This envelope is sealed for another key',
      meaning:
        'It is addressed to you, but the key you came in with does not open it. Most often it was written before a change of key.',
      sealedFor: 'Announced for the key',
      yours: 'Your key',
      todo: 'What to do',
      steps: [
        'Find who keeps your association’s older key.',
        'Fetch the sealed copy with the command line: it is the file that ends in “not-mine.pgp”. Open it with GnuPG and the older key.',
        'If nobody has the older key any more, no one can open it, not even the server. It will erase it 90 days after receiving it.',
      ],
    },
    damaged: {
      heading: 'This envelope is damaged',
      meaning:
        'It is sealed for your key, but its contents were changed or are not a report. Nothing of it is shown: it could not be trusted.',
      sealedFor: 'Announced for the key',
      yours: 'Your key',
      todo: 'What to do',
      steps: [
        'Refresh the inbox: a transport error goes away then.',
        'If it stays damaged, tell the federation or whoever runs the site, with the day it was received.',
        'Do not confirm anything: the person may also have written to another association.',
      ],
    },
  },
} as const
