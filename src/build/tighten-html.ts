// Writes a page with fewer bytes and the same document: empty values, closing slashes and the end tags that HTML lets one leave out.
// It touches tags alone, never text.

/** An element is closed by the start of the next one, or by the end of what holds it, where nothing stands between. */
const CLOSED_BY: readonly [tag: string, next: string][] = [
  ['li', '<li[ >]|</ul>|</ol>'],
  ['option', '<option[ >]|</select>'],
  ['dt', '<d[td][ >]'],
  ['dd', '<d[td][ >]|</div>|</dl>'],
  [
    'p',
    '<(?:p|ul|ol|dl|div|section|article|fieldset|details|form|nav|h[1-6])[ >]|</(?:div|section|article|fieldset|details|li|form|main)>',
  ],
]

const ENDS = CLOSED_BY.map(([tag, next]) => new RegExp(`</${tag}>(?=${next})`, 'g'))

/** Elements without content. Those of a drawing keep their slash, which means something there. */
const VOID = /^<(?:br|col|hr|img|input|link|meta|source|wbr)[ />]/

export function tightenHtml(html: string): string {
  const tags = html.replaceAll(/<[a-z](?:"[^"]*"|[^">])*>/g, (tag) => {
    const filled = tag.replaceAll(/="[^"]*"/g, (value) => (value === '=""' ? '' : value))
    return VOID.test(filled) ? filled.replace(/\s*\/>$/, '>') : filled
  })
  return ENDS.reduce((text, end) => text.replaceAll(end, ''), tags)
}
