// Reports suspected to be junk: by few rules, each with its reason, and never at the cost of someone who told, asked or can be answered.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  makeJunkFinder,
  MASSIVE_FROM,
  REPEATED_FROM,
  SAME_DAY_FROM,
  type OpenedReport,
} from '../../src/domain/junk.ts'
import { FEWEST_WORDS } from '../../src/domain/repeated-texts.ts'
import type { EnvelopeContents } from '../../src/protocol/envelope.ts'
import { ACTS, NEEDS } from '../../src/protocol/vocabulary.ts'

const contents = (rest: Partial<EnvelopeContents> = {}): EnvelopeContents => ({
  version: 1,
  kind: 'report',
  thread: 'a'.repeat(32),
  writtenOn: '2026-11-20',
  locale: 'fr',
  account: {},
  narrative: '',
  identifiers: [],
  consent: {
    association: 'x',
    purposes: ['referral'],
    transfersTo: [],
    wordingVersion: '1',
    until: '2099-01-01',
  },
  reply: null,
  ...rest,
})
type Given = Partial<EnvelopeContents> & Partial<Pick<OpenedReport, 'urgent' | 'followed' | 'receivedOn'>>
const report = (
  id: string,
  { urgent = false, followed = false, receivedOn = '2026-11-20', ...rest }: Given = {},
): OpenedReport => ({
  id,
  receivedOn,
  contents: contents(rest),
  urgent,
  followed,
})
const found = (...reports: OpenedReport[]) => Object.fromEntries(makeJunkFinder()(reports))
const ruleOf = (given: Given) => found(report('1', given))['1'] ?? null
const times = (count: number, given: Given = {}, from = 0) =>
  Array.from({ length: count }, (_, n) => report(String(from + n + 10), given))

const REPLY = {
  certificate: 'AAAA',
  mailbox: 'a'.repeat(26),
  auth: `${'A'.repeat(43)}=`,
  write: `${'A'.repeat(43)}=`,
}
const CONTACT = { channel: 'sms', value: '06 12 34 56 78' } as const
const IDENTIFIER = { type: 'phone', value: '+33612345678', recognised: true } as const

const STORY =
  'Il m’a donné rendez-vous près de la gare un soir de novembre, ils étaient trois derrière le muret, ' +
  'ils ont pris mon téléphone et mon portefeuille, puis ils sont partis en riant vers le parking du supermarché.'
const OTHER_STORY =
  'Un garçon rencontré sur une application est venu chez moi jeudi dernier, il a ouvert la porte à deux autres ' +
  'qui m’ont frappé, attaché à une chaise et obligé à donner le code de ma carte bancaire pendant une heure.'
const SPAM = 'Best casino online! Click here: https://example.test/win and get your promo code today.'

describe('whoever can be asked what they meant', () => {
  test.each<[string, Given]>([
    ['left a code', { reply: REPLY }],
    ['told what was done to them', { account: { acts: ['theft'] } }],
  ])('is no copy of somebody else: they %s', (_what, given) => {
    const alike = times(MASSIVE_FROM - 1, { narrative: STORY, ...given })
    expect(found(...alike)).toEqual({})
    expect(Object.values(found(...times(REPEATED_FROM, { narrative: STORY })))).toContain('repeated')
  })
})

