import { Option } from '@/app/_ui/choices'
import { Details } from '@/app/_ui/details'
import { label, offered } from '@/lib/base/codes/codes'
import type { ListName } from '@/lib/base/codes/lists'
import { errorText } from '@/lib/base/i18n/problem-words'
import { wordingOf } from '@/lib/base/i18n/translate'
import type { Framed } from '../case-frame'

type Props = {
  name: string
  list: ListName
  chosen: readonly string[]
  /** Upper codes that are not asked of this person; one with a tick below it is shown all the same. */
  without?: readonly string[]
  error: string | undefined
  page: Framed
}

/** A two-level list: the upper level folds, and stands open where something below it is ticked. */
export function GroupedCodes({ name, list, chosen, without = [], error, page: { t, locale } }: Props) {
  const groups = offered(list).filter((entry) => !entry.parent)
  return (
    <div className={error ? 'bad' : undefined} id={error ? `f-${name}` : undefined}>
      <fieldset className="field">
        <legend>{wordingOf(t, `people.${name}.label`, name)}</legend>
        <span className="hint">{wordingOf(t, `people.${name}.hint`, '')}</span>
        {error && <span className="err">{errorText(t, 'people', name, error)}</span>}
        {groups.map(({ code }) => {
          const below = offered(list, code).filter((entry) => !entry.restricted)
          const ticked = below.filter((entry) => chosen.includes(entry.code)).length
          if (below.length === 0 || (ticked === 0 && without.includes(code))) return null
          return (
            <Details
              key={code}
              open={ticked > 0}
              summary={
                <>
                  {label(list, code, locale)} {ticked > 0 && <span className="meta">({ticked})</span>}
                </>
              }
            >
              <div className="opts one">
                {below.map((entry) => (
                  <Option
                    key={entry.code}
                    type="checkbox"
                    name={name}
                    value={entry.code}
                    label={label(list, entry.code, locale)}
                    checked={chosen.includes(entry.code)}
                  />
                ))}
              </div>
            </Details>
          )
        })}
      </fieldset>
    </div>
  )
}
