// How anyone can verify this site: in plain words, with the commands and the fingerprints. It proves nothing by itself and says so; it
// works without a script and on paper.
import type { Child } from 'hono/jsx'
import { ADDRESSES } from '../i18n/addresses.ts'
import { AdviceLines } from './advice/advice.tsx'
import { Layout } from './layout.tsx'
import type { Page, PageContext } from './page.ts'

/** Four by four, as one reads them to somebody. */
const grouped = (hexadecimal: string): string => hexadecimal.match(/.{1,4}/g)?.join(' ') ?? ''

const Print = ({ of }: { of: string }) => <code class="fingerprint">{grouped(of)}</code>

/** Lines to type, as they stand: no mark of a terminal before them. */
const Commands = ({ lines }: { lines: readonly string[] }) => (
  <pre class="commands" translate="no">
    {lines.map((line) => (
      <code>{`${line}\n`}</code>
    ))}
  </pre>
)

const Dated = ({ label, locale, day }: { label: string; locale: string; day: string }) => (
  <>
    {label}{' '}
    <time datetime={day}>
      {new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))}
    </time>
  </>
)

const Section = ({ title, children }: { title: string; children: Child }) => (
  <section>
    <h2>{title}</h2>
    {children}
  </section>
)

const Address = ({ context }: { context: PageContext }) => {
  const { m, directory } = context
  const { verify } = m
  return (
    <Section title={verify.addressTitle}>
      {directory.site === undefined ? (
        <p>{verify.noAddress}</p>
      ) : (
        <p>
          {verify.address} <strong class="address">{directory.site}</strong>
        </p>
      )}
      {directory.onion !== undefined && (
        <p>
          {verify.onion} <strong class="address">{directory.onion}</strong>
        </p>
      )}
      <p>{verify.copies}</p>
    </Section>
  )
}

const Computer = ({ context }: { context: PageContext }) => {
  const { verify } = context.m
  const site = context.directory.site ?? verify.yourAddress
  return (
    <Section title={verify.computerTitle}>
      <p>{verify.computer}</p>
      <p>{verify.rootsFile}</p>
      <h3>{verify.signedTitle}</h3>
      <Commands lines={['npm ci', `npx balise verify ${site} --roots roots.txt`]} />
      <h3>{verify.builtTitle}</h3>
      <Commands
        lines={[
          'npm ci',
          `curl -O ${site}/directory.json`,
          `curl -O ${site}/directory.json.signatures`,
          `npm run build -- --directory directory.json --roots roots.txt --out ${verify.ownFolder}`,
          `npx balise verify ${site} --roots roots.txt --site ${verify.ownFolder}`,
        ]}
      />
      <p>{verify.built}</p>
      <p>{verify.answer}</p>
      <p>{verify.goesBack}</p>
    </Section>
  )
}

const Prints = ({ context }: { context: PageContext }) => {
  const { locale, m, directory } = context
  const { verify } = m
  const { roots, observatory, associations, version, issuedOn, expiresOn } = directory
  return (
    <Section title={verify.printsTitle}>
      <p>{verify.prints}</p>
      <h3>{verify.roots}</h3>
      <ol class="prints">
        {roots.map((root) => (
          <li>
            <Print of={root} />
          </li>
        ))}
      </ol>
      <h3>{verify.observatory}</h3>
      <p>
        <Print of={observatory.fingerprint} />
      </p>
      <h3>{verify.associations}</h3>
      {associations.length === 0 ? (
        <p>{verify.noAssociations}</p>
      ) : (
        <ul class="prints">
          {associations.map(({ name, fingerprint }) => (
            <li>
              {name} <Print of={fingerprint} />
            </li>
          ))}
        </ul>
      )}
      <p class="small soft">
        {verify.directory} {version} · <Dated label={verify.issuedOn} locale={locale} day={issuedOn} /> ·{' '}
        <Dated label={verify.expiresOn} locale={locale} day={expiresOn} />
      </p>
    </Section>
  )
}

const Body = ({ context }: { context: PageContext }) => {
  const { verify } = context.m
  return (
    <Layout context={context} title={verify.title} quit>
      <h1>{verify.heading}</h1>
      <p class="lead">{verify.lead}</p>
      <Address context={context} />
      <Section title={verify.howTitle}>
        <AdviceLines lines={verify.how} />
      </Section>
      <section class="notice" aria-labelledby="phone">
        <h2 id="phone">{verify.phoneTitle}</h2>
        <AdviceLines lines={verify.phone} />
      </section>
      <Computer context={context} />
      <Prints context={context} />
    </Layout>
  )
}

export const verify: Page = {
  paths: ADDRESSES.verify,
  headers: 'page',
  script: 'way-out',
  style: 'verify',
  render: (context) => <Body context={context} />,
}