describe('each rule', () => {
  test.each<[string, Given, string | null]>([
    ['nothing told at all is empty', {}, 'empty'],
    ['spaces and unseen marks are nothing', { narrative: ' \n\u200b\u2060\ufeff' }, 'empty'],
    [
      'a role and a place by themselves tell nothing',
      { account: { role: 'victim', departement: '75' } },
      'empty',
    ],
    ['a face is words', { narrative: '😢' }, null],
    ['an act is told', { account: { acts: ['theft'] } }, null],
    ['“I would rather not say” is told', { account: { harms: ['not-said'] } }, null],
    ['an age is told', { about: { ageBand: '18-25' } }, null],
    ['a file is told', { attachments: {} as NonNullable<EnvelopeContents['attachments']> }, null],
    ['with a code its author can be asked', { reply: REPLY }, null],
    ['“test” is a test', { narrative: 'Test' }, 'test'],
    ['and so is a sentence that says only so', { narrative: ' Ceci est un test ! ' }, 'test'],
    ['a test that tells more is none', { narrative: 'Test. On m’a volé.' }, null],
    ['a test with a number is none', { narrative: 'test 06 12 34 56 78' }, null],
    ['advertising sells, with a link', { narrative: SPAM }, 'advertising'],
    [
      'markup of two kinds is advertising',
      { narrative: '<a href="https://x.test">x</a> [url=https://x.test]x[/url]' },
      'advertising',
    ],
    ['and so are a dozen links without words', { narrative: 'https://x.test/a '.repeat(12) }, 'advertising'],
    ['selling beside an act is a report', { narrative: SPAM, account: { acts: ['extortion'] } }, null],
    ['one link to a profile is a report', { narrative: 'https://tchat.example/profil/loup93' }, null],
    [
      'what an attacker sent may be quoted',
      { narrative: 'Il m’a écrit : cliquez ici https://x.test/vous-verrez' },
      null,
    ],
    ['insults are never judged', { narrative: 'Sale PD, on va te crever, il me l’a répété dix fois.' }, null],
  ])('%s', (_, given, rule) => expect(ruleOf(given)).toBe(rule))
})

describe('the same text again and again', () => {
  test('is set aside from the third on, but for the first that came', () => {
    const [first, ...rest] = times(3, { narrative: STORY })
    expect(found(...times(REPEATED_FROM - 1, { narrative: STORY }))).toEqual({})
    expect(found(first as OpenedReport, ...rest)).toEqual({ '11': 'repeated', '12': 'repeated' })
    const earlier = report('99', { narrative: STORY, receivedOn: '2026-11-01' })
    expect(Object.keys(found(...rest, earlier, first as OpenedReport))).not.toContain('99')
  })

  test('is the same with other capitals, marks, digits, links, and a word or two changed', () => {
    const variants = [
      STORY.toUpperCase(),
      `${STORY} https://x.test/1`,
      STORY.replace('novembre', 'décembre'),
      STORY.replaceAll(',', ' 12 ;'),
    ]
    const reports = [STORY, ...variants].map((narrative, n) => report(String(n), { narrative }))
    expect(found(...reports)).toEqual({ 1: 'repeated', 2: 'repeated', 3: 'repeated', 4: 'repeated' })
  })

  test('is not seen in different stories, nor in short ones that resemble each other', () => {
    const stories = [STORY, OTHER_STORY, STORY.split(' ').slice(0, 20).join(' ')]
    expect(found(...stories.map((narrative, n) => report(String(n), { narrative })))).toEqual({})
    const short =
      'J’ai été volé et frappé par quelqu’un que j’avais rencontré en ligne. Je voudrais de l’aide.'
    expect(short.split(/\P{L}+/u).length).toBeLessThan(FEWEST_WORDS)
    expect(found(...times(60, { narrative: short }))).toEqual({})
  })

  test('is not seen where only a part is the same: what an association asked everyone to begin with, say', () => {
    const half = OTHER_STORY.split(' ').slice(0, 20).join(' ')
    const tails = [
      STORY,
      'Depuis, je ne dors plus, je change de trottoir, et mon patron me demande pourquoi je pleure.',
      'Mon frère a tout entendu au téléphone ; nous avons attendu les secours ensemble jusqu’au matin.',
    ]
    expect(found(...tails.map((tail, n) => report(String(n), { narrative: `${half} ${tail}` })))).toEqual({})
  })

  test('a flood of a thousand versions is found, and leaves the first', () => {
    const flood = Array.from({ length: 1000 }, (_, n) =>
      report(String(n + 1000), {
        narrative: `${STORY} ${LETTERS[n % 10]}${LETTERS[Math.floor(n / 10) % 10]}${LETTERS[Math.floor(n / 100)]}`,
      }),
    )
    expect(Object.keys(found(...flood))).toHaveLength(999)
  })
})

