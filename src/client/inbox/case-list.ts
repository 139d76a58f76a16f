// The cases that are open in this page, and which of them the list shows, as the member asks. What is worked out of a case (its folded
// text, its urgency, what it shares with others) stays beside it in memory, and goes with it.
import { dayOf } from '../../protocol/day.ts'
import { find } from '../dom.ts'
import { arrange, type Group } from './arrange.ts'
import type { Case } from './cases.ts'
import { makeJunkFinder, type JunkRule } from '../../domain/junk.ts'
import type { CaseWork } from '../../protocol/case-file.ts'
import type { SentAnswer } from './correspondence.ts'
import { sieveOf } from './filters.ts'
import { makeFindingForm } from './finding-form.ts'
import { makeList } from './list-view.ts'
import { foldText, searchTextOf, type Speech } from './search-text.ts'
import { openedReportOf, ruleFor } from './set-aside.ts'
import { findSeries, type Series, type SeriesLink } from './series.ts'
import { reasonsOf, type Reason } from './urgency.ts'
import { isInView, VIEWS, type Beside, type View } from './views.ts'
import { dayInWords, labelOf, type Words } from './words.ts'

export interface CaseListEvents {
  announce: (text: string) => void
  /** The case chosen. */
  onRead: (id: string) => void
  /** The list was shown again, with this many rows to choose from. */
  onShown: (found: number) => void
  sentIn: (id: string) => readonly SentAnswer[]
  /** What the association wrote about a case, and who looks. */
  workOf: (id: string) => CaseWork
  self: string
}

export interface CaseList {
  get: (id: string) => Case | undefined
  size: () => number
  /** Listed or not, in no order. */
  all: () => readonly Case[]
  /** Those listed, in reading order. */
  listed: () => readonly Case[]
  reasonsOf: (each: Case) => readonly Reason[]
  linksOf: (id: string) => readonly SeriesLink[]
  /** The rule that holds a case aside; null when none does. */
  ruleOf: (id: string) => JunkRule | null
  /** These and no others; listed at once. */
  set: (cases: readonly Case[]) => void
  /** One more, listed within a moment: many may arrive together. */
  add: (each: Case) => void
  /** The same case after something happened to it. It keeps its place in the list until another question is asked. */
  replace: (each: Case) => void
  /** What was written about cases has changed: they are sifted again. */
  renew: () => void
  /** To the row of a case, or to the head of the list when it has none. */
  focus: (id: string) => void
  end: () => void
}

/** Often enough to be seen arriving, seldom enough to leave the page to whoever reads: a long list, which takes longer, less often. */
const ARRIVALS_MS = 200
const ARRIVALS_SHARE = 20

