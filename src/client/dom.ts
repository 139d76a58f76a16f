// Small typed ways to find elements, copy templates and set text. Text only: nothing here can turn a string into markup.

/** The one element that must be there. Throws when the page lacks it: that is a bug of the page, not of its reader. */
export function find<Kind extends Element = HTMLElement>(
  selector: string,
  within: ParentNode = document,
): Kind {
  const element = within.querySelector<Kind>(selector)
  if (!element) throw new Error(`the page has no ${selector}`)
  return element
}

export const findAll = <Kind extends Element = HTMLElement>(
  selector: string,
  within: ParentNode = document,
): Kind[] => [...within.querySelectorAll<Kind>(selector)]

/** A fresh copy of the first element of `<template data-template="name">`. */
export function copyTemplate<Kind extends HTMLElement = HTMLElement>(name: string): Kind {
  const template = find<HTMLTemplateElement>(`template[data-template="${name}"]`)
  const first = template.content.firstElementChild
  if (!first) throw new Error(`the template ${name} is empty`)
  return first.cloneNode(true) as Kind
}

/** Writes text into `[data-text="slot"]`, everywhere it occurs within. What says so already is not laid out anew. */
export function setText(within: ParentNode, slot: string, text: string): void {
  for (const element of findAll(`[data-text="${slot}"]`, within)) {
    if (element.textContent !== text) element.textContent = text
  }
}

/** Makes these the lines of a list, as text. */
export function fillList(list: HTMLElement, lines: readonly string[]): void {
  list.replaceChildren(
    ...lines.map((text) => {
      const line = document.createElement('li')
      line.textContent = text
      return line
    }),
  )
}

export function show(element: HTMLElement, shown = true): void {
  element.hidden = !shown
}

/** Shows or hides all that a selector names. */
export function showAll(selector: string, shown: boolean, within: ParentNode = document): void {
  for (const element of findAll(selector, within)) show(element, shown)
}

/** Of several elements `[data-one="…"]` within, shows the one named and hides the rest; null hides all. */
export function showOne(within: ParentNode, name: string | null): void {
  for (const element of findAll('[data-one]', within)) element.hidden = element.dataset['one'] !== name
}
