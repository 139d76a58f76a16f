// What makes pages and sheets lighter changes nothing of what they say or how they look.
import { describe, expect, it } from 'vitest'
import { shortenTokens } from '../../src/build/bundle-style.ts'
import { tightenHtml } from '../../src/build/tighten-html.ts'

describe('a page written with fewer bytes', () => {
  it.each([
    ['<ul><li>un</li><li>deux</li></ul>', '<ul><li>un<li>deux</ul>'],
    ['<select><option value="">a</option></select>', '<select><option value>a</select>'],
    ['<dl><div><dt>a</dt><dd>b</dd></div></dl>', '<dl><div><dt>a<dd>b</div></dl>'],
    ['<div hidden=""><p>a</p><p>b</p></div>', '<div hidden><p>a<p>b</div>'],
    ['<input type="radio" value="a"/>', '<input type="radio" value="a">'],
  ])('%s', (long, short) => {
    expect(tightenHtml(long)).toBe(short)
  })

  it.each([
    ['text after a paragraph', '<div><p>a</p>b</div>'],
    ['an inline element after a paragraph', '<div><p>a</p> <a href="/">b</a></div>'],
    ['a paragraph at the end of a link', '<a href="/"><p>a</p></a>'],
    ['a drawing', '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>'],
    ['words that look like a tag', '<p>il a écrit =&quot;&quot; et /&gt;</p> fin'],
    ['a value that holds such words', '<a title="a=b /&gt; c" href="/x">y</a>'],
    ['nothing between two list items but text', '<ul><li>un</li> <!-- a --></ul>'],
  ])('leaves %s as it is', (_, html) => {
    expect(tightenHtml(html)).toBe(html)
  })
})

describe('a sheet whose tokens have short names', () => {
  it('keeps each value under one name, wherever it is read or changed', () => {
    const css =
      ':root{--ink: #000;--ink-soft: #333}@media screen{:root{--ink: #fff}}a{color:var(--ink)}b{color:var(--ink-soft)}'
    expect(shortenTokens(css, '')).toBe(
      ':root{--0:#000;--1:#333}@media screen{:root{--0:#fff}}a{color:var(--0)}b{color:var(--1)}',
    )
  })

  it('calls a token as every other sheet does, since one page may have two sheets', () => {
    const tokens = ':root{--ink: #000;--line: #999;--space: 1px}'
    expect(shortenTokens('a{margin:var(--space)}b{color:var(--own)}', tokens)).toBe(
      'a{margin:var(--2)}b{color:var(--3)}',
    )
  })

  it('leaves out what nothing reads, and what only that reads stays', () => {
    expect(shortenTokens(':root{--a: 1px;--b: var(--a);--c: 2px}p{margin:var(--b)}', '')).toBe(
      ':root{--0:1px;--1:var(--0)}p{margin:var(--1)}',
    )
  })
})
