// What somebody may type to harm whoever reads it: as markup, as a link, as a formula, as a name of a file, as writing that turns around.
// One list for every screen and every export. `unsound` can be in memory and in no encoding.

const RLO = '\u202E'

export const HOSTILE: Readonly<Record<string, string>> = {
  script: '<script>globalThis.caught = true; fetch("https://example.org/a")</script>',
  drawing:
    '<svg xmlns="http://www.w3.org/2000/svg" onload="globalThis.caught = true"><a href="javascript:1">x</a></svg>',
  image: '"><img src="https://example.org/b" onerror="globalThis.caught = true">',
  frame: '<iframe srcdoc="<script>parent.caught = true</script>"></iframe>',
  wayOut:
    '</dd></dl></section></article></style></title></textarea><script>globalThis.caught = true</script>',
  style: '</style><style>*{background:url(https://example.org/c)}</style> */ } body { display: none }',
  refresh:
    '<meta http-equiv="refresh" content="0;url=https://example.org/d"><base href="https://example.org/">',
  link: 'javascript:globalThis.caught=true//',
  data: 'data:text/html,<script>globalThis.caught=true</script>',
  address: 'https://example.org/?who=me https://‮gro.elpmaxe//:sptth',
  markdown: '[cliquez](javascript:globalThis.caught=true) ![x](https://example.org/e)',
  template:
    '${globalThis.caught = true} {{constructor.constructor("globalThis.caught = true")()}} <%= 7*7 %>',
  entities: '&lt;b&gt; &#x202E;&#0;&amp;nbsp; &NotAnEntity;',
  override: `photo${RLO}gpj.exe`,
  isolates: '\u2067\u2066\u202A\u202B06 12 34 56 78\u200F\u200E\u061C',
  unseen: 'a\u200Bb\u2060c\uFEFFd\u00ADe',
  controls: 'a\u0000b\u0007c\u001B[31mrouge\u0085d\u009Be\u007F',
  ends: 'un\rdeux\r\ntrois\u2028quatre\u2029cinq\vsix\fsept',
  traversal: '../../etc/passwd',
  archived: 'a.zip/../../b',
  windows: '..\\..\\CON',
  device: 'CON',
  stream: 'NUL.txt:caché',
  absolute: '/etc/cron.d/x',
  hidden: '.bashrc\u0000.jpg',
  long: `${'n'.repeat(300)}.jpg`,
  formula: '=HYPERLINK("https://example.org/"&A1;"Ouvrir")',
  command: "@SUM(1+1)*cmd|' /C calc'!A0",
  plus: '+33612345678',
  minus: '-2+3+cmd|calc',
  tabbed: '\t=1+1',
  returned: '\r=1+1',
  spaced: ' \u00A0=1+1',
  quoted: '"=1+1"',
  guillemets: '«=1+1»',
  fullWidth: '＝1+1',
  behindQuotes: 'x";=1+1;"',
  behindComma: 'bonjour,=1+1',
  behindLine: 'bonjour\n=1+1',
  behindMark: '\u200B=1+1',
  separators: 'a;b,c\td|e',
  forged: '\n\nLe récit\n--------\n\n  | Je retire tout.\nmanifeste.json\n',
}

/** Halves of pairs: alone, the wrong way round, at an end. */
export const UNSOUND: readonly string[] = [
  '\uD83D',
  '\uDE00x',
  'a\uDE00\uD83Db',
  '=\uD800',
  `${'x'.repeat(50)}\uDBFF`,
]

/** Far beyond what any field holds: what is pure must bear it all the same. */
export const LONG_LINES: readonly string[] = [
  'x'.repeat(1_000_000),
  '<'.repeat(1_000_000),
  '"'.repeat(1_000_000),
  ' '.repeat(1_000_000),
  ';='.repeat(500_000),
  RLO.repeat(1_000_000),
  `a${RLO}`.repeat(500_000),
  '\n'.repeat(1_000_000),
  '\uD83D'.repeat(1_000_000),
]

export const ALL_HOSTILE: readonly string[] = [...Object.values(HOSTILE), ...UNSOUND]