describe('in a flood of thousands', () => {
  /** What people tell: short, long, in a few words again and again, in other languages and scripts. None tells anything else. */
  const HONEST = [
    'On m’a volé.',
    'Aidez-moi.',
    'Non non non non non non non non non non non non non non non non non non non non non non non non non non.',
    OTHER_STORY,
    'Je ne sais pas par où commencer. Il avait l’air gentil. On a parlé deux semaines. Le soir du rendez-vous il est venu avec ses cousins et un couteau.',
    'They beat me and filmed it. I met him on an app and he seemed kind, then three of his friends were waiting in the stairwell with masks on.',
    'Me citó en un parque por la noche, llegaron dos más, me quitaron el móvil y la cartera y me amenazaron con contarlo todo a mi familia.',
    'تعرفت عليه عبر تطبيق، ثم جاء مع اثنين آخرين وأخذوا هاتفي ومالي وهددوني بنشر صوري على الإنترنت، ولا أعرف إلى من أتحدث عن ذلك الآن.',
    '我在网上认识了他，他约我晚上见面，然后三个人抢走了我的手机，还威胁要告诉我的家人。',
    'Il m’a donné rendez-vous près de la gare. J’y suis allé deux fois. La deuxième, ils m’attendaient, et je me suis réveillé aux urgences sans rien dans les poches.',
  ]
  const WORDS = STORY.split(' ')
  /** The same story with a number, and here and there a word of its own. */
  const copy = (n: number, changed: number): string =>
    [
      ...WORDS.map((word, at) =>
        Array.from({ length: changed }, (_, k) => (n * 7 + k * 13) % WORDS.length).includes(at)
          ? `${LETTERS[n % 10]}${LETTERS[Math.floor(n / 10) % 10]}${LETTERS[Math.floor(n / 100) % 10]}x`
          : word,
      ),
      String(n),
    ].join(' ')

  test.each([1, 3])(
    'copies with %i words changed are set aside with the reason; no honest report is',
    (changed) => {
      const flood = Array.from({ length: 3000 }, (_, n) =>
        report(String(10_000 + n), { narrative: copy(n, changed) }),
      )
      const honest = HONEST.map((narrative, n) => report(`${n % 2 === 0 ? 'a' : '0'}${n}`, { narrative }))
      const aside = makeJunkFinder()([...flood, ...honest])
      for (const { id } of honest) expect(aside.get(id), id).toBeUndefined()
      expect(aside.size).toBeGreaterThanOrEqual(2990)
      expect(new Set(aside.values())).toEqual(new Set(['repeated']))
    },
  )

  test('long copies are found as well, without comparing each with each', () => {
    const long = Array.from(
      { length: 300 },
      (_, n) => `mot${LETTERS[n % 10]}${LETTERS[Math.floor(n / 10) % 10]}${LETTERS[Math.floor(n / 100)]}`,
    )
    const flood = Array.from({ length: 3000 }, (_, n) =>
      report(String(n), {
        narrative: long
          .with((n * 7) % 300, 'autre')
          .with((n * 11) % 300, 'chose')
          .join(' '),
      }),
    )
    expect(makeJunkFinder()(flood).size).toBe(2999)
  })

  test('a few words sent a hundred times in a day are set aside; not those who ask or can be answered, nor in a month', () => {
    const [day, ...others] = Array.from({ length: 30 }, (_, n) => `2026-11-${String(n + 1).padStart(2, '0')}`)
    const mass = times(SAME_DAY_FROM, {
      narrative: 'Vous êtes nuls, fermez ça.',
      receivedOn: day as OpenedReport['receivedOn'],
    })
    expect(Object.values(found(...mass))).toEqual(Array.from({ length: SAME_DAY_FROM - 1 }, () => 'repeated'))
    expect(found(...mass.slice(1))).toEqual({})
    const asked = times(SAME_DAY_FROM, {
      narrative: 'Aidez-moi, s’il vous plaît.',
      account: { needs: ['legal'] },
    })
    const answerable = times(SAME_DAY_FROM, { narrative: 'Aidez-moi, s’il vous plaît.', reply: REPLY }, 500)
    expect(found(...asked, ...answerable)).toEqual({})
    const spread = others.flatMap((receivedOn, n) =>
      times(
        10,
        { narrative: 'On m’a frappé.', receivedOn: receivedOn as OpenedReport['receivedOn'] },
        n * 100,
      ),
    )
    expect(found(...spread)).toEqual({})
  })

  test('whoever begins as others were told to begin is not taken for a copy', () => {
    const opening =
      'Bonjour, je vous écris parce que l’on m’a conseillé de raconter ce qui m’est arrivé, le plus simplement possible.'
    const people = Array.from({ length: 60 }, (_, n) =>
      report(String(n), {
        narrative: `${opening} ${HONEST[3 + (n % 5)]} ${Array.from({ length: 25 }, (_, k) => `${LETTERS[n % 10]}${LETTERS[Math.floor(n / 10)]}${LETTERS[k % 10]}${LETTERS[Math.floor(k / 10)]}`).join(' ')}`,
      }),
    )
    expect(found(...people)).toEqual({})
  })
})

