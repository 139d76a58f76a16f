// What an association is told by mail: that something waits, where to read it, and nothing of what it is. Anyone may come to see it: its
// subject says nothing of anyone. `{origin}` is the site's address.
export const noticeMail = {
  digest: {
    subject: 'Balise: something is waiting for you',
    lead: 'Something is waiting for your association on Balise.',
  },
  reminder: {
    subject: 'Balise: something has been waiting for seven days',
    lead: 'Something has been waiting for your association on Balise for seven days or more. Nobody has opened it yet.',
  },
  hello: 'Hello,',
  where: 'To read it, open the associations’ space:',
  address: '{origin}/en/association',
  content: 'This message does not say what, how much, or from whom. It goes once a day at most.',
  secrets: 'Nobody will ask for your words or your key by mail.',
  unexpected:
    'You did not expect it? An association gave your address for this notice. Ask it to change that, or ignore this message.',
  noAnswer: 'Answering this message reaches nobody.',
}
