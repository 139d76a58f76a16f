// The tables as they are declared, what each takes of the budget, how precise it is, and when it may be finer: made from the very rules
// that publish, so that the page cannot say otherwise.
import { yearTotalFor } from '../../domain/ladder.ts'
import { marginOf } from '../../domain/margin.ts'
import { thresholdFor } from '../../protocol/display-threshold.ts'
import { FAMILIES, LIFETIME_EPSILON, type Family, type Rational } from '../../protocol/families.ts'
import type { PageContext } from '../page.ts'

/** Seen without their literal types. */
const DECLARED: readonly Family[] = FAMILIES

/** `0,6`, in the page's language. */
const share = ({ numerator, denominator }: Rational, locale: string): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 1 }).format(numerator / denominator)

export const CountedTable = ({ context: { locale, m } }: { context: PageContext }) => {
  const { counted } = m.method
  return (
    <table class="figures">
      <caption>{counted.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{counted.table}</th>
          <th scope="col" class="number">
            {counted.epsilon}
          </th>
          <th scope="col" class="number">
            {counted.margin}
          </th>
          <th scope="col" class="number">
            {counted.shownFrom}
          </th>
        </tr>
      </thead>
      {DECLARED.map(({ title, reading, epsilon }) => (
        <tbody>
          <tr>
            <th scope="row">{title[locale]}</th>
            <td class="number">{share(epsilon, locale)}</td>
            <td class="number">± {marginOf(epsilon)}</td>
            <td class="number">{thresholdFor(marginOf(epsilon))}</td>
          </tr>
          <tr>
            <td class="reading" colspan={4}>
              {reading[locale]}
            </td>
          </tr>
        </tbody>
      ))}
      <tfoot>
        <tr>
          <th scope="row">{counted.total}</th>
          <td class="number">{share(LIFETIME_EPSILON, locale)}</td>
          <td colspan={2}></td>
        </tr>
      </tfoot>
    </table>
  )
}

export const LevelsTable = ({ context: { locale, m } }: { context: PageContext }) => {
  const { detail } = m.method
  return (
    <table class="figures">
      <caption>{detail.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{detail.level}</th>
          <th scope="col">{detail.period}</th>
          <th scope="col">{detail.needs}</th>
        </tr>
      </thead>
      {DECLARED.map((family) => (
        <tbody>
          <tr>
            <th scope="rowgroup" colspan={3}>
              {family.title[locale]}
            </th>
          </tr>
          {family.rungs.map((rung) => {
            const total = yearTotalFor(family, rung)
            return (
              <tr>
                <th scope="row" class="level">
                  {rung.title[locale]}
                </th>
                <td>{detail[rung.window]}</td>
                <td>
                  {total === 0
                    ? detail.always
                    : `${detail.atLeast} ${new Intl.NumberFormat(locale).format(total)}`}
                </td>
              </tr>
            )
          })}
        </tbody>
      ))}
    </table>
  )
}

/** A number as the trends page shows it, with the margin of the table whose share is a half. */
export const ReadNumber = ({ context: { m } }: { context: PageContext }) => {
  const { chance } = m.method
  const number = 23
  const margin = marginOf({ numerator: 1, denominator: 2 })
  const range = `${number - margin}–${number + margin}`
  return (
    <>
      <h3>
        {chance.readTitle}{' '}
        <bdi>
          ≈ {number} ({range})
        </bdi>
      </h3>
      <ul>
        <li>
          <bdi>{number}</bdi> {chance.published}
        </li>
        <li>
          {chance.between} <bdi>{range}</bdi>.
        </li>
        <li>{chance.marginOnly}</li>
        <li>{chance.negative}</li>
        <li>{chance.apart}</li>
      </ul>
    </>
  )
}
