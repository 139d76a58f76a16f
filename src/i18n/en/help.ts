// Words of the help page in English.
export const help = {
  title: 'Find help · Balise',
  heading: 'Find help',
  intro: 'You can call without giving your name. You can hang up whenever you want.',
  trace: 'Opening one of these sites leaves a trace in the history. A call stays in the phone’s log.',
  groups: {
    danger: 'In danger now',
    listen: 'Someone to listen, someone to advise',
    young: 'Under 18, young people and families',
    care: 'Medical care, having injuries recorded',
    rights: 'Your rights, the complaint',
    online: 'Images, blackmail, money',
    near: 'Near you',
  },
  text: 'Text',
  abroad: 'From abroad or overseas',
  recorded: 'Entry of',
  smsBody: 'Je suis en danger et je ne peux pas parler (I am in danger and cannot speak). My address is: ',
} as const
