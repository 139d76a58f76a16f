// Words of the page on what cannot be hidden: what may be seen, by whom, and what helps. It frightens nobody and promises nothing more.
export const limits = {
  title: 'Limits · Balise',
  heading: 'What Balise cannot hide',
  lead: 'What you write leaves locked. But no site hides everything. Here is what may be seen, and what helps.',
  holds: 'What holds: only the associations you choose can open what you wrote. Nobody asks for your name.',
  helpsTitle: 'What helps',
  parts: {
    visit: {
      title: 'The visit itself',
      seen: 'A network sees that this site was opened: a provider, the Wi-Fi of a school, a workplace, a family. It cannot read what you write.',
      helps: [
        'Use a network that these people do not run.',
        'Tor Browser hides the visit too. Finding it on a phone may surprise someone.',
      ],
    },
    phone: {
      title: 'What the phone keeps',
      seen: 'The history, the keyboard and screenshots do not depend on us.',
      helps: ['All of that can be avoided, or erased in part.'],
    },
    held: {
      title: 'Someone who holds this phone',
      seen: 'They can read what is open on the screen.',
      helps: [
        '“Leave fast” empties the page and opens a weather site.',
        'Are you forced to show it? Your safety comes first. You can write later, or elsewhere.',
      ],
    },
    code: {
      title: 'Your eight words',
      seen: 'Whoever has your eight words reads what is not erased, and can answer in your place.',
      helps: [
        'Keep them like a key, rather not on this phone.',
        'In doubt? You can change your code, or erase what is still here.',
      ],
    },
    told: {
      title: 'What you tell',
      seen: 'A name, a street, a rare detail can tell who you are. So can an image or a voice.',
      helps: [
        'Nothing is compulsory. You can stay vague.',
        'A photo leaves without the place and time hidden in it, unless you send the original.',
        'A sound, a video or a PDF leaves as it is. Nothing obliges you to add them.',
      ],
    },
    association: {
      title: 'The association, and the courts',
      seen: 'Its members read what you wrote, and may copy it. In serious cases it may have to speak to the courts. A judge can ask for its file.',
      helps: [
        'You choose who reads. Nobody else is sent anything.',
        'A lawyer is bound to secrecy. You can speak to one first.',
        'You can erase, or take your agreement back. A copy already made does not come back.',
      ],
    },
    operator: {
      title: 'The people who run this site',
      seen: 'They cannot open what you wrote. But they could show you a page that was tampered with. Watching live, they would see your connection’s address and the time.',
      helps: [
        'The code is public. Others can compare this site with it.',
        'Tor Browser hides your connection’s address.',
        'You can also call an association, without this site.',
      ],
    },
    numbers: {
      title: 'Published numbers',
      seen: 'If you say yes, a few very general words are counted, mixed with chance. That chance blurs each report. It does not make it invisible.',
      helps: [
        'It is a choice apart. Saying no changes nothing about the help.',
        'Once sent, it cannot be taken back: nobody knows whose it is.',
      ],
    },
  },
  links: {
    phone: 'What stays, and how to erase it',
    code: 'Come back with my eight words',
    operator: 'How to check this site',
    numbers: 'How these numbers are made',
  },
  unsureTitle: 'Unsure?',
  unsure: 'You can read, call, or wait. You can also write without sending anything.',
  help: 'Find help',
} as const
