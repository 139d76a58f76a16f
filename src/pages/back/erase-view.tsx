// Erasing everything a code holds: what goes, what cannot be recalled, asked twice; then the same end, whatever there was.
import { ADDRESSES } from '../../i18n/addresses.ts'
import { Meanwhile } from './here-view.tsx'
import { AskTwice, Lines, View, type BackContext } from './view.tsx'

export const EraseView = ({ context: { m } }: BackContext) => {
  const { erase, settings } = m.back
  return (
    <View name="erase" title={erase.title}>
      <p class="notice">{erase.before}</p>
      <Lines lines={erase.does} />
      <h3>{erase.cannotTitle}</h3>
      <Lines lines={[erase.read, ...erase.cannot]} />
      <AskTwice name="erase" ask={erase.start} yes={erase.yes} no={erase.no}>
        <p>{erase.sure}</p>
      </AskTwice>
      <p role="status" data-erasing hidden>
        {erase.underWay}
      </p>
      <p class="notice notice-alert" role="alert" data-erase-failed hidden>
        {erase.failed}
      </p>
      <div class="moves">
        <button class="button-quiet" type="button" data-to-here>
          {settings.back}
        </button>
      </div>
    </View>
  )
}

export const ErasedView = ({ context }: BackContext) => {
  const { m, locale } = context
  const { erase, here } = m.back
  return (
    <View name="erased" title={erase.doneTitle}>
      <p class="notice notice-good">{erase.done}</p>
      <h3>{erase.cannotTitle}</h3>
      <Lines lines={[erase.readAfter, ...erase.cannot]} />
      <Meanwhile context={context} />
      <div class="moves">
        <a class="button" href={ADDRESSES.leave[locale]} rel="noreferrer" data-quit>
          {here.leave}
        </a>
      </div>
    </View>
  )
}