const LETTERS = 'abcdefghij'

/** Something that asks to be read: each alone is enough. */
const asking = fc.oneof(
  fc.subarray([...NEEDS], { minLength: 1 }).map((needs): Given => ({ account: { needs } })),
  fc.constant<Given>({ urgent: true }),
  fc.constant<Given>({ followed: true, reply: REPLY }),
  fc.constant<Given>({ contact: CONTACT }),
  fc.constant<Given>({ identifiers: [IDENTIFIER] }),
  fc.constantFrom<Given>({ account: { acts: ['rape'] } }, { account: { acts: ['sexual-assault'] } }),
)
const anyText = fc.constantFrom(
  '',
  'test',
  SPAM,
  STORY,
  OTHER_STORY,
  STORY.replace('gare', 'mairie'),
  'Aidez-moi',
)
const anyGiven = fc.oneof(
  fc.constant<Given>({}),
  asking,
  fc.subarray([...ACTS]).map((acts): Given => ({ account: { acts } })),
)
const day = fc.constantFrom('2026-11-18', '2026-11-19', '2026-11-20')
const anyReports = fc
  .array(fc.tuple(anyText, anyGiven, day), { maxLength: 30 })
  .map((all) =>
    all.map(([narrative, given, receivedOn], n) => report(String(n), { ...given, narrative, receivedOn })),
  )

describe('whatever comes', () => {
  test('who asks for something is never set aside, unless the same text comes in masses', () => {
    fc.assert(
      fc.property(
        asking,
        anyText,
        fc.integer({ min: 1, max: MASSIVE_FROM - 1 }),
        (given, narrative, count) => {
          expect(found(...times(count, { ...given, narrative }))).toEqual({})
        },
      ),
    )
    const mass = found(...times(MASSIVE_FROM, { narrative: STORY, urgent: true }))
    expect(Object.keys(mass)).toHaveLength(MASSIVE_FROM - 1)
    expect(found(...times(60, { narrative: 'test', urgent: true }))).toEqual({})
  })

  test('the order in which reports are given changes nothing', () => {
    fc.assert(
      fc.property(anyReports, fc.infiniteStream(fc.nat()), (reports, keys) => {
        const shuffled = reports
          .map((each) => ({ each, at: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ each }) => each)
        expect(found(...shuffled)).toEqual(found(...reports))
      }),
    )
  })

  test('a report that is like no other changes nothing for the others', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{7,9}$/), { minLength: 30, maxLength: 60 })
    fc.assert(
      fc.property(anyReports, words, anyGiven, day, (reports, told, given, receivedOn) => {
        const stranger = report('stranger', { ...given, narrative: told.join(' '), receivedOn })
        const before = found(...reports)
        expect(found(...reports, stranger)).toEqual(before)
      }),
    )
  })

  test('of all that are alike the first stays', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['1', '2', '3', '4', '5'], { minLength: 3 }),
        fc.array(day, { minLength: 5, maxLength: 5 }),
        (ids, days) => {
          const reports = ids.map((id, n) =>
            report(id, { narrative: STORY, receivedOn: days[n] ?? '2026-11-20' }),
          )
          const [first] = reports.toSorted((a, b) =>
            `${a.receivedOn} ${a.id}` < `${b.receivedOn} ${b.id}` ? -1 : 1,
          )
          const aside = Object.keys(found(...reports))
          expect(aside).toHaveLength(ids.length - 1)
          expect(aside).not.toContain(first?.id)
        },
      ),
    )
  })

  test('each report is judged the same again by a finder that remembers', () => {
    fc.assert(
      fc.property(anyReports, (reports) => {
        const find = makeJunkFinder()
        expect([...find(reports)]).toEqual([...find(reports)])
      }),
    )
  })
})