/** `place` is the part of the page that holds the form and the list. */
export function makeCaseList(place: HTMLElement, words: Words, events: CaseListEvents): CaseList {
  const speech: Speech = {
    label: (group, code) => labelOf(words, group, code),
    month: (day) => dayInWords(day, { month: 'long', year: 'numeric' }),
  }
  let cases = new Map<string, Case>()
  let groups: readonly Group[] = []
  let series: Series | null = null
  const findJunk = makeJunkFinder()
  let junk: ReadonlyMap<string, JunkRule> | null = null
  let reasons = new WeakMap<Case, readonly Reason[]>()
  let today = dayOf(Date.now())
  const texts = new WeakMap<Case, string>()
  let arriving: ReturnType<typeof setTimeout> | undefined
  /** How long it took to list what had arrived, last time. */
  let listingMs = 0

  const knownReasons: CaseList['reasonsOf'] = (each) => {
    const known = reasons.get(each) ?? reasonsOf(each, today)
    reasons.set(each, known)
    return known
  }
  const textOf = (each: Case): string => {
    const known = texts.get(each) ?? textIn(each, speech)
    texts.set(each, known)
    const sent = events.sentIn(each.id).map(({ answer }) => searchTextOf(answer, speech))
    const { tags, notes, tasks } = events.workOf(each.id)
    const written = [...tags, ...[...notes, ...tasks].map(({ text }) => text)].map(foldText)
    return [known, ...sent, ...written].join('\n')
  }
  const knownSeries = (): Series => (series ??= findSeries([...cases.values()], today))
  const knownJunk = (): ReadonlyMap<string, JunkRule> =>
    (junk ??= findJunk(
      [...cases.values()].flatMap((each) => openedReportOf(each, knownReasons(each).length > 0) ?? []),
    ))
  const ruleOf = (each: Case): JunkRule | null => {
    const answered = events.sentIn(each.id).length > 0
    return ruleFor(each, knownJunk().get(each.id), events.workOf(each.id), answered, today)
  }
  const beside = (each: Case): Beside => ({
    sent: events.sentIn(each.id),
    work: events.workOf(each.id),
    rule: ruleOf(each),
    self: events.self,
  })
  const knowledge = {
    reasonsOf: knownReasons,
    textOf,
    beside,
    workOf: (each: Case) => events.workOf(each.id),
    ruleOf,
    countsOf: (each: Case) => knownSeries().countsOf(each.id),
  }

  const list = makeList(place, words, knowledge, events.onRead)
  const form = makeFindingForm(place, words, {
    announce: events.announce,
    onChange: () => showList(true),
    onGoOn: list.focusFirst,
  })
  /** A page left open overnight: what days say has changed. */
  const turnDay = (): void => {
    const now = dayOf(Date.now())
    if (now === today) return
    today = now
    series = null
    junk = null
    reasons = new WeakMap()
  }
  const showList = (anew: boolean): void => {
    clearTimeout(arriving)
    arriving = undefined
    turnDay()
    const kept = [...cases.values()].filter(sieveOf(form.filters(), knowledge))
    groups = arrange(kept, form.order(), knownReasons)
    list.show(groups, anew)
    form.showFound(kept.length, cases.size)
    events.onShown(kept.length)
  }
  const showTally = (): void => {
    const tally = Object.fromEntries(VIEWS.map((view) => [view, 0])) as Record<View, number>
    let byRule = 0
    for (const each of cases.values()) {
      const known = beside(each)
      if (known.rule !== null) byRule++
      for (const view of VIEWS) if (isInView(view, each, known)) tally[view]++
    }
    form.showTally(tally, byRule)
  }

  const showSoon = (): void => {
    arriving ??= setTimeout(
      () => {
        const began = performance.now()
        showTally()
        showList(false)
        listingMs = performance.now() - began
      },
      Math.max(ARRIVALS_MS, listingMs * ARRIVALS_SHARE),
    )
  }

  return {
    get: (id) => cases.get(id),
    all: () => [...cases.values()],
    size: () => cases.size,
    listed: () => groups.flatMap((group) => group.cases),
    reasonsOf: knownReasons,
    linksOf: (id) => knownSeries().linksOf(id),
    ruleOf: (id) => {
      const each = cases.get(id)
      return each ? ruleOf(each) : null
    },
    set: (now) => {
      cases = new Map(now.map((each) => [each.id, each]))
      series = null
      junk = null
      showTally()
      showList(false)
    },
    add: (each) => {
      cases.set(each.id, each)
      series = null
      junk = null
      textOf(each)
      showSoon()
    },
    replace: (each) => {
      cases.set(each.id, each)
      groups = groups.map((group) => ({
        ...group,
        cases: group.cases.map((one) => (one.id === each.id ? each : one)),
      }))
      showTally()
      list.show(groups, false)
    },
    renew: showSoon,
    focus: (id) => {
      showTally()
      if (!list.focus(id)) find('#inbox-title', place).focus()
    },
    end: () => {
      clearTimeout(arriving)
      form.end()
      list.show([], true)
      cases.clear()
      groups = []
    },
  }
}

const textIn = ({ envelopes }: Case, speech: Speech): string =>
  envelopes.flatMap(({ opened }) => (opened.ok ? searchTextOf(opened.value, speech) : [])).join('\n')
