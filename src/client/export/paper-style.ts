// How a document looks, on a screen and on paper, in the page and in its file alike: always dark ink on white.

/** A4 with room for a binder, and the number of each page. `footing` is ours; what it may not hold in a style is left out. */
export const styleOf = (footing: string): string => `
@page {
  size: A4;
  margin: 18mm 18mm 20mm 22mm;
  @bottom-left { content: '${footing.replaceAll(/[^\p{L}\p{N} ]/gu, '')}'; font: 9pt system-ui, sans-serif; }
  @bottom-right { content: counter(page) ' / ' counter(pages); font: 9pt system-ui, sans-serif; }
}
.paper {
  max-width: 44rem;
  margin: 0 auto;
  padding: 2rem;
  background: #fff;
  color: #16201f;
  color-scheme: light;
  font: 1rem/1.5 system-ui, sans-serif;
}
.paper h1 { margin: 0 0 1.5rem; font: 600 1.6rem/1.25 ui-serif, Georgia, serif; }
.paper h2 { margin: 0 0 0.5rem; font: 600 1.15rem/1.3 ui-serif, Georgia, serif; break-after: avoid; }
.paper section { margin: 0 0 1.75rem; }
.paper p { margin: 0 0 0.5rem; max-width: none; }
.paper dl { margin: 0; }
.paper dl > div {
  display: grid;
  grid-template-columns: minmax(8rem, 12rem) 1fr;
  gap: 0 1rem;
  padding: 0.35rem 0;
  border-top: 1px solid #c9ccc8;
}
.paper dt { color: #47534f; overflow-wrap: anywhere; }
.paper dd { grid-column: 2; margin: 0; min-width: 0; overflow-wrap: anywhere; }
.paper code { font: 0.78em ui-monospace, monospace; overflow-wrap: anywhere; color: inherit; background: none; padding: 0; }
.paper .theirs {
  padding-inline-start: 0.6rem;
  border-inline-start: 3px solid #7d8a86;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  text-align: start;
  unicode-bidi: isolate;
}
.paper .theirs + .theirs { margin-top: 0.25rem; }
.paper div.theirs { padding-block: 0.25rem; unicode-bidi: plaintext; line-height: 1.6; }
.paper bdi { unicode-bidi: isolate; }
.paper .mark { font: 0.8em ui-monospace, monospace; direction: ltr; }
@media (max-width: 34rem) {
  .paper { padding: 1rem; }
  .paper dl > div { grid-template-columns: 1fr; }
  .paper dd { grid-column: 1; }
}
@media print {
  .paper { max-width: none; padding: 0; font-size: 10.5pt; }
  .paper dt { break-after: avoid; }
  .paper dl > div { break-inside: avoid; }
  .paper dl > div:has(.theirs) { break-inside: auto; }
  .paper dd, .paper p { orphans: 3; widows: 3; }
}
`
