// The table that says all that a picture says. It is always in the page, whether it is folded or not; text only.

export interface TableTwin {
  caption: string
  /** The heads of the columns; the first is above the heads of the rows. */
  columns: readonly string[]
  /** The head of the row, then a value for each further column. */
  rows: readonly (readonly string[])[]
}

function cell(name: 'td' | 'th', words: string, scope?: 'col' | 'row'): HTMLTableCellElement {
  const made = document.createElement(name)
  made.textContent = words
  if (scope) made.scope = scope
  return made
}

function row(cells: readonly HTMLTableCellElement[]): HTMLTableRowElement {
  const made = document.createElement('tr')
  made.append(...cells)
  return made
}

export function tableTwin({ caption, columns, rows }: TableTwin): HTMLTableElement {
  const table = document.createElement('table')
  table.createCaption().textContent = caption
  table.createTHead().append(row(columns.map((words) => cell('th', words, 'col'))))
  table
    .createTBody()
    .append(
      ...rows.map(([head = '', ...values]) =>
        row([cell('th', head, 'row'), ...values.map((value) => cell('td', value))]),
      ),
    )
  return table
}
